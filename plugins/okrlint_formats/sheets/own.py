"""The table that okrlint writes, found among the sheets of a file and read again, field by field."""

from __future__ import annotations

from collections.abc import Callable

from okrlint.model import Document, Skipped, Source, Text
from okrlint_formats import reasons
from okrlint_formats.as_sheet import unguarded
from okrlint_formats.inline import part
from okrlint_formats.sheets.sheet import Cell, Sheet, Workbook
from okrlint_formats.typed_rows import Typed, typed


def read_own(book: Workbook, name: str) -> Document | None:
    """Return the document of a file of which a sheet is a table that okrlint wrote; None where none is."""
    # Only CSV is written with the apostrophe that `_said` takes off; elsewhere it is what a person wrote.
    said = _said if name == "csv" else Cell.text
    read = [(sheet, typed(_cells(book.source, sheet, said))) for sheet in book.sheets if not sheet.hidden]
    found: list[Typed] = [made for _, made in read if made is not None]
    if not found:
        return None
    others = [_first(sheet) for sheet, made in read if made is None]
    left = [Skipped(text=cell.text(book.source), reason=reasons.TABLE) for cell in others if cell]
    return Document(
        path=book.source.path,
        format=name,
        source=book.source,
        language=next((one.language for one in found if one.language), None),
        sets=tuple(one for each in found for one in each.sets),
        statements=tuple(one for each in found for one in each.statements),
        skipped=(*book.skipped, *left, *(one for each in found for one in each.skipped)),
    )


def _cells(source: Source, sheet: Sheet, said: Callable[[Cell, Source], Text]) -> list[list[Text | None]]:
    width = max((column for row in sheet.rows for column in row.cells), default=0)
    return [
        [said(row.cells[column], source) if column in row.cells else None for column in range(1, width + 1)]
        for row in sheet.rows
    ]


def _said(cell: Cell, source: Source) -> Text:
    """Return what a cell says, without the apostrophe that keeps a spreadsheet from running it."""
    whole = cell.text(source)
    kept = unguarded(whole.text)
    return whole if kept == whole.text else part(source, whole, len(whole.text) - len(kept), len(whole.text))


def _first(sheet: Sheet) -> Cell | None:
    return next((cell for row in sheet.rows for _, cell in sorted(row.cells.items())), None)
