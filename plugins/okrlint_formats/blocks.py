"""The blocks of a Markdown document: headings, list items and paragraphs, with their depth and their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from okrlint.errors import ReadError
from okrlint.model import Source

#: Deeper nesting than this is a mistake or an attack; real lists go seven levels deep.
DEEPEST = 60


@dataclass(frozen=True)
class Block:
    """A stretch of inline text.

    `depth` is the level of a heading, or how many lists an item is inside; `follows` tells a second paragraph of a
    list item from the first.
    """

    kind: Literal["heading", "item", "paragraph"]
    depth: int
    start: int
    end: int
    follows: bool = False


def blocks(source: Source) -> tuple[tuple[int, int] | None, list[Block]]:
    """Return where the front matter's content stands, if there is any, and the blocks in order."""
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).use(front_matter_plugin)
    try:
        tokens = parser.parse("\n".join(source.lines))
    except RecursionError:
        raise ReadError("the lists are nested too deeply", culprit=source.path) from None
    front: tuple[int, int] | None = None
    found: list[Block] = []
    stack: list[Token] = []
    fresh = False
    for token in tokens:
        if token.type == "front_matter" and token.map:
            front = (source.offset(token.map[0] + 2), source.offset(token.map[1]))
        if token.nesting == 1:
            stack.append(token)
            fresh = fresh or token.type == "list_item_open"
        elif token.nesting == -1:
            stack.pop()
        elif token.type == "inline" and token.map:
            found.append(_block(source, token, stack, fresh=fresh))
            fresh = False
    return front, found


def _block(source: Source, token: Token, stack: list[Token], *, fresh: bool) -> Block:
    first, last = token.map or [0, 0]
    lines = token.content.split("\n")
    start = _offset(source, first, lines[0])
    end_line = min(first + len(lines) - 1, max(last - 1, first))
    end = _offset(source, end_line, lines[-1]) + len(lines[-1].strip())
    heading = next((one for one in stack if one.type == "heading_open"), None)
    if heading is not None:
        return Block("heading", int(heading.tag[1]), start, end)
    depth = sum(one.type == "list_item_open" for one in stack)
    if depth:
        return Block("item", depth, start, end, follows=not fresh)
    return Block("paragraph", 0, start, end)


def _offset(source: Source, line: int, content: str) -> int:
    """Return where a line's content begins: behind the marks of its lists, quotes and heading."""
    written = source.lines[line]
    column = written.rfind(content.strip()) if content.strip() else len(written)
    return source.line_starts[line] + max(column, 0)
