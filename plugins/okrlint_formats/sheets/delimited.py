"""CSV and TSV: which character parts the cells, and what stands in each, with its place in the file.

French Excel parts cells with semicolons, as the comma is in its numbers; English Excel with commas; "Unicode text" has
tabs. Nothing in the file says which, so the character that parts the first rows most evenly is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import PurePath
from typing import Final

from okrlint.model import Skipped, Source
from okrlint_formats import reasons
from okrlint_formats.sheets.encodings import decode
from okrlint_formats.sheets.sheet import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Row,
    Sheet,
    Workbook,
)

_MARKS: Final = ("\t", ";", ",", "|")
#: Excel's own way to name the character, as a first line.
_NAMED: Final = re.compile(r"sep=(.)(?:\r\n|\n|\r|$)", re.IGNORECASE)
#: How many rows tell which character parts them.
_SAMPLE: Final = 50


def read_delimited(path: str, data: bytes) -> Workbook:
    """Return the one sheet of a CSV or TSV file.

    Raises:
        ReadError: It is no text, with line and column.
    """
    source = decode(path, data)
    rows: list[Row] = []
    skipped: list[Skipped] = []
    cells, wide = 0, False
    for number, spans in records(source):
        if number > MOST_ROWS or cells > MOST_CELLS:
            skipped.append(Skipped(text=source.cut(*spans[0]), reason=reasons.TOO_MANY))
            break
        row = Row(number)
        for column, (start, end) in enumerate(spans[:MOST_COLUMNS], 1):
            cell = _cell(source, number, column, start, end)
            if cell is not None:
                row.cells[column] = cell
            elif end - start > LONGEST_CELL:
                skipped.append(Skipped(text=source.cut(start, start + 80), reason=reasons.TOO_LONG))
        beyond = next((span for span in spans[MOST_COLUMNS:] if source.text[slice(*span)].strip()), None)
        if beyond is not None and not wide:
            wide = True
            skipped.append(Skipped(text=source.cut(*beyond), reason=reasons.TOO_WIDE))
        cells += len(row.cells)
        if row.cells:
            rows.append(row)
    return Workbook(source, [Sheet("", rows)], skipped)


def parted(source: Source) -> tuple[int, str]:
    """Return where the first row of a file begins, and the character that parts its cells."""
    named = _NAMED.match(source.text)
    if named:
        return named.end(), named.group(1)
    return 0, _mark(source.text, PurePath(source.path).suffix.lower() == ".tsv")


def records(source: Source) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield the rows of a file with their numbers: where each cell begins and ends, quotation marks included."""
    at, mark = parted(source)
    yield from enumerate(_records(source.text, at, mark), 2 if at else 1)


def _cell(source: Source, row: int, column: int, start: int, end: int) -> Cell | None:
    raw = source.text[start:end]
    quoted = len(raw) > 1 and raw[0] == raw[-1] == '"'
    inner = raw[1:-1] if quoted else raw
    words = inner.strip()
    if not words or len(words) > LONGEST_CELL:
        return None
    start += quoted + len(inner) - len(inner.lstrip())
    doubled = quoted and '""' in words
    plain = words.replace('""', '"') if doubled else words
    return Cell(plain, row, column, start, start + len(words), (row, column), doubled=doubled)


@lru_cache(maxsize=8)
def _part(mark: str) -> re.Pattern[str]:
    """Return what a cell looks like, with the character or the line end behind it.

    A quotation mark that nothing closes is a character like any other: the alternative for it stands last.
    """
    stop = re.escape(mark)
    return re.compile(
        rf'(?P<cell>"(?:[^"]|"")*+"(?=[ ]*(?:{stop}|\r|\n|\Z))|[^\r\n{stop}]*+)[ ]*(?P<end>{stop}|\r\n|\n|\r|\Z)'
    )


def _records(text: str, at: int, mark: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the rows of a file, each as where its cells begin and end, with the quotation marks around them."""
    pattern = _part(mark)
    row: list[tuple[int, int]] = []
    while at < len(text):
        found = pattern.match(text, at)
        if found is None:
            return
        row.append(found.span("cell"))
        at = found.end()
        if found.group("end") != mark:
            yield row
            row = []
    if row:
        yield row


def _mark(text: str, tabs: bool) -> str:  # noqa: FBT001 - whether the name of the file says so
    """Return the character that parts the cells."""
    sample = text[:20_000]
    best, most = "\t" if tabs else ",", 0.0
    for mark in _MARKS:
        widths = Counter(len(row) for row in islice(_records(sample, 0, mark), _SAMPLE))
        width, rows = max(widths.items(), key=lambda one: (one[0] > 1) * one[1] * min(one[0], 4), default=(1, 0))
        worth = rows * min(width, 4) + (mark == "\t" and tabs) if width > 1 else 0
        if worth > most:
            best, most = mark, worth
    return best
