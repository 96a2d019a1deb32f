"""Checks of an organisation: what one team says, held against what another says at the same time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from okrlint.checks.kinds import CheckKind, Met, Parameters, within
from okrlint.organisation import Organisation, Stated, reached
from okrlint.organisation.twins import alike, twins
from okrlint.organisation.whole import name, period, same_time, team

_FIGURES: Final = re.compile(r"\d+")
#: A pair of places among some statements.
_Pair = tuple[Stated, Stated]


class Aligned(Parameters):
    """Fires on a statement whose links do not hold in the organisation.

    `orphan`: it says what it serves, and nobody in the organisation says that, nor is a team called so. `circle`:
    following parents leads back to it. `unconfirmed`: it waits for a team that says nothing of it, or for what nobody
    says. One group alone is no organisation: there, these three are silent. `copied`: it says nearly what its parent
    says, or what the link itself says where nobody else does.
    """

    pattern: Literal["orphan", "circle", "unconfirmed", "copied"]
    at_least: float = 0.85


def _aligned(parameters: Aligned, roles: frozenset[str], whole: Organisation) -> Iterator[Met]:
    if parameters.pattern == "copied":
        yield from _copied(parameters, roles, whole)
    elif len(whole.groups) > 1:
        yield from {"orphan": _orphans, "circle": _circles, "unconfirmed": _unconfirmed}[parameters.pattern](
            roles, whole
        )


def _orphans(roles: frozenset[str], whole: Organisation) -> Iterator[Met]:
    for one in whole.statements:
        if one.role in roles:
            # A link by name that leads nowhere is the business of the kind `link`.
            lost = (target for target in served(whole, one) if "#" not in target)
            target = next((each for each in lost if not reached(whole, one.path, whole.group(one), each)), None)
            if target is not None:
                yield Met(one, {"target": target})


def _circles(roles: frozenset[str], whole: Organisation) -> Iterator[Met]:
    rings = rounds(whole)
    for one in whole.statements:
        if one.role in roles and (one.path, one.ident) in rings:
            yield Met(one, {"other": rings[one.path, one.ident].text.rstrip(" .")})


def _unconfirmed(roles: frozenset[str], whole: Organisation) -> Iterator[Met]:
    for one in whole.statements:
        if one.role in roles:
            target = next((each for each in one.waits if not _confirmed(whole, one, each)), None)
            if target is not None:
                yield Met(one, {"target": target})


def _copied(parameters: Aligned, roles: frozenset[str], whole: Organisation) -> Iterator[Met]:
    for one in whole.statements:
        if one.role in roles:
            group = whole.group(one)
            for target in (*one.parents, *([group.parent] if group is not None and group.parent else [])):
                found = reached(whole, one.path, group, target)
                said = [each.text for each in found.statements] or ([] if found else [target])
                other = next((text for text in said if _same(one.text, text, parameters.at_least)), None)
                if other is not None:
                    yield Met(one, {"other": other.rstrip(" .")})
                    break


def _same(one: str, other: str, at_least: float) -> bool:
    """Whether two texts say nearly the same, their figures too."""
    return _FIGURES.findall(one) == _FIGURES.findall(other) and alike(one, other) >= at_least


def served(whole: Organisation, one: Stated) -> tuple[str, ...]:
    """Return what a statement says that it serves: by itself, or an objective by its group."""
    group = whole.group(one)
    if one.parents or one.role != "objective" or group is None or not group.parent:
        return one.parents
    return (group.parent,)


def _confirmed(whole: Organisation, one: Stated, target: str) -> bool:
    """Whether what is waited for is there: a statement that is named is; a team has to speak of it."""
    group = whole.group(one)
    found = reached(whole, one.path, group, target)
    if found.statements:
        return True
    mine = {name(each) for each in (one.ident, one.id, one.text) if each}
    own = team(group.team) if group is not None and group.team else None
    for its in found.groups:
        for said in whole.of(its):
            links = (*served(whole, said), *said.waits)
            if any(name(each.rpartition("#")[2]) in mine or team(each) == own for each in links):
                return True
            if own is not None and re.search(rf"\b{re.escape(own)}\b", name(said.text)):
                return True
    return False


def rounds(whole: Organisation) -> Mapping[tuple[str, str], Stated]:
    """Return each statement that serves itself in the end, by document and name, with the first on its way."""
    serves: dict[tuple[str, str], list[Stated]] = {}
    for one in whole.statements:
        for target in served(whole, one):
            serves.setdefault((one.path, one.ident), []).extend(_above(whole, one, target))
    _without_ends(serves)
    return {one: above[0] for one, above in serves.items() if _leads_to(one, above, serves)}


def _without_ends(serves: dict[tuple[str, str], list[Stated]]) -> None:
    """Leave out whatever leads to an end: in most organisations that leaves nothing to follow."""
    below: dict[tuple[str, str], list[tuple[str, str]]] = {}
    open_ = {}
    for place, above in serves.items():
        on = [(each.path, each.ident) for each in above if (each.path, each.ident) in serves]
        open_[place] = len(on)
        for each in on:
            below.setdefault(each, []).append(place)
    ended = [place for place, count in open_.items() if not count]
    while ended:
        last = ended.pop()
        del serves[last]
        for place in below.get(last, ()):
            open_[place] -= 1
            if not open_[place]:
                ended.append(place)


def _leads_to(
    place: tuple[str, str], above: Sequence[Stated], serves: Mapping[tuple[str, str], Sequence[Stated]]
) -> bool:
    waiting, seen = list(above), set[tuple[str, str]]()
    while waiting:
        one = waiting.pop()
        if (one.path, one.ident) == place:
            return True
        if (one.path, one.ident) not in seen:
            seen.add((one.path, one.ident))
            waiting += serves.get((one.path, one.ident), ())
    return False


def _above(whole: Organisation, one: Stated, target: str) -> Sequence[Stated]:
    """Return the statements that a link leads to; of a team that it names, its objectives."""
    group = whole.group(one)
    found = reached(whole, one.path, group, target)
    teams = (each for its in found.groups for each in whole.of(its) if each.role == "objective")
    return [*found.statements, *teams]


class Shared(Parameters):
    """Fires on a statement that another team says too, nearly in the same words and with the same figures.

    Both are told, each with the other's team. What is linked to the other, as its parent or the other way round, is a
    copy and not a double. Groups of different times do not count.
    """

    at_least: float = 0.9


def _shared(parameters: Shared, roles: frozenset[str], whole: Organisation) -> Iterator[Met]:
    told: dict[tuple[str, str], Met] = {}
    for one, other in pairs(whole, roles, parameters.at_least):
        if _FIGURES.findall(one.text) != _FIGURES.findall(other.text) or linked(whole, one, other):
            continue
        for mine, its in ((one, other), (other, one)):
            told.setdefault((mine.path, mine.ident), Met(mine, _named(whole, its)))
    yield from told.values()


class Opposed(Parameters):
    """Fires on a statement that moves a measure one way while another team moves the same measure the other way."""

    at_least: float = 0.9


_AGAINST: Final = {"increase": "decrease", "decrease": "increase"}


def _opposed(parameters: Opposed, roles: frozenset[str], whole: Organisation) -> Iterator[Met]:
    moved = [one for one in whole.statements if one.role in roles and one.metric and one.direction in _AGAINST]
    told: dict[int, Met] = {}
    for places in _times(whole, moved):
        by_metric: dict[str, dict[str, list[int]]] = {}
        for place in places:
            ways = by_metric.setdefault(moved[place].metric, {way: [] for way in _AGAINST})
            ways[moved[place].direction].append(place)
        metrics = list(by_metric)
        near: dict[str, list[str]] = {metric: [metric] for metric in metrics}
        for at, beside in twins(metrics, parameters.at_least):
            near[metrics[at]].append(metrics[beside])
            near[metrics[beside]].append(metrics[at])
        for metric, ways in by_metric.items():
            for way, some in ways.items():
                others = [other for each in near[metric] for other in by_metric[each][_AGAINST[way]]]
                for place in some:
                    # One is enough to talk about, and many teams may follow the same measure.
                    other = next((each for each in others if _apart(whole, moved[place], moved[each])), None)
                    if other is not None:
                        told[place] = Met(moved[place], {**_named(whole, moved[other]), "metric": metric})
    yield from (told[place] for place in sorted(told))


def pairs(whole: Organisation, roles: frozenset[str], at_least: float) -> Iterator[_Pair]:
    """Yield every two statements of some roles that two teams say nearly alike at the same time."""
    shared = roles <= _TWINNED
    for one, other in _pairs(whole, _TWINNED if shared else roles, at_least):
        if one.role in roles and other.role in roles:
            yield one, other


#: The roles whose likeness more than one asks for: it is worked out once for all.
_TWINNED: Final = frozenset({"objective", "key_result"})


@lru_cache(maxsize=2)
def _pairs(whole: Organisation, roles: frozenset[str], at_least: float) -> Sequence[_Pair]:
    """Return every two statements of two teams at the same time whose texts are alike, in order.

    Only what may be of the same time is held against each other: most organisations keep many cycles.
    """
    some = [one for one in whole.statements if one.role in roles and not one.frame]
    found: set[tuple[int, int]] = set()
    for places in _times(whole, some):
        for at, beside in twins([some[place].text for place in places], at_least):
            one, other = places[at], places[beside]
            if _apart(whole, some[one], some[other]):
                found.add((one, other))
    return [(some[one], some[other]) for one, other in sorted(found)]


def _times(whole: Organisation, some: Sequence[Stated]) -> Iterator[Sequence[int]]:
    """Yield the places of statements whose times overlap, or may; who says no time that is a time, is in each."""
    dated: dict[tuple[date, date], list[int]] = {}
    timeless: list[int] = []
    for place, one in enumerate(some):
        group = whole.group(one)
        when = period(group.cycle) if group is not None else None
        if when is not None:
            dated.setdefault((when.first, when.last), []).append(place)
        elif group is not None:
            timeless.append(place)
    run: list[int] = []
    until: date | None = None
    for (first, last), places in sorted(dated.items()):
        if until is not None and first > until:
            yield sorted(run + timeless)
            run = []
        run += places
        until = max(until or last, last)
    if run or timeless:
        yield sorted(run + timeless)


def _apart(whole: Organisation, one: Stated, other: Stated) -> bool:
    """Whether two statements are of two teams, at the same time."""
    mine, its = whole.group(one), whole.group(other)
    if mine is None or its is None or not same_time(mine, its):
        return False
    return bool(mine.team and its.team) and team(mine.team) != team(its.team)


def linked(whole: Organisation, one: Stated, other: Stated) -> bool:
    """Whether one of two statements says that it serves the other."""
    for mine, its in ((one, other), (other, one)):
        for target in served(whole, mine):
            if its in _above(whole, mine, target):
                return True
    return False


def _named(whole: Organisation, one: Stated) -> dict[str, str]:
    group = whole.group(one)
    return {"other": one.text.rstrip(" ."), "team": group.team if group is not None else ""}


ALIGNED = CheckKind("aligned", Aligned, within(_aligned), across=_aligned)
SHARED = CheckKind("shared", Shared, within(_shared), across=_shared)
OPPOSED = CheckKind("opposed", Opposed, within(_opposed), across=_opposed)
