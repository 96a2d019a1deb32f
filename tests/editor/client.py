"""A client of the language server over standard input and output, as an editor is one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

CONFIG = ClientServerConfig(server_command=[sys.executable, "-m", "okrlint", "lsp"])


def pushed_to(*encodings: str) -> types.ClientCapabilities:
    """Return what an editor can do that waits for diagnostics, and counts positions in one of some encodings."""
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(one) for one in encodings] or None
        ),
        text_document=types.TextDocumentClientCapabilities(
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True)
        ),
        window=types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(support=True)),
    )


def pulling() -> types.ClientCapabilities:
    """Return what an editor can do that asks for diagnostics itself."""
    return types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
    )


async def begin(
    client: LanguageClient, folder: Path, capabilities: types.ClientCapabilities | None = None
) -> types.InitializeResult:
    """Begin a session in a folder."""
    return await client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities or pushed_to(),
            process_id=None,
            root_uri=folder.as_uri(),
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
        )
    )


def open_(client: LanguageClient, path: Path, text: str) -> str:
    """Open a document that lies on disk, with a text that maybe does not; return its address."""
    uri = path.as_uri()
    item = types.TextDocumentItem(uri, types.LanguageKind.Markdown, 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    return uri


def change(client: LanguageClient, uri: str, version: int, *changes: tuple[types.Range, str] | str) -> None:
    """Change an open document: each change a range and its new text, or the whole text."""
    made: Sequence[types.TextDocumentContentChangeEvent] = [
        types.TextDocumentContentChangeWholeDocument(one)
        if isinstance(one, str)
        else types.TextDocumentContentChangePartial(*one)
        for one in changes
    ]
    document = types.VersionedTextDocumentIdentifier(version, uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(document, list(made)))


def at(line: int, start: int, end: int) -> types.Range:
    """Return a range on one line."""
    return types.Range(types.Position(line, start), types.Position(line, end))


async def told(client: LanguageClient, uri: str, version: int = 1) -> list[types.Diagnostic]:
    """Wait until the server has told of a version of a document, and return what it told.

    Nothing is lost between a change and this: what the server says is read while somebody waits.
    """
    while True:
        params = await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        assert isinstance(params, types.PublishDiagnosticsParams)
        if params.uri == uri and (params.version or 0) >= version:
            return list(params.diagnostics)
