"""What stands behind the words under the cursor: the card of each note there, else how the sentence was read."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from okrlint.coaching import Note
from okrlint.coaching.page import page_of
from okrlint.coaching.page_as import as_markdown
from okrlint.model import Source, Text
from okrlint.reading.document import ReadStatement
from okrlint_editor.buffer import Encoding, between, offset
from okrlint_editor.lens import told
from okrlint_editor.looked import Looked


def hover(looked: Looked, source: Source, position: types.Position, encoding: Encoding) -> types.Hover | None:
    """Return what an editor shows beside a position, in the language of the sentence."""
    if looked.reviewed is None:
        return None
    at = offset(source, position, encoding)
    notes = [note for note in looked.reviewed.notes if _holds(note, at)]
    if notes:
        span = notes[0].finding.span
        text = "\n\n---\n\n".join(as_markdown(page_of(note.finding.card, note.language)) for note in notes)
        return _shown(text, between(source, span.start, span.end, encoding))
    one = statement_at(looked.reviewed.document.statements, at)
    if one is None:
        return None
    start, end = reach(one.statement.text)
    return _shown(told(one), between(source, start, end, encoding))


def statement_at(statements: tuple[ReadStatement, ...], at: int) -> ReadStatement | None:
    """Return the statement whose words stand at an offset."""
    for one in statements:
        start, end = reach(one.statement.text)
        if start <= at <= end:
            return one
    return None


def reach(text: Text) -> tuple[int, int]:
    """Return where the words of a text begin and end in the source."""
    return text.span.start, text.span.end


def notes_within(looked: Looked, start: int, end: int) -> Iterator[Note]:
    """Yield the notes whose words, or whose statement, a stretch of the document touches."""
    if looked.reviewed is None:
        return
    for note in looked.reviewed.notes:
        one = note.finding.statement
        spans = [(note.finding.span.start, note.finding.span.end)]
        if one is not None and len(note.gathered) == 1:
            spans.append(reach(one.statement.text))
        if any(first <= end and start <= last for first, last in spans):
            yield note


def _holds(note: Note, at: int) -> bool:
    return note.finding.span.start <= at <= note.finding.span.end


def _shown(text: str, range_: types.Range) -> types.Hover:
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), range_)
