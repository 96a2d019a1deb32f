"""Opening a Word document that may come from anywhere: what is no document, broken, locked or a trap is refused.

A .docx is a ZIP archive of XML. Before anything is parsed, the archive is looked at: what it claims to hold bounds what
is unpacked, and an XML part that declares entities is refused, as no word processor writes one.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from okrlint.errors import ReadError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

#: What the parts of a document may come to, unpacked: all of them, and those of XML, which take ten times their size.
LARGEST, LARGEST_XML = 150_000_000, 30_000_000
MOST_PARTS: Final = 5_000
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DECLARED: Final = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_NONE: Final = "this is a ZIP archive, but no Word document that can be read"
_MISSING: Final = "Word documents need python-docx, which is not installed: pip install 'okrlint[docx]'"


def open_word(path: str, data: bytes) -> WordDocument:
    """Return the parsed document.

    Raises:
        ReadError: It is no .docx, broken, locked with a password, too large, a trap, or the library is missing.
    """
    try:
        import docx  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise ReadError(_MISSING, culprit=path) from None
    _refuse_old(path, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_traps(path, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        what = "the file is cut short or damaged" if data[:2] == b"PK" else "this is no Word document (.docx)"
        raise ReadError(what, culprit=path) from None
    try:
        opened = docx.Document(io.BytesIO(data))
        # The library looks at these when they are asked for: a package may name a part that is something else.
        sound = opened.element.body is not None and opened.styles.element is not None
    except Exception:  # noqa: BLE001 - a package that is broken inside makes the library raise almost anything
        raise ReadError(_NONE, culprit=path) from None
    if not sound:
        raise ReadError(_NONE, culprit=path)
    return opened


def _refuse_old(path: str, data: bytes) -> None:
    if not data.startswith(_OLD):
        return
    if _LOCKED in data:
        raise ReadError("the document is locked with a password", culprit=path)
    raise ReadError("this is a Word document of the old kind (.doc): save it as .docx", culprit=path)


def _refuse_traps(path: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError("the document is locked with a password", culprit=path)
    xml = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    if (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > LARGEST
        or sum(part.file_size for part in xml) > LARGEST_XML
    ):
        raise ReadError("the document would be too large once unpacked", culprit=path)
    if any(part.compress_type not in _METHODS for part in parts):
        raise ReadError("the document is packed in a way that Word does not use", culprit=path)
    for part in xml:
        # Reading also checks the sum of every part, and gives no byte more than the part has said.
        content = archive.read(part)
        if _DECLARED.search(content):
            raise ReadError("the document declares XML entities, which no word processor does", culprit=path)
        if part.filename == "_rels/.rels" and b"purl.oclc.org/ooxml" in content:
            raise ReadError("the document is saved as Strict Open XML: save it as an ordinary .docx", culprit=path)
