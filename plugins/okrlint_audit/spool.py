"""The leaves of an audit in a file of their own, so that memory does not grow with the organisation."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from okrlint.organisation import Stated
from okrlint_audit.leaf import Leaf, loaded


class Spool:
    """Leaves by their place among the documents; thrown away when it is closed."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="okrlint-audit-")
        self._base = sqlite3.connect(Path(self._folder.name) / "leaves.sqlite", isolation_level=None)
        # Nobody else reads it, and it is not to outlive a crash.
        self._base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;")
        self._base.execute("CREATE TABLE leaf (place INTEGER PRIMARY KEY, path TEXT NOT NULL, text TEXT NOT NULL)")

    def put(self, place: int, path: str, text: str) -> None:
        """Keep the leaf of a document."""
        self._base.execute("INSERT INTO leaf VALUES (?, ?, ?)", (place, path, text))

    def leaves(self, known: Mapping[str, Sequence[Stated]] = MappingProxyType({})) -> Iterator[Leaf]:
        """Yield every leaf in the order of the documents; any number of times.

        `known` are the statements of documents, by path, that need not be made again.
        """
        rows = self._base.execute("SELECT path, text FROM leaf ORDER BY place")
        for path, text in rows:
            yield loaded(text, known.get(path))

    def close(self) -> None:
        """Throw it away."""
        self._base.close()
        self._folder.cleanup()
