"""OKRs in Markdown: headings, nested bullets, labels, tables, code that holds OKRs, and front matter."""

from __future__ import annotations

from okrlint.model import Document
from okrlint_formats.block import page
from okrlint_formats.blocks import blocks
from okrlint_formats.front_matter import front_fields, front_title
from okrlint_formats.roles import read_blocks


def read(path: str, data: bytes) -> Document:
    """Read a Markdown document, or raise ReadError where it is no UTF-8 text."""
    source = page(path, data)
    front, found = blocks(source)
    fields = front_fields(source, *front) if front is not None else {}
    heading = front_title(source, *front) if front is not None else None
    return read_blocks(source, "markdown", found, fields, heading)
