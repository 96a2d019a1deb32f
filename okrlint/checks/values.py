"""Checks of values against one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, Literal

from okrlint.checks.condition import is_declared
from okrlint.checks.kinds import CheckKind, Hit, Parameters, at
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint.reading.fold import fold
from okrlint.reading.numbers import BARE, parse

_TIMES: Final = {"": 1.0, "k": 1e3, "m": 1e6, "mio": 1e6, "md": 1e9, "mds": 1e9, "bn": 1e9, "b": 1e9}
#: A figure alone, with its sign, its thousands, what it is taken times, and its unit.
_FIGURE: Final = re.compile(
    rf"[<>≤≥~]?\s?[$€£]?\s?(?P<sign>-)?(?P<digits>{BARE})"
    r"(?:\s?(?P<times>k|mio|mds?|m|bn|b)(?![a-z]))?\s?(?:[^\d\s/–—-].*)?"
)

NINES: Final = 99


class Contradiction(Parameters):
    """Fires where the start equals the target, or where the numbers move against the verb.

    `declared_not` names kinds by which the author may declare that nothing is to move.
    """

    between: Literal["baseline and target", "direction and numbers"]
    declared_not: tuple[str, ...] = ()


def _contradiction(parameters: Contradiction, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for one in document.statements:
        if one.role not in roles or is_declared(one, parameters.declared_not):
            continue
        pair = start_and_target(one)
        if pair is None or _in_two_units(one):
            continue
        start, target = pair
        measure = one.reading.measure
        words = tuple(each for each in (measure.baseline_words, measure.target_words) if each)
        if parameters.between == "baseline and target" and start == target:
            yield at(one, words)
        if parameters.between == "direction and numbers" and _against(one, start, target):
            yield at(one, words)


def _in_two_units(one: ReadStatement) -> bool:
    """Whether start and target are each written with a unit, and not with the same (a month, fifteen days)."""
    measure = one.reading.measure
    units = [
        re.sub(r"[\W\d_]+", "", fold(each.text)) for each in (measure.baseline_words, measure.target_words) if each
    ]
    return len(units) == 2 and all(units) and units[0].rstrip("s") != units[1].rstrip("s")


def _against(one: ReadStatement, start: float, target: float) -> bool:
    said = one.reading.measure.said
    return (said == "increase" and target < start) or (said == "decrease" and target > start)


def start_and_target(one: ReadStatement) -> tuple[float, float] | None:
    """Return baseline and target as numbers, from the fields first, then from the sentence."""
    measure = one.reading.measure
    language = one.reading.language
    start = _number(getattr(one.statement, "baseline", None), measure.baseline, language)
    target = target_of(one)
    return (start, target) if start is not None and target is not None else None


def target_of(one: ReadStatement) -> float | None:
    """Return the target as a number, from its field first, then from the sentence."""
    return _number(getattr(one.statement, "target", None), one.reading.measure.target, one.reading.language)


def _number(written: object, read: float | None, language: str) -> float | None:
    """Return a field as a number, expanded: `2 M€` is two millions; the sentence's own where it is none."""
    if written is None:
        return read
    found = _FIGURE.fullmatch(fold(str(written)).strip())
    if found is None:
        return read
    value = parse(found.group("digits"), "," if language == "fr" else ".")
    return (-value if found.group("sign") else value) * _TIMES[found.group("times") or ""]


class Precision(Parameters):
    """Fires where a target has more significant digits than anybody steers by.

    Percentages from 99 on are passed over: in availability each nine counts.
    """

    digits_at_most: int = 3


def _precision(parameters: Precision, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for one in document.statements:
        measure = one.reading.measure
        if one.role not in roles or measure.target is None or (measure.unit == "%" and measure.target >= NINES):
            continue
        words = measure.target_words
        if words is not None and not any(character.isdigit() for character in words.text):
            continue  # a third is not exact, whatever number it stands for
        # Trailing zeros say how large it is, not how exact.
        digits = Decimal(repr(measure.target)).normalize().as_tuple().digits
        if len(digits) > parameters.digits_at_most:
            yield at(one, (measure.target_words,) if measure.target_words else (), count=str(len(digits)))


PRECISION = CheckKind("precision", Precision, _precision)
CONTRADICTION = CheckKind("contradiction", Contradiction, _contradiction)
