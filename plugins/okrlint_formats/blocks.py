"""The blocks of a Markdown document, with their place: headings, items, paragraphs, rows of tables, lines of code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from okrlint.errors import ReadError
from okrlint.model import Source
from okrlint_formats.block import Block
from okrlint_formats.lines_of_text import bulleted, lines_of

#: Deeper nesting than this is a mistake or an attack; real lists go seven levels deep.
DEEPEST: Final = 60


def blocks(source: Source) -> tuple[tuple[int, int] | None, list[Block]]:
    """Return where the front matter's content stands, if there is any, and the blocks in order."""
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").use(front_matter_plugin)
    try:
        tokens = parser.parse("\n".join(source.lines))
    except RecursionError:
        raise ReadError("the lists are nested too deeply", culprit=source.path) from None
    walk = _Walk(source)
    for token in tokens:
        walk.take(token)
    return walk.front, walk.found


class _Walk:
    """Walks the tokens and remembers which of them are open."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.front: tuple[int, int] | None = None
        self.found: list[Block] = []
        self._open: list[Token] = []
        self._fresh = False
        self._table = 0
        self._code = 0
        self._cells: list[tuple[int, int]] = []
        self._column = 0

    def take(self, token: Token) -> None:
        if token.type == "front_matter" and token.map:
            self.front = (self.source.offset(token.map[0] + 2), self.source.offset(token.map[1]))
        elif token.nesting == 1:
            self._opened(token)
        elif token.nesting == -1:
            self._closed(token)
        elif token.type == "inline" and token.map:
            if any(one.type == "table_open" for one in self._open):
                self._cell(token)
            else:
                self.found += self._inline(token)
                self._fresh = False
        elif token.type in {"fence", "code_block"} and token.map:
            self._lines(token)
        elif token.type == "html_block" and token.map:
            self._html(token)

    def _opened(self, token: Token) -> None:
        self._open.append(token)
        self._fresh = self._fresh or token.type == "list_item_open"
        if token.type == "table_open":
            self._table += 1
        elif token.type == "tr_open":
            self._cells, self._column = [], 0

    def _closed(self, token: Token) -> None:
        opened = self._open.pop()
        if token.type == "tr_close" and self._cells:
            header = any(one.type == "thead_open" for one in self._open)
            start, end = self._cells[0][0], max(self._cells[-1][1], self._cells[0][0])
            self.found.append(Block("row", 0, start, end, cells=tuple(self._cells), table=self._table, header=header))
        del opened

    def _cell(self, token: Token) -> None:
        line = (token.map or [0])[0]
        written = self.source.lines[line]
        # A bar inside a cell is written with a backslash, which the parser has taken off.
        content = token.content.replace("|", r"\|")
        at = written.find(content, self._column) if content else -1
        if at < 0:
            at = min(self._column, len(written))
            self._cells.append((self.source.line_starts[line] + at,) * 2)
            return
        self._column = at + len(content)
        start = self.source.line_starts[line] + at
        self._cells.append((start, start + len(content)))

    def _inline(self, token: Token) -> Iterator[Block]:
        first, last = token.map or [0, 0]
        lines = token.content.split("\n")
        start = _offset(self.source, first, lines[0])
        end_line = min(first + len(lines) - 1, max(last - 1, first))
        end = _offset(self.source, end_line, lines[-1]) + len(lines[-1].strip())
        heading = next((one for one in self._open if one.type == "heading_open"), None)
        if heading is not None:
            yield Block("heading", int(heading.tag[1]), start, end)
            return
        depth = sum(one.type == "list_item_open" for one in self._open)
        if depth:
            yield Block("item", depth, start, end, follows=not self._fresh)
            return
        yield from _bullets(self.source, start, end)

    def _lines(self, token: Token) -> None:
        first, last = token.map or [0, 0]
        if token.type == "fence":
            closed = last - 1 > first and self.source.lines[last - 1].strip().startswith(token.markup[:3])
            first, last = first + 1, last - 1 if closed else last
        self._code += 1
        for kind, depth, start, end in lines_of(self.source, first, last):
            self.found.append(Block(kind, depth, start, end, code=self._code))

    def _html(self, token: Token) -> None:
        from okrlint_formats.html_blocks import html_blocks  # noqa: PLC0415 - few documents hold any

        first, last = token.map or [0, 0]
        start, end = (
            self.source.line_starts[first],
            self.source.line_starts[last - 1] + len(self.source.lines[last - 1]),
        )
        self.found += html_blocks(self.source, start, end, table=1000 + first)


_LINE_END: Final = re.compile(r"\r\n|\n|\r")


def _bullets(source: Source, start: int, end: int) -> Iterator[Block]:
    """Take a paragraph apart whose lines begin with a sign that Markdown does not know for a bullet (•, ○, →)."""
    at, begin = start, start
    kind: Literal["item", "paragraph"] = "paragraph"
    depth = 0
    for found in [*_LINE_END.finditer(source.text, start, end), None]:
        stop = found.start() if found else end
        bullet = bulleted(source.text[at:stop])
        if bullet is not None:
            if at > begin:
                yield Block(kind, depth, begin, at)
            begin, kind, depth = at + bullet[0], "item", bullet[1]
        at = found.end() if found else end
    yield Block(kind, depth, begin, end)


def _offset(source: Source, line: int, content: str) -> int:
    """Return where a line's content begins: behind the marks of its lists, quotes and heading."""
    written = source.lines[line]
    column = written.rfind(content.strip()) if content.strip() else len(written)
    return source.line_starts[line] + max(column, 0)
