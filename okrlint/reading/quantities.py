"""Typed quantities: what each number of a statement is for, before anything is concluded from it.

A number can be a target, a start, an amount of change, a window, a date, a name. Only what is left after names and
times have been taken out can be a target (guideline, section 2).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from okrlint.reading.language import Grammar, Language
from okrlint.reading.numbers import CURRENCIES, Number, numbers
from okrlint.reading.types import Comparator, Direction

Use = Literal["target", "baseline", "window", "aside"]

#: Units that measure time; a number with one of them in a "within …" clause is a limit, not a date.
SHORT: Final = frozenset({"ms", "s", "min", "h"})
#: "Within" so many days is how fast something is served; within more, it is when the work is to be done.
FEW_DAYS: Final = 31
#: A time so few characters behind a start dates it.
NEAR_START: Final = 2
TIMES: Final = SHORT | {"day", "week", "month", "year", "quarter"}
#: What a writer leaves open, whatever the language; the grammar adds its own words.
PLACEHOLDER: Final = (
    r"x{2,}|y{2,}|z{2,}|n{2,}|tbd|tbc|tba|\?{2,}|_{2,}|\$n|[xyzn_](?=\s?%)|‹[^›]*›|<[a-z][^<>]{0,30}>"
    r"|[$€£]\[[^\]\d]{1,30}\]|x(?=\s?(?:→|->|=>)\s?y)|(?<=→ )y|(?<=→)y|(?<=-> )y|(?<==> )y"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its use.

    `amount_of_change` holds for "by 20 %", "double", "+5 points". `noun` is where the counted words may begin.
    """

    number: Number
    use: Use = "target"
    comparator: Comparator = "="
    amount_of_change: bool = False
    direction: Direction | None = None

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.number.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.number.end


@dataclass(frozen=True, slots=True)
class Time:
    """A date, period, window or frequency; `deadline` tells the first two from the others.

    `reference` holds for a period that a change is measured against (versus last year).
    """

    start: int
    end: int
    deadline: bool
    reference: bool = False


@dataclass(frozen=True, slots=True)
class Quantities:
    """All that is counted, dated or left open in one statement.

    `masked` is the folded text with `#` for quantities, `@` for times and `~` for names, offset for offset.
    """

    masked: str
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    placeholders: tuple[tuple[int, int], ...]

    @property
    def targets(self) -> tuple[Quantity, ...]:
        """Those to be reached, in order."""
        return tuple(one for one in self.quantities if one.use == "target")

    @property
    def baselines(self) -> tuple[Quantity, ...]:
        """Those that say where it starts."""
        return tuple(one for one in self.quantities if one.use == "baseline")

    @property
    def deadline(self) -> Time | None:
        """The first date or period by which the statement is to be true."""
        return next((one for one in self.times if one.deadline), None)


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find(folded: str, language: Language, named: Sequence[tuple[int, int]] = ()) -> Quantities:
    """Find and type every quantity and time of a folded statement; `named` are numbers that belong to a name."""
    grammar = language.grammar
    masked = list(folded)
    placeholders = tuple(
        found.span()
        for found in _compiled(rf"(?<![a-z0-9])(?:{PLACEHOLDER}|{grammar.placeholders})(?![a-z0-9])").finditer(folded)
    )
    for start, end in placeholders:
        masked[start:end] = "_" * (end - start)
    found = _cadences(masked, grammar)
    times = _times(masked, grammar)
    _mask(masked, grammar.names, "~")
    for start, end in named:
        masked[start:end] = "~" * (end - start)
    found += _numbers(masked, grammar)
    found = _spans(masked, _ranges("".join(masked), found, grammar), times, grammar)
    found += _wholes("".join(masked), grammar)
    found.sort(key=lambda one: one.start)
    found = _paired("".join(masked), found, grammar)
    found = _served([_compared("".join(masked), one, grammar) for one in found])
    return Quantities(
        masked="".join(masked),
        quantities=tuple(found),
        times=tuple(sorted(_dated(times, found), key=lambda one: one.start)),
        placeholders=placeholders,
    )


def _mask(masked: list[str], patterns: tuple[str, ...], sign: str) -> None:
    text = "".join(masked)
    for pattern in patterns:
        spans = [found.span() for found in _compiled(pattern).finditer(text)]
        for start, end in spans:
            masked[start:end] = sign * (end - start)
        if spans:
            text = "".join(masked)


def _cadences(masked: list[str], grammar: Grammar) -> list[Quantity]:
    """Find a change of rhythm (from weekly to daily), as times a year."""
    for pattern in grammar.cadence_changes:
        for match in _compiled(pattern).finditer("".join(masked)):
            a, b = (grammar.cadences.get(match.group(name)) for name in "ab")
            if a is None or b is None or a == b:
                continue
            for start, end in (match.span("a"), match.span("b")):
                masked[start:end] = "#" * (end - start)
            first, second = (Number(*match.span(name), value, unit="per year") for name, value in (("a", a), ("b", b)))
            return [
                Quantity(first, use="baseline"),
                Quantity(second, direction="increase" if b > a else "decrease"),
            ]
    return []


def _times(masked: list[str], grammar: Grammar) -> list[Time]:
    times: list[Time] = []
    text = "".join(masked)
    for patterns, deadline in ((grammar.references, False), (grammar.windows, False), (grammar.deadlines, True)):
        for pattern in patterns:
            before = len(times)
            for found in _compiled(pattern).finditer(text):
                start, end = found.span("w" if "w" in found.re.groupindex else 0)
                if end > start:
                    times.append(Time(start, end, deadline, reference=patterns is grammar.references))
                    masked[start:end] = "@" * (end - start)
            if len(times) > before:
                text = "".join(masked)
    return times


def _numbers(masked: list[str], grammar: Grammar) -> list[Quantity]:
    found = [Quantity(number) for number in numbers("".join(masked), grammar) if not _is_year(number)]
    for one in found:
        masked[one.start : one.end] = "#" * (one.end - one.start)
    return found


def _ranges(masked: str, found: list[Quantity], grammar: Grammar) -> list[Quantity]:
    """Join the two ends of a range in words ("between 10 and 20 shops")."""
    for match in _compiled(grammar.ranges).finditer(masked):
        start, end = (match.start(name) for name in ("ab" if match.group("a") else "cd"))
        first = next((one for one in found if one.start == start), None)
        last = next((one for one in found if one.start == end), None)
        if first is None or last is None:
            continue
        unit = last.number.unit or first.number.unit
        number = replace(first.number, end=last.end, high=last.number.value, unit=unit)
        found = [replace(first, number=number) if one is first else one for one in found if one is not last]
    return found


def _spans(masked: list[str], found: list[Quantity], times: list[Time], grammar: Grammar) -> list[Quantity]:
    """Settle "within N days": a deadline, unless a rate or a following event makes it a window.

    A rate that stands beside it ("90 % of tickets answered within 2 days") makes it a service level.
    """
    rate = any(one.number.unit == "%" for one in found)
    text = "".join(masked)
    for pattern in grammar.spans:
        for match in _compiled(pattern).finditer(text):
            index = next((i for i, one in enumerate(found) if one.start == match.start("n")), None)
            if index is None or found[index].number.unit not in TIMES:
                continue
            number = found[index].number
            takes_time = _compiled(grammar.durations).search(text) is not None
            quick = number.unit == "day" and number.value is not None and number.value <= FEW_DAYS
            if number.unit in SHORT or quick or rate or takes_time or match.groupdict().get("after"):
                limit: Use = "window" if len(found) > 1 else "target"
                found[index] = replace(found[index], use=limit, comparator="<=")
            else:
                times.append(Time(match.start(), match.end("n"), deadline=True))
                masked[match.start() : match.end("n")] = "@" * (match.end("n") - match.start())
                del found[index]
    return found


def _dated(times: list[Time], found: list[Quantity]) -> list[Time]:
    """Take a time that dates a start for no deadline ("71 % (64 % in January)")."""
    starts = [one.end for one in found if one.use == "baseline"]
    return [
        replace(time, deadline=False, reference=True)
        if time.deadline and any(0 <= time.start - end <= NEAR_START for end in starts)
        else time
        for time in times
    ]


def _served(found: list[Quantity]) -> list[Quantity]:
    """Take a limit of time for the target where nothing else is one ("acknowledged within 2 days instead of 9")."""
    if any(one.use == "target" for one in found):
        return found
    at = next((i for i, one in enumerate(found) if one.use == "window" and one.comparator == "<="), None)
    return found if at is None else [*found[:at], replace(found[at], use="target"), *found[at + 1 :]]


def _wholes(masked: str, grammar: Grammar) -> list[Quantity]:
    """Find targets that are words: all, every, zero, double, by half."""
    wholes: list[Quantity] = []
    for pattern, value, direction in grammar.ratios:
        for match in _compiled(pattern).finditer(masked):
            if not any(_overlap(match.span(), one) for one in wholes):
                number = Number(match.start(), match.end(), value, unit="ratio")
                wholes.append(Quantity(number, comparator="times", amount_of_change=True, direction=direction))
    for pattern, value, unit in ((grammar.every, 100.0, "%"), (grammar.none, 0.0, None)):
        for match in _compiled(pattern).finditer(masked):
            if not any(_overlap(match.span(), one) for one in wholes):
                wholes.append(Quantity(Number(match.start(), match.end(), value, unit=unit)))
    return wholes


def _overlap(span: tuple[int, int], one: Quantity) -> bool:
    return span[0] < one.end and one.start < span[1]


def _paired(masked: str, found: list[Quantity], grammar: Grammar) -> list[Quantity]:
    """Tell start from target: from 4 h to 2 h, 2 % → 5 %, 40 (currently 12)."""
    at = {one.start: index for index, one in enumerate(found)}

    def starting(position: int) -> int | None:
        while position < len(masked) and masked[position] in " (~+-":
            position += 1
        return at.get(position)

    for pattern in grammar.changes:
        for match in _compiled(pattern).finditer(masked):
            a, b = starting(match.start("a")), starting(match.start("b"))
            if a is None or b is None or found[a].use != "target" or found[b].use == "baseline":
                continue
            first, second = found[a].number, found[b].number
            unit = first.unit or second.unit
            if first.value is None or second.value is None:
                continue
            if not _alike(first, second) or _is_range(masked, match.start(), first, second, grammar):
                continue
            found[a] = replace(found[a], use="baseline", number=replace(first, unit=unit, sign=""))
            found[b] = replace(
                found[b],
                number=replace(second, unit=second.unit or unit, sign=""),
                direction=_direction(first.value, second.value),
            )
    for pattern in grammar.baselines:
        for match in _compiled(pattern).finditer(masked):
            a = starting(match.start("a"))
            # An aside tells the start of something: it needs a target, or a placeholder for one, beside it.
            if a is not None and found[a].use == "target":
                found[a] = replace(found[a], use="baseline")
    return found


def _direction(start: float, end: float) -> Direction:
    return "increase" if end > start else "decrease" if end < start else "maintain"


def _is_year(number: Number) -> bool:
    """Whether a bare number names a year ("the 2031 budget")."""
    bare = number.unit is None and not number.sign and number.end - number.start == len("2031")
    return bare and number.value is not None and 2010 <= number.value <= 2060


def _is_range(masked: str, start: int, first: Number, second: Number, grammar: Grammar) -> bool:
    """Whether two numbers are the ends of a range: they run against the verb ("réduire de 20 % à 30 %")."""
    down = _compiled(grammar.falls + r"\s*$").search(masked, 0, start)
    return bool(down and first.value is not None and second.value is not None and second.value > first.value)


def _alike(first: Number, second: Number) -> bool:
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return True
    both = {first.unit, second.unit}
    return both <= TIMES or both <= {"%", "points", "ratio"} or both <= set(CURRENCIES.values())


def _compared(masked: str, one: Quantity, grammar: Grammar) -> Quantity:
    """Find the comparator in front of a target, and whether it is an amount of change."""
    if one.comparator != "=" or one.use != "target":
        return one
    before = masked[: one.start]
    if one.number.times and one.number.unit is None:
        return replace(one, comparator="times", amount_of_change=True, number=replace(one.number, unit="ratio"))
    for pattern, direction in grammar.factors:
        if _compiled(pattern + r"\s*$").search(before):
            number = replace(one.number, unit="ratio")
            return replace(one, comparator="times", amount_of_change=True, direction=direction, number=number)
    for pattern, comparator in grammar.comparators:
        match = _compiled(pattern + r"\s*$").search(before)
        if match:
            # "by at least 15 %" is an amount of change with a limit.
            change = one.direction is None and _compiled(grammar.deltas + r"\s*$").search(before, 0, match.start())
            return replace(one, comparator=comparator, amount_of_change=bool(change))
    for pattern, comparator in grammar.comparators_behind:
        if _compiled(r"\s*" + pattern).match(masked, one.end):
            return replace(one, comparator=comparator)
    if one.number.at_least or one.number.high is not None:
        return replace(one, comparator=">=")
    if one.number.sign in {"+", "-", "±"} and one.direction is None:
        return replace(
            one,
            comparator="by",
            amount_of_change=True,
            direction="increase" if one.number.sign == "+" else "decrease",
        )
    if one.direction is None and (
        _compiled(grammar.deltas + r"\s*$").search(before)
        or (one.number.unit in {"%", "points"} and _compiled(r"\s*" + grammar.deltas_behind).match(masked, one.end))
    ):
        return replace(one, comparator="by", amount_of_change=True)
    return one
