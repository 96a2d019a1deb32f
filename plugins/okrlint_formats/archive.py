"""Opening an archive of XML that may come from anywhere: what is none, broken, locked or a trap is refused.

Word documents and workbooks are ZIP archives of XML. Before anything is parsed, the archive is looked at: what it
claims to hold bounds what is unpacked, and XML that declares entities is refused, as no office program writes it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from okrlint.errors import ReadError

MOST_PARTS: Final = 5_000
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DECLARED: Final = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_CHUNK: Final = 1 << 20
#: What zipfile raises at bytes that are no archive, or a broken one.
BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


@dataclass(frozen=True)
class Kind:
    """A kind of archive, in the words of its refusals.

    Attributes:
        what: What people call one (`workbook`).
        whole: What it is called where the bytes are none (`Excel workbook (.xlsx)`).
        part: What is cut short or damaged.
        old: What the kind before it was, and what to do.
        writers: Who writes it, and packs it in a way that everybody reads.
        nobody: Who declares no entities.
        largest: What the parts may come to, unpacked.
        largest_xml: What those of XML may come to.
    """

    what: str
    whole: str
    part: str
    old: str
    writers: str
    nobody: str
    largest: int
    largest_xml: int


@contextmanager
def opened(path: str, data: bytes, kind: Kind) -> Iterator[zipfile.ZipFile]:
    """Open an archive of a kind.

    Raises:
        ReadError: It is no such archive, broken, locked with a password, too large, or a trap.
    """
    _refuse_old(path, data, kind)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise ReadError(_none(data, kind), culprit=path) from None
    with archive:
        try:
            _refuse_traps(path, archive, kind)
        except BROKEN:
            raise ReadError(_none(data, kind), culprit=path) from None
        yield archive


def _none(data: bytes, kind: Kind) -> str:
    return f"{kind.part} is cut short or damaged" if data[:2] == b"PK" else f"this is no {kind.whole}"


def _refuse_old(path: str, data: bytes, kind: Kind) -> None:
    if not data.startswith(_OLD):
        return
    if _LOCKED in data:
        raise ReadError(f"the {kind.what} is locked with a password", culprit=path)
    raise ReadError(f"this is {kind.old}", culprit=path)


def _refuse_traps(path: str, archive: zipfile.ZipFile, kind: Kind) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError(f"the {kind.what} is locked with a password", culprit=path)
    xml = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    total, marked_up = sum(part.file_size for part in parts), sum(part.file_size for part in xml)
    if len(parts) > MOST_PARTS or total > kind.largest or marked_up > kind.largest_xml:
        raise ReadError(f"the {kind.what} would be too large once unpacked", culprit=path)
    if any(part.compress_type not in _METHODS for part in parts):
        raise ReadError(f"the {kind.what} is packed in a way that {kind.writers} not use", culprit=path)
    for part in xml:
        before = b""
        # Reading to the end also checks the sum of the part, and gives no byte more than the part has said.
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                if _DECLARED.search(before + chunk):
                    raise ReadError(f"the {kind.what} declares XML entities, which no {kind.nobody} does", culprit=path)
                before = chunk[-20:]
