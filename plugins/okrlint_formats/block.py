"""A block: the stretch of text that every format hands over, before anybody asks what it is in a set of OKRs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from okrlint.errors import ReadError
from okrlint.model import Source

#: A page of more lines is a log or an attack: this is some thousand pages of print.
MOST_LINES: Final = 100_000


def page(path: str, data: bytes) -> Source:
    """Return the characters of a page of text.

    Raises:
        ReadError: It is no text, or longer than anybody writes.
    """
    source = Source.decode(path, data)
    if len(source.lines) > MOST_LINES:
        raise ReadError(f"the page has more than {MOST_LINES:,} lines", culprit=path)
    return source


@dataclass(frozen=True)
class Block:
    """A stretch of inline text.

    `depth` is the level of a heading, or how many lists an item is inside; `follows` tells a second paragraph of a
    list item from the first. A row has `cells`, each from start to end, the number of its `table`, and `header` where
    it names the columns. `code` holds for a line of a code block: it counts only where it carries a label.
    """

    kind: Literal["heading", "item", "paragraph", "row"]
    depth: int
    start: int
    end: int
    follows: bool = False
    cells: tuple[tuple[int, int], ...] = ()
    table: int = 0
    header: bool = False
    code: int = 0
