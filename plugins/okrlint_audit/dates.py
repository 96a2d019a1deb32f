"""Days and cycles as people write them."""

from __future__ import annotations

from datetime import date
from typing import Final

from okrlint.organisation.whole import period

_MONTHS: Final = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
           "décembre"),
}  # fmt: skip


def day(when: date, language: str) -> str:
    """Return a day: 3 May 2026, 1er mai 2026."""
    months = _MONTHS.get(language, _MONTHS["en"])
    first = "1er" if language == "fr" and when.day == 1 else str(when.day)
    return f"{first}\u00a0{months[when.month - 1]} {when.year}"


def cycle(written: str, language: str) -> str:
    """Return a cycle as people of a language write it (Q3 2026, T3 2026), or as it is written where it is no such part.

    Teams of two languages share a cycle, which is to have one name on a page.
    """
    when = period(written)
    if when is None or when.first.day != 1 or when.first.year != when.last.year:
        return written
    months = when.last.month - when.first.month + 1
    letters = {3: "QT", 6: "HS"}.get(months, "")
    if months == 12:
        return str(when.first.year)
    if not letters or (when.first.month - 1) % months:
        return written
    return f"{letters[language == 'fr']}{when.first.month // months + 1} {when.first.year}"
