"""English typography: no blank where none belongs, and commas between thousands."""

from __future__ import annotations

import re
from typing import Final

_BLANKS: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
_BEFORE: Final = re.compile(r"(?<=\w)[ \u00a0\u202f]+(?=[,;:!?](?:\s|$))")
_PERCENT: Final = re.compile(r"(?<=\d)[ \u00a0\u202f]+%")
#: Thousands that a French keyboard or a spreadsheet parted; an ordinary blank may part two numbers.
_THOUSANDS: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:[\u00a0\u202f]\d{3})+(?![\d.,])")


def tidy(text: str) -> str:
    """Return an English sentence as it is set: `20%`, `20,000`, one blank between words, none before a comma."""
    text = _BLANKS.sub(" ", text)
    text = _BEFORE.sub("", text)
    text = _PERCENT.sub("%", text)
    return _THOUSANDS.sub(lambda found: re.sub("[\u00a0\u202f]", ",", found.group()), text)
