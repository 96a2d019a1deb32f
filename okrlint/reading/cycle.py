"""Cycles and days as people write them: Q3 2026, T3 2026, 2026-H1, S1 2026, mars 2026, 30 June 2026, 31/12/2026.

A period of which the year, or what it begins with, is not told (Q3, FY26: fiscal years begin where a house wants) gives
no dates. Nothing is guessed from today.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from okrlint.reading.fold import fold

_MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12, "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5,
    "juin": 6, "juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
}  # fmt: skip
MONTHS_OF_YEAR: Final = 12
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_PARTS: Final = {"q": 3, "t": 3, "h": 6, "s": 6}
_NAMED: Final = {"quarter": 3, "trimestre": 3, "half": 6, "semestre": 6}
_ORDINAL: Final = r"(?P<number>[1-4])\s?(?:st|nd|rd|th|er|e|eme|nd)?"

#: A part of a year with its year, on either side.
_PERIODS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![a-z0-9])(?:[qtsh]\s?(?P<first>[1-4])\s?[/&–-]\s?)?(?P<part>[qtsh])\s?(?P<number>[1-4])(?![0-9])[\s/,.'–-]*{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}[\s/,.–-]*(?P<part>[qtsh])\s?(?P<number>[1-4])(?!\d)",
        rf"(?<![a-z0-9]){_ORDINAL}\s(?P<name>quarter|trimestre|half|semestre)\s(?:of\s|de\s)?{_YEAR}(?!\d)",
    )
)
#: A month, or from one to another of the same year.
_OF_MONTH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![a-z])(?:(?P<first>{_MONTH})\.?\s?(?:-|–|to|a|au|/)\s?)?(?P<month>{_MONTH})\.?\s{_YEAR}(?!\d)",
        rf"(?<![\d-]){_YEAR}-(?P<digits>0[1-9]|1[0-2])(?![\d-])",
    )
)
_OF_YEAR: Final = re.compile(rf"(?<![\d.,a-z]){_YEAR}(?![\d.,]\d|\d)")
_FISCAL: Final = re.compile(r"(?<![a-z])(?:fy|fiscal|exercice)(?![a-z])")
_DAYS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d){_YEAR}-(?P<digits>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er)?\s(?:of\s)?(?P<month>{_MONTH})\.?,?\s{_YEAR}(?!\d)",
        rf"(?<![a-z])(?P<month>{_MONTH})\.?\s(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s{_YEAR}(?!\d)",
        # Day before month, as in French and in most of the world; 31/12 leaves no other reading.
        rf"(?<!\d)(?P<day>\d\d?)[/.](?P<digits>\d\d?)[/.]{_YEAR}(?!\d)",
    )
)


@dataclass(frozen=True, slots=True)
class Cycle:
    """The first and the last day of a period."""

    first: date
    last: date

    def share(self, today: date) -> float:
        """Return how much of it is over on a day, from 0 to 1."""
        whole = (self.last - self.first).days + 1
        return min(max(((today - self.first).days + 1) / whole, 0.0), 1.0)


def cycle(text: str) -> Cycle | None:
    """Return the period that a cycle's name stands for; of several, from the first day of the first to the last."""
    folded = fold(text)
    if _FISCAL.search(folded):
        return None
    days = list(_days(folded))
    if len(days) > 1:
        return Cycle(min(days), max(days))
    for found in (list(_parts(folded)), list(_months(folded)), list(_years(folded))):
        if found:
            return Cycle(min(one.first for one in found), max(one.last for one in found))
    return None


def day(text: str) -> date | None:
    """Return the day by which something is due: the day that a text names, else the last one of its period."""
    folded = fold(text)
    named = next(_days(folded), None)
    if named is not None:
        return named
    period = cycle(text)
    return period.last if period else None


def _days(folded: str) -> Iterator[date]:
    for pattern in _DAYS:
        for found in pattern.finditer(folded):
            groups = found.groupdict()
            month = _MONTHS[groups["month"]] if groups.get("month") else int(groups["digits"])
            try:
                yield date(int(groups["year"]), month, int(groups["day"]))
            except ValueError:
                continue


def _parts(folded: str) -> Iterator[Cycle]:
    for pattern in _PERIODS:
        for found in pattern.finditer(folded):
            groups = found.groupdict()
            months = _PARTS[groups["part"]] if groups.get("part") else _NAMED[groups["name"]]
            last = int(groups["number"])
            first = int(groups.get("first") or last)
            if last * months <= MONTHS_OF_YEAR and first <= last:
                yield _span(int(groups["year"]), (first - 1) * months + 1, (last - first + 1) * months)


def _months(folded: str) -> Iterator[Cycle]:
    for pattern in _OF_MONTH:
        for found in pattern.finditer(folded):
            groups = found.groupdict()
            last = _MONTHS[groups["month"]] if groups.get("month") else int(groups["digits"])
            first = _MONTHS[groups["first"]] if groups.get("first") else last
            if first <= last:
                yield _span(int(groups["year"]), first, last - first + 1)


def _years(folded: str) -> Iterator[Cycle]:
    for found in _OF_YEAR.finditer(folded):
        yield _span(int(found["year"]), 1, 12)


def _span(year: int, month: int, months: int) -> Cycle:
    last = month + months - 1
    return Cycle(date(year, month, 1), date(year, last, calendar.monthrange(year, last)[1]))
