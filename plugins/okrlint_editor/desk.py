"""The desk: the documents that lie open, what was last said of each, and when to look again.

A document is looked at as soon as it changes; what changes while the look lasts is looked at together, right behind it.
Looking happens on one thread beside the one that listens, so that the editor is never kept waiting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, TypeVar

from okrlint.errors import OkrlintError
from okrlint_editor.buffer import Buffer
from okrlint_editor.looked import Looked, Looker

#: Seconds to wait for more of the same keystroke: below what anybody notices.
DEBOUNCE: Final = 0.005

_Made = TypeVar("_Made")
Tell = Callable[[Buffer, Looked], None]
Complain = Callable[[OkrlintError], None]


@dataclass
class _Open:
    buffer: Buffer
    looked: Looked | None = None
    turn: int = 0
    of: tuple[int, int] | None = None
    task: asyncio.Task[None] | None = None

    @property
    def wanted(self) -> tuple[int, int]:
        """What a look is to be of: a version of the text, and how often it was to be looked at anew."""
        return (self.buffer.version, self.turn)


class Desk:
    """The open documents of one editor.

    `tell` is called with each new look, `complain` with each fault that belongs to no document, once.
    """

    def __init__(self, *, fast: bool, tell: Tell, complain: Complain) -> None:
        self._looker = Looker(fast=fast)
        self._open: dict[str, _Open] = {}
        self._tell = tell
        self._complain = complain
        self._said: dict[str, set[str]] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="okrlint")

    @property
    def looker(self) -> Looker:
        """What looks at documents; for those that are not open."""
        return self._looker

    @property
    def buffers(self) -> list[Buffer]:
        """The documents that lie open."""
        return [one.buffer for one in self._open.values()]

    def buffer(self, uri: str) -> Buffer | None:
        """Return an open document."""
        there = self._open.get(uri)
        return there.buffer if there is not None else None

    def put(self, buffer: Buffer) -> None:
        """Take a document, or a new version of it, and look at it soon."""
        there = self._open.setdefault(buffer.uri, _Open(buffer))
        there.buffer = buffer
        self._soon(there)

    def take_away(self, uri: str) -> None:
        """Close a document."""
        there = self._open.pop(uri, None)
        if there is not None:
            self._said.pop(there.buffer.path, None)
        if there is not None and there.task is not None:
            there.task.cancel()

    def look_again(self, uri: str | None = None) -> None:
        """Look at an open document anew, or at every one: a configuration may have changed, or what lies beside it."""
        for there in self._open.values():
            if uri is None or there.buffer.uri == uri:
                there.turn += 1
                self._soon(there)

    async def looked(self, uri: str) -> tuple[Buffer, Looked] | None:
        """Return what there is to say of a document as it stands now; None where it is not open."""
        there = self._open.get(uri)
        if there is None:
            return None
        while there.task is not None and not there.task.done():
            await asyncio.wait({there.task})
        if there.looked is None or there.of != there.wanted:
            await self._look(there)
        return (there.buffer, there.looked) if there.looked is not None else None

    async def apart(self, work: Callable[[], _Made]) -> _Made:
        """Do some looking on the thread for it."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def still(self) -> None:
        """Wait until no open document waits to be looked at."""
        while tasks := {one.task for one in self._open.values() if one.task is not None and not one.task.done()}:
            await asyncio.wait(tasks)

    def close(self) -> None:
        """Stop looking."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _soon(self, there: _Open) -> None:
        if there.task is None or there.task.done():
            there.task = asyncio.get_running_loop().create_task(self._until_still(there))

    async def _until_still(self, there: _Open) -> None:
        await asyncio.sleep(DEBOUNCE)
        while there.of != there.wanted or there.looked is None:
            await self._look(there)

    async def _look(self, there: _Open) -> None:
        buffer, wanted = there.buffer, there.wanted
        looked = await self.apart(lambda: self._looker.look(buffer.path, buffer.data))
        if self._open.get(buffer.uri) is not there:
            return  # closed meanwhile
        there.looked, there.of = looked, wanted
        self.say(buffer.path, looked.faults)
        self._tell(buffer, looked)

    def say(self, of: str, faults: Sequence[OkrlintError]) -> None:
        """Complain of faults of something, of each once until it is mended there."""
        known = {said for each in self._said.values() for said in each}
        for fault in faults:
            if str(fault) not in known:
                self._complain(fault)
        self._said[of] = {str(fault) for fault in faults}
