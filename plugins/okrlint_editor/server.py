"""The server: which request is answered by what. What is answered stands in the modules beside it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from okrlint.engine.formats import suffixes
from okrlint.engine.languages import remember
from okrlint.errors import OkrlintError
from okrlint_editor.actions import OPEN, actions
from okrlint_editor.buffer import Buffer, Encoding, changed, offset
from okrlint_editor.completion import completion
from okrlint_editor.desk import Desk
from okrlint_editor.diagnostics import SOURCE, diagnostics
from okrlint_editor.hover import hover, notes_within
from okrlint_editor.lens import lenses
from okrlint_editor.looked import Looked
from okrlint_editor.pages import page_file
from okrlint_editor.protocol import Protocol
from okrlint_editor.symbols import symbols
from okrlint_editor.workspace import Workspace

#: Readings that are kept: those of some dozens of documents, and of what was typed in them lately.
REMEMBERED: Final = 1_500
#: What decides over documents; an editor is asked to tell when one changes.
_DECIDING: Final = ("**/okrlint.toml", "**/pyproject.toml", "**/.okrlint/**")


def serve(*, fast: bool = False) -> None:
    """Speak to one editor over standard input and output until it leaves."""
    remember(REMEMBERED)
    made(fast=fast).start_io()


class Server(LanguageServer):
    """A language server with its desk."""

    def __init__(self, *, fast: bool) -> None:
        super().__init__("okrlint", metadata.version("okrlint"), protocol_cls=Protocol)
        self.desk = Desk(fast=fast, tell=self.told, complain=self.complain)
        self.beside = Workspace(self.desk)

    @property
    def encoding(self) -> Encoding:
        """The code units that positions count."""
        agreed = self.server_capabilities.position_encoding
        return "utf-8" if agreed == "utf-8" else "utf-32" if agreed == "utf-32" else "utf-16"

    @property
    def pulls(self) -> bool:
        """Whether the editor asks for diagnostics itself; then none are pushed, or it would show each twice."""
        held = self.client_capabilities.text_document
        return held is not None and held.diagnostic is not None

    @property
    def roots(self) -> list[str]:
        """The folders that the editor works in."""
        folders = [to_fs_path(uri) or "" for uri in self.workspace.folders]
        return [one for one in folders or [self.workspace.root_path or ""] if one]

    def survey(self) -> None:
        """Look soon at what the documents of the workspace say against one another."""
        self.beside.soon(self.roots, self.news)

    def news(self) -> None:
        """Have an editor that asks itself ask again; others are told with the next look at each document."""
        held = self.client_capabilities.workspace
        if held is not None and held.diagnostics is not None and held.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None)

    def told(self, buffer: Buffer, looked: Looked) -> None:
        """Pass on a new look at a document."""
        if not self.pulls:
            found = diagnostics(looked, buffer.source, buffer.uri, buffer.encoding)
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(buffer.uri, found, version=buffer.version)
            )
        held = self.client_capabilities.workspace
        if held is not None and held.code_lens is not None and held.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)

    def complain(self, error: OkrlintError) -> None:
        """Say something that belongs to no document."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"okrlint: {error}"))


def made(*, fast: bool = False) -> Server:
    """Return a server that nobody speaks to yet."""
    server = Server(fast=fast)
    _documents(server)
    _diagnostics(server)
    _reading(server)
    _writing(server)
    return server


def _documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        path = to_fs_path(document.uri) or ""
        if path and Path(path).suffix.lower() in suffixes():
            server.desk.put(Buffer(document.uri, path, document.version, document.text, server.encoding))
            server.survey()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def edited(params: types.DidChangeTextDocumentParams) -> None:
        buffer = server.desk.buffer(params.text_document.uri)
        if buffer is not None:
            server.desk.put(changed(buffer, params.text_document.version, params.content_changes))

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if server.desk.buffer(uri) is not None:
            server.desk.take_away(uri)
            server.survey()  # what stands on disk counts again
            if not server.pulls:
                server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        # Another document may be a configuration, which decides over all that lie open.
        if server.desk.buffer(params.text_document.uri) is None:
            server.desk.look_again()
        server.survey()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def changed_on_disk(params: types.DidChangeWatchedFilesParams) -> None:
        del params
        server.desk.look_again()
        server.survey()

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        del params
        held = server.client_capabilities.workspace
        watched = held.did_change_watched_files if held is not None else None
        if watched is None or not watched.dynamic_registration:
            return  # configurations are looked for before every look anyway
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(pattern) for pattern in _DECIDING]
        )
        wish = types.Registration("okrlint.deciding", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(types.RegistrationParams([wish]))

    @server.feature(types.SHUTDOWN)
    async def over(params: None) -> None:
        del params
        server.beside.close()
        server.desk.close()


def _diagnostics(server: Server) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=True, identifier=SOURCE),
    )
    async def asked(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        found = await server.desk.looked(params.text_document.uri)
        if found is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        buffer, looked = found
        return types.RelatedFullDocumentDiagnosticReport(
            diagnostics(looked, buffer.source, buffer.uri, buffer.encoding), result_id=str(buffer.version)
        )

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def all_asked(params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        known = {one.uri: one.value for one in params.previous_result_ids}
        report, changed = await server.beside.reports(server.roots, server.encoding, known)
        if changed:
            server.news()
        return report


def _reading(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        found = await server.desk.looked(params.text_document.uri)
        return hover(found[1], found[0].source, params.position, found[0].encoding) if found is not None else None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        found = await server.desk.looked(params.text_document.uri)
        return symbols(found[1], found[0].source, found[0].encoding) if found is not None else []

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def lensed(params: types.CodeLensParams) -> list[types.CodeLens]:
        found = await server.desk.looked(params.text_document.uri)
        return lenses(found[1], found[0].source, found[0].encoding) if found is not None else []


def _writing(server: Server) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    async def acted(params: types.CodeActionParams) -> list[types.CodeAction]:
        found = await server.desk.looked(params.text_document.uri)
        return list(_offered(server, params, *found)) if found is not None else []

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["-", " ", "#"]))
    async def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        buffer = server.desk.buffer(params.text_document.uri)
        if buffer is None:
            return []
        found = await server.desk.looked(buffer.uri)
        reviewed = found[1].reviewed if found is not None else None
        return completion(buffer, params.position, reviewed.document.language if reviewed is not None else "en")

    @server.command(OPEN)
    async def opened(code: str, language: str) -> None:
        uri = from_fs_path(str(page_file(code, language))) or ""
        held = server.client_capabilities.window
        if held is not None and held.show_document is not None and held.show_document.support:
            await server.window_show_document_async(types.ShowDocumentParams(uri, take_focus=True))
        else:
            server.window_show_message(types.ShowMessageParams(types.MessageType.Info, uri))


def _offered(
    server: Server, params: types.CodeActionParams, buffer: Buffer, looked: Looked
) -> Iterator[types.CodeAction]:
    source = buffer.source
    start, end = (offset(source, one, buffer.encoding) for one in (params.range.start, params.range.end))
    headers = {str(name): own for name, own in server.desk.looker.origin(buffer.path).config.formats.headers.items()}
    yield from actions(list(notes_within(looked, start, end)), params.context.diagnostics, buffer, headers)
