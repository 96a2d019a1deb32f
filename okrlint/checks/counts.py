"""Checks that count: how many of something, how long, which share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from okrlint.checks.condition import When, holds
from okrlint.checks.kinds import CheckKind, Hit, Parameters, at
from okrlint.model import Objective
from okrlint.reading.document import ReadDocument


class Count(Parameters):
    """Fires where a set has too many or too few objectives, or an objective key results or initiatives."""

    of: Literal["objectives", "key_results", "initiatives"]
    at_most: int | None = None
    at_least: int | None = None


def _count(parameters: Count, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    del roles
    if parameters.of == "objectives":
        for okr_set in document.document.sets:
            number = len(okr_set.objectives)
            if _outside(number, parameters):
                yield Hit(None, okr_set, slots=_slots(number, parameters))
        return
    for one in document.statements:
        # In a list of statements outside any set, the absence of another statement says nothing.
        if not isinstance(one.statement, Objective) or one.okr_set is None:
            continue
        number = _under(one.statement, parameters.of)
        if _outside(number, parameters):
            yield Hit(one, one.okr_set, slots=_slots(number, parameters))


def _under(objective: Objective, of: str) -> int:
    """Count what stands under an objective; an initiative may stand under one of its key results."""
    if of == "key_results":
        return len(objective.key_results)
    return len(objective.initiatives) + sum(len(one.initiatives) for one in objective.key_results)


def _outside(number: int, parameters: Count) -> bool:
    too_many = parameters.at_most is not None and number > parameters.at_most
    too_few = parameters.at_least is not None and number < parameters.at_least
    return too_many or too_few


def _slots(number: int, parameters: Count) -> dict[str, str]:
    too_many = parameters.at_most is not None and number > parameters.at_most
    limit = parameters.at_most if too_many else parameters.at_least
    return {"count": str(number), "limit": str(limit)}


class Length(Parameters):
    """Fires where a statement has more words than anybody remembers."""

    words_at_most: int


def _length(parameters: Length, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for one in document.statements:
        number = sum(any(sign.isalpha() for sign in word) for word in one.text.split())
        if one.role in roles and number > parameters.words_at_most:
            yield at(one, count=str(number), limit=str(parameters.words_at_most))


class Share(Parameters):
    """Fires where, of the statements of one role in a set, more than a share meets a condition.

    `least` keeps it silent where there are too few statements to speak of a share.
    """

    of: Literal["objective", "key_result", "initiative"]
    when: When
    more_than: float
    least: int = 3


def _share(parameters: Share, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    del roles
    for okr_set in document.document.sets:
        concerned = [one for one in document.of(okr_set) if one.role == parameters.of]
        meeting = [one for one in concerned if holds(parameters.when, one)]
        if len(concerned) >= parameters.least and len(meeting) > parameters.more_than * len(concerned):
            yield Hit(None, okr_set, slots={"count": str(len(meeting)), "total": str(len(concerned))})


COUNT = CheckKind("count", Count, _count, looks_below=True)
LENGTH = CheckKind("length", Length, _length)
SHARE = CheckKind("share", Share, _share, looks_below=True)
