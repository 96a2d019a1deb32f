"""The characters of a text that a spreadsheet wrote: UTF-8 or UTF-16, with or without a mark, or Windows' own letters.

Excel writes CSV in the letters of the machine's Windows unless it is asked for UTF-8, and "Unicode text" in UTF-16.
"""

from __future__ import annotations

import codecs
from typing import Final

from okrlint.errors import ReadError
from okrlint.model import Source

_UTF_16: Final = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(path: str, data: bytes) -> Source:
    """Return the characters of a file.

    Raises:
        ReadError: It is in none of these encodings, or holds a NUL, with line and column.
    """
    source = _decoded(path, data)
    nul = source.text.find("\0")
    if nul >= 0:
        line, column = source.place(nul)
        raise ReadError("there is a NUL character: this is no text", culprit=path, line=line, column=column)
    return source


def _decoded(path: str, data: bytes) -> Source:
    encoding = next((name for mark, name in _UTF_16 if data.startswith(mark)), None) or _unmarked(data)
    if encoding is not None:
        try:
            return Source(path, data.decode(encoding).removeprefix("\ufeff"))
        except UnicodeDecodeError as error:
            before = data[: error.start].decode(encoding, "ignore").removeprefix("\ufeff")
            line, column = Source(path, before).place(len(before))
            raise ReadError("this is not UTF-16 text", culprit=path, line=line, column=column) from None
    try:
        return Source.decode(path, data)
    except ReadError:
        if b"\0" in data or data.startswith(codecs.BOM_UTF8):
            raise
        try:
            return Source(path, data.decode("cp1252"))
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("cp1252")
            line, column = Source(path, before).place(len(before))
            what = f"this is neither UTF-8 nor Windows-1252 text (byte 0x{data[error.start]:02x})"
            raise ReadError(what, culprit=path, line=line, column=column) from None


def _unmarked(data: bytes) -> str | None:
    """Return the UTF-16 that a text without a mark is in: every other byte of European letters is a zero."""
    head = data[:400]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 2 or len(data) % 2:
        return None
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None
