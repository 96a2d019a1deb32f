"""What one may do about a note: begin from a frame, move the sentence, add a field, keep it, read the card."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from lsprotocol import types

from okrlint.coaching import Note
from okrlint.engine.edit import edited
from okrlint.engine.line import parts, written
from okrlint.errors import EditError, OkrlintError
from okrlint.model import Source
from okrlint.model.change import ToInitiatives
from okrlint.reading.document import ReadStatement
from okrlint_editor.buffer import Buffer, between
from okrlint_editor.ignoring import ignored
from okrlint_editor.words import words

OPEN = "okrlint.openRule"


def actions(
    notes: Sequence[Note],
    shown: Sequence[types.Diagnostic],
    buffer: Buffer,
    headers: Mapping[str, Sequence[str]],
) -> Iterator[types.CodeAction]:
    """Yield the actions for notes: those that change the document first; one that cannot be written is not offered.

    `shown` are the diagnostics that the editor asks about, which an action is said to answer.
    """
    moved: set[str] = set()
    for note in notes:
        answers = [one for one in shown if one.code == note.finding.card.code] or None
        say = words(note.language)
        one = note.finding.statement
        alone = one is not None and len(note.gathered) == 1
        if one is not None and alone:
            for frame in note.rewrite:
                yield from _edit(_title(say, frame, one), buffer, answers, _line(buffer, one, frame, headers))
            if one.role == "key_result" and note.finding.card.family == "impact" and one.ident not in moved:
                moved.add(one.ident)
                yield from _edit(say["move"], buffer, answers, _move(buffer, one, headers))
        code = note.finding.card.code
        made = ignored(buffer, note, say["reason"])
        if made is not None:
            yield from _edit(say["keep"].format(code=code), buffer, answers, partial(bytes, made))
        yield types.CodeAction(
            say["open"].format(code=code),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=answers,
            command=types.Command(say["open"].format(code=code), OPEN, arguments=[code, note.language]),
        )


def _title(say: Mapping[str, str], frame: str, one: ReadStatement) -> str:
    try:
        sentence, _ = parts(frame, one)
    except EditError:
        sentence = frame
    return say["begin" if sentence else "field"].format(frame=frame)


def _line(buffer: Buffer, one: ReadStatement, line: str, headers: Mapping[str, Sequence[str]]) -> Callable[[], bytes]:
    return lambda: written(buffer.path, buffer.data, one, line, headers)


def _move(buffer: Buffer, one: ReadStatement, headers: Mapping[str, Sequence[str]]) -> Callable[[], bytes]:
    return lambda: edited(buffer.path, buffer.data, one.ident, ToInitiatives(), headers)


def _edit(
    title: str, buffer: Buffer, answers: list[types.Diagnostic] | None, make: Callable[[], bytes]
) -> Iterator[types.CodeAction]:
    try:
        made = make().decode("utf-8")
    except OkrlintError:
        return
    change = types.TextDocumentEdit(
        types.OptionalVersionedTextDocumentIdentifier(buffer.uri, buffer.version), [smallest(buffer, made)]
    )
    yield types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=answers,
        edit=types.WorkspaceEdit(document_changes=[change]),
    )


def smallest(buffer: Buffer, made: str) -> types.TextEdit:
    """Return the edit that makes one text of another and touches no more than it must."""
    old = buffer.text
    start = 0
    most = min(len(old), len(made))
    while start < most and old[start] == made[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == made[-1 - end]:
        end += 1
    # Never between the two signs of a line end.
    if start and old[start - 1] == "\r" and old[start : start + 1] == "\n":
        start -= 1
    source = Source(buffer.path, old)
    return types.TextEdit(between(source, start, len(old) - end, buffer.encoding), made[start : len(made) - end])
