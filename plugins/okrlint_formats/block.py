"""A block: the stretch of text that every format hands over, before anybody asks what it is in a set of OKRs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


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
