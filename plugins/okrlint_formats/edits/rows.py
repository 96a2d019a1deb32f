"""Rows of a Markdown table: the empty cell in which a field of the row's statement belongs."""

from __future__ import annotations

import itertools
import re
from typing import Final

from okrlint.model import Source
from okrlint_formats.tables import column

_BAR: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = re.compile(r"[\s|:>-]*-[\s|:>-]*")
#: What people put in a cell to say that nothing is in it yet.
_NOTHING: Final = re.compile(r"[\s–—?-]*|[Tt][Bb][DdCc]|n/a")


def cell_of_field(source: Source, offset: int, name: str) -> tuple[int, int] | None:
    """Return the stretch of the empty cell for a field, in the row around an offset; None where there is none."""
    number = source.place(offset)[0] - 1
    top = number
    while top > 0 and "|" in source.lines[top - 1]:
        top -= 1
    if number < top + 2 or not _RULE.fullmatch(source.lines[top + 1]):
        return None
    headers, cells = _cells(source.lines[top]), _cells(source.lines[number])
    for (first, last), (start, end) in zip(headers, cells, strict=False):
        empty = _NOTHING.fullmatch(source.lines[number][start:end].strip())
        if column(source.lines[top][first:last]) == name and empty:
            at = source.line_starts[number]
            return at + start, at + end
    return None


def _cells(line: str) -> list[tuple[int, int]]:
    """Return where the cells of a row stand, between its bars; a bar at an edge of the row opens or ends it."""
    bars = [found.start() for found in _BAR.finditer(line)]
    edges = [*([] if line.lstrip(" \t>").startswith("|") else [-1]), *bars]
    if not line.rstrip().endswith("|"):
        edges.append(len(line))
    return [(first + 1, last) for first, last in itertools.pairwise(edges)]
