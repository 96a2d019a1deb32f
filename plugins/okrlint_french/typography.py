"""French typography: the no-break spaces that a reader expects and that nobody types."""

from __future__ import annotations

import re
from typing import Final

_NARROW: Final = "\u202f"
_WIDE: Final = "\u00a0"
_BEFORE_HIGH: Final = re.compile(r"[ \u00a0\u202f]+(?=[;!?%€](?:[^\w]|$))")
_BEFORE_COLON: Final = re.compile(r"[ \u00a0\u202f]+(?=:(?:\s|$))")
_OPEN: Final = re.compile(r"«[ \u00a0\u202f]*")
_CLOSE: Final = re.compile(r"[ \u00a0\u202f]*»")
_THOUSANDS: Final = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")
_APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)")


def typeset(text: str) -> str:
    """Return a French text with its no-break spaces and curly apostrophes.

    Narrow ones before ; ! ? % and € and between thousands, wide ones before a colon and inside guillemets, as the
    Imprimerie nationale sets them.
    """
    text = _BEFORE_HIGH.sub(_NARROW, text)
    text = _BEFORE_COLON.sub(_WIDE, text)
    text = _OPEN.sub("«" + _WIDE, text)
    text = _CLOSE.sub(_WIDE + "»", text)
    text = _THOUSANDS.sub(_NARROW, text)
    return _APOSTROPHE.sub("’", text)


_BLANKS: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
_BARE_PERCENT: Final = re.compile(r"(?<=\d)(?=[%€](?:\W|$))")
_BARE_HIGH: Final = re.compile(r"(?<=\w)(?=[;!?](?:\s|$))")
_BARE_COLON: Final = re.compile(r"(?<=[^\W\d])(?=:\s)")


def tidy(text: str) -> str:
    """Return a French sentence as it is set: `20 %`, `20 000`, and a no-break space before what takes one."""
    before = ""
    while text != before:  # a blank that a quotation mark brings may show another place for one
        before, text = text, _BLANKS.sub(" ", text)
        for bare in (_BARE_PERCENT, _BARE_HIGH, _BARE_COLON):
            text = bare.sub(" ", text)
        text = typeset(text)
    return text
