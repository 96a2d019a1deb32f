"""From findings and notes to the record that reporters read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from okrlint.cards.card import texts_in
from okrlint.coaching import Note
from okrlint.coaching.select import worth
from okrlint.engine.findings import Finding
from okrlint.engine.fingerprint import fingerprint
from okrlint.engine.languages import language
from okrlint.model import Span
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint.record import FindingRecord, Gone, NoteRecord, Place, Record, SourceRecord, StatementRecord, Stretch

if TYPE_CHECKING:
    from okrlint.review.made import Reviewed

#: How many stretches that carried a verdict are shown where the finding rests on no words of its own.
SHOWN: Final = 2


def record(reviewed: Reviewed) -> Record:
    """Return what a review has to say of a document."""
    document = reviewed.document
    told = {id(one): _finding(one) for one in reviewed.findings}
    return Record(
        path=document.document.path,
        format=document.document.format,
        language=document.language,
        fail_on=reviewed.config.fail_on,
        statements=tuple(_statement(document, one) for one in document.statements),
        findings=tuple(told.values()),
        notes=tuple(_note(one, told) for one in reviewed.notes),
        settled=tuple(_finding(one) for one in reviewed.settled),
        gone=tuple(Gone(one.rule, one.fingerprint, one.statement) for one in reviewed.gone),
    )


def _statement(document: ReadDocument, one: ReadStatement) -> StatementRecord:
    above = next((each.ident for each in document.statements if each.statement is one.objective), None)
    return StatementRecord(
        id=one.ident,
        role=one.role,
        text=one.text,
        place=_place(one.statement.text.span),
        language=one.reading.language,
        kind=one.reading.kind,
        confidence=one.reading.confidence,
        frame=one.is_frame,
        objective=above,
    )


def _finding(one: Finding) -> FindingRecord:
    okr_set = one.hit.okr_set
    return FindingRecord(
        code=one.card.code,
        name=one.card.name,
        family=one.card.family,
        severity=one.severity,
        confidence=one.confidence,
        place=_place(one.span),
        columns=_columns(one),
        statement=one.statement.ident if one.statement is not None else None,
        team=okr_set.team.text if okr_set is not None and okr_set.team is not None else "",
        fingerprint=fingerprint(one),
        title=_title(one),
        settled=one.settled,
    )


def _title(one: Finding) -> str:
    spoken = one.statement.reading.language if one.statement is not None else one.document.language
    code, texts = texts_in(one.card, spoken)
    return language(code).typeset(texts.title)


def _place(span: Span) -> Place:
    return Place(span.start, span.end, span.line, span.column, span.end_line, span.end_column, span.cell)


def _columns(one: Finding) -> tuple[int, int]:
    lines, span = one.document.document.source.lines, one.span
    before = lines[span.line - 1][: span.column - 1], lines[span.end_line - 1][: span.end_column - 1]
    start, end = (len(part.encode("utf-8", "surrogatepass")) + 1 for part in before)
    return start, end


def _note(one: Note, told: dict[int, FindingRecord]) -> NoteRecord:
    finding, about = one.finding, one.finding.statement
    words = finding.hit.words
    span = finding.document.place(about.statement.text) if about and len(one.gathered) == 1 else finding.span
    evidence = about.reading.evidence[:SHOWN] if about is not None else ()
    return NoteRecord(
        finding=told[id(finding)],
        gathered=tuple(told[id(each)] for each in one.gathered),
        place=_place(span),
        words=tuple(Stretch(word.start, word.end, word.text) for word in words),
        shown=tuple((each.start, each.end) for each in words or evidence),
        worth=worth(finding),
        language=one.language,
        title=one.title,
        message=one.message,
        why=one.why,
        question=one.question,
        rewrite=one.rewrite,
        advice=one.advice,
        tentative=one.tentative,
        short=one.short,
        proposals=one.proposals,
        sources=tuple(SourceRecord(each.who, each.where, each.position) for each in finding.card.sources),
    )
