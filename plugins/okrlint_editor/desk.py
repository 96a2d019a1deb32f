"""The desk: the documents that lie open, what was last said of each, and when to look again.

A document is looked at as soon as it changes; what changes while the look lasts is looked at together, right behind it.
Looking happens on one thread beside the one that listens, so that the editor is never kept waiting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from okrlint.errors import OkrlintError
from okrlint_editor.buffer import Buffer
from okrlint_editor.looked import Looked, Looker

#: Seconds to wait for more of the same keystroke: below what anybody notices.
DEBOUNCE: Final = 0.005

Tell = Callable[[Buffer, Looked], None]
Complain = Callable[[OkrlintError], None]


@dataclass
class _Open:
    buffer: Buffer
    looked: Looked | None = None
    of: int = -1
    task: asyncio.Task[None] | None = None


class Desk:
    """The open documents of one editor.

    `tell` is called with each new look, `complain` with each fault that belongs to no document, once.
    """

    def __init__(self, *, fast: bool, tell: Tell, complain: Complain) -> None:
        self._looker = Looker(fast=fast)
        self._open: dict[str, _Open] = {}
        self._tell = tell
        self._complain = complain
        self._said: set[str] = set()
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
        if there is not None and there.task is not None:
            there.task.cancel()

    def look_again(self) -> None:
        """Look at every open document anew: a configuration may have changed."""
        for there in self._open.values():
            there.of = -1
            self._soon(there)

    async def looked(self, uri: str) -> tuple[Buffer, Looked] | None:
        """Return what there is to say of a document as it stands now; None where it is not open."""
        there = self._open.get(uri)
        if there is None:
            return None
        while there.task is not None and not there.task.done():
            await asyncio.wait({there.task})
        if there.looked is None or there.of != there.buffer.version:
            await self._look(there)
        return (there.buffer, there.looked) if there.looked is not None else None

    async def apart(self, work: Callable[[], Looked]) -> Looked:
        """Do some looking on the thread for it."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def close(self) -> None:
        """Stop looking."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _soon(self, there: _Open) -> None:
        if there.task is None or there.task.done():
            there.task = asyncio.get_running_loop().create_task(self._until_still(there))

    async def _until_still(self, there: _Open) -> None:
        await asyncio.sleep(DEBOUNCE)
        while there.of != there.buffer.version or there.looked is None:
            await self._look(there)

    async def _look(self, there: _Open) -> None:
        buffer = there.buffer
        looked = await self.apart(lambda: self._looker.look(buffer.path, buffer.data))
        if self._open.get(buffer.uri) is not there:
            return  # closed meanwhile
        there.looked, there.of = looked, buffer.version
        self._say(looked)
        self._tell(buffer, looked)

    def _say(self, looked: Looked) -> None:
        now = {str(fault) for fault in looked.faults}
        for fault in looked.faults:
            if str(fault) not in self._said:
                self._complain(fault)
        # What is mended may be said again when it breaks again.
        self._said = now
