"""What stands around the values of an XLSX sheet: merged cells, hidden rows, formulas without a value.

openpyxl reads values row by row and passes these over, or holds the whole sheet in memory. One pass over the sheet's
XML finds them, and keeps nothing else.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from okrlint_formats.sheets.sheet import MOST_COLUMNS, MOST_ROWS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RANGE: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_PLACE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
#: More of either than people make by hand is left out.
MOST_MERGED: Final = 5_000
MOST_WITHOUT: Final = 20


@dataclass
class Marks:
    """Stretches of merged cells, hidden rows, cells whose formula has no stored value, the first beyond the columns."""

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    without_value: list[tuple[int, int]] = field(default_factory=list)
    beyond: tuple[int, int] | None = None


def marks(archive: zipfile.ZipFile, part: str) -> Marks:
    """Return the marks of a sheet, by the name of its part. Raises what `xml.etree` and `zipfile` raise."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - with the first workbook

    found = Marks()
    with archive.open(part) as stream:
        for _, element in ET.iterparse(stream):  # noqa: S314 - the archive was refused if it declared entities
            if element.tag == _MAIN + "c":
                _cell(element, found)
            elif element.tag == _MAIN + "row":
                if element.get("hidden") in {"1", "true"} and element.get("r", "").isdecimal():
                    found.hidden.add(int(element.get("r", "0")[:9]))
                element.clear()
            elif element.tag == _MAIN + "mergeCell" and len(found.merged) < MOST_MERGED:
                _merged(element.get("ref", ""), found)
            elif element.tag == _MAIN + "sheetData":
                element.clear()
    return found


def _cell(element: Element, found: Marks) -> None:
    formula, value = element.find(_MAIN + "f"), element.find(_MAIN + "v")
    at = _PLACE.fullmatch(element.get("r", ""))
    empty = value is None or (not value.text and element.get("t") != "str")
    filled = value is not None or element.find(_MAIN + "is") is not None
    if filled and found.beyond is None and at and column(at.group(1)) > MOST_COLUMNS:
        found.beyond = (min(int(at.group(2)), MOST_ROWS), column(at.group(1)))
    if formula is not None and empty and at and len(found.without_value) < MOST_WITHOUT:
        found.without_value.append((min(int(at.group(2)), MOST_ROWS), column(at.group(1))))


def _merged(ref: str, found: Marks) -> None:
    ends = _RANGE.fullmatch(ref)
    if ends is None:
        return
    first, top, last, bottom = ends.groups()
    found.merged.append((int(top), column(first), int(bottom), column(last)))


def column(letters: str) -> int:
    """Return the number of a column: `A` is 1, `AB` is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
