"""Checks of values against one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from okrlint.checks.kinds import CheckKind, Hit, Parameters, at
from okrlint.reading.document import ReadDocument, ReadStatement


class Contradiction(Parameters):
    """Fires where the start equals the target, or where the numbers move against the verb."""

    between: Literal["baseline and target", "direction and numbers"]


def _contradiction(parameters: Contradiction, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for one in document.statements:
        if one.role not in roles:
            continue
        pair = start_and_target(one)
        if pair is None:
            continue
        start, target = pair
        measure = one.reading.measure
        words = tuple(each for each in (measure.baseline_words, measure.target_words) if each)
        if parameters.between == "baseline and target" and start == target:
            yield at(one, words)
        if parameters.between == "direction and numbers" and _against(one, start, target):
            yield at(one, words)


def _against(one: ReadStatement, start: float, target: float) -> bool:
    said = one.reading.measure.said
    return (said == "increase" and target < start) or (said == "decrease" and target > start)


def start_and_target(one: ReadStatement) -> tuple[float, float] | None:
    """Return baseline and target as numbers, from the fields first, then from the sentence."""
    measure = one.reading.measure
    start = _number(getattr(one.statement, "baseline", None), measure.baseline)
    target = _number(getattr(one.statement, "target", None), measure.target)
    return (start, target) if start is not None and target is not None else None


def _number(written: object, read: float | None) -> float | None:
    if written is None:
        return read
    digits = "".join(each for each in str(written).replace(",", ".") if each.isdigit() or each in ".-")
    try:
        return float(digits)
    except ValueError:
        return read


CONTRADICTION = CheckKind("contradiction", Contradiction, _contradiction)
