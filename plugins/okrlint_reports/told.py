"""What the reports for machines share: the order of notes, a note as one text, and paths as a repository knows them."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.record import NoteRecord, Record

if TYPE_CHECKING:
    from okrlint.review import Review


def by_worth(review: Review) -> list[tuple[Record, NoteRecord]]:
    """Return the notes, those first that are most worth a conversation: some readers show only the first few."""
    return sorted(review.notes, key=lambda entry: entry[1].worth)


def text_of(note: NoteRecord, between: str = " ") -> str:
    """Return what a note says as one text, without its title and frames; of an unsure one only what it asks."""
    told = (note.question,) if note.tentative else (note.message, note.why, note.question)
    return between.join(part for part in told if part) or note.title


def ended(title: str) -> str:
    """Return a title as a sentence; one that asks ends already."""
    return title if title.endswith(("?", "!", "…")) else f"{title}."


@lru_cache(maxsize=4096)
def from_root(path: str) -> str:
    """Return a path as the repository knows it, with `/`; one that lies outside stays as it is given."""
    root = _root(Path.cwd())
    full = os.path.realpath(path)
    return Path(full).relative_to(root).as_posix() if Path(full).is_relative_to(root) else Path(path).as_posix()


@lru_cache(maxsize=4)
def _root(folder: Path) -> Path:
    """Return the folder of the repository, else where the command was run."""
    here = Path(os.path.realpath(folder))
    return next((above for above in (here, *here.parents) if (above / ".git").exists()), here)
