"""The characters of a document, and the way from an offset to a line and a column."""

from __future__ import annotations

import bisect
import codecs
import re
from dataclasses import dataclass
from functools import cached_property

from okrlint.errors import ReadError
from okrlint.model.text import Span, Text

# What editors take for a line end. Not U+2028, form feed and the others that str.splitlines() knows.
_LINE_END = re.compile(r"\r\n|\n|\r")

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
#: What no text holds. Not tab, line ends, form feed and escape.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY = "this is no text but a binary file"


def _guess(data: bytes, at: int) -> str:
    """Return what a person can do, where Windows would read a word around the byte."""
    start = max(data.rfind(b" ", 0, at), data.rfind(b"\n", 0, at), at - 20) + 1
    word = re.match(rb"[^\s]{1,30}", data[start : at + 20])
    try:
        read = word.group().decode("cp1252") if word else ""
    except UnicodeDecodeError:
        return ""
    return f"; as Windows-1252 it reads “{read}”: save the file as UTF-8" if read.isprintable() and read else ""


@dataclass(frozen=True)
class Source:
    """A document's decoded characters under the path that a person knows it by.

    Line ends are kept as they are, so that offsets point into what was written. A byte order mark is taken off,
    as editors do not count it. Where a format has places of its own (a cell, a paragraph of Word), `places` holds the
    name of each line's, and every span bears it.
    """

    path: str
    text: str
    places: tuple[str, ...] = ()

    @classmethod
    def decode(cls, path: str, data: bytes) -> Source:
        """Decode UTF-8 bytes, or UTF-16 with its byte order mark.

        Raises:
            ReadError: The bytes are no text (`foreign`), or text of another encoding: then with the line and column of
                the first wrong byte. No encoding is guessed: a wrong guess would put words into somebody's mouth.
        """
        try:
            if data.startswith(_UTF_16):
                text = data.decode("utf-16")
            else:
                data = data.removeprefix(codecs.BOM_UTF8)
                text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            if data.startswith(_UTF_16) or _CONTROL.search(data):
                raise ReadError(_BINARY, culprit=path, foreign=True) from None
            before = data[: error.start].decode("utf-8")
            place = cls(path, before).span(len(before), len(before))
            message = f"this is not UTF-8 text (byte 0x{data[error.start]:02x}){_guess(data, error.start)}"
            raise ReadError(message, culprit=path, line=place.line, column=place.column) from None
        if "\0" in text:
            raise ReadError(_BINARY, culprit=path, foreign=True)
        return cls(path, text)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return _LINE_END.split(self.text)

    def offset(self, line: int, column: int = 1) -> int:
        """Return the offset of a line and column, both from 1."""
        return self.line_starts[line - 1] + column - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of an offset."""
        line = bisect.bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets, end exclusive."""
        line, column = self.place(start)
        end_line, end_column = self.place(end)
        cell = self.places[line - 1] if self.places else None
        return Span(start=start, end=end, line=line, column=column, end_line=end_line, end_column=end_column, cell=cell)

    def cut(self, start: int, end: int) -> Text:
        """Return the text between two offsets, without the blanks around it."""
        raw = self.text[start:end]
        stripped = raw.strip()
        start += len(raw) - len(raw.lstrip()) if stripped else 0
        return Text(text=stripped, span=self.span(start, start + len(stripped)))
