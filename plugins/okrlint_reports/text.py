"""The page that a person reads in a terminal: the statement, the note, the question, the frame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from okrlint.coaching import Note
from okrlint.coaching.select import worth
from okrlint.errors import ReadError
from okrlint.hookspecs import Page
from okrlint.review import Review, Reviewed
from okrlint_reports.lay import paint, underlined, wrapped
from okrlint_reports.words import counted, words

_COLOURS: Final[Mapping[str, str]] = {"error": "red", "warning": "yellow", "info": "cyan"}
MARGIN: Final = "  "


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield the page: every document that has notes or no OKRs, then the summary."""
    for document in review.documents:
        yield from _document(document, page)
    if not page.quiet:
        yield from _summary(review, page)


def _document(reviewed: Reviewed, page: Page) -> Iterator[str]:
    document = reviewed.document
    said = words(page.language or document.language)
    if not document.statements:
        if not page.quiet:
            yield f"{paint(page, document.document.path, bold=True)}: {said['none']}\n\n"
        return
    before: object = None
    for note in reviewed.notes:
        about = note.finding.statement or note.finding.hit.okr_set
        if about is not before or len(note.gathered) > 1 or note.finding.statement is None:
            yield from _heading(note, page)
        before = about if len(note.gathered) == 1 else None
        yield from _note(note, page)


def _heading(note: Note, page: Page) -> Iterator[str]:
    """Show where the note belongs: a place that a terminal can open, and the statement."""
    finding = note.finding
    path = finding.document.document.path
    said = words(note.language)
    one = finding.statement if len(note.gathered) == 1 else None
    span = finding.document.place(one.statement.text) if one else finding.span
    place = f"{path}:{span.cell or f'{span.line}:{span.column}'}"
    okr_set = finding.hit.okr_set
    team = okr_set.team.text if okr_set and okr_set.team else ""
    role = said[one.role] if one else said["set"].format(team=team).strip()
    yield f"{paint(page, place, bold=True)}  {paint(page, role, dim=True)}\n"
    if one is not None:
        spans = [(word.start, word.end) for word in finding.hit.words] or [
            (each.start, each.end) for each in one.reading.evidence[:2]
        ]
        text = " ".join(one.text.splitlines()) if "\n" in one.text else one.text
        for line in underlined(page, text, spans, MARGIN):
            yield line.rstrip() + "\n"
    yield "\n"


def _note(note: Note, page: Page) -> Iterator[str]:
    finding, said = note.finding, words(note.language)
    if note.tentative:
        unasked = "" if note.question else f"{said['colon']} {note.title}"
        yield wrapped(page, f"{said['tentative']} ({finding.card.code}){unasked}", MARGIN) + "\n"
    else:
        tag = paint(page, said[finding.severity], fg=_COLOURS[finding.severity], bold=True)
        yield f"{MARGIN}{tag} · {note.title} {paint(page, finding.card.code, dim=True)}\n"
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
    kinds = Counter(one.reading.kind for one in results)
    changes, work = kinds["outcome"], kinds["activity"] + kinds["output"]
    other = len(results) - changes - work
    if results:
        opening = said["count_one"] if len(results) == 1 else said["count"].format(n=len(results))
        parts = [counted(said, "change", changes), counted(said, "work", work)]
        parts += [counted(said, "other", other)] if other else []
        yield wrapped(page, opening + ", ".join(parts) + ".") + "\n"
    elif any(one.is_frame for each in review.documents for one in each.document.statements):
        yield said["only_frames"] + "\n"
    elif any(each.document.statements for each in review.documents):
        yield said["no_key_result"] + "\n"
    asking = (note for note in review.notes if note.question)
    first = min(asking, key=lambda note: worth(note.finding), default=None)
    if first is not None:
        span = first.finding.span
        place = f"{first.finding.document.document.path}:{span.cell or f'{span.line}:{span.column}'}"
        yield wrapped(page, f"{said['first']}{said['colon']} {first.question} ({place})") + "\n"
    elif any(each.document.statements for each in review.documents) and not work:
        yield said["no_notes"] + "\n"
    unread = len({error.culprit for error in review.errors if isinstance(error, ReadError)})
    if unread:
        yield counted(said, "failed", unread) + "\n"


def _main_language(review: Review) -> str:
    spoken = Counter(each.document.language for each in review.documents for _ in each.document.statements)
    return spoken.most_common(1)[0][0] if spoken else "en"
