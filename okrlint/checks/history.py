"""Checks of what happened since: check-ins that were held, and what was learnt from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from okrlint.checks.kinds import CheckKind, Hit, Parameters, at, percent
from okrlint.reading.document import ReadDocument, check_ins


class History(Parameters):
    """Fires on a key result whose check-ins lack something.

    `without learning`: a check-in that moved a number and noted nothing learnt. `flat confidence`: the same
    confidence in `least` check-ins or more while the value moved. `without decision`: the last check-in of at least
    `least` decides nothing. `low without adjustment`: the last `least` all had a confidence of at most `low`, and none
    decided to adjust or to drop.
    """

    pattern: Literal["without learning", "flat confidence", "without decision", "low without adjustment"]
    least: int = 2
    low: float = 0.3


def _history(parameters: History, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for one in document.statements:
        held = check_ins(one)
        if one.role not in roles or len(held) < parameters.least:
            continue
        number = str(len(held))
        if parameters.pattern == "flat confidence":
            confidences = {each.confidence for each in held}
            values = {each.value for each in held if each.value is not None}
            if len(confidences) == 1 and None not in confidences and len(values) > 1:
                yield at(one, count=number, value=percent(confidences.pop() or 0.0, one.reading.language))
            continue
        if parameters.pattern == "low without adjustment":
            last = held[-parameters.least :]
            low = all(each.confidence is not None and each.confidence <= parameters.low for each in last)
            if low and not any(each.decision in {"adjust", "drop"} for each in last):
                yield at(one, count=str(len(last)), value=percent(last[-1].confidence or 0.0, one.reading.language))
            continue
        if parameters.pattern == "without learning":
            lacking = not any(each.learning for each in held)
        else:
            lacking = held[-1].decision is None
        if lacking:
            yield at(one, count=number)


HISTORY = CheckKind("history", History, _history)
