"""Which notes are worth a person's attention: few, the most valuable first, and what fires everywhere only once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from okrlint.cards.card import SEVERITIES
from okrlint.coaching.note import Note, again, note
from okrlint.engine.findings import Finding
from okrlint.reading.document import ReadDocument


def notes(
    document: ReadDocument,
    findings: Sequence[Finding],
    per_statement: int,
    question_below: float,
    house: Path | None = None,
) -> list[Note]:
    """Put findings into notes, at most `per_statement` a statement, in document order.

    A rule that gathers and fires more than once in a set gives one note for the set, which counts on no statement.
    What a rule said once in a document it does not say again. `house` is the folder of a house's cards and bridges.
    """
    gathered, single = _gathered(findings)
    by_statement: dict[object, list[Finding]] = defaultdict(list)
    for finding in single:
        by_statement[finding.statement or finding.hit.okr_set or finding].append(finding)
    made: list[Note] = []
    for group in by_statement.values():
        best = sorted(group, key=worth)
        kept = best[:per_statement] if group[0].statement else best
        made += [note([finding], 1, question_below, house) for finding in kept]
    for group in gathered:
        made.append(note(group, _looked_at(document, group[0]), question_below, house))
    made.sort(key=lambda one: (_begins(document, one.finding), worth(one.finding)))
    return _without_repeating(made)


def _without_repeating(made: Iterable[Note]) -> list[Note]:
    said: dict[tuple[str, str], list[Note]] = defaultdict(list)
    kept: list[Note] = []
    for one in made:
        before = said[one.finding.card.code, one.language]
        before.append(again(before, one) if before else one)
        kept.append(before[-1])
    return kept


def _begins(document: ReadDocument, finding: Finding) -> int:
    """Return where the statement of a finding begins: its weightiest note comes first, whatever words it shows."""
    statement = finding.statement
    return document.place(statement.statement.text).start if statement is not None else finding.span.start


def worth(finding: Finding) -> tuple[int, int, float, str]:
    """Return a key that puts the weightiest finding first."""
    card = finding.card
    return (SEVERITIES.index(finding.severity), -card.value, -finding.confidence, card.code)


def _gathered(findings: Iterable[Finding]) -> tuple[list[list[Finding]], list[Finding]]:
    groups: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.card.gather and finding.statement is not None:
            groups[finding.card.code, id(finding.hit.okr_set)].append(finding)
    gathered = [group for group in groups.values() if len(group) > 1]
    inside = {id(finding) for group in gathered for finding in group}
    return gathered, [finding for finding in findings if id(finding) not in inside]


def _looked_at(document: ReadDocument, finding: Finding) -> int:
    roles = set(finding.card.applies_to)
    return sum(one.role in roles and one.okr_set is finding.hit.okr_set for one in document.statements)
