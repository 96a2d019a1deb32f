"""A finding: one rule's verdict on one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from okrlint.cards import Card, Severity
from okrlint.checks import Hit
from okrlint.model import Span
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint.record import Settled


@dataclass(frozen=True, eq=False)
class Finding:
    """One rule's verdict on one place, before anybody puts it into words.

    `span` is the place in the source; `statement` is None for a set. `settled` says why it is not told, if it is not.
    """

    card: Card
    severity: Severity
    document: ReadDocument
    hit: Hit
    span: Span
    settled: Settled | None = None

    @property
    def statement(self) -> ReadStatement | None:
        """The statement at fault, if it is one statement."""
        return self.hit.statement

    @property
    def confidence(self) -> float:
        """How sure it is, from 0 to 1."""
        return self.hit.confidence


def unsure_as_questions(findings: Iterable[Finding], question_below: float) -> list[Finding]:
    """Return findings, those that rest on an unsure reading as light as can be: a question is no warning."""
    return [
        replace(one, severity="info") if one.confidence < question_below and not one.card.structural else one
        for one in findings
    ]
