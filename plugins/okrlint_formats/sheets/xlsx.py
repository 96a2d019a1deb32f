"""XLSX: the sheets of an Excel workbook, row by row, with the values that were stored; no formula is ever evaluated."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable
from typing import Any, Final

from okrlint.errors import ReadError
from okrlint_formats import reasons
from okrlint_formats.sheets.archive import workbook
from okrlint_formats.sheets.sheet import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Found,
    Grid,
    Workbook,
    lay_out,
)
from okrlint_formats.sheets.values import is_error, words
from okrlint_formats.sheets.xlsx_marks import marks

_MISSING: Final = "Excel workbooks need openpyxl, which is not installed: pip install 'okrlint[sheets]'"
_NONE: Final = "this is a ZIP archive, but no Excel workbook that can be read"
#: Sheets that are read; nobody keeps more in one file.
MOST_SHEETS: Final = 200


def read_xlsx(path: str, data: bytes) -> Workbook:
    """Return the sheets of an Excel workbook.

    Raises:
        ReadError: It is no workbook, broken, locked, too large, a trap, or openpyxl is missing.
    """
    try:
        import openpyxl  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise ReadError(_MISSING, culprit=path) from None
    with workbook(path, data, "Excel workbook (.xlsx)") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl cannot keep when it writes is nothing to a reader
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            left = MOST_CELLS
            grids: list[Grid] = []
            for sheet in book.worksheets[:MOST_SHEETS]:
                grids.append(_grid(sheet, archive, left))
                left -= len(grids[-1].cells)
            book.close()
        except Exception:  # noqa: BLE001 - a package that is broken inside makes the library raise almost anything
            raise ReadError(_NONE, culprit=path) from None
    return lay_out(path, grids)


def parts(data: bytes) -> dict[str, str]:
    """Return the names of the sheets of a workbook that can be read, with the parts of the archive that hold them."""
    import openpyxl  # noqa: PLC0415 - as above

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    sheets: list[Any] = list(book.worksheets)
    found = {sheet.title: str(sheet._worksheet_path) for sheet in sheets}  # noqa: SLF001 - as below
    book.close()
    return found


def _grid(sheet: Any, archive: zipfile.ZipFile, left: int) -> Grid:  # noqa: ANN401 - a read-only sheet is half-typed
    grid = Grid(sheet.title, hidden=sheet.sheet_state != "visible")
    if grid.hidden:
        left = min(left, 1)  # enough to tell whether there was anything
    part: str = sheet._worksheet_path  # noqa: SLF001 - the library keeps the name of the part to itself
    found = marks(archive, part) if left > 1 else None
    if found is not None:
        grid.merged, grid.hidden_rows = found.merged, found.hidden
        grid.said += [(*at, reasons.NO_VALUE) for at in found.without_value]
        if found.beyond is not None:
            grid.said.append((*found.beyond, reasons.TOO_WIDE))
    sheet.reset_dimensions()  # what a file claims of its size may be wrong
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        if number <= MOST_ROWS and len(grid.cells) < left:
            grid.cells += _cells(row, grid)
        elif grid.hidden:
            break
        elif number > 10 * MOST_ROWS or any(cell.value is not None for cell in row):
            grid.said.append((number, 1, reasons.TOO_MANY))
            break
    return grid


def _cells(row: Iterable[Any], grid: Grid) -> list[Found]:
    filled = [cell for cell in row if cell.value is not None]
    found: list[Found] = []
    for cell in filled:
        said = words(cell.value, str(cell.number_format) if isinstance(cell.value, int | float) else "")
        if len(said) > LONGEST_CELL or is_error(said):
            reason = reasons.FAILED if len(said) <= LONGEST_CELL else reasons.TOO_LONG
            grid.said.append((cell.row, cell.column, reason))
        elif said:
            # Whether words are bold counts only where they stand alone: a title, or an objective above its rows.
            strong = len(filled) == 1 and bool(cell.font.b)
            found.append(Found(said, cell.row, cell.column, strong))
    return found
