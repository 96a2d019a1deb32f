"""Whether a command would say what it said last time: the same words, the same files, the same everything behind them.

Files are known by their times and sizes, as a build knows them; where one changed just now, its time may not tell, and
nothing is taken for known.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from okrlint.engine.cache import Cache
from okrlint.engine.files import files
from okrlint.engine.git import head
from okrlint.engine.known import FILE
from okrlint.engine.state import code, stamps

#: Seconds within which a file may change again without its time telling.
SETTLED: Final = 2.0
#: More is not kept: whoever prints so much has time.
LARGEST: Final = 2_000_000
_DECIDING: Final = ("okrlint.toml", "pyproject.toml", FILE)
_HOUSE: Final = Path(".okrlint", "rules")


@dataclass(frozen=True)
class Said:
    """What a command printed, line by line on standard error, and how it ended."""

    out: str
    err: tuple[str, ...]
    ending: int


class LastTime:
    """What was said of some paths when everything was as it is now.

    `told` are the words of the command, and all that its looks depend on.
    """

    def __init__(self, cache: Cache, paths: Sequence[str], told: Sequence[object]) -> None:
        self._cache = cache
        self._newest = 0.0
        self._key = self._of(paths, told)

    def said(self) -> Said | None:
        """Return what was said, or None where it is not known."""
        kept = self._cache.get([self._key]).get(self._key)
        if kept is None:
            return None
        try:
            out, err, ending = json.loads(kept)
            return Said(str(out), tuple(map(str, err)), int(ending))
        except (ValueError, TypeError):
            return None

    def keep(self, said: Said) -> None:
        """Remember what was said, if it can be known again."""
        text = json.dumps([said.out, said.err, said.ending], ensure_ascii=False)
        if time.time() - self._newest > SETTLED and len(text) <= LARGEST:
            self._cache.put(self._key, text)
            self._cache.close()

    def _of(self, paths: Sequence[str], told: Sequence[object]) -> str:
        made = hashlib.sha256(code().encode())
        settings = sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith("OKRLINT_"))
        for part in (str(Path.cwd()), str(date.today()), repr(list(paths)), repr(list(told)), *settings):
            made.update(f"{part}\0".encode("utf-8", "surrogateescape"))
        for line in self._files(paths):
            made.update(line.encode("utf-8", "surrogateescape"))
        return f"run:{made.hexdigest()}"

    def _files(self, paths: Sequence[str]) -> Iterator[str]:
        """Yield a line for each file that the command would read, and for each that decides over one."""
        folders = {os.path.realpath(path if os.path.isdir(path) else os.path.dirname(path) or ".") for path in paths}  # noqa: PTH112, PTH120 - as in `state`
        for one in files(paths):
            if not isinstance(one, str):
                yield f"{one}\n"
                continue
            folders.add(os.path.realpath(os.path.dirname(one) or "."))  # noqa: PTH120 - as above
            yield self._stamp(one)
        above = {str(parent) for folder in folders for parent in Path(folder).parents}
        for folder in sorted(folders | above):
            for name in _DECIDING:
                yield self._stamp(f"{folder}/{name}")
            house = Path(folder) / _HOUSE
            if house.is_dir():
                yield from stamps(str(house))
            if os.path.exists(f"{folder}/.git"):  # noqa: PTH110 - as above
                yield f"{head(Path(folder))}\n"

    def _stamp(self, path: str) -> str:
        try:
            told = os.stat(path)  # noqa: PTH116 - as above
        except OSError:
            return ""
        self._newest = max(self._newest, told.st_mtime)
        return f"{path}\0{told.st_mtime_ns}\0{told.st_ctime_ns}\0{told.st_size}\0{told.st_ino}\n"
