"""What a document's path tells where the document does not: whose it is, and of which cycle."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from okrlint.organisation.data import Group, Stated
from okrlint.organisation.whole import name, period

#: Names of files and folders that say nothing of a team.
_NO_TEAM: Final = frozenset({
    "okr", "okrs", "readme", "index", "docs", "team", "teams", "equipe", "equipes", "objectives", "objectifs", "goals",
    "plan", "draft", "src", "tmp", "home", "", ".", "..", "/",
})  # fmt: skip
#: The part of a path that tells a cycle: 2026-Q3, T3 2026, S1.
_CYCLE: Final = re.compile(r"(?<![^\W_])(?:[qt][1-4]|[sh][12]|(?:19|20)\d\d|fy\d\d)(?![^\W_])", re.IGNORECASE)


def with_names(
    groups: Iterable[Group],
    stated: Iterable[Stated],
    path: str,
    known: Callable[[str], str] = lambda _: "",
    *,
    below: str | None = None,
) -> list[Group]:
    """Return the groups of a document with the team and cycle that its path tells, where the document tells none.

    A list of statements outside any set is a group too, of the team that its path names. `known` returns the name of a
    team that is known beforehand, by a part of the path, or nothing. `below` is a folder whose own path tells nothing.
    """
    every = list(groups)
    if any(one.number < 0 for one in stated):
        every.append(Group(path, -1))
    if all(one.team and one.cycle for one in every):
        return every
    parts = list(_parts(PurePath(path).relative_to(below) if below is not None else PurePath(path)))
    found = next(filter(None, map(known, parts)), "")
    named = (_CYCLE.sub(" ", part).strip(" -_.,()") for part in parts)
    found = found or next((part for part in named if name(part) not in _NO_TEAM), "")
    told = (" ".join(_CYCLE.findall(part)) for part in parts)
    when = next((part for part in told if period(part) is not None), "")
    return [replace(one, team=one.team or found, cycle=one.cycle or when) for one in every]


def _parts(path: PurePath) -> Iterator[str]:
    """Yield the words of a path from its end: the name of the file without its ending, then the folders."""
    yield path.stem.replace("_", " ")
    yield from (part.replace("_", " ") for part in reversed(path.parts[:-1]))
