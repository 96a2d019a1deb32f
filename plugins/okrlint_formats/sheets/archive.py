"""Opening a workbook that may come from anywhere: what is none, broken, locked or a trap is refused.

XLSX and ODS are ZIP archives of XML. Before anything is parsed, the archive is looked at: what it claims to hold bounds
what is unpacked, and XML that declares entities is refused, as no spreadsheet writes it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from okrlint.errors import ReadError

#: What the parts of a workbook may come to, unpacked: all of them, and those of XML.
LARGEST, LARGEST_XML = 300_000_000, 120_000_000
MOST_PARTS: Final = 5_000
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DECLARED: Final = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_CHUNK: Final = 1 << 20
#: What zipfile raises at bytes that are no archive, or a broken one.
BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


@contextmanager
def workbook(path: str, data: bytes, kind: str) -> Iterator[zipfile.ZipFile]:
    """Open the archive of a workbook; `kind` is what people call it (`Excel workbook (.xlsx)`).

    Raises:
        ReadError: It is no such workbook, broken, locked with a password, too large, or a trap.
    """
    _refuse_old(path, data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise ReadError(_what(data, kind), culprit=path) from None
    with archive:
        try:
            _refuse_traps(path, archive)
        except BROKEN:
            raise ReadError(_what(data, kind), culprit=path) from None
        yield archive


def _what(data: bytes, kind: str) -> str:
    return "the workbook is cut short or damaged" if data[:2] == b"PK" else f"this is no {kind}"


def _refuse_old(path: str, data: bytes) -> None:
    if not data.startswith(_OLD):
        return
    if _LOCKED in data:
        raise ReadError("the workbook is locked with a password", culprit=path)
    raise ReadError("this is a workbook of the old kind (.xls): save it as .xlsx", culprit=path)


def _refuse_traps(path: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError("the workbook is locked with a password", culprit=path)
    xml = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    total, marked_up = sum(part.file_size for part in parts), sum(part.file_size for part in xml)
    if len(parts) > MOST_PARTS or total > LARGEST or marked_up > LARGEST_XML:
        raise ReadError("the workbook would be too large once unpacked", culprit=path)
    if any(part.compress_type not in _METHODS for part in parts):
        raise ReadError("the workbook is packed in a way that spreadsheets do not use", culprit=path)
    for part in xml:
        before = b""
        # Reading to the end also checks the sum of the part, and gives no byte more than the part has said.
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                if _DECLARED.search(before + chunk):
                    raise ReadError("the workbook declares XML entities, which no spreadsheet does", culprit=path)
                before = chunk[-20:]
