"""OKRs in a page of HTML: headings, lists and tables, whatever is around them."""

from __future__ import annotations

import re
from typing import Final

from okrlint.model import Document
from okrlint_formats.block import page
from okrlint_formats.html_blocks import html_blocks
from okrlint_formats.roles import read_blocks

_TITLE: Final = re.compile(r"<title[^>]*>([^<]{1,200})</title>", re.IGNORECASE)


def read(path: str, data: bytes) -> Document:
    """Read a page, or raise ReadError where it is no UTF-8 text."""
    source = page(path, data)
    named = _TITLE.search(source.text)
    return read_blocks(
        source, "html", html_blocks(source, 0, len(source.text)), heading=named.group(1) if named else None
    )
