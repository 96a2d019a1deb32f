"""OKRs in a Word document: its paragraphs, lists and tables, handed over as the blocks that Markdown gives.

The text that spans count in is the document written out as Markdown, a paragraph a line. A place is told as people
find it in Word: `¶12` for the twelfth paragraph that holds words, `table2!B3` for a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from okrlint.errors import ReadError
from okrlint.model import Document, Source
from okrlint_formats.block import Block
from okrlint_formats.lines_of_text import bulleted
from okrlint_formats.roles import read_blocks
from okrlint_formats.word_file import open_word
from okrlint_formats.word_rows import Grid, Line, across, name_of, parts_of, rows_in, slots
from okrlint_formats.word_styles import Styles, W, child
from okrlint_formats.word_text import Run, marked, runs

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

#: A document of more paragraphs, cells included, is a mistake or an attack: this is some thousand pages.
MOST_PARAGRAPHS: Final = 50_000
#: A paragraph of more characters (some ten pages) is no statement, and holds none that anybody would find.
LONGEST: Final = 20_000
_HOLDERS: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_TYPED: Final = re.compile(r"(?:[-–—]|\\\*)[ \t\u00a0]+(?=\S)")


def read(path: str, data: bytes) -> Document:
    """Read a Word document; one that is broken, locked or a trap is a ReadError."""
    walk = _Walk(path, open_word(path, data))
    return read_blocks(walk.source(), "docx", walk.found)


class _Walk:
    """Walks the document, writes its lines and remembers the blocks."""

    def __init__(self, path: str, document: WordDocument) -> None:
        self.path = path
        self.found: list[Block] = []
        self._document = document
        self._styles = Styles(document)
        self._lines: list[str] = []
        self._places: list[str] = []
        self._at = 0
        self._paragraphs = self._seen = self._tables = 0
        # The words of a paragraph whose end was deleted: they belong to the next one.
        self._carried: list[Run] = []
        self._body(document.element.body)

    def source(self) -> Source:
        """Return what was written, with the place of every line."""
        return Source(self.path, "\n".join(self._lines), tuple(self._places) or ("¶1",))

    def _body(self, holder: Element, place: str | None = None) -> None:
        for one in holder.iterchildren():
            if one.tag == W + "p":
                self._paragraph(one, place)
            elif one.tag == W + "tbl":
                self._table(one)
            elif one.tag in _HOLDERS:
                self._body(one, place)

    def _put(self, text: str, place: str) -> tuple[int, int]:
        start = self._at
        lines = text.split("\n")
        self._lines += lines
        self._places += [place] * len(lines)
        self._at += len(text) + 1
        return start, start + len(text)

    def _words(self, paragraph: Element) -> list[Run]:
        """Return the runs of a paragraph; none where a deletion joins it to the next."""
        self._seen += 1
        if self._seen > MOST_PARAGRAPHS:
            raise ReadError(f"the document has more than {MOST_PARAGRAPHS} paragraphs", culprit=self.path)
        held = [*self._carried, *runs(self._document, self._styles, paragraph)]
        joined = child(paragraph, "pPr", "rPr", "del") is not None
        self._carried = held if joined else []
        return [] if joined else held

    def _paragraph(self, paragraph: Element, place: str | None) -> None:
        heading = self._styles.heading(paragraph)
        text = marked(self._words(paragraph), plain=heading is not None)
        if not text or len(text) > LONGEST:
            return
        if place is None:
            self._paragraphs += 1
        if self._styles.is_contents(paragraph):
            return
        text = text.replace("\n", " ") if heading is not None else text
        start, end = self._put(text, place or f"¶{self._paragraphs}")
        depth = self._styles.item(paragraph)
        typed = bulleted(text) or ((found.end(), 1) if (found := _TYPED.match(text)) else None)
        if heading is not None:
            self.found.append(Block("heading", heading, start, end))
        elif depth is not None:
            self.found.append(Block("item", depth, start, end))
        elif typed is not None:
            self.found.append(Block("item", typed[1], start + typed[0], end))
        else:
            self.found.append(Block("paragraph", 0, start, end))

    def _table(self, table: Element) -> None:
        self._tables += 1
        number, grid = self._tables, Grid()
        rows = list(rows_in(table))
        if len(rows) == 1 and len(first := list(slots(rows[0]))) == 1:
            self._body(first[0].element, f"table{number}!A1")  # a frame around text, not a table
            return
        for count, row in enumerate(rows, 1):
            cells = self._cells(row, f"table{number}!", count, grid)
            for line in across(cells, max(self._at - 1, 0)):
                start, end = line[0][0], max(line[-1][1], line[0][0])
                header = count == 1 or child(row, "trPr", "tblHeader") is not None
                self.found.append(Block("row", 0, start, end, cells=line, table=number, header=header))

    def _cells(self, row: Element, before: str, count: int, grid: Grid) -> list[list[tuple[int, int]]]:
        """Write the cells of a row, and return where the texts of each column stand."""
        columns: dict[int, list[tuple[int, int]]] = {}
        for slot in slots(row):
            if not slot.above:
                place = f"{before}{name_of(slot.column)}{count}"
                parts = parts_of(list(self._in_cell(slot.element)))
                grid.parts[slot.column] = [self._put(text, place) for text in parts]
            columns[slot.column] = grid.parts.get(slot.column, [])
            for covered in range(slot.column + 1, slot.column + slot.span):
                grid.parts[covered] = columns[covered] = []
        return [columns.get(column, []) for column in range(max(columns, default=-1) + 1)]

    def _in_cell(self, holder: Element) -> Iterator[Line]:
        """Yield the paragraphs of a cell that hold words, with those of a table inside it."""
        for one in holder.iterchildren():
            if one.tag == W + "p":
                text = marked(self._words(one), plain=self._styles.heading(one) is not None)
                if 0 < len(text) <= LONGEST:
                    typed = _TYPED.match(text)
                    ends = typed.end() if typed else (bulleted(text) or (0,))[0]
                    depth = self._styles.item(one) or int(ends > 0)
                    yield Line(text[ends:], depth)
            elif one.tag == W + "tbl":
                for row in rows_in(one):
                    for slot in slots(row):
                        yield from self._in_cell(slot.element)
            elif one.tag in _HOLDERS:
                yield from self._in_cell(one)
