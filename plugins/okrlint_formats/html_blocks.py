"""HTML as people paste it: headings, paragraphs, list items and table rows, with their place in the source."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from okrlint.model import Source
from okrlint_formats.block import Block

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | {
    "p",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "blockquote",
    "summary",
    "div",
    "section",
    "br",
    "figcaption",
}
_SILENT: Final = frozenset({"script", "style", "template", "head", "nav", "svg", "noscript"})
#: Deeper nesting than this is a mistake or an attack.
DEEPEST: Final = 400


def html_blocks(source: Source, start: int, end: int, table: int = 0) -> list[Block]:
    """Return the blocks of a stretch of HTML in order; text outside any element is a paragraph."""
    reader = _Reader(source, start, end, table)
    reader.feed(source.text[start:end])
    reader.close()
    reader.flush(end)
    return reader.found


class _Reader(HTMLParser):
    """Gathers blocks while the parser walks; positions are kept as offsets in the source."""

    def __init__(self, source: Source, start: int, end: int, table: int) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Block] = []
        self._source = source
        self._line, self._column = source.place(start)
        self._end = end
        self._lists = 0
        self._silent = 0
        self._kind = "p"
        self._begin: int | None = None
        self._last = start
        self._table = table
        self._row: list[tuple[int, int]] | None = None
        self._header = False

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over `<![…`, of which the parser knows a few kinds and asserts that there are no others."""
        del report
        return self.parse_bogus_comment(i)

    def _here(self) -> int:
        line, column = self.getpos()
        if line == 1:
            return self._source.line_starts[self._line - 1] + self._column - 1 + column
        return self._source.line_starts[self._line - 1 + line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SILENT:
            self.flush(self._here())
            self._silent += 1
        elif tag in {"ul", "ol"}:
            self.flush(self._here())
            self._lists = min(self._lists + 1, DEEPEST)
        elif tag == "table":
            self.flush(self._here())
            self._table += 1
        elif tag == "tr":
            self._row, self._header = [], False
        elif tag in _BLOCKS:
            self.flush(self._here())
            self._kind = tag
            self._header = self._header or tag == "th"

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in {"ul", "ol"}:
            self.flush(self._here())
            self._lists = max(self._lists - 1, 0)
        elif tag == "tr" and self._row is not None:
            self.flush(self._here())
            if self._row:
                cells = tuple(self._row)
                row = Block("row", 0, cells[0][0], cells[-1][1], cells=cells, table=self._table, header=self._header)
                self.found.append(row)
            self._row = None
        elif tag in _BLOCKS:
            self.flush(self._here(), closing=tag in {"td", "th"})
            self._kind = "p"

    def handle_data(self, data: str) -> None:
        if self._silent or not data.strip():
            return
        here = self._here()
        if self._begin is None:
            self._begin = here + len(data) - len(data.lstrip())
        self._last = here + len(data.rstrip())

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def flush(self, at: int, *, closing: bool = False) -> None:
        """End the block that is open, if it holds words."""
        begin, self._begin = self._begin, None
        if self._row is not None and self._kind in {"td", "th"}:
            if begin is not None:
                self._row.append((begin, self._last))
            elif closing:
                self._row.append((at, at))
            return
        if begin is None or self._last <= begin:
            return
        if self._kind in _HEADINGS:
            self.found.append(Block("heading", int(self._kind[1]), begin, self._last))
        elif self._lists:
            self.found.append(Block("item", self._lists, begin, self._last, follows=self._kind != "li"))
        else:
            self.found.append(Block("paragraph", 0, begin, self._last))
