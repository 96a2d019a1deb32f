"""A change of a statement in an Excel workbook: only its cells are written anew, and every other part is kept.

The library that reads workbooks would write one without its charts, pictures, macros and stored results. So the cells
are replaced in the XML of their sheet, with their style kept; the archive's other parts are taken over as they are.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import groupby

from okrlint.model import Document, Statement
from okrlint.model.change import Change
from okrlint_formats.as_tree import MEASURED
from okrlint_formats.edits.cells import Put, puts
from okrlint_formats.edits.sheet_xml import Written, with_cells
from okrlint_formats.sheets.archive import workbook
from okrlint_formats.sheets.sheet import letters
from okrlint_formats.sheets.xlsx import parts, read_xlsx


def edits(data: bytes, document: Document, statement: Statement, change: Change, language: str) -> Iterator[bytes]:
    """Yield ways to write a change into a workbook, the best first."""
    book = read_xlsx(document.path, data)
    where = parts(data)
    for way in puts(book, statement, change, language):
        for as_number in (True, False):
            made = _written(document.path, data, way, where, as_number=as_number)
            if made is not None:
                yield made


def _written(path: str, data: bytes, way: list[Put], where: dict[str, str], *, as_number: bool) -> bytes | None:
    """Return the workbook with cells written; None where one of them holds a formula."""
    new: dict[str, bytes] = {}
    with workbook(path, data, "Excel workbook (.xlsx)") as archive:
        for name, held in groupby(sorted(way, key=lambda one: one.sheet.name), key=lambda one: one.sheet.name):
            part = where[name]
            made = with_cells(archive.read(part), [_cell(one, as_number=as_number) for one in held])
            if made is None:
                return None
            new[part] = made
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as again:
            again.comment = archive.comment
            for part_info in archive.infolist():
                again.writestr(part_info, new.get(part_info.filename, archive.read(part_info)), part_info.compress_type)
    return packed.getvalue()


def _cell(one: Put, *, as_number: bool) -> Written:
    number = as_number and (one.name in MEASURED or one.name == "confidence") and _is_number(one.words)
    return Written(one.row, f"{letters(one.column)}{one.row}", one.column, one.words, is_number=number)


def _is_number(words: str) -> bool:
    return words.replace(".", "", 1).removeprefix("-").isascii() and words.replace(".", "", 1).lstrip("-").isdigit()
