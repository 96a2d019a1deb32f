"""Whose each group is: its team, level, cycle and parent, from the document, its folders and the organisation file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from okrlint.organisation import Group, paths
from okrlint.organisation.whole import name, period, team
from okrlint_audit.leaf import Leaf
from okrlint_audit.teams import Team


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
    """Return a leaf whose groups have what its path and the organisation file tell where it tells nothing itself."""

    def known(part: str) -> str:
        own = teams.get(team(part))
        return own.name if own is not None else ""

    groups = paths.with_names(leaf.groups, leaf.statements, leaf.path, known)
    return replace(leaf, groups=tuple(_with_level(one, teams.get(team(one.team))) for one in groups))


def _with_level(group: Group, own: Team | None) -> Group:
    if own is None:
        return group
    return replace(group, level=group.level or own.level, parent=group.parent or own.parent)


@lru_cache(maxsize=50_000)
def place(group: Group) -> Place:
    """Return where a group stands, remembered: every statement of it asks."""
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
