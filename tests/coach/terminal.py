"""A real terminal for the tests: a pseudo-terminal whose screen an emulator draws, and which answers as one does."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pexpect
import pyte

#: Where the cursor stands: what prompt_toolkit asks before it draws below the line.
_ASKS = "\x1b[6n"
KEYS = {"enter": "\r", "clear": "\x01\x0b", "ctrl-c": "\x03", "ctrl-d": "\x04"}


class Terminal:
    """`okrlint coach` in a terminal of 100 columns: `screen` is what stands there, `text` also what scrolled away."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self._screen = pyte.HistoryScreen(100, 60, history=10_000)
        self._stream = pyte.Stream(self._screen)
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "okrlint", "coach", *arguments],
            cwd=str(folder),
            env={
                **os.environ, "XDG_CONFIG_HOME": str(folder / "state"), "TERM": "xterm-256color", "LANG": "C.UTF-8",
                **environment,
            },
            encoding="utf-8",
            dimensions=(60, 100),
            timeout=30,
        )  # fmt: skip

    @property
    def screen(self) -> str:
        """What stands on the screen now, lines joined and blanks made plain."""
        return _plain("\n".join(self._screen.display))

    @property
    def text(self) -> str:
        """What scrolled away, and what stands on the screen."""
        above = ("".join(line[at].data for at in range(100)) for line in self._screen.history.top)
        return _plain("\n".join([*above, *self._screen.display]))

    def sees(self, words: str, within: float = 15) -> None:
        """Wait until words stand on the screen."""
        until = time.monotonic() + within
        while _plain(words) not in self.screen:
            if time.monotonic() > until:
                raise AssertionError(f"{words!r} never came:\n{self.screen}")
            self._read()

    def types(self, words: str, key: str = "enter") -> None:
        """Type words, then a key."""
        self._child.send(words + KEYS.get(key, key))

    def chooses(self, key: str) -> None:
        """Wait for the menu, and choose."""
        self.sees("· q ")
        self.types(key)

    def ends(self) -> int:
        """Wait until the command ends, and return its exit code."""
        until = time.monotonic() + 60
        while self._read():
            assert time.monotonic() < until, f"it never ended:\n{self.screen}"
        self._child.close()
        return self._child.exitstatus if self._child.exitstatus is not None else -1

    def dies(self) -> None:
        """Kill the command, as a machine does that loses its power."""
        self._child.kill(9)
        self._child.wait()

    def _read(self) -> bool:
        try:
            said = self._child.read_nonblocking(65_536, timeout=0.2)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        for piece in re.split(f"({re.escape(_ASKS)})", said):
            if piece == _ASKS:
                self._child.send(f"\x1b[{self._screen.cursor.y + 1};{self._screen.cursor.x + 1}R")
            else:
                self._stream.feed(piece)
        return True


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())
