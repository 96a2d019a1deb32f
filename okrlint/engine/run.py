"""Running the rules in force over a read document."""

from __future__ import annotations

from collections.abc import Iterable

from okrlint.checks import Hit
from okrlint.engine.findings import Finding
from okrlint.engine.rulebook import Rule
from okrlint.errors import OkrlintError, PluginError, RuleError
from okrlint.model import OkrSet, Span
from okrlint.reading.document import ReadDocument


def run(document: ReadDocument, rules: Iterable[Rule]) -> tuple[list[Finding], list[OkrlintError]]:
    """Return the findings in document order, and what failed while looking; a rule that fails stops no other."""
    findings: list[Finding] = []
    faults: list[OkrlintError] = []
    for rule in rules:
        roles = frozenset(rule.card.applies_to)
        try:
            hits = [one for one in rule.kind.run(rule.parameters, roles, document) if _speaks(rule, one)]
            findings += [Finding(rule.card, rule.severity, document, hit, _span(document, hit)) for hit in hits]
        except Exception as error:  # noqa: BLE001 - a house's own check may raise anything
            faults.append(_fault(rule, document, error))
    findings = _without_those_said_better(findings)
    findings.sort(key=lambda one: (one.span.start, one.span.line, -one.card.value, one.card.code))
    return findings, faults


def _without_those_said_better(findings: list[Finding]) -> list[Finding]:
    """Leave out a finding where another of the same statement stands instead of it."""
    said = {(id(one.statement), code) for one in findings if one.statement for code in one.card.instead_of}
    return [one for one in findings if one.statement is None or (id(one.statement), one.card.code) not in said]


def _speaks(rule: Rule, hit: Hit) -> bool:
    """Whether a rule has anything to say of a statement: of a frame to fill, nothing but that it is one."""
    return hit.statement is None or rule.card.of_frames or not hit.statement.is_frame


def _fault(rule: Rule, document: ReadDocument, error: Exception) -> OkrlintError:
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    what = f"failed on {document.document.path}: {said}"
    if rule.owner == "okrlint":
        return RuleError(what, culprit=rule.card.code)
    return PluginError(f"rule {rule.card.code} {what}", culprit=rule.owner)


def _span(document: ReadDocument, hit: Hit) -> Span:
    if hit.statement is not None:
        text = hit.statement.statement.text
        if hit.words:
            return document.place(text, hit.words[0].start, hit.words[0].end)
        return document.place(text)
    return _set_span(document, hit.okr_set)


def _set_span(document: ReadDocument, okr_set: OkrSet | None) -> Span:
    """Return where a set begins: its team's name, else its first statement, else the document's first character."""
    if okr_set is not None and okr_set.team is not None:
        return okr_set.team.span
    first = next((one for one in document.statements if one.okr_set is okr_set), None)
    return document.place(first.statement.text) if first else document.document.source.span(0, 0)
