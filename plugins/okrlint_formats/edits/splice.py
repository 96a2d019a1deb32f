"""Stretches of a decoded text replaced in the bytes that it was decoded from."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from okrlint.model import Source

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END: Final = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Splice:
    """New words for the characters `start` to `end` of a source."""

    start: int
    end: int
    words: str


def spliced(data: bytes, source: Source, splices: Iterable[Splice]) -> bytes | None:
    """Return the bytes with stretches replaced, in their own encoding; None where it cannot hold the new words.

    The stretches do not overlap. A byte order mark and line ends stay as they are.
    """
    text, at, parts = source.text, 0, list[str]()
    for one in sorted(splices, key=lambda each: (each.start, each.end)):
        if one.start < at:
            return None
        parts += [text[at : one.start], one.words]
        at = one.end
    try:
        mark, encoding = _encoding(data, text)
        return mark + "".join((*parts, text[at:])).encode(encoding)
    except UnicodeEncodeError:
        return None


def _encoding(data: bytes, text: str) -> tuple[bytes, str]:
    """Return the byte order mark and the encoding in which a text stands in its file."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    known = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
    return b"", next((one for one in known if _holds(data, text, one)), "utf-8")


def _holds(data: bytes, text: str, encoding: str) -> bool:
    try:
        return text.encode(encoding) == data
    except UnicodeEncodeError:
        return False


def line_end(source: Source) -> str:
    """Return how the lines of a text end: as its first one does."""
    found = _LINE_END.search(source.text)
    return found.group() if found else "\n"


def line_of(source: Source, offset: int) -> tuple[int, int]:
    """Return where the line around an offset begins, and where its end begins."""
    line, _ = source.place(offset)
    start = source.line_starts[line - 1]
    return start, start + len(source.lines[line - 1])
