"""The leaves of an audit in a file of their own, so that memory does not grow with the organisation."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from okrlint_audit.leaf import Leaf, loaded


class Spool:
    """Leaves by their place among the documents; thrown away when it is closed."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="okrlint-audit-")
        self._base = sqlite3.connect(Path(self._folder.name) / "leaves.sqlite", isolation_level=None)
        # Nobody else reads it, and it is not to outlive a crash.
        self._base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;")
        self._base.execute("CREATE TABLE leaf (place INTEGER PRIMARY KEY, text TEXT NOT NULL)")

    def put(self, place: int, text: str) -> None:
        """Keep the leaf of a document."""
        self._base.execute("INSERT INTO leaf VALUES (?, ?)", (place, text))

    def leaves(self) -> Iterator[Leaf]:
        """Yield every leaf in the order of the documents; any number of times."""
        rows = self._base.execute("SELECT text FROM leaf ORDER BY place")
        for (text,) in rows:
            yield loaded(text)

    def close(self) -> None:
        """Throw it away."""
        self._base.close()
        self._folder.cleanup()
