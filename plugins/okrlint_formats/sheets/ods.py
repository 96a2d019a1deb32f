"""ODS: the sheets of LibreOffice and its kin, read in one pass over the XML with the values that were stored.

The libraries for it hold the whole document in memory, cell by cell, where a row of nothing may claim to stand there a
million times. A pass that keeps what is filled needs no library, and ends where a sheet has more than anybody writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from okrlint.errors import ReadError
from okrlint_formats import reasons
from okrlint_formats.archive import BROKEN
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
from okrlint_formats.sheets.values import is_error, plain

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_BOLD: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-weight"
_KIND: Final = "OpenDocument spreadsheet (.ods)"
MOST_SHEETS: Final = 200


def read_ods(path: str, data: bytes) -> Workbook:
    """Return the sheets of an OpenDocument spreadsheet.

    Raises:
        ReadError: It is no spreadsheet, broken, locked, too large, or a trap.
    """
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - with the first workbook

    with workbook(path, data, _KIND) as archive:
        try:
            if b"encryption-data" in archive.read("META-INF/manifest.xml")[:1_000_000]:
                raise ReadError("the workbook is locked with a password", culprit=path)
            walk = _Walk()
            with archive.open("content.xml") as stream:
                for event, element in ET.iterparse(stream, ("start", "end")):  # noqa: S314 - the archive was refused if it declared entities
                    walk.take(event, element)
        except (ET.ParseError, KeyError, *BROKEN):
            raise ReadError(f"this is a ZIP archive, but no {_KIND} that can be read", culprit=path) from None
    return lay_out(path, walk.grids)


class _Walk:
    """Walks the XML and keeps what is filled."""

    def __init__(self) -> None:
        self.grids: list[Grid] = []
        self._left = MOST_CELLS
        self._grid: Grid | None = None
        self._row = 1
        self._full = False
        self._bold: set[str] = set()
        self._hidden: set[str] = set()

    def take(self, event: str, element: Element) -> None:
        if event == "start":
            if element.tag == _TABLE + "table":
                self._opened(element)
        elif element.tag == _TABLE + "table-row":
            if self._grid is not None and not self._full:
                self._take_row(element, self._grid)
            element.clear()
        elif element.tag == _TABLE + "table":
            self._grid = None
            element.clear()
        elif element.tag == _STYLE + "style":
            self._styled(element)
        elif element.tag == _OFFICE + "annotation":
            element.clear()
        elif element.tag == _TEXT + "s":
            element.text = " "
        elif element.tag in {_TEXT + "line-break", _TEXT + "tab"}:
            element.text = "\n" if element.tag.endswith("k") else " "

    def _opened(self, element: Element) -> None:
        if self._grid is not None or len(self.grids) >= MOST_SHEETS:
            return  # a table inside a cell
        hidden = element.get(_TABLE + "style-name") in self._hidden
        self._grid = Grid(element.get(_TABLE + "name", ""), hidden=hidden)
        self.grids.append(self._grid)
        self._row, self._full, self._wide = 1, False, False

    def _styled(self, element: Element) -> None:
        name = element.get(_STYLE + "name", "")
        for child in element:
            if child.get(_BOLD) == "bold":
                self._bold.add(name)
            if child.get(_TABLE + "display") == "false":
                self._hidden.add(name)

    def _take_row(self, element: Element, grid: Grid) -> None:
        times = _times(element, "number-rows-repeated")
        filled = [one for one in _cells(element) if _said(one[1])]
        if filled and filled[-1][0] > MOST_COLUMNS:
            # One cell more than is read stands for all that are not.
            filled.pop()
            if not self._wide:
                grid.said.append((self._row, MOST_COLUMNS + 1, reasons.TOO_WIDE))
            self._wide = True
        if filled and (self._row > MOST_ROWS or self._left <= 0):
            grid.said.append((self._row, 1, reasons.TOO_MANY))
            self._full = True
            return
        hidden = element.get(_TABLE + "visibility") in {"collapse", "filter"}
        for number in range(self._row, min(self._row + times, MOST_ROWS + 1)) if filled else ():
            if hidden:
                grid.hidden_rows.add(number)
            for column, cell in filled:
                self._take_cell(grid, number, column, cell, strong=len(filled) == 1)
        self._row += times

    def _take_cell(self, grid: Grid, row: int, column: int, cell: Element, *, strong: bool) -> None:
        said = _said(cell)
        self._left -= 1
        if self._left <= 0:
            return
        if len(said) > LONGEST_CELL or is_error(said):
            grid.said.append((row, column, reasons.TOO_LONG if len(said) > LONGEST_CELL else reasons.FAILED))
            return
        strong = strong and cell.get(_TABLE + "style-name", "") in self._bold
        grid.cells.append(Found(said, row, column, strong))
        rows, columns = _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            grid.merged.append((row, column, row + rows - 1, column + columns - 1))


def _cells(row: Element) -> list[tuple[int, Element]]:
    """Return the cells of a row with their columns; one that is repeated stands once for each."""
    found: list[tuple[int, Element]] = []
    column = 1
    for cell in row:
        if cell.tag in {_TABLE + "table-cell", _TABLE + "covered-table-cell"}:
            times = _times(cell, "number-columns-repeated")
            if cell.tag.endswith("}table-cell") and len(cell):
                last = min(column + times, MOST_COLUMNS + 1)
                found += [(one, cell) for one in range(column, last)]
                if column + times > last:
                    found.append((MOST_COLUMNS + 1, cell))
                    break
            column += times
    return found


def _times(element: Element, name: str) -> int:
    said = element.get(_TABLE + name, "1")
    return max(int(said[:9]), 1) if said.isascii() and said.isdecimal() else 1


def _said(cell: Element) -> str:
    """Return what a cell shows; a day is written as every program writes it."""
    day = cell.get(_OFFICE + "date-value", "")
    if day:
        return day.removesuffix("T00:00:00")[:40]
    if cell.get(_OFFICE + "value-type") in {"boolean", "time"}:
        return ""
    said = "\n".join("".join(line.itertext()) for line in cell if line.tag == _TEXT + "p").strip()
    value = cell.get(_OFFICE + "value", "")
    if said or not value:
        return said.replace("\0", "")
    try:
        return plain(float(value))
    except ValueError:
        return ""
