"""OKRs in plain text: lines with labels, bullets of any sign, indents, trees drawn with lines."""

from __future__ import annotations

from okrlint.model import Document
from okrlint_formats.block import Block, page
from okrlint_formats.lines_of_text import lines_of
from okrlint_formats.roles import read_blocks


def read(path: str, data: bytes) -> Document:
    """Read a plain text, or raise ReadError where it is no UTF-8 text."""
    source = page(path, data)
    found = [Block(kind, depth, start, end) for kind, depth, start, end in lines_of(source, 0, len(source.lines))]
    return read_blocks(source, "text", found)
