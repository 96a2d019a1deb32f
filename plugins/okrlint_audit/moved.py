"""What a team wrote as work in one cycle and as a change in a later one, under the same name or the same objective."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from okrlint.organisation import Group, Stated
from okrlint.organisation.whole import words
from okrlint_audit.audit import Moved
from okrlint_audit.placed import place


def moved(entries: Iterable[tuple[Group | None, Stated, str]]) -> Iterator[Moved]:
    """Yield each key result that was work and became a change from one cycle to the team's next.

    Args:
        entries: Key results with their group and the words of their objective.

    A key result is the same where its author gave it the same name, and else where the objective has the same words
    and neither cycle has another key result under it. Nothing is guessed from likeness: who rewrites a sentence well
    changes its words.
    """
    teams: dict[str, dict[str, list[tuple[Group, Stated, str]]]] = defaultdict(lambda: defaultdict(list))
    for group, one, objective in entries:
        at = place(group) if group is not None else None
        if (
            group is not None
            and at is not None
            and at.key
            and at.cycle_key
            and one.role == "key_result"
            and not one.frame
        ):
            teams[at.key][at.cycle_key].append((group, one, objective))
    for cycles in teams.values():
        for before, after in pairwise(sorted(cycles)):
            yield from _between(cycles[before], cycles[after])


def _between(before: list[tuple[Group, Stated, str]], after: list[tuple[Group, Stated, str]]) -> Iterator[Moved]:
    earlier, later = _by_name(before), _by_name(after)
    for name, (group, one) in earlier.items():
        if name not in later:
            continue
        its_group, other = later[name]
        if one.is_work and other.kind == "outcome" and words(one.text) != words(other.text):
            yield Moved(group.team, group.cycle, its_group.cycle, one.text, other.text)


def _by_name(entries: list[tuple[Group, Stated, str]]) -> dict[tuple[str, str], tuple[Group, Stated]]:
    under: dict[str, list[tuple[Group, Stated]]] = defaultdict(list)
    found: dict[tuple[str, str], tuple[Group, Stated]] = {}
    for group, one, objective in entries:
        under[words(objective)].append((group, one))
        # KR1 under two objectives is two names.
        if one.id:
            found["id", f"{words(objective)}\0{one.id}"] = (group, one)
    return found | {("alone", name): each[0] for name, each in under.items() if name and len(each) == 1}
