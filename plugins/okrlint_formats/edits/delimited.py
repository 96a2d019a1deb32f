"""A change of a statement in CSV or TSV: its cells alone, parted and quoted as the file does it."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.model import Document, Source, Statement
from okrlint.model.change import Change
from okrlint_formats.as_sheet import guarded
from okrlint_formats.edits.cells import Put, puts
from okrlint_formats.edits.splice import Splice, spliced
from okrlint_formats.sheets.delimited import parted, read_delimited, records


def edits(data: bytes, document: Document, statement: Statement, change: Change, language: str) -> Iterator[bytes]:
    """Yield ways to write a change into CSV or TSV, the best first."""
    book = read_delimited(document.path, data)
    for way in puts(book, statement, change, language):
        made = spliced(data, book.source, _splices(book.source, way))
        if made is not None:
            yield made


def _splices(source: Source, way: list[Put]) -> Iterator[Splice]:
    rows = {one.row for one in way}
    spans = {number: cells for number, cells in records(source) if number in rows}
    _, mark = parted(source)
    for one in way:
        cells = spans.get(one.row, [])
        if one.column <= len(cells):
            yield Splice(*cells[one.column - 1], _written(one.words, mark))
        elif cells:
            missing = mark * (one.column - len(cells))
            yield Splice(cells[-1][1], cells[-1][1], missing + _written(one.words, mark))


def _written(words: str, mark: str) -> str:
    """Return words as a cell, in quotation marks where the file's own signs stand in them."""
    words = str(guarded(words))
    needed = any(sign in words for sign in (mark, '"', "\n", "\r")) or words != words.strip()
    return '"' + words.replace('"', '""') + '"' if needed else words
