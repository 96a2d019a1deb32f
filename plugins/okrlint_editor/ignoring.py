"""Keeping a note in the document: the word beside its sentence, with room for the reason."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from okrlint.coaching import Note
from okrlint_editor.buffer import Buffer

_MARKUP: Final = frozenset({".md", ".markdown", ".html", ".htm"})
_HASH: Final = frozenset({".yaml", ".yml", ".toml", ".txt"})


def ignored(buffer: Buffer, note: Note, reason: str) -> bytes | None:
    """Return the bytes of a document with the word for a note behind its line; None where it has no place for it."""
    suffix = PurePath(buffer.path).suffix.lower()
    if suffix not in _MARKUP | _HASH:
        return None
    word = "ignorer" if note.language == "fr" else "ignore"
    said = f"okrlint: {word} {note.finding.card.code} -- ‹{reason}›"
    comment = f"<!-- {said} -->" if suffix in _MARKUP else f"# {said}"
    source = buffer.source
    one = note.finding.statement
    span = one.statement.text.span if one is not None else note.finding.span
    if suffix in _HASH and span.line != span.end_line:
        # Inside a text of several lines a comment would be a part of it: it stands above.
        begin = source.line_starts[span.line - 1]
        line = source.lines[span.line - 1]
        indent = line[: len(line) - len(line.lstrip())]
        return _with(buffer, begin, f"{indent}{comment}\n")
    end = source.line_starts[span.end_line - 1] + len(source.lines[span.end_line - 1].rstrip())
    return _with(buffer, end, f" {comment}")


def _with(buffer: Buffer, at: int, text: str) -> bytes:
    return (buffer.text[:at] + text + buffer.text[at:]).encode("utf-8", "replace")
