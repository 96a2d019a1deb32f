"""An open document: its characters, and the way between them and an editor's positions.

A line ends where the protocol says, and nowhere else (not at U+2028 or a form feed). A position counts code units of
the encoding that was agreed on; one that points into the middle of a character stands before it, and one beyond the
end of a line at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from lsprotocol import types

from okrlint.model import Source, Span

Encoding = Literal["utf-8", "utf-16", "utf-32"]
Change = types.TextDocumentContentChangePartial | types.TextDocumentContentChangeWholeDocument

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Buffer:
    """The text of an open document in one version; its path is None where it lies on no disk."""

    uri: str
    path: str
    version: int
    text: str
    encoding: Encoding

    @property
    def source(self) -> Source:
        """The text with its lines."""
        return Source(self.path, self.text)

    @property
    def data(self) -> bytes:
        """The bytes that saving would write; half a character, on its way in, is shown as U+FFFD."""
        return _SURROGATES.sub("\ufffd", self.text).encode()


def changed(buffer: Buffer, version: int, changes: Sequence[Change]) -> Buffer:
    """Return a buffer after the changes of an editor, one after the other."""
    text = buffer.text
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            source = Source(buffer.path, text)
            start = offset(source, change.range.start, buffer.encoding)
            end = max(start, offset(source, change.range.end, buffer.encoding))
            text = text[:start] + change.text + text[end:]
        else:
            text = change.text
        text = _whole(text)
    return replace(buffer, version=version, text=text)


def _whole(text: str) -> str:
    """Put halves of a character that have met together again."""
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") if _pairs(text) else text


def _pairs(text: str) -> bool:
    return re.search("[\ud800-\udbff][\udc00-\udfff]", text) is not None


def offset(source: Source, position: types.Position, encoding: Encoding) -> int:
    """Return the offset that an editor's position stands for."""
    if position.line >= len(source.line_starts):
        return len(source.text)
    begin = source.line_starts[position.line]
    line = source.lines[position.line]
    if encoding == "utf-32" or line.isascii():
        return begin + min(position.character, len(line))
    used = 0
    for at, character in enumerate(line):
        used += units(character, encoding)
        if used > position.character:
            return begin + at
    return begin + len(line)


def position(source: Source, line: int, column: int, encoding: Encoding) -> types.Position:
    """Return an editor's position for a line and column, both from 1."""
    before = source.lines[line - 1][: column - 1] if line <= len(source.lines) else ""
    return types.Position(line - 1, units(before, encoding))


def units(text: str, encoding: Encoding) -> int:
    """Return how many code units a text has."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(character > "\uffff" for character in text)


def place(source: Source, span: Span, encoding: Encoding) -> types.Range:
    """Return an editor's range for a span."""
    return types.Range(
        position(source, span.line, span.column, encoding), position(source, span.end_line, span.end_column, encoding)
    )


def between(source: Source, start: int, end: int, encoding: Encoding) -> types.Range:
    """Return an editor's range for two offsets."""
    return place(source, source.span(start, end), encoding)
