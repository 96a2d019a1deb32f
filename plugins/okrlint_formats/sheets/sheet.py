"""Sheets of cells: what every kind of spreadsheet is taken for before anybody asks what stands in it.

A cell keeps what it says and where that stands in the source. A text file has its own source. A workbook has none, so
the words of its cells are laid out line by line, and every line bears the name of its cell (`Plan!B7`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from okrlint.model import Piece, Skipped, Source, Text

#: Rows, columns and characters of a cell that are read; nobody keeps more OKRs than this in one file.
MOST_ROWS: Final = 10_000
MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 5_000
#: Cells that are read in one workbook: rows and columns alone would allow two millions.
MOST_CELLS: Final = 300_000
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_BARE_NAME: Final = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and the stretch of the source that holds it.

    `home` is the row and column where the words stand, for a cell that was merged with others: each of those says the
    same. `doubled` holds where the source doubles its quotation marks.
    """

    words: str
    row: int
    column: int
    start: int
    end: int
    home: tuple[int, int] = (0, 0)
    strong: bool = False
    doubled: bool = False

    def text(self, source: Source) -> Text:
        """Return the words with their place."""
        if not self.doubled:
            return source.cut(self.start, self.end)
        raw, pieces, at = source.text[self.start : self.end], list[Piece](), 0
        while at < len(raw):
            found = raw.find('""', at)
            end = len(raw) if found < 0 else found + 1
            pieces.append(Piece(text=raw[at:end], start=self.start + at, end=self.start + end))
            at = len(raw) if found < 0 else found + 2
        return Text(text=self.words, span=source.span(self.start, self.end), pieces=tuple(pieces))


@dataclass(slots=True)
class Row:
    """A row of a sheet: its number, from 1, and its cells by column, from 1; empty cells are left out."""

    number: int
    cells: dict[int, Cell] = field(default_factory=dict)
    hidden: bool = False


@dataclass
class Sheet:
    """A sheet, with the rows that hold something; a text file is a sheet without a name.

    `start` is where its name stands in the source.
    """

    name: str
    rows: list[Row]
    hidden: bool = False
    start: int = 0


@dataclass
class Workbook:
    """All sheets of a file, the source that their cells stand in, and what was left out on the way."""

    source: Source
    sheets: list[Sheet]
    skipped: list[Skipped] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """A cell as a library gives it; `home` is where its words stand, if it was merged with others."""

    words: str
    row: int
    column: int
    strong: bool = False


@dataclass
class Grid:
    """A sheet as a library gives it, before its words have a place.

    `merged` are stretches of cells that were made one, as first row, first column, last row, last column. `said` are
    places with a reason why something there was left out.
    """

    name: str
    cells: list[Found] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    said: list[tuple[int, int, str]] = field(default_factory=list)


def letters(column: int) -> str:
    """Return the name of a column: 1 is `A`, 28 is `AB`."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def place(sheet: str, row: int, column: int) -> str:
    """Return the name of a cell as a spreadsheet writes it: `Plan!B7`, `'OKR T3'!B7`."""
    cell = f"{letters(column)}{row}"
    if not sheet:
        return cell
    plain = " ".join(sheet.split())
    return f"{plain}!{cell}" if _BARE_NAME.fullmatch(plain) else "'" + plain.replace("'", "''") + f"'!{cell}"


def lay_out(path: str, grids: Iterable[Grid]) -> Workbook:
    """Return the workbook of several grids: the words of their cells, one below the other, under their places."""
    lines: list[str] = []
    places: list[str] = []
    sheets: list[Sheet] = []
    told: list[tuple[int, int, str]] = []
    at = 0

    def put(words: str, where: str) -> tuple[int, int]:
        nonlocal at
        start, parts = at, _LINE_END.split(words)
        lines.append(words)
        places.extend([where] * len(parts))
        at += len(words) + 1
        return start, start + len(words)

    for grid in grids:
        rows: dict[int, Row] = {}
        name, _ = put(grid.name, " ".join(grid.name.split()) or "1")
        for found in grid.cells:
            start, end = put(found.words, place(grid.name, found.row, found.column))
            row = rows.setdefault(found.row, Row(found.row, hidden=found.row in grid.hidden_rows))
            home = (found.row, found.column)
            row.cells[found.column] = Cell(
                found.words, found.row, found.column, start, end, home, found.strong
            )  # fmt: skip
        _spread(grid, rows)
        for number, column, reason in grid.said:
            told.append((*put("", place(grid.name, number, column)), reason))
        sheets.append(Sheet(grid.name, [rows[number] for number in sorted(rows)], grid.hidden, name))
    source = Source(path, "\n".join(lines), tuple(places) or ("",))
    skipped = [Skipped(text=Text(text="", span=source.span(start, end)), reason=reason) for start, end, reason in told]
    return Workbook(source, sheets, skipped)


def _spread(grid: Grid, rows: dict[int, Row]) -> None:
    """Let every cell of a merged stretch say what its first one says."""
    left = MOST_CELLS
    for top, first, bottom, last in grid.merged:
        held = rows[top].cells.get(first) if top in rows else None
        if held is None:
            continue
        for number in range(top, min(bottom, top + MOST_ROWS) + 1):
            # Merging does not make rows: what stands below the last row of a sheet is empty.
            row = rows.get(number)
            for column in range(first, min(last, MOST_COLUMNS) + 1) if row is not None else ():
                left -= 1
                if left < 0 or row is None:
                    return
                if column not in row.cells:
                    row.cells[column] = Cell(
                        held.words, number, column, held.start, held.end, held.home, held.strong
                    )  # fmt: skip
