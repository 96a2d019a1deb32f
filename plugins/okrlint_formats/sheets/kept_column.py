"""A column named `okrlint`: what a row's author discussed and keeps, beside the row that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from okrlint.model import Ignore
from okrlint.reading.fold import fold
from okrlint_formats.ignores import of_cell
from okrlint_formats.sheets.header import HEADER_WITHIN
from okrlint_formats.sheets.sheet import Row, Sheet, Workbook


def parted(book: Workbook) -> tuple[Workbook, tuple[Ignore, ...]]:
    """Return a workbook without its `okrlint` columns, and what stands in them."""
    ignores: list[Ignore] = []
    sheets: list[Sheet] = []
    for sheet in book.sheets:
        found = _column(sheet)
        if found is None:
            sheets.append(sheet)
            continue
        at, column = found
        ignores += _said(book, sheet.rows[at + 1 :], column)
        # What stands in that column above its name is somebody's title.
        rows = [row if number < at else _without(row, column) for number, row in enumerate(sheet.rows)]
        sheets.append(replace(sheet, rows=[row for row in rows if row.cells]))
    return (replace(book, sheets=sheets), tuple(ignores)) if sheets != book.sheets else (book, ())


def _column(sheet: Sheet) -> tuple[int, int] | None:
    """Return the place of the row that names the columns among the rows, and the number of the column."""
    for at, row in enumerate(sheet.rows[:HEADER_WITHIN]):
        for column, cell in row.cells.items():
            if fold(cell.words).strip() == "okrlint":
                return at, column
    return None


def _said(book: Workbook, rows: list[Row], column: int) -> Iterator[Ignore]:
    for row in rows:
        cell = row.cells.get(column)
        if cell is None:
            continue
        lines = [book.source.place(each.start)[0] for each in row.cells.values()]
        made = of_cell(cell.text(book.source), (min(lines), max(lines)))
        if made is not None:
            yield made


def _without(row: Row, column: int) -> Row:
    return replace(row, cells={number: cell for number, cell in row.cells.items() if number != column})
