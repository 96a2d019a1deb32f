"""Checks of an objective and what stands under it, taken together: what all of them say, what none of them says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from okrlint.checks.condition import When, holds
from okrlint.checks.kinds import CheckKind, Hit, Parameters, at
from okrlint.model import Initiative, KeyResult, Objective
from okrlint.reading.document import ReadDocument, ReadStatement


class Together(Parameters):
    """Fires on an objective where it meets `objective` and what stands under it hangs together so.

    Each of `every`, `some` and `none` is a list of conditions, of which one is enough for a statement: every statement
    of the role `of` meets one of `every`, at least one meets one of `some`, and not one meets one of `none`. Silent
    under `least` statements.
    """

    of: Literal["key_result", "initiative"] = "key_result"
    objective: When = When()
    every: tuple[When, ...] = ()
    some: tuple[When, ...] = ()
    none: tuple[When, ...] = ()
    least: int = 2


def _together(parameters: Together, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for one in document.statements:
        if one.role not in roles or not isinstance(one.statement, Objective) or not holds(parameters.objective, one):
            continue
        under = [each for each in document.under(one.statement) if each.role == parameters.of]
        if len(under) < parameters.least:
            continue
        if parameters.every and not all(_meets(parameters.every, each) for each in under):
            continue
        if parameters.none and any(_meets(parameters.none, each) for each in under):
            continue
        meeting = [each for each in under if _meets(parameters.some, each)]
        if meeting or not parameters.some:
            yield at(one, count=str(len(under)), result=meeting[0].text.rstrip(" .") if meeting else "")


def _meets(conditions: Sequence[When], one: ReadStatement) -> bool:
    return any(holds(when, one) for when in conditions)


class Untouched(Parameters):
    """Fires on an objective of whose words no key result takes up any, nor one that begins alike.

    Silent under `least` key results, and where the objective says little that could be taken up.
    """

    least: int = 2


#: Words that begin alike so far are taken for kin (satisfied, satisfaction).
ALIKE: Final = 5
_LITTLE: Final = 2


def _untouched(parameters: Untouched, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for one in document.statements:
        if one.role not in roles or not isinstance(one.statement, Objective):
            continue
        results = [each for each in document.under(one.statement) if each.role == "key_result"]
        topics = {word[:ALIKE] for word in one.reading.topics}
        if len(results) < parameters.least or len(topics) < _LITTLE:
            continue
        if all(topics.isdisjoint(word[:ALIKE] for word in each.reading.topics) for each in results):
            yield at(one, count=str(len(results)))


class Bet(Parameters):
    """Fires on an initiative that stands beside no key result, so that nobody can say what it is a bet on."""


def _bet(parameters: Bet, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    del parameters
    with_results = {id(one.objective) for one in document.statements if isinstance(one.statement, KeyResult)}
    nested = {
        id(initiative)
        for one in document.statements
        if isinstance(one.statement, KeyResult)
        for initiative in one.statement.initiatives
    }
    for one in document.statements:
        # In a list of statements outside any set, the absence of another statement says nothing.
        if one.role not in roles or one.okr_set is None or not isinstance(one.statement, Initiative):
            continue
        if id(one.statement) not in nested and (one.objective is None or id(one.objective) not in with_results):
            yield at(one)


TOGETHER = CheckKind("together", Together, _together, looks_below=True)
UNTOUCHED = CheckKind("untouched", Untouched, _untouched, looks_below=True)
BET = CheckKind("bet", Bet, _bet, looks_below=True)
