"""How an organisation hangs together: what serves what, what is said twice, what documents contradict each other in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from okrlint.checks.across import linked, pairs, rounds, served
from okrlint.organisation import Group, Organisation, reached
from okrlint.organisation.whole import period
from okrlint_audit.audit import Alignment, Pair
from okrlint_audit.crossed import Spot
from okrlint_audit.placed import contradictions, doubles, place
from okrlint_audit.words import remark

#: How alike two statements of two teams are to be told.
ALIKE: Final = 0.9


def alignment(whole: Organisation, names: Mapping[str, str]) -> Alignment:
    """Return how the objectives of an organisation hang together; `names` are those of teams by their key."""
    objectives = [one for one in whole.statements if one.role == "objective" and not one.frame]
    above: dict[Spot, list[Spot]] = {}
    edges: dict[str, set[str]] = defaultdict(set)
    missing: dict[str, set[str]] = defaultdict(set)
    pointing = found = 0
    for one in objectives:
        targets = served(whole, one)
        pointing += bool(targets)
        group = whole.group(one)
        led = [reached(whole, one.path, group, target) for target in targets]
        found += any(led)
        if group is not None and not any(led):
            missing[_called(group, names)] |= set(targets)
        spots = [(each.path, each.ident) for each in (each for one_ in led for each in one_.statements)]
        for its in (its for one_ in led for its in one_.groups):
            spots += [(each.path, each.ident) for each in whole.of(its) if each.role == "objective"]
        above[one.path, one.ident] = spots
        for spot in spots:
            other = whole.group(whole.by_name[spot])
            if group is not None and other is not None and place(group).key != place(other).key:
                edges[_called(group, names)].add(_called(other, names))
    circles = len(rounds(whole))
    depth = _depth(above)
    return Alignment(
        len(objectives),
        pointing,
        found,
        pointing - found,
        circles,
        depth,
        {one: sorted(up) for one, up in edges.items()},
        {one: sorted(up) for one, up in missing.items() if up},
    )


def _called(group: Group, names: Mapping[str, str]) -> str:
    return names.get(place(group).key, group.team)


def _depth(above: Mapping[Spot, Sequence[Spot]]) -> int:
    """Return how many steps the longest way up has; a circle is gone round once at most."""
    depth: dict[Spot, int] = {}
    for start in above:
        way = [start]
        on_way = {start}
        while way:
            one = way[-1]
            waiting = next((up for up in above.get(one, ()) if up not in depth and up not in on_way), None)
            if waiting is not None:
                way.append(waiting)
                on_way.add(waiting)
                continue
            depth[one] = max((depth.get(up, 0) + 1 for up in above.get(one, ())), default=0)
            on_way.discard(way.pop())
    return max(depth.values(), default=0)


def alike(whole: Organisation) -> Iterator[Pair]:
    """Yield every two objectives or key results that two teams say nearly alike at the same time.

    A copy of what it serves is none: it is told as a copy.
    """
    for one, other in pairs(whole, frozenset({"objective", "key_result"}), ALIKE):
        mine, its = whole.group(one), whole.group(other)
        if mine is not None and its is not None and not linked(whole, one, other):
            figures = [[each for each in text if each.isdigit()] for text in (one.text, other.text)]
            yield Pair(one, other, mine.team, its.team, figures[0] == figures[1])


def remarks(whole: Organisation, language: str) -> Iterator[str]:
    """Yield what the documents contradict each other in, and what they do not tell, a sentence each."""
    for team, cycle, one, other in contradictions(whole.groups):
        yield remark(
            "parents",
            language,
            team=team,
            cycle=cycle,
            one=one.parent,
            other=other.parent,
            path=one.path,
            beside=other.path,
        )
    for one, other in doubles(whole.groups):
        yield remark("doubles", language, team=one.team, cycle=one.cycle, path=one.path, beside=other.path)
    mixed: dict[str, set[str]] = defaultdict(set)
    for each in whole.statements:
        group = whole.group(each)
        if group is not None and group.team:
            mixed[group.team].add(each.language)
    several = [team for team, languages in mixed.items() if len(languages) > 1]
    if several:
        yield remark("mixed", language, count=len(several), teams=", ".join(several[:5]))
    if whole.statements and not any(period(group.cycle) or group.cycle for group in whole.groups):
        yield remark("no_cycle", language)
