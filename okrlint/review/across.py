"""The rules that look across documents, as one document meets them: what they say of it, and what settles that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from okrlint.checks import Hit
from okrlint.coaching import Note
from okrlint.coaching.met import worded
from okrlint.config.discovery import Origin
from okrlint.engine.across import Found, looks_across
from okrlint.engine.findings import Finding
from okrlint.engine.rulebook import Rule
from okrlint.engine.settle import Grounds, settle
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint.review.made import Reviewed, known_in, rules_of
from okrlint.review.origins import base


def rules_across(origin: Origin) -> list[Rule]:
    """Return the rules in force that look across documents."""
    return [rule for rule in rules_of(origin) if looks_across(rule)]


def hushed(document: ReadDocument, origin: Origin) -> Iterator[tuple[str, str]]:
    """Yield what those rules are not to say of a document, rule and statement: a person settled it.

    A word in the document does, or the configuration's `kept`. What is known already and what was not touched settle
    nothing: they are told of findings, and here there is none yet.
    """
    if not document.document.ignores and not origin.config.kept:
        return
    asked = [_finding(rule, document, one) for rule in rules_across(origin) for one in document.statements]
    grounds = Grounds(origin.config, base(origin), origin.house)
    for one in settle(document.document, asked, grounds, ()).settled:
        assert one.statement is not None
        yield one.card.code, one.statement.ident


def with_across(reviewed: Reviewed, found: Sequence[Found], origin: Origin) -> Reviewed:
    """Return a document with what its organisation knows in the place of what it could tell alone.

    `found` are verdicts on this document from a moment ago; one on words that are no longer there is left out. What a
    person settled, or is known already, stays silent.

    Raises:
        ConfigError: The baseline is wrong, or the one that the configuration names is not there.
    """
    in_force = {rule.card.code: rule for rule in rules_across(origin)}
    document = reviewed.document
    there = {(one.ident, one.text): one for one in document.statements}
    made: dict[Finding, Found] = {}
    for one in found:
        statement = there.get((one.met.stated.ident, one.met.stated.text))
        rule = in_force.get(one.rule.card.code)
        if statement is not None and rule is not None:
            made[_finding(rule, document, statement)] = one
    grounds = Grounds(origin.config, base(origin), origin.house, known_in(document.document.path, origin))
    settlement = settle(document.document, list(made), grounds, ())
    notes = [_note(one, made[one]) for one in settlement.standing]
    return replace(
        reviewed,
        findings=(*(one for one in reviewed.findings if one.card.code not in in_force), *settlement.standing),
        notes=(*(one for one in reviewed.notes if one.finding.card.code not in in_force), *notes),
        settled=(*(one for one in reviewed.settled if one.card.code not in in_force), *settlement.settled),
    )


def _note(finding: Finding, found: Found) -> Note:
    said = worded(found)
    return Note(
        finding=finding,
        language=said.language,
        title=said.title,
        message=said.message,
        why=said.why,
        question=said.question,
        rewrite=said.rewrite,
        advice=None,
        tentative=False,
        gathered=(finding,),
    )


def _finding(rule: Rule, document: ReadDocument, one: ReadStatement) -> Finding:
    return Finding(rule.card, rule.severity, document, Hit(one, one.okr_set), document.place(one.statement.text))
