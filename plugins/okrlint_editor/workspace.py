"""Every OKR document of a workspace at once, those that lie open as they stand in the editor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from okrlint.engine.files import excluded, files
from okrlint.errors import OkrlintError, ReadError
from okrlint.model import Source
from okrlint_editor.buffer import Encoding
from okrlint_editor.desk import Desk
from okrlint_editor.diagnostics import diagnostics
from okrlint_editor.looked import Looked, Looker

#: A workspace of more files is no folder of OKRs: whoever opens one asks for the files that they open.
MOST_FILES = 2_000


async def reports(desk: Desk, folders: Sequence[str], encoding: Encoding) -> types.WorkspaceDiagnosticReport:
    """Return a report for each document of some folders that holds OKRs, or cannot be read."""
    made: list[types.WorkspaceDocumentDiagnosticReport] = []
    held = {buffer.path: buffer for buffer in desk.buffers}
    found = [one for one in files(list(folders)) if not isinstance(one, ReadError)][:MOST_FILES]
    for path in dict.fromkeys([*held, *found]):
        buffer = held.get(path)
        if buffer is not None:
            there = await desk.looked(buffer.uri)
            if there is not None:
                told = diagnostics(there[1], there[0].source, there[0].uri, encoding)
                made.append(_report(there[0].uri, told, there[0].version))
            continue
        looked = await desk.apart(partial(_of_file, desk.looker, path))
        reviewed = looked.reviewed
        if reviewed is not None and reviewed.document.statements:
            uri = from_fs_path(path) or ""
            source: Source = reviewed.document.document.source
            made.append(_report(uri, diagnostics(looked, source, uri, encoding), None))
    return types.WorkspaceDiagnosticReport(made)


def _of_file(looker: Looker, path: str) -> Looked:
    """Return what there is to say of a file on disk; nothing where the configuration leaves it out."""
    try:
        origin = looker.origin(path)
        base = origin.path.parent if origin.path is not None else Path.cwd()
        if excluded(path, origin.config.exclude, base):
            return Looked(None)
        return looker.look(path, Path(path).read_bytes())
    except (OSError, OkrlintError):
        return Looked(None)


def _report(
    uri: str, found: list[types.Diagnostic], version: int | None
) -> types.WorkspaceFullDocumentDiagnosticReport:
    return types.WorkspaceFullDocumentDiagnosticReport(uri, found, version)
