"""A document as CSV and as XLSX: the table of `as_rows`, in the bytes that spreadsheets open.

What a person wrote stays text: in XLSX no cell is a formula, in CSV a cell that a spreadsheet would run gets an
apostrophe before it, which the reader takes off.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from okrlint.errors import ReadError
from okrlint.model import Document
from okrlint_formats.as_rows import Cell, table

#: What a spreadsheet would take for a formula; a number with a sign is none.
_RUN: Final = re.compile(r"'*(?:[=@\t\r]|[+-](?!\d+(?:[.,]\d+)?$))")
#: Characters that XML has no way to write.
_NOT_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_csv(document: Document, language: str) -> bytes:
    """Write a document as CSV in UTF-8, with semicolons in French, where the comma is the decimal sign."""
    made = table(document, language)
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";" if language.lower().startswith("fr") else ",", lineterminator="\r\n")
    writer.writerow(made.header)
    writer.writerows([[guarded(cell) for cell in row] for row in made.rows])
    # Without the mark, Excel takes UTF-8 for the code page of the country.
    return b"\xef\xbb\xbf" + held.getvalue().encode("utf-8", "replace")


def guarded(cell: Cell) -> Cell:
    """Return a cell of CSV with an apostrophe before it where a spreadsheet would run it."""
    return f"'{cell}" if isinstance(cell, str) and _RUN.match(cell) else cell


def unguarded(text: str) -> str:
    """Return a cell of CSV without the apostrophe that keeps a spreadsheet from running it."""
    return text[1:] if text.startswith("'") and _RUN.match(text[1:]) else text


def write_xlsx(document: Document, language: str) -> bytes:
    """Write a document as one sheet of a workbook, with the header in bold and held in place.

    Raises:
        ReadError: The library that writes workbooks is not installed.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - only workbooks need it
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above
    except ImportError:
        raise ReadError("XLSX needs openpyxl: pip install 'okrlint[sheets]'", culprit=document.path) from None
    made = table(document, language)
    book = Workbook()
    sheet = book.active
    if sheet is None:
        sheet = book.create_sheet()
    sheet.title = "OKR"
    lines: list[list[Cell]] = [[*made.header], *made.rows]
    for row, cells in enumerate(lines, 1):
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            cell.value = _NOT_XML.sub("", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"  # a sentence that begins with = is no formula
            cell.font = Font(bold=row == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    for column, name in enumerate(made.header, 1):
        widest = max([len(str(row[column - 1] or "")) for row in made.rows] + [len(name)])
        sheet.column_dimensions[get_column_letter(column)].width = min(widest + 2, 60)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
