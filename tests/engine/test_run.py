"""Running rules: findings in document order, and a rule that fails costs its own findings alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from okrlint.checks import CheckKind, Hit
from okrlint.checks.condition import Condition
from okrlint.checks.kinds import Parameters, at
from okrlint.config import Config
from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.engine.rulebook import Rule, rule_of, rules
from okrlint.engine.run import run
from okrlint.errors import OkrlintError, PluginError, RuleError
from okrlint.reading.document import ReadDocument
from tests.checks.test_kinds import card, idents

DRAFTS = {
    "en": "# Objective 1: Boats land on time\n- KR 1: Launch the landing board\n- KR 2: Launch the tide app\n",
    "fr": "# Objectif 1 : Les bateaux sont à l'heure\n- RC 1 : Lancer le panneau\n- RC 2 : Lancer l'application\n",
}
each_code = pytest.mark.parametrize("code", DRAFTS)


class Nothing(Parameters):
    """A check without parameters."""


def document(code: str) -> ReadDocument:
    """Return a draft, read."""
    return read(read_document(f"{code}.md", DRAFTS[code].encode()))


def failing(error: Exception, owner: str) -> Rule:
    """Return a rule that finds one thing and then raises."""

    def look(parameters: Nothing, roles: frozenset[str], read_document: ReadDocument) -> Iterator[Hit]:
        del parameters, roles
        yield at(read_document.statements[0])
        raise error

    rule = rule_of(card({"kind": "condition", "when": {}}, "objective"))
    return Rule(rule.card, CheckKind("failing", Nothing, look), Nothing(), "info", owner)


def sound(**when: Any) -> Rule:
    """Return a rule that finds every key result."""
    rule = rule_of(card({"kind": "condition", "when": when}, "key_result"))
    assert isinstance(rule.parameters, Condition)
    return rule


@each_code
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (LookupError("the list is gone"), "LookupError: the list is gone"),
        (ZeroDivisionError(), "ZeroDivisionError"),
        (RecursionError("too deep"), "RecursionError: too deep"),
        (OkrlintError("no luck"), "OkrlintError: no luck"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_a_rule_that_raises_is_told_by_its_code_and_stops_no_other(error: Exception, said: str, code: str) -> None:
    """What it found before it failed is left out, and the rules before and after it are whole."""
    findings, faults = run(document(code), [sound(), failing(error, "okrlint"), sound()])

    assert [str(fault) for fault in faults] == [f"rule FOC910: failed on {code}.md: {said}"]
    assert all(isinstance(fault, RuleError) for fault in faults)
    assert idents(findings) == ["KR1", "KR1", "KR2", "KR2"]


@each_code
def test_a_rule_of_a_plugin_that_raises_is_told_under_the_plugin(code: str) -> None:
    """Who brings the rule learns of its fault by name and version."""
    findings, (fault,) = run(document(code), [failing(ValueError("no tide"), "harbour 2.5"), sound()])

    assert isinstance(fault, PluginError)
    assert str(fault) == f"plugin harbour 2.5: rule FOC910 failed on {code}.md: ValueError: no tide"
    assert idents(findings) == ["KR1", "KR2"]


def test_each_rule_that_raises_is_told() -> None:
    """Two faults are two sentences."""
    _, faults = run(document("en"), [failing(KeyError("a"), "okrlint"), failing(KeyError("b"), "okrlint")])

    assert [fault.args[0] for fault in faults] == ["failed on en.md: KeyError: 'a'", "failed on en.md: KeyError: 'b'"]


def test_an_interruption_is_no_fault_of_a_rule() -> None:
    """Who presses Control-C is heard."""

    def look(parameters: Nothing, roles: frozenset[str], read_document: ReadDocument) -> Iterator[Hit]:
        raise KeyboardInterrupt(parameters, roles, read_document)

    rule = failing(ValueError(), "okrlint")
    with pytest.raises(KeyboardInterrupt):
        run(document("en"), [Rule(rule.card, CheckKind("stopped", Nothing, look), Nothing(), "info", "okrlint")])


@each_code
def test_findings_come_in_the_order_of_the_document(code: str) -> None:
    """Whatever the order of the rules, a person reads from the top."""
    forwards, _ = run(document(code), rules(Config()))
    backwards, _ = run(document(code), list(reversed(rules(Config()))))

    places = [(finding.span.line, finding.span.column) for finding in forwards]
    assert len(places) >= 3
    assert places == sorted(places)
    assert [(one.card.code, one.span) for one in forwards] == [(one.card.code, one.span) for one in backwards]


@each_code
def test_a_finding_stands_where_its_words_stand(code: str) -> None:
    """The place is that of the first word shown, else the statement's; the span cuts that text out of the source."""
    source = DRAFTS[code]
    for finding in run(document(code), rules(Config()))[0]:
        assert finding.statement is not None
        first = finding.hit.words[0].text if finding.hit.words else finding.statement.text
        assert source[finding.span.start : finding.span.end] == first


@each_code
def test_a_finding_of_a_set_stands_at_its_team_or_its_first_statement(code: str) -> None:
    """A set has no sentence of its own, and still a place."""
    rule = rule_of(card({"kind": "count", "of": "objectives", "at_least": 9}, "set"))

    (bare,), _ = run(document(code), [rule])
    named = read(read_document("okr.md", f"---\nteam: Harbour\n---\n{DRAFTS[code]}".encode()))
    (at_team,), _ = run(named, [rule])

    assert bare.statement is None
    assert (bare.span.line, bare.span.column) == (1, DRAFTS[code].index(": ") + 3)
    assert (at_team.span.line, at_team.span.column) == (2, len("team: ") + 1)


def test_no_rule_finds_nothing() -> None:
    """And fails nowhere."""
    assert run(document("en"), []) == ([], [])
