"""Cells in the XML of a worksheet, replaced byte by byte: the rest of the sheet is not parsed into anything."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape

_TAG: Final = re.compile(rb"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
_PLACE: Final = re.compile(r"([A-Z]{1,3})(\d+)")
_DROPPED: Final = re.compile(rb"""\s(?:t|cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass(frozen=True)
class Written:
    """What a cell is to say; without words it is emptied."""

    row: int
    place: str
    column: int
    words: str
    is_number: bool = False


@dataclass
class _Spot:
    """Where an element stands: its start tag, and where all of it ends."""

    start: int
    inner: int
    end: int
    column: int = 0
    formula: bool = False


@dataclass
class _Row:
    spot: _Spot
    number: int
    cells: list[_Spot] = field(default_factory=list)


def with_cells(xml: bytes, written: list[Written]) -> bytes | None:
    """Return a worksheet with cells written.

    None where a cell holds a formula, its row is not there, or the sheet is in an encoding that Excel does not write.
    """
    if not xml.lstrip(b"\xef\xbb\xbf").startswith(b"<"):
        return None
    rows = _Scan(xml, {one.row for one in written}).rows
    changes: list[tuple[int, int, bytes]] = []
    for one in written:
        row = rows.get(one.row)
        if row is None or row.spot.inner == row.spot.end:
            return None
        prefix = re.match(rb"<(\w+:)?", xml[row.spot.start :])
        name = (prefix.group(1) or b"" if prefix else b"").decode()
        there = next((cell for cell in row.cells if cell.column == one.column), None)
        if there is not None and there.formula:
            return None
        opening = xml[there.start : there.inner] if there is not None else b""
        new = _element(name, one, opening)
        if there is not None:
            changes.append((there.start, there.end, new))
        else:
            before = [cell for cell in row.cells if cell.column < one.column]
            at = before[-1].end if before else row.spot.inner
            changes.append((at, at, new))
    for start, end, new in sorted(changes, key=lambda each: (each[0], each[1]), reverse=True):
        xml = xml[:start] + new + xml[end:]
    return xml


def _element(prefix: str, one: Written, opening: bytes) -> bytes:
    """Return a cell with the style of the one that was there."""
    attributes = _DROPPED.sub(b"", opening).strip().removeprefix(f"<{prefix}c".encode()).rstrip(b"/>").strip()
    head = f"<{prefix}c ".encode() + (attributes or f'r="{one.place}"'.encode())
    if not one.words:
        return head + b"/>"
    if one.is_number:
        return head + f"><{prefix}v>{one.words}</{prefix}v></{prefix}c>".encode()
    said = escape(one.words)
    inner = f'<{prefix}is><{prefix}t xml:space="preserve">{said}</{prefix}t></{prefix}is>'
    return head + f' t="inlineStr">{inner}</{prefix}c>'.encode()


class _Scan:
    """Finds rows and their cells with their places in bytes."""

    def __init__(self, xml: bytes, wanted: set[int]) -> None:
        self.rows: dict[int, _Row] = {}
        self._xml = xml
        self._wanted = wanted
        self._number = 0
        self._row: _Row | None = None
        self._cell: _Spot | None = None
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._finish
        self._parser.Parse(xml, True)  # noqa: FBT003 - expat's own signature: this is all of it

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        start = self._parser.CurrentByteIndex
        if name == "row":
            self._number = int(attributes.get("r", self._number + 1))
            self._row = _Row(self._spot(start), self._number) if self._number in self._wanted else None
        elif name == "c" and self._row is not None:
            last = self._row.cells[-1].column if self._row.cells else 0
            self._cell = self._spot(start)
            self._cell.column = _column(attributes.get("r", "")) or last + 1
        elif name == "f" and self._cell is not None:
            self._cell.formula = True

    def _finish(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "c" and self._cell is not None and self._row is not None:
            self._close(self._cell)
            self._row.cells.append(self._cell)
            self._cell = None
        elif name == "row" and self._row is not None:
            self._close(self._row.spot)
            self.rows.setdefault(self._row.number, self._row)
            self._row = None

    def _spot(self, start: int) -> _Spot:
        found = _TAG.match(self._xml, start)
        end = found.end() if found else start
        return _Spot(start, end, end)

    def _close(self, spot: _Spot) -> None:
        """Take the end tag in; an element without one ends where its start tag does."""
        at = self._parser.CurrentByteIndex
        found = _TAG.match(self._xml, at)
        if found is not None and self._xml[at : at + 2] == b"</":
            spot.end = found.end()


def _column(place: str) -> int:
    found = _PLACE.fullmatch(place)
    number = 0
    for letter in found.group(1) if found else "":
        number = 26 * number + ord(letter) - 64
    return number
