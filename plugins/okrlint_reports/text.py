"""The page that a person reads in a terminal: the statement, the note, the question, the frame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from okrlint.errors import ReadError
from okrlint.hookspecs import Page
from okrlint.record import NoteRecord, Record
from okrlint.review import Review
from okrlint_reports.lay import paint, underlined, where, wrapped
from okrlint_reports.words import counted, words

_COLOURS: Final[Mapping[str, str]] = {"error": "red", "warning": "yellow", "info": "cyan"}
MARGIN: Final = "  "


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield the page: every document that has notes or no OKRs, then the summary."""
    for document in review.documents:
        yield from _document(document, page)
    if not page.quiet:
        yield from _summary(review, page)


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


def _summary(review: Review, page: Page) -> Iterator[str]:
    """Say how many key results describe a change, how many work, and which conversation to have first."""
    if not review.documents:
        return
    said = words(page.language or _main_language(review))
    results = review.key_results
    changes = sum(one.kind == "outcome" for one in results)
    work = sum(one.is_work for one in results)
    other = len(results) - changes - work
    if results:
        opening = said["count_one"] if len(results) == 1 else said["count"].format(n=len(results))
        parts = [counted(said, "change", changes), counted(said, "work", work)]
        parts += [counted(said, "other", other)] if other else []
        yield wrapped(page, opening + ", ".join(parts) + ".") + "\n"
    elif any(one.frame for each in review.documents for one in each.statements):
        yield said["only_frames"] + "\n"
    elif any(each.statements for each in review.documents):
        yield said["no_key_result"] + "\n"
    asking = [(document, note) for document, note in review.notes if note.question]
    document, first = min(asking, key=lambda entry: entry[1].worth, default=(None, None))
    if document is not None and first is not None:
        place = f"{document.path}:{where(first.finding.place)}"
        yield wrapped(page, f"{said['first']}{said['colon']} {first.question} ({place})") + "\n"
    elif any(each.statements for each in review.documents) and not work:
        yield said["no_notes"] + "\n"
    unread = len({error.culprit for error in review.errors if isinstance(error, ReadError)})
    if unread:
        yield counted(said, "failed", unread) + "\n"


def _main_language(review: Review) -> str:
    spoken = Counter(each.language for each in review.documents for _ in each.statements)
    return spoken.most_common(1)[0][0] if spoken else "en"
