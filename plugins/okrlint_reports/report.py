"""The report as JSON, under a versioned schema that `okrlint schema --of report` publishes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from okrlint.cards import Family, Severity
from okrlint.errors import Aside, ReadError
from okrlint.hookspecs import Page
from okrlint.record import FindingRecord, NoteRecord, Record, StatementRecord

if TYPE_CHECKING:
    from okrlint.review import Review

#: Raised when a field changes its meaning or goes away; a new field does not raise it.
VERSION: Final = 1


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StatementOf(_Closed):
    """The statement that a finding is about."""

    id: str
    role: str
    text: str


class Words(_Closed):
    """Words of the statement, as characters from `start` to `end`."""

    start: int
    end: int
    text: str


class SourceOf(_Closed):
    """Who holds what the rule says, or who does not."""

    who: str
    where: str
    position: Literal["for", "against"]


class ProposalOf(_Closed):
    """A sentence that somebody else proposes, and who."""

    text: str
    by: str


class FindingOf(_Closed):
    """One note, with the finding it speaks of. Lines and columns count from 1."""

    code: str
    name: str
    family: Family
    severity: Severity
    confidence: float = Field(ge=0, le=1)
    fingerprint: str = Field(description="What it is known by when lines move: its rule and its words.")
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    cell: str | None = Field(default=None, description="The cell, where the document is a sheet; lines are not its.")
    statement: StatementOf | None = Field(description="Null where the note is about a set or a document.")
    message: str
    why: str
    question: str
    rewrite: list[str] = Field(description="Frames; what nobody gave stays a placeholder in ‹…›.")
    proposals: list[ProposalOf] = Field(default=[], description="Sentences that a machine proposes (--rewrites).")
    advice: str | None
    tentative: bool = Field(description="The reading is unsure: show the question alone.")
    language: str
    evidence: list[Words]
    also: list[StatementOf] = Field(description="The other statements that a gathered note speaks for.")
    sources: list[SourceOf]


class DocumentOf(_Closed):
    """One document that was read."""

    path: str
    format: str
    language: str
    statements: int


class StatementRow(_Closed):
    """One statement that was read, with its kind."""

    id: str
    path: str
    line: int
    column: int
    cell: str | None = None
    role: str
    text: str
    language: str
    kind: str
    confidence: float


class SettledOf(_Closed):
    """A finding that is not told, and who settled it."""

    code: str
    fingerprint: str
    path: str
    line: int
    column: int
    cell: str | None = None
    statement: str | None = Field(description="Its id; null where the finding is about a set.")
    by: Literal["document", "configuration", "baseline", "since"]
    reason: str


class GoneOf(_Closed):
    """A known finding that is there no more."""

    code: str
    fingerprint: str
    path: str
    statement: str = Field(description="The first words that it spoke of.")


class ErrorOf(_Closed):
    """Something that could not be read, or that failed."""

    message: str
    culprit: str
    line: int | None = None
    column: int | None = None


class Summary(_Closed):
    """The run in figures: key results by what they describe, findings by severity, notes chosen from them."""

    documents: int
    statements: int
    key_results: int
    changes: int
    work: int
    other: int
    findings: dict[Severity, int]
    notes: int


class Report(_Closed):
    """What `okrlint check --format json` prints."""

    version: Literal[1]
    documents: list[DocumentOf]
    statements: list[StatementRow]
    findings: list[FindingOf]
    settled: list[SettledOf] = Field(description="What is not told: kept by somebody, known before, or not touched.")
    gone: list[GoneOf] = Field(description="What the baseline knows and is there no more.")
    errors: list[ErrorOf]
    summary: Summary


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the report."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Report.model_json_schema()}


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield the report as one JSON document."""
    del page
    yield report(review).model_dump_json(indent=2) + "\n"


def report(review: Review) -> Report:
    """Put a review into the report's shape."""
    return Report(
        version=VERSION,
        documents=[_document(each) for each in review.documents],
        statements=[_row(each, one) for each in review.documents for one in each.statements],
        findings=[_finding(document, note) for document, note in review.notes],
        settled=[_settled(each, one) for each in review.documents for one in each.settled],
        gone=[
            GoneOf(code=one.code, fingerprint=one.fingerprint, path=each.path, statement=one.statement)
            for each in review.documents
            for one in each.gone
        ],
        errors=[
            ErrorOf(
                message=str(error.args[0]),
                culprit=error.culprit,
                line=error.line if isinstance(error, ReadError | Aside) else None,
                column=error.column if isinstance(error, ReadError | Aside) else None,
            )
            for error in review.errors
        ],
        summary=_summary(review),
    )


def _document(document: Record) -> DocumentOf:
    return DocumentOf(
        path=document.path, format=document.format, language=document.language, statements=len(document.statements)
    )


def _row(document: Record, one: StatementRecord) -> StatementRow:
    return StatementRow(
        id=one.id,
        path=document.path,
        line=one.place.line,
        column=one.place.column,
        cell=one.place.cell,
        role=one.role,
        text=one.text,
        language=one.language,
        kind=one.kind,
        confidence=one.confidence,
    )


def _statement(one: StatementRecord) -> StatementOf:
    return StatementOf(id=one.id, role=one.role, text=one.text)


def _finding(document: Record, note: NoteRecord) -> FindingOf:
    finding, place = note.finding, note.finding.place
    others = [document.about(each) for each in note.gathered] if note.gathers else []
    about = None if note.gathers else document.about(finding)
    return FindingOf(
        code=finding.code,
        name=finding.name,
        family=finding.family,
        severity=finding.severity,
        confidence=finding.confidence,
        fingerprint=finding.fingerprint,
        path=document.path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        cell=place.cell,
        statement=_statement(about) if about else None,
        message=note.message,
        why=note.why,
        question=note.question,
        rewrite=list(note.rewrite),
        proposals=[ProposalOf(text=one.text, by=one.by) for one in note.proposals],
        advice=note.advice,
        tentative=note.tentative,
        language=note.language,
        evidence=[Words(start=word.start, end=word.end, text=word.text) for word in note.words],
        also=[_statement(one) for one in others if one is not None],
        sources=[SourceOf(who=one.who, where=one.where, position=one.position) for one in note.sources],
    )


def _settled(document: Record, one: FindingRecord) -> SettledOf:
    assert one.settled is not None
    return SettledOf(
        code=one.code,
        fingerprint=one.fingerprint,
        path=document.path,
        line=one.place.line,
        column=one.place.column,
        cell=one.place.cell,
        statement=one.statement,
        by=one.settled.by,
        reason=one.settled.reason,
    )


def _summary(review: Review) -> Summary:
    results = review.key_results
    changes = sum(one.kind == "outcome" for one in results)
    work = sum(one.is_work for one in results)
    found = [finding for each in review.documents for finding in each.findings]
    severities: tuple[Severity, ...] = ("error", "warning", "info")
    return Summary(
        documents=len(review.documents),
        statements=sum(len(each.statements) for each in review.documents),
        key_results=len(results),
        changes=changes,
        work=work,
        other=len(results) - changes - work,
        findings={severity: sum(one.severity == severity for one in found) for severity in severities},
        notes=len(review.notes),
    )
