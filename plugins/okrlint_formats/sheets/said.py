"""From a cell to the statements in it: one sentence, a list of several, or the names of pages that it is linked to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from okrlint.model import Piece, Source, Text
from okrlint_formats.asides import Commitment, leading
from okrlint_formats.block import Block
from okrlint_formats.inline import cut, part
from okrlint_formats.labels import ROLES, label
from okrlint_formats.outline import Node
from okrlint_formats.statement import said as said_by

_LINE: Final = re.compile(r"[ \t\u00a0]*(?:\r\n|\n|\r)\s*")
#: What opens an entry of a list inside a cell.
_ENTRY: Final = re.compile(r"\s*(?:[-•*–▪◦●‣·]\s+|\d{1,2}[.)]\s+|(?:KR|RC|O|I) ?\d+(?:\.\d+)*\s?[:.)–-]\s*)(?=\S)")
_BULLET: Final = re.compile(r"\s*(?:[-•*–▪◦●‣·]\s+|\d{1,2}[.)]\s+)")
#: Notion writes a page that a cell is linked to with its address behind it.
_ADDRESS: Final = re.compile(r"\(https?://[^\s()]+\)(?:,\s*|$)")


@dataclass
class Sentence:
    """A statement of a cell, with what stood beside it in its line."""

    role: str
    text: Text
    ident: str | None = None
    fields: dict[str, Text] = field(default_factory=dict)
    commitment: Commitment | None = None


def sentences(source: Source, text: Text, role: str) -> Iterator[Sentence]:
    """Yield the statements that a cell holds in the role of its column; a label of their own wins over it."""
    for one in _entries(source, text):
        held = sentence(source, one, role)
        if held is not None:
            yield held


def _entries(source: Source, text: Text) -> Iterator[Text]:
    linked = [found.span() for found in _ADDRESS.finditer(text.text)]
    if linked and linked[-1][1] == len(text.text):
        starts = [0, *(end for _, end in linked)]
        names = (part(source, text, start, end) for start, (end, _) in zip(starts, linked, strict=False))
        yield from (one for one in names if one.text)
        return
    breaks = [found.span() for found in _LINE.finditer(text.text)]
    opened = [at for at in (0, *(end for _, end in breaks)) if _ENTRY.match(text.text, at)]
    if len(opened) < 2 or opened[0] != 0:
        yield in_one_line(source, text)
        return
    for start, end in zip(opened, [*opened[1:], len(text.text)], strict=True):
        bullet = _BULLET.match(text.text, start)
        yield in_one_line(source, part(source, text, bullet.end() if bullet else start, end))


def in_one_line(source: Source, text: Text) -> Text:
    """Return a text whose line ends read as blanks."""
    found = list(_LINE.finditer(text.text))
    if not found:
        return text
    pieces: list[Piece] = []
    at = 0
    for end in found:
        pieces += _pieces(source, text, at, end.start())
        first, last = text.offsets(*end.span())
        pieces.append(Piece(text=" ", start=first, end=last, verbatim=False))
        at = end.end()
    pieces += _pieces(source, text, at, len(text.text))
    whole = "".join(piece.text for piece in pieces)
    return Text(text=whole, span=text.span, pieces=tuple(pieces))


def _pieces(source: Source, text: Text, start: int, end: int) -> list[Piece]:
    held = part(source, text, start, end)
    return list(held.pieces) or [Piece(text=held.text, start=held.span.start, end=held.span.end)]


def sentence(source: Source, text: Text, role: str) -> Sentence | None:
    """Return the statement of a text; None where it is a number, a label or what a template left."""
    before = leading(source, text)
    found = label(before.text.text)
    if found is not None and found.meaning not in ROLES:
        found = None
    rest = cut(source, before.text, found.length) if found else before.text
    if not rest.text:
        return None
    block = Block("paragraph", 0, text.span.start, text.span.end)
    node = Node(block, before.text, before, found, rest, None, strong=False, boxed=False, level=0.0)
    held = said_by(source, node, rest, role)
    if held.text is None:
        return None
    ident = found.ident if found else None
    return Sentence(str(found.meaning) if found else role, held.text, ident, held.fields, held.commitment)
