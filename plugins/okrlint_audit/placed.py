"""Whose each group is: its team, level, cycle and parent, from the document, its folders and the organisation file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from okrlint.organisation import Group
from okrlint.organisation.whole import name, period, team
from okrlint_audit.leaf import Leaf
from okrlint_audit.teams import Team

#: Names of files and folders that say nothing of a team.
_NO_TEAM: Final = frozenset({
    "okr", "okrs", "readme", "index", "docs", "team", "teams", "equipe", "equipes", "objectives", "objectifs", "goals",
    "plan", "draft", "src", "tmp", "home", "", ".", "..", "/",
})  # fmt: skip
#: The part of a path that tells a cycle: 2026-Q3, T3 2026, S1.
_CYCLE: Final = re.compile(r"(?<![^\W_])(?:[qt][1-4]|[sh][12]|(?:19|20)\d\d|fy\d\d)(?![^\W_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a group stands in the organisation; `key` and `cycle_key` are what equal names have in common."""

    key: str
    team: str
    level: str
    cycle_key: str
    cycle: str
    parent: str


def with_names(leaf: Leaf, teams: Mapping[str, Team]) -> Leaf:
    """Return a leaf whose groups have the team and cycle that its path tells, where its document tells none.

    A list of statements outside any set is a group too, of the team that its path names.
    """
    groups = list(leaf.groups)
    if any(one.number < 0 for one in leaf.statements):
        groups.append(Group(leaf.path, -1))
    return replace(leaf, groups=tuple(_named(one, leaf.path, teams) for one in groups))


def _named(group: Group, path: str, teams: Mapping[str, Team]) -> Group:
    parts = list(_parts(path))
    found = group.team or next((teams[team(part)].name for part in parts if team(part) in teams), "")
    named = (_CYCLE.sub(" ", part).strip(" -_.,()") for part in parts)
    found = found or next((part for part in named if name(part) not in _NO_TEAM), "")
    told = (" ".join(_CYCLE.findall(part)) for part in parts)
    when = group.cycle or next((part for part in told if period(part) is not None), "")
    own = teams.get(team(found))
    return replace(
        group,
        team=found,
        cycle=when,
        level=group.level or (own.level if own else ""),
        parent=group.parent or (own.parent if own else ""),
    )


def _parts(path: str) -> Iterator[str]:
    """Yield the words of a path from its end: the name of the file without its ending, then the folders."""
    pure = PurePath(path)
    yield pure.stem.replace("_", " ")
    yield from (part.replace("_", " ") for part in reversed(pure.parts[:-1]))


def place(group: Group) -> Place:
    """Return where a group stands."""
    when = period(group.cycle)
    # A year first, so that cycles sort as they come.
    cycle_key = f"{when.first.isoformat()}/{when.last.isoformat()}" if when is not None else name(group.cycle)
    return Place(team(group.team), group.team, group.level, cycle_key, group.cycle, group.parent)


def contradictions(groups: Iterable[Group]) -> Iterator[tuple[str, str, Group, Group]]:
    """Yield each team that two documents put below different parents, with the two, once."""
    first: dict[tuple[str, str], Group] = {}
    told: set[tuple[str, str]] = set()
    for one in groups:
        at = place(one)
        if not one.parent or not at.key:
            continue
        known = first.setdefault((at.key, at.cycle_key), one)
        if team(known.parent) != team(one.parent) and (at.key, at.cycle_key) not in told:
            told.add((at.key, at.cycle_key))
            yield at.team, at.cycle, known, one


def doubles(groups: Iterable[Group]) -> Iterator[tuple[Group, Group]]:
    """Yield each second document of a team and cycle, with the first."""
    first: dict[tuple[str, str], Group] = {}
    told: set[tuple[str, str, str]] = set()
    for one in groups:
        at = place(one)
        if not at.key or one.number < 0:
            continue
        known = first.setdefault((at.key, at.cycle_key), one)
        if known.path != one.path and (at.key, at.cycle_key, one.path) not in told:
            told.add((at.key, at.cycle_key, one.path))
            yield known, one
