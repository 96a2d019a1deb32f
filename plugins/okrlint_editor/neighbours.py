"""The documents of a folder as one organisation, each read again only when it changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from okrlint.engine.across import Found, run_across
from okrlint.engine.files import excluded, files
from okrlint.engine.light import is_light
from okrlint.errors import OkrlintError, ReadError
from okrlint.organisation import Group, Organisation, Stated, groups_of, stated_of
from okrlint.organisation.paths import with_names
from okrlint.review.across import rules_across
from okrlint.review.origins import base
from okrlint_editor.looked import Looked, Looker, stamp_of

#: A folder of more files is no folder of OKRs: whoever opens one asks for the files that they open.
MOST_FILES: Final = 2_000


@dataclass(frozen=True, eq=False)
class Part:
    """What one document adds to its folder; `stamp` changes when it is to be read again."""

    stamp: object
    groups: Sequence[Group] = ()
    stated: Sequence[Stated] = ()


class Neighbours:
    """What the documents of a workspace say; called on the thread that looks."""

    def __init__(self, looker: Looker) -> None:
        self._looker = looker
        self._parts: dict[str, Part] = {}

    def paths(self, folder: str, held: Iterable[str]) -> list[str]:
        """Return the documents of a folder: those on disk that are not left out, and those that lie open in it.

        Of a folder with too many nothing is returned, and neither of a home folder: what an editor falls back to when
        it knows no better is no workspace.
        """
        root = Path(folder).resolve()
        if root == Path.home() or root in Path.home().parents:
            return []
        found = list(islice((one for one in files([folder]) if not isinstance(one, ReadError)), MOST_FILES + 1))
        if len(found) > MOST_FILES:
            return []
        inside = (path for path in held if Path(path).is_relative_to(folder))
        return [path for path in dict.fromkeys([*found, *inside]) if not self._left_out(path)]

    def part(self, folder: str, path: str) -> Part:
        """Return what a document of a folder adds as it lies on disk, read again if it changed."""
        self._looker.refresh(Path(path).parent)
        stamp = (self._looker.generation, *stamp_of(Path(path)))
        known = self._parts.get(path)
        if known is None or known.stamp != stamp:
            known = self._parts[path] = _part(folder, self.look(path), stamp)
        return known

    def put(self, folder: str, path: str, looked: Looked) -> None:
        """Take what an open document adds."""
        self._parts[path] = _part(folder, looked, None)

    def known(self, path: str) -> Part | None:
        """Return what a document adds, as far as that is known."""
        return self._parts.get(path)

    def look(self, path: str) -> Looked:
        """Return what there is to say of a document on disk."""
        try:
            return self._looker.look(path, Path(path).read_bytes())
        except OSError:
            return Looked(None)  # gone between listing and reading

    def across(self, folder: str, paths: Sequence[str]) -> tuple[dict[str, tuple[Found, ...]], Sequence[OkrlintError]]:
        """Return what the documents of a folder say of one another, by path, and what failed."""
        parts = [self._parts[path] for path in paths if path in self._parts]
        whole = Organisation(
            [one for part in parts for one in part.groups], [one for part in parts for one in part.stated]
        )
        told: dict[str, tuple[Found, ...]] = dict.fromkeys(paths, ())
        try:
            rules = rules_across(self._looker.origin(str(Path(folder) / "any")))
        except OkrlintError as error:
            return told, [error]
        found, faults = run_across(whole, [one for one in rules if is_light(one) or not self._looker.fast])
        for one in found:
            told[one.met.stated.path] = (*told[one.met.stated.path], one)
        return told, faults

    def forget(self, paths: Sequence[str]) -> None:
        """Keep what is known of some paths only."""
        self._parts = {path: self._parts[path] for path in paths if path in self._parts}

    def _left_out(self, path: str) -> bool:
        try:
            origin = self._looker.origin(path)
        except OkrlintError:
            return False  # the fault is told when the document's turn comes
        return excluded(path, origin.config.exclude, base(origin))


def _part(folder: str, looked: Looked, stamp: object) -> Part:
    if looked.reviewed is None:
        return Part(stamp)
    document = looked.reviewed.document
    stated = stated_of(document)
    return Part(stamp, with_names(groups_of(document), stated, document.document.path, below=folder), stated)
