"""Labels of a draft as they are set: `KR 1: …` in English, `RC 1 : …` in French, whatever blanks were typed."""

from __future__ import annotations

import re
from typing import Final

from okrlint.model import Document, Source, walk

#: A label at the end of what stands before a sentence; a colon alone makes it one.
_LABEL: Final = re.compile(
    r"(?P<word>[^\W\d_]+(?:[ \u00a0][^\W\d_]+)?)(?:[ \u00a0\u202f]{0,3}(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}))?"
    r"[ \u00a0\u202f]{0,3}:[ \u00a0\u202f]{0,9}$"
)


def tidy(data: bytes, document: Document, language: str) -> bytes:
    """Return the bytes of a page with the label of each statement set as a language sets it."""
    colon = "\u00a0: " if language.lower().startswith("fr") else ": "
    source = Source.decode(document.path, data)
    parts, at = [], 0
    for statement, _, _ in walk(document):
        span = statement.text.span
        begin = max(at, source.line_starts[span.line - 1])
        found = _LABEL.search(source.text, begin, span.start) if begin < span.start else None
        if found is None or found.end() != span.start:
            continue
        number = f" {found['number']}" if found["number"] else ""
        parts += [source.text[at : found.start()], found["word"], number, colon]
        at = span.start
    made = "".join([*parts, source.text[at:]])
    encoded = made.encode("utf-8")
    return data[:3] + encoded if data.startswith(b"\xef\xbb\xbf") else encoded
