"""Lines of plain text: what is a bullet, how deep it stands, and which lines go on with the one before.

Plain notes, trees drawn with `├──`, and the inside of a code fence have no markup, so each line is a block of its own;
only a deeper line below a bullet goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from okrlint.model import Source

_DRAWN: Final = re.compile(r"[\s│├└┌┬┤┐┘┴┼─|▼▲►↳]*")
_BULLET: Final = re.compile(r"(?P<sign>[-*+•●○◦▪■□☐☑☒✅➡→▶o](?:\ufe0f)?|\d{1,2}[.)])[ \t\u00a0]+(?=\S)")
_HASHES: Final = re.compile(r"(?P<hashes>#{1,6})\s+(?=\S)")
#: Signs that stand for a bullet in a paragraph; hyphens and stars are Markdown's own.
_SIGNS: Final = re.compile(
    r"\s*(?:(?P<sign>[•●○◦▪■□☐☑☒➡→▶o](?:\ufe0f)?)[ \t\u00a0]+(?=\S)|[•●◦▪■](?=\w)"
    r"|(?P<number>\d{1,2}[.)])[ \t]*(?=[A-Za-zÀ-ÿ]{2}))"
)
_DEEPER: Final = frozenset("○◦▪o")


def bulleted(line: str) -> tuple[int, int] | None:
    """Return where the words of a line begin and how deep its bullet is; None where it begins with no such sign."""
    found = _SIGNS.match(line)
    if found is None:
        return None
    return found.end(), 2 if (found.group("sign") or " ")[0] in _DEEPER else 1


def lines_of(
    source: Source, first: int, last: int
) -> Iterator[tuple[Literal["heading", "item", "paragraph"], int, int, int]]:
    """Yield kind, depth, start and end of every line from `first` to before `last` that holds words."""
    pending: tuple[Literal["heading", "item", "paragraph"], int, int, int, int] | None = None
    indents: list[int] = []
    for number in range(first, min(last, len(source.lines))):
        line = source.lines[number]
        drawn = _DRAWN.match(line)
        column = drawn.end() if drawn else 0
        base = source.line_starts[number]
        words = line.rstrip()
        if column >= len(words):
            indents = indents if pending is not None and pending[0] == "item" else []
            if pending:
                yield pending[:4]
            pending = None
            continue
        heading, bullet = _HASHES.match(line, column), _BULLET.match(line, column)
        branch = "─" in line[:column]  # a line of a drawn tree is an item, with a bullet or without
        goes_on = (
            pending is not None and pending[0] == "item" and column > pending[4] and not (heading or bullet or branch)
        )
        if goes_on and pending is not None:
            pending = (*pending[:3], base + len(words), pending[4])
            continue
        if pending:
            yield pending[:4]
        if heading:
            pending = ("heading", len(heading.group("hashes")), base + heading.end(), base + len(words), column)
        elif bullet or branch:
            while indents and indents[-1] > column:
                indents.pop()
            if not indents or indents[-1] < column:
                indents.append(column)
            pending = ("item", len(indents), base + (bullet.end() if bullet else column), base + len(words), column)
        else:
            pending = ("paragraph", 0, base + column, base + len(words), column)
    if pending:
        yield pending[:4]
