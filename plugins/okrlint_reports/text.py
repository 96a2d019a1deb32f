"""The page that a person reads in a terminal: the statement, the note, the question, the frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from okrlint.hookspecs import Page
from okrlint.record import NoteRecord, Record
from okrlint_reports.lay import paint, underlined, where, wrapped
from okrlint_reports.summed import summary
from okrlint_reports.words import words

if TYPE_CHECKING:
    from okrlint.review import Review

_COLOURS: Final[Mapping[str, str]] = {"error": "red", "warning": "yellow", "info": "cyan"}
MARGIN: Final = "  "


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield the page: every document that has notes or no OKRs, then the summary."""
    for document in review.documents:
        yield from _document(document, page)
    if not page.quiet:
        for line in summary(review, page):
            yield wrapped(page, line) + "\n"


def _document(document: Record, page: Page) -> Iterator[str]:
    said = words(page.language or document.language)
    if not document.statements:
        if not page.quiet:
            yield f"{paint(page, document.path, bold=True)}: {said['none']}\n\n"
        return
    before: object = None
    for note in document.notes:
        about = note.finding.statement or note.finding.team
        if about != before or note.gathers or note.finding.statement is None:
            yield from _heading(document, note, page)
        before = None if note.gathers else about
        yield from _note(note, page)


def _heading(document: Record, note: NoteRecord, page: Page) -> Iterator[str]:
    """Show where the note belongs: a place that a terminal can open, and the statement."""
    said = words(note.language)
    one = None if note.gathers else document.about(note.finding)
    role = said[one.role] if one else said["set"].format(team=note.finding.team).strip()
    yield f"{paint(page, f'{document.path}:{where(note.place)}', bold=True)}  {paint(page, role, dim=True)}\n"
    if one is not None:
        text = " ".join(one.text.splitlines()) if "\n" in one.text else one.text
        for line in underlined(page, text, list(note.shown), MARGIN):
            yield line.rstrip() + "\n"
    yield "\n"


def _note(note: NoteRecord, page: Page) -> Iterator[str]:
    finding, said = note.finding, words(note.language)
    if note.tentative:
        unasked = "" if note.question else f"{said['colon']} {note.title}"
        yield wrapped(page, f"{said['tentative']} ({finding.code}){unasked}", MARGIN) + "\n"
    else:
        tag = paint(page, said[finding.severity], fg=_COLOURS[finding.severity], bold=True)
        yield f"{MARGIN}{tag} · {note.title} {paint(page, finding.code, dim=True)}\n"
        yield wrapped(page, note.message, MARGIN * 2) + "\n"
        if note.why:
            yield wrapped(page, note.why, MARGIN * 2) + "\n"
    if note.question:
        yield wrapped(page, note.question, MARGIN + "? ", MARGIN * 2) + "\n"
    for frame in note.rewrite:
        yield wrapped(page, frame, MARGIN + "→ ", MARGIN * 2) + "\n"
    for proposal in note.proposals:
        proposed = f"{proposal.text} ({said['proposed'].format(by=proposal.by)})"
        yield wrapped(page, proposed, MARGIN + "~ ", MARGIN * 2) + "\n"
    if note.advice:
        yield wrapped(page, note.advice, MARGIN + "· ", MARGIN * 2) + "\n"
    yield "\n"
