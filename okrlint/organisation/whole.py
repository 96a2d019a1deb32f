"""An organisation: groups and statements of many documents, found by name, team and words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, Final

from okrlint.organisation.data import Group, Stated
from okrlint.reading.cycle import Cycle, cycle
from okrlint.reading.fold import fold

#: What stands around a team's name and is no part of it: Team Payments, the payments team, l'équipe Paiements.
_TEAM: Final = re.compile(
    r"(?:(?:the|la|le|les)\s|l')?(?:(?:team|squad|equipe)(?:\s(?:de|du|des|of)\b|\sd')?\s)?(?P<name>.+?)(?:\s(?:team|squad))?"
)


@dataclass(frozen=True, eq=False)
class Organisation:
    """What many documents say, as one."""

    groups: Sequence[Group]
    statements: Sequence[Stated]

    @cached_property
    def _groups(self) -> Mapping[tuple[str, int], Group]:
        return {(one.path, one.number): one for one in self.groups}

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], Stated]:
        """Statements by document and by either of their names there."""
        found = {(one.path, one.id): one for one in self.statements if one.id}
        return MappingProxyType(found | {(one.path, one.ident): one for one in self.statements})

    @cached_property
    def by_id(self) -> Mapping[str, Sequence[Stated]]:
        """Statements by the name that their author gave them, folded."""
        found: dict[str, list[Stated]] = {}
        for one in self.statements:
            if one.id:
                found.setdefault(name(one.id), []).append(one)
        return MappingProxyType(found)

    @cached_property
    def by_words(self) -> Mapping[str, Sequence[Stated]]:
        """Objectives and key results by their words, folded."""
        found: dict[str, list[Stated]] = {}
        for one in self.statements:
            if one.role in {"objective", "key_result"}:
                found.setdefault(words(one.text), []).append(one)
        return MappingProxyType(found)

    @cached_property
    def by_team(self) -> Mapping[str, Sequence[Group]]:
        """Groups by the name of their team, folded."""
        found: dict[str, list[Group]] = {}
        for one in self.groups:
            if one.team:
                found.setdefault(team(one.team), []).append(one)
        return MappingProxyType(found)

    @cached_property
    def _of_group(self) -> Mapping[tuple[str, int], Sequence[Stated]]:
        found: dict[tuple[str, int], list[Stated]] = {}
        for one in self.statements:
            found.setdefault((one.path, one.number), []).append(one)
        return found

    @cached_property
    def known(self) -> dict[tuple[str, int | None, str], Any]:
        """Where links lead, as far as that was asked: the document, the number of the group, the link as written."""
        return {}

    def group(self, one: Stated) -> Group | None:
        """Return the group that a statement is in."""
        return self._groups.get((one.path, one.number))

    def of(self, group: Group) -> Sequence[Stated]:
        """Return the statements of a group."""
        return self._of_group.get((group.path, group.number), ())


def name(text: str) -> str:
    """Return a name without what people write differently: case, accents, spaces, a leading #."""
    return " ".join(fold(text).strip(" #.").split())


@lru_cache(maxsize=4096)
def team(text: str) -> str:
    """Return a team's name without what stands around it: `Team Payments` and `payments` are one."""
    said = name(text).replace("’", "'")
    found = _TEAM.fullmatch(said)
    return found["name"] if found is not None else said


def words(text: str) -> str:
    """Return a statement's words without case, accents and what stands around them."""
    return " ".join(fold(text).strip(" .").split())


@lru_cache(maxsize=1024)
def period(text: str) -> Cycle | None:
    """Return the days that a cycle's name stands for, remembered: an organisation has few."""
    return cycle(text) if text else None


def same_time(one: Group, other: Group) -> bool:
    """Whether two groups speak of the same time; where one does not say, they may."""
    if not one.cycle or not other.cycle:
        return True
    mine, its = period(one.cycle), period(other.cycle)
    if mine is None or its is None:
        return name(one.cycle) == name(other.cycle)
    return mine.first <= its.last and its.first <= mine.last
