"""Looking at an open document: the same review as everywhere, of what stands in the editor."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from okrlint.config.discovery import HOUSE, Origin
from okrlint.engine.across import Found
from okrlint.engine.known import FILE
from okrlint.errors import Aside, OkrlintError, ReadError
from okrlint.review import Asked, Reviewed, examined
from okrlint.review.across import with_across
from okrlint.review.forget import forget
from okrlint.review.origins import origin_of


@dataclass(frozen=True, eq=False)
class Looked:
    """What there is to say of one version of a document.

    `reviewed` is None where it cannot be read; `errors` are those of the document, `faults` those of anything else (a
    configuration, a rule, a plugin), which are said once and not in the document.
    """

    reviewed: Reviewed | None
    errors: tuple[ReadError | Aside, ...] = ()
    faults: tuple[OkrlintError, ...] = ()


class Looker:
    """Looks at documents, and notices when a configuration changed on disk."""

    def __init__(self, *, fast: bool) -> None:
        #: Whether no model is asked.
        self.fast = fast
        self._stamps: dict[Path, object] = {}
        self._warm: frozenset[str] = frozenset()
        #: Counts how often a configuration changed.
        self.generation = 0
        #: What the other documents of a workspace have to say of a path, where that was looked at.
        self.beside: dict[str, tuple[Found, ...]] = {}

    def look(self, path: str, data: bytes) -> Looked:
        """Return what there is to say of a document whose bytes are held in an editor."""
        self.refresh(Path(path).parent)
        reviewed: Reviewed | None = None
        errors: list[ReadError | Aside] = []
        faults: list[OkrlintError] = []
        try:
            for one in examined([path], asked=Asked(fast=self.fast, held={path: data})):
                if isinstance(one, Reviewed):
                    beside = self.beside.get(path)
                    reviewed = one if beside is None else with_across(one, beside, self.origin(path))
                elif isinstance(one, ReadError | Aside) and one.culprit == path:
                    errors.append(one)
                else:
                    faults.append(one)
        except OkrlintError as error:
            faults.append(error)
        if reviewed is not None:
            self._keep(reviewed)
        return Looked(reviewed, tuple(errors), tuple(faults))

    def _keep(self, reviewed: Reviewed) -> None:
        """Take what a language brought with it out of the garbage collector's rounds.

        It stays for as long as the server does, and going through it takes longer than a look: one answer in ten would
        wait for that.
        """
        spoken = {one.reading.language for one in reviewed.document.statements}
        if not spoken <= self._warm:
            self._warm |= spoken
            gc.collect()
            gc.freeze()

    def origin(self, path: str) -> Origin:
        """Return the configuration of a document, as it stands."""
        return origin_of(path)

    def refresh(self, folder: Path) -> bool:
        """Forget what was read of configurations, if one that holds in a folder is not as it was; tell whether."""
        now = _stamp(folder)
        known = self._stamps.get(folder)
        self._stamps[folder] = now
        if known is None or known == now:
            return False
        forget()
        self.generation += 1
        self._stamps = {folder: now}
        return True


def _stamp(folder: Path) -> object:
    """Return what changes with any file that decides over a folder's documents: their times and sizes."""
    return tuple(_times(folder))


def _times(folder: Path) -> Iterator[tuple[str, int, int]]:
    for above in (folder, *folder.parents):
        for name in ("okrlint.toml", "pyproject.toml", FILE):
            yield from stamp_of(above / name)
        house = above / HOUSE
        if house.is_dir():
            for root, _, names in os.walk(house):
                for name in sorted(names):
                    yield from stamp_of(Path(root, name))


def stamp_of(path: Path) -> Iterator[tuple[str, int, int]]:
    """Yield what changes with a file: its path, its time and its size; nothing where it is not there."""
    try:
        told = path.stat()
    except OSError:
        return
    yield str(path), told.st_mtime_ns, told.st_size
