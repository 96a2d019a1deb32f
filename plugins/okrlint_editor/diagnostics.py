"""From a review to diagnostics: notes in the place of the words that they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lsprotocol import types

from okrlint.coaching import Note
from okrlint.errors import Aside, ReadError
from okrlint.model import Source, Span
from okrlint_editor.buffer import Encoding, place
from okrlint_editor.looked import Looked

SOURCE: Final = "okrlint"
_SEVERITIES: Final[Mapping[str, types.DiagnosticSeverity]] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostics(looked: Looked, source: Source, uri: str, encoding: Encoding) -> list[types.Diagnostic]:
    """Return what an editor shows of a document, in document order."""
    found = [_of_error(error, source, encoding) for error in looked.errors]
    if looked.reviewed is not None:
        found += [_of_note(note, source, uri, encoding) for note in looked.reviewed.notes]
    return sorted(found, key=lambda one: (one.range.start.line, one.range.start.character))


def _of_note(note: Note, source: Source, uri: str, encoding: Encoding) -> types.Diagnostic:
    finding = note.finding
    severity = types.DiagnosticSeverity.Hint if note.tentative else _SEVERITIES[finding.severity]
    also = [each for each in note.gathered if each is not finding]
    return types.Diagnostic(
        range=_range(finding.span, source, encoding),
        message="\n".join(_said(note)),
        severity=severity,
        code=finding.card.code,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(uri, _range(each.span, source, encoding)), each.statement.text if each.statement else ""
            )
            for each in also
        ]
        or None,
    )


def _said(note: Note) -> Iterator[str]:
    """Yield the lines of a note; the frames are offered as actions."""
    yield note.title
    if not note.tentative:
        yield from (part for part in (note.message, note.why) if part and part != note.title)
    if note.question:
        yield note.question


def _of_error(error: ReadError | Aside, source: Source, encoding: Encoding) -> types.Diagnostic:
    line = min(error.line or 1, len(source.lines))
    column = error.column or 1
    severity = types.DiagnosticSeverity.Hint if isinstance(error, Aside) else types.DiagnosticSeverity.Error
    start = source.offset(line) + min(column - 1, len(source.lines[line - 1]))
    end = source.offset(line) + len(source.lines[line - 1])
    return types.Diagnostic(
        range=_range(source.span(start, max(start, end)), source, encoding),
        message=str(error.args[0]),
        severity=severity,
        source=SOURCE,
    )


def _range(span: Span, source: Source, encoding: Encoding) -> types.Range:
    return place(source, span, encoding)
