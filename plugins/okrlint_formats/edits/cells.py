"""A change of a statement in a sheet, as the cells to fill: the same for CSV and for workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from okrlint.model import KeyResult, Statement, Text
from okrlint.model.change import LINKS, Change, Reword, SetField
from okrlint.reading.fold import fold
from okrlint_formats.columns import HEADERS, TYPES
from okrlint_formats.sheets.header import Heading, header
from okrlint_formats.sheets.sheet import Cell, Row, Sheet, Workbook

#: Of the written table, the columns that a person's table has under the same names anyway.
_OWN: Final = {fold(word): name for words in HEADERS.values() for name, word in words.items()}
_KEY_RESULT: Final = frozenset(fold(types["key_result"]) for types in TYPES.values()) | {"kr", "rc"}
_OF_FR: Final = {
    "objective": "de l’objectif", "key_result": "du résultat clé", "initiative": "de l’initiative",
}  # fmt: skip


@dataclass(frozen=True)
class Put:
    """New words for a cell of a sheet, by its row and column from 1; none empty it. `name` is the field they are of."""

    sheet: Sheet
    row: int
    column: int
    words: str
    name: str = ""


@dataclass(frozen=True)
class _Found:
    sheet: Sheet
    row: Row
    cell: Cell


def puts(book: Workbook, statement: Statement, change: Change, language: str) -> Iterator[list[Put]]:
    """Yield ways to write a change into the cells of a file."""
    found = _find(book, statement.text.span.start)
    if found is None:
        return
    if isinstance(change, Reword):
        old, new, held = statement.text.text, change.text, found.cell
        for words in dict.fromkeys((held.words.replace(old, new, 1) if old in held.words else new, new)):
            yield [Put(found.sheet, *held.home, words)]
        return
    columns = _columns(found.sheet)
    if columns is None:
        return
    at, names = columns
    if isinstance(change, SetField):
        yield from _with_field(book, found, statement, change, names, (at, language))
    elif isinstance(statement, KeyResult):
        yield from _moved(found, statement, names)


def _find(book: Workbook, offset: int) -> _Found | None:
    for sheet in book.sheets:
        for row in sheet.rows:
            for cell in row.cells.values():
                if cell.start <= offset < cell.end and cell.home == (row.number, cell.column):
                    return _Found(sheet, row, cell)
    return None


def _columns(sheet: Sheet) -> tuple[int, dict[int, Heading]] | None:
    """Return the number of the row that names the columns, and what they hold."""
    found = header(sheet.rows)
    if found is None:
        return None
    row = sheet.rows[found[0]]
    named = {at: Heading(_OWN[fold(cell.words)]) for at, cell in row.cells.items() if fold(cell.words) in _OWN}
    return row.number, {**named, **found[1].columns}


def _with_field(
    book: Workbook,
    found: _Found,
    statement: Statement,
    change: SetField,
    names: dict[int, Heading],
    new: tuple[int, str],
) -> Iterator[list[Put]]:
    """Fill the cell of the field in the statement's row; where no column is named for it, name a new one."""
    held = getattr(statement, change.name, None) if change.name not in LINKS else None
    if isinstance(held, Text):
        there = _find(book, held.span.start)
        if there is not None:
            words = there.cell.words.replace(held.text, change.value, 1)
            yield [Put(there.sheet, *there.cell.home, words, change.name)]
        return
    own = names.get(found.cell.column, Heading(statement.role))
    for at, heading in sorted(names.items(), key=lambda one: (one[1].number != own.number, one[1].of is None, one[0])):
        fits = heading.name == change.name and heading.of in {None, statement.role}
        cell = found.row.cells.get(at)
        if fits and (cell is None or held is not None):
            yield [Put(found.sheet, found.row.number, at, change.value, change.name)]
    row, language = new
    after = max((at for one in found.sheet.rows for at in one.cells), default=0) + 1
    for title in _titles(change.name, statement.role, language):
        yield [
            Put(found.sheet, row, after, title),
            Put(found.sheet, found.row.number, after, change.value, change.name),
        ]


def _titles(name: str, role: str, language: str) -> Iterator[str]:
    """Yield what a new column may be called: the field alone, or the field of an objective, a key result."""
    code = "fr" if language.startswith("fr") else "en"
    title = HEADERS[code][name]
    yield title
    if code == "en":
        yield f"{HEADERS[code].get(role, '')} {title.lower()}".strip()
    else:
        yield f"{title} {_OF_FR.get(role, '')}".strip()


def _moved(found: _Found, statement: KeyResult, names: dict[int, Heading]) -> Iterator[list[Put]]:
    """Say that the row is an initiative, and put its words into the column of initiatives, where there is one."""
    sheet, row, cell = found.sheet, found.row, found.cell
    kinds = [
        Put(sheet, row.number, at, _as_there(held.words))
        for at, held in row.cells.items()
        if fold(held.words).strip() in _KEY_RESULT and at != cell.column
    ]
    own = [at for at, heading in names.items() if heading.name == "initiative" and at not in row.cells]
    for at in own:
        words = cell.words if statement.text.text in cell.words else statement.text.text
        way = [*kinds, Put(sheet, row.number, at, words), Put(sheet, *cell.home, "")]
        yield way
        # Below a key result, the row would be its bet: with the objective said again, it is the objective's.
        yield [*way, *_objective_again(found, names)]
    if kinds:
        yield kinds


def _objective_again(found: _Found, names: dict[int, Heading]) -> list[Put]:
    """Return the words of the objective that a row stands under, for its empty cell in the column of objectives."""
    columns = [at for at, heading in names.items() if heading.name == "objective" and at not in found.row.cells]
    above = [row for row in found.sheet.rows if row.number < found.row.number]
    for at in columns:
        held = next((row.cells[at] for row in reversed(above) if at in row.cells), None)
        if held is not None:
            return [Put(found.sheet, found.row.number, at, held.words)]
    return []


def _as_there(word: str) -> str:
    return "INITIATIVE" if word.isupper() and len(word) > len("KR") else "Initiative"
