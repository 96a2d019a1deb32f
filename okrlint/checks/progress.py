"""Checks of check-ins against the calendar and the target: how far it came, how much time is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, Literal

from okrlint.checks.kinds import CheckKind, Hit, Parameters, at, percent
from okrlint.checks.values import start_and_target
from okrlint.reading.cycle import Cycle, cycle
from okrlint.reading.document import ReadDocument, ReadStatement, check_ins, given

#: A check-in so long ago belongs to a document that nobody works with any more.
FORGOTTEN: Final = 180
#: Before a third of the cycle is over, nobody is behind.
EARLY: Final = 0.33
_SCORE: Final = re.compile(r"(?P<share>\d{1,3})\s?%|(?P<points>\d+(?:[.,]\d+)?)(?:\s?/\s?(?P<of>\d+(?:[.,]\d+)?))?")


class Calendar(Parameters):
    """Fires on a key result whose check-ins do not keep up with its cycle.

    `never`: the cycle has run for `days` and there is no check-in. `stale`: the last one is older than `days`.
    `behind`: the share of the way that is done lags behind the share of the cycle that is gone by more than `behind`.
    `undecided`: the cycle is over and nothing was decided. Where the cycle's dates are not told, only `stale` can be
    seen.
    """

    pattern: Literal["never", "stale", "behind", "undecided"]
    days: int = 30
    behind: float = 0.25


def _calendar(parameters: Calendar, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    look = {"never": _never, "stale": _stale, "behind": _behind, "undecided": _undecided}[parameters.pattern]
    for one in document.statements:
        if one.role in roles and one.okr_set is not None:
            dates = cycle(one.okr_set.cycle.text) if one.okr_set.cycle else None
            yield from look(one, dates, document.today, parameters)


def _never(one: ReadStatement, dates: Cycle | None, today: date, parameters: Calendar) -> Iterator[Hit]:
    if dates is None or check_ins(one) or not dates.first <= today <= dates.last:
        return
    gone = (today - dates.first).days
    if gone >= parameters.days and getattr(one.statement, "score", None) is None:
        yield at(one, count=str(gone))


def _stale(one: ReadStatement, dates: Cycle | None, today: date, parameters: Calendar) -> Iterator[Hit]:
    days = [each.on for each in check_ins(one) if each.on is not None]
    if not days or (dates is not None and today > dates.last):
        return
    gone = (today - max(days)).days
    if parameters.days < gone <= FORGOTTEN:
        yield at(one, count=str(gone))


def _behind(one: ReadStatement, dates: Cycle | None, today: date, parameters: Calendar) -> Iterator[Hit]:
    done = progress(one)
    if dates is None or done is None or not dates.first <= today <= dates.last:
        return
    gone = dates.share(today)
    if gone >= EARLY and gone - done > parameters.behind:
        language = one.reading.language
        yield at(one, value=percent(max(done, 0.0), language), limit=percent(gone, language))


def _undecided(one: ReadStatement, dates: Cycle | None, today: date, parameters: Calendar) -> Iterator[Hit]:
    del parameters
    decided = [each.decision for each in check_ins(one) if each.decision]
    if dates is not None and today > dates.last and not decided and given(one, "decision") is None:
        yield at(one)


def progress(one: ReadStatement) -> float | None:
    """Return the share of the way from start to target at the last check-in, or None where it cannot be told."""
    pair = start_and_target(one)
    values = [each.value for each in check_ins(one) if each.value is not None]
    if pair is None or not values or pair[0] == pair[1]:
        return None
    start, target = pair
    return (values[-1] - start) / (target - start)


class Reached(Parameters):
    """Fires on a set in which every key result came in full: by its score, or by its last check-in.

    Silent under `least` key results.
    """

    least: int = 3


def _reached(parameters: Reached, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    del roles
    for okr_set in document.document.sets:
        results = [one for one in document.of(okr_set) if one.role == "key_result"]
        if len(results) >= parameters.least and all(_in_full(one) for one in results):
            yield Hit(None, okr_set, slots={"count": str(len(results))})


def _in_full(one: ReadStatement) -> bool:
    done = progress(one)
    if done is not None:
        return done >= 1
    score = getattr(one.statement, "score", None)
    found = _SCORE.search(str(score)) if score is not None else None
    if found is None:
        return False
    if found["share"]:
        return int(found["share"]) >= 100
    points = float(found["points"].replace(",", "."))
    return points >= (float(found["of"].replace(",", ".")) if found["of"] else 1.0)


CALENDAR = CheckKind("calendar", Calendar, _calendar)
REACHED = CheckKind("reached", Reached, _reached)
