"""Every OKR document of a workspace at once, those that lie open as they stand in the editor."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from lsprotocol import types
from pygls.uris import from_fs_path

from okrlint.engine.across import Found
from okrlint_editor.buffer import Buffer, Encoding
from okrlint_editor.desk import Desk
from okrlint_editor.diagnostics import diagnostics
from okrlint_editor.neighbours import Neighbours

#: Seconds until what was saved is read together: an editor that saves all does so one by one.
_PAUSE: Final = 0.2
_Key = tuple[object, ...]


class Workspace:
    """The folders of an editor: what their documents say against one another, and a report on each."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._neighbours = Neighbours(desk.looker)
        self._made: dict[str, tuple[_Key, list[types.Diagnostic]]] = {}
        self._one = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._wanted = False

    def soon(self, folders: Sequence[str], then: Callable[[], None]) -> None:
        """Survey some folders, or survey them again once that is done; call something if it told anything new."""
        self._wanted = True
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._until_quiet(folders, then))

    def close(self) -> None:
        """Survey no more."""
        if self._task is not None:
            self._task.cancel()

    async def _until_quiet(self, folders: Sequence[str], then: Callable[[], None]) -> None:
        while self._wanted:
            self._wanted = False
            await asyncio.sleep(_PAUSE)
            _, changed = await self.survey(folders)
            if changed:
                then()

    async def survey(self, folders: Sequence[str]) -> tuple[list[str], bool]:
        """Look at what changed in some folders; return their documents, and whether that tells anything new of one.

        Documents that lie open are looked at again where it does. Between two documents, whoever types comes first.
        """
        async with self._one:
            every: list[str] = []
            told: dict[str, tuple[Found, ...]] = {}
            for folder in folders:
                paths = await self._desk.apart(partial(self._neighbours.paths, folder, list(self._held())))
                for path in paths:
                    await self._part(folder, path)
                found, faults = await self._desk.apart(partial(self._neighbours.across, folder, paths))
                self._desk.say(folder, faults)
                told |= found
                every += paths
            every = list(dict.fromkeys(every))
            before, self._desk.looker.beside = self._desk.looker.beside, told
            self._neighbours.forget(every)
        changed = {path for path in {*before, *told} if _said(before.get(path)) != _said(told.get(path))}
        for buffer in self._desk.buffers:
            if buffer.path in changed:
                self._desk.look_again(buffer.uri)
        return every, bool(changed)

    async def _part(self, folder: str, path: str) -> None:
        buffer = self._held().get(path)
        there = await self._desk.looked(buffer.uri) if buffer is not None else None
        if there is not None:
            self._neighbours.put(folder, path, there[1])
        else:
            await self._desk.still()
            await self._desk.apart(partial(self._neighbours.part, folder, path))

    async def reports(
        self, folders: Sequence[str], encoding: Encoding, known: Mapping[str, str]
    ) -> tuple[types.WorkspaceDiagnosticReport, bool]:
        """Return a report for each document of some folders that holds OKRs, or lies open; and whether any is news.

        `known` are what the editor has: addresses with what it was told of each. What is the same is not sent again.
        """
        paths, changed = await self.survey(folders)
        made: list[types.WorkspaceDocumentDiagnosticReport] = []
        held = self._held()
        for path in dict.fromkeys([*held, *paths]):
            buffer = held.get(path)
            if buffer is not None:
                there = await self._desk.looked(buffer.uri)
                if there is not None:
                    told = diagnostics(there[1], there[0].source, there[0].uri, encoding)
                    made.append(_report(there[0].uri, told, there[0].version, known))
                continue
            found = await self._closed(path, encoding)
            if found is not None:
                made.append(_report(from_fs_path(path) or "", found, None, known))
        told_of = {one.uri for one in made}
        # What held notes and is gone, or holds no OKRs any more, is cleared.
        made += [types.WorkspaceFullDocumentDiagnosticReport(uri=uri, items=[]) for uri in known if uri not in told_of]
        self._made = {path: one for path, one in self._made.items() if path in paths}
        return types.WorkspaceDiagnosticReport(made), changed

    async def _closed(self, path: str, encoding: Encoding) -> list[types.Diagnostic] | None:
        """Return what there is to show of a document on disk; None where it holds no OKRs."""
        part = self._neighbours.known(path)
        if part is None or not part.stated:
            return None
        await self._desk.still()
        key: _Key = (part.stamp, encoding, _said(self._desk.looker.beside.get(path)))
        known = self._made.get(path)
        if known is not None and known[0] == key:
            return known[1]
        looked = await self._desk.apart(partial(self._neighbours.look, path))
        if looked.reviewed is None:
            return None
        source = looked.reviewed.document.document.source
        told = diagnostics(looked, source, from_fs_path(path) or "", encoding)
        self._made[path] = (key, told)
        return told

    def _held(self) -> dict[str, Buffer]:
        return {buffer.path: buffer for buffer in self._desk.buffers}


def _said(found: Sequence[Found] | None) -> object:
    """Return what two verdicts that say the same have in common; None is "nobody looked"."""
    if found is None:
        return None
    return [
        (one.rule.card.code, one.met.stated.ident, one.met.stated.text, sorted(one.met.slots.items())) for one in found
    ]


def _report(
    uri: str, found: list[types.Diagnostic], version: int | None, known: Mapping[str, str]
) -> types.WorkspaceDocumentDiagnosticReport:
    ident = hashlib.sha256(repr(found).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    if known.get(uri) == ident:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(uri=uri, result_id=ident, version=version)
    return types.WorkspaceFullDocumentDiagnosticReport(uri=uri, items=found, version=version, result_id=ident)
