"""What was worked out before, kept in a file of this user's own: a convenience, and never a reason to fail.

SQLite keeps it whole when several processes write at once, or one is killed. Whatever goes wrong with it (a full or
read-only disk, a broken file, another version) is as if nothing had been kept.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

#: Entries that are kept; those that were asked for longest ago go first.
MOST: Final = 5_000
#: Seconds to wait for another process that writes.
PATIENCE: Final = 0.5
#: So many keys are asked for at once.
_AT_ONCE: Final = 500
_TABLE: Final = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value TEXT NOT NULL, used REAL NOT NULL)"
_DAY: Final = 86_400.0


def folder() -> Path:
    """Return where things are kept: $OKRLINT_CACHE_DIR, else the folder that the system has for it."""
    named = os.environ.get("OKRLINT_CACHE_DIR")
    if named:
        return Path(named)
    home = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "okrlint"


class Cache:
    """Texts by key, at most so many. What is put is written when the cache is closed, in one go; more may follow."""

    def __init__(self, path: Path | None = None, most: int = MOST) -> None:
        self._most = most
        self._path = path or folder() / "kept.sqlite"
        self._new: dict[str, str] = {}
        self._met: set[str] = set()

    def get(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Return what is kept under some keys."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, str] = {}
        if not self._path.is_file():
            return found
        try:
            with closing(self._open()) as base:
                for at in range(0, len(wanted), _AT_ONCE):
                    part = wanted[at : at + _AT_ONCE]
                    marks = ",".join("?" * len(part))
                    rows = base.execute(f"SELECT key, value, used FROM kept WHERE key IN ({marks})", part)  # noqa: S608 - marks alone
                    for key, value, used in rows:
                        found[key] = value
                        if time.time() - used > _DAY:
                            self._met.add(key)
        except (sqlite3.Error, OSError, ValueError):
            self._broken()
        return found

    def put(self, key: str, value: str) -> None:
        """Keep a text."""
        self._new[key] = value

    def close(self) -> None:
        """Write what was put, and let the oldest go."""
        if not self._new and not self._met:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with closing(self._open()) as base, base:
                base.execute(_TABLE)
                now = time.time()
                rows = [(key, value, now) for key, value in self._new.items()]
                base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                base.executemany("UPDATE kept SET used = ? WHERE key = ?", [(now, key) for key in self._met])
                base.execute(
                    "DELETE FROM kept WHERE key IN (SELECT key FROM kept ORDER BY used DESC LIMIT -1 OFFSET ?)",
                    (self._most,),
                )
        except (sqlite3.Error, OSError, ValueError):
            self._broken()
        self._new.clear()
        self._met.clear()

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=PATIENCE)

    def _broken(self) -> None:
        """Throw a file away that is no database any more; one that is only busy or full stays."""
        with suppress(OSError, sqlite3.Error):
            with closing(self._open()) as base:
                try:
                    told = base.execute("PRAGMA quick_check(1)").fetchone()
                except sqlite3.DatabaseError as error:
                    told = None if "not a database" in str(error) or "malformed" in str(error) else ("ok",)
            if told is None or told[0] != "ok":
                clear(self._path)


def clear(path: Path | None = None) -> bool:
    """Throw away what is kept; return whether there was anything. Raise OSError where that cannot be done."""
    base = path or folder() / "kept.sqlite"
    there = base.is_file()
    for name in (base, *(base.with_name(base.name + end) for end in ("-journal", "-wal", "-shm"))):
        name.unlink(missing_ok=True)
    return there
