"""Opening a Word document that may come from anywhere: what is no document, broken, locked or a trap is refused."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from okrlint.errors import ReadError
from okrlint_formats.archive import Kind, opened

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_KIND: Final = Kind(
    what="document",
    whole="Word document (.docx)",
    part="the file",
    old="a Word document of the old kind (.doc): save it as .docx",
    writers="Word does",
    nobody="word processor",
    largest=150_000_000,
    # Parsed, they take ten times their size.
    largest_xml=30_000_000,
)
_NONE: Final = "this is a ZIP archive, but no Word document that can be read"
_STRICT: Final = "the document is saved as Strict Open XML: save it as an ordinary .docx"
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
    with opened(path, data, _KIND) as archive:
        try:
            strict = b"purl.oclc.org/ooxml" in archive.read("_rels/.rels")
        except KeyError:
            strict = False  # the library says what is wrong with it
    if strict:
        raise ReadError(_STRICT, culprit=path)
    try:
        document = docx.Document(io.BytesIO(data))
        # The library looks at these when they are asked for: a package may name a part that is something else.
        sound = document.element.body is not None and document.styles.element is not None
    except Exception:  # noqa: BLE001 - a package that is broken inside makes the library raise almost anything
        raise ReadError(_NONE, culprit=path) from None
    if not sound:
        raise ReadError(_NONE, culprit=path)
    return document
