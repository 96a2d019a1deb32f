"""The protocol, mended where the library's own would lose a change or keep what is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method


class Protocol(LanguageServerProtocol):
    """The language server protocol, changes of documents handed on as they come."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Iterator[Any]:
        """Hand a change to whoever handles it.

        The library keeps a copy of each document too, and takes U+2028 or a form feed for the end of a line, where
        editors do not: a change behind one would be lost with an error. The desk holds the documents.
        """
        handler = self.fm.features.get(types.TEXT_DOCUMENT_DID_CHANGE)
        if handler is not None:
            yield handler, (params,), None

    def _execute_handler(
        self,
        msg_id: str | int,
        handler: Callable[..., Any],
        callback: Callable[..., None],
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        """Run a handler, and forget it once it has run.

        pygls 2.1 remembers every notification that it handled for as long as the server lives: four kilobytes for each
        key that somebody presses.
        """

        def done(future: Any) -> None:  # noqa: ANN401 - of asyncio or of concurrent.futures, as the handler is
            callback(future)
            self._request_futures.pop(msg_id, None)

        super()._execute_handler(msg_id, handler, done, args, kwargs)
