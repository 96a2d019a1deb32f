"""Checks of a document against what it said before: a target that moved closer while the cycle ran."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from okrlint.checks.kinds import CheckKind, Hit, Parameters, at
from okrlint.checks.similar import kin
from okrlint.checks.values import start_and_target, target_of
from okrlint.model import KeyResult, Objective
from okrlint.reading.cycle import cycle
from okrlint.reading.document import Earlier, ReadDocument, ReadStatement

#: A key result of which so much is the same, figures aside, is the same one.
SAME: Final = 0.8


class Eased(Parameters):
    """Fires on a key result whose target was harder in an earlier version of the document, in the same cycle.

    Earlier versions are those that git keeps of the file. One from before the cycle began is a draft, and may say
    anything. Where the cycle's dates are not told, every earlier version of the same cycle counts. A check-in that says
    what was learnt and decides to adjust tells why, and then there is nothing to ask.
    """


def _eased(parameters: Eased, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    del parameters
    for one in document.statements:
        if one.role not in roles or _is_told(one):
            continue
        found = next(((version, other) for version, other in _before(one, document) if _is_easier(one, other)), None)
        if found is not None:
            version, other = found
            yield at(one, other=other.text.rstrip(" ."), date=version.on.isoformat(), version=version.version)


def _is_told(one: ReadStatement) -> bool:
    check_ins = one.statement.check_ins if isinstance(one.statement, KeyResult | Objective) else ()
    return any(each.decision == "adjust" and each.learning is not None for each in check_ins)


def _before(one: ReadStatement, document: ReadDocument) -> Iterator[tuple[Earlier, ReadStatement]]:
    written = one.okr_set.cycle.text if one.okr_set is not None and one.okr_set.cycle else None
    dates = cycle(written) if written else None
    for version in document.earlier:
        if dates is not None and not dates.first <= version.on <= dates.last:
            continue
        for other in version.statements:
            then = other.okr_set.cycle.text if other.okr_set is not None and other.okr_set.cycle else None
            if other.role == one.role and then == written and kin(one.text, other.text, SAME):
                yield version, other
                break


def _is_easier(one: ReadStatement, other: ReadStatement) -> bool:
    """Whether the way to go became shorter: the target moved towards the start, or against the direction."""
    now, then = target_of(one), target_of(other)
    if now is None or then is None or now == then or one.reading.measure.unit != other.reading.measure.unit:
        return False
    pair = start_and_target(other)
    if pair is not None and pair[0] != pair[1]:
        return now < then if pair[1] > pair[0] else now > then
    direction = other.reading.measure.direction
    at_most = other.reading.measure.comparator in {"<", "<="}
    return now > then if direction == "decrease" or at_most else now < then


EASED = CheckKind("eased", Eased, _eased, looks_back=True)
