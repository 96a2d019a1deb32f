"""The rows of a Word table: cells that span others, and cells that hold a whole list.

What spans several rows stands in each of them with one place, so the reader of tables says it once. A cell with a list
in it makes as many rows as the list has items, with the other cells beside each: people keep the key results of an
objective in one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from okrlint_formats.labels import ROLES, label
from okrlint_formats.word_styles import W, child, is_on, value

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

#: Word allows so many columns.
MOST_COLUMNS: Final = 63


@dataclass(frozen=True)
class Line:
    """A paragraph of a cell; `depth` is how many lists it is inside, or 0."""

    text: str
    depth: int = 0


@dataclass
class Slot:
    """A cell where it stands in the grid; `above` holds where it goes on with the cell above it."""

    column: int
    span: int
    element: Element
    above: bool = False


@dataclass
class Grid:
    """Where the parts of each column's last cell stand, for the cells below that go on with it."""

    parts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)


def slots(row: Element) -> Iterator[Slot]:
    """Yield the cells of a row; one that was deleted is left out."""
    at = _count(value(child(row, "trPr", "gridBefore")), 0)
    for cell in _within(row, W + "tc"):
        properties = child(cell, "tcPr")
        span = max(_count(value(child(properties, "gridSpan")), 1), 1)
        merged = child(properties, "vMerge")
        if at + span > MOST_COLUMNS:
            return
        if child(properties, "cellDel") is None:
            yield Slot(at, span, cell, merged is not None and (value(merged) or "continue") == "continue")
        at += span


def rows_in(table: Element) -> Iterator[Element]:
    """Yield the rows of a table that are there: neither deleted nor hidden."""
    for row in _within(table, W + "tr"):
        hidden = child(row, "trPr", "hidden")
        if child(row, "trPr", "del") is None and (hidden is None or not is_on(hidden)):
            yield row


def _within(holder: Element, tag: str) -> Iterator[Element]:
    """Yield the children of a kind, also those that a content control holds."""
    for one in holder.iterchildren():
        if one.tag == tag:
            yield one
        elif one.tag in {W + "sdt", W + "sdtContent", W + "customXml", W + "ins"}:
            yield from _within(one, tag)


def parts_of(lines: Sequence[Line]) -> list[str]:
    """Return the texts of a cell: one, or as many as its list has items or its lines have labels."""
    first = min((line.depth for line in lines if line.depth), default=0)
    held: list[list[str]] = []
    for line in lines:
        found = label(line.text.replace("*", ""))
        opens = (first and line.depth == first) or (found is not None and found.meaning in ROLES)
        if opens or not held:
            held.append([line.text])
        else:
            held[-1].append(line.text)
    return ["\n".join(texts) for texts in held]


def across(cells: Sequence[Sequence[tuple[int, int]]], nowhere: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the rows that one row of the table stands for; a cell with one text stands in each of them."""
    nothing = (nowhere, nowhere)
    most = max((len(cell) for cell in cells), default=0)
    filled = [cell * most if len(cell) == 1 else cell for cell in map(list, cells)]
    yield from zip_longest(*filled, fillvalue=nothing)


def name_of(column: int) -> str:
    """Return the letters of a column counted from 0: A, B … Z, AA."""
    letters = chr(ord("A") + column % 26)
    return letters if column < 26 else name_of(column // 26 - 1) + letters


def _count(text: str | None, otherwise: int) -> int:
    if text is None or not re.fullmatch(r"\d{1,4}", text, re.ASCII):
        return otherwise
    return min(int(text), MOST_COLUMNS)
