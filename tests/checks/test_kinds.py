"""What kinds of check there are, and how a card names one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from okrlint.cards import Card
from okrlint.checks import BUILTIN
from okrlint.engine.findings import Finding
from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.engine.rulebook import cards, kinds, rule_of
from okrlint.engine.run import run
from okrlint.errors import CardError

TEXTS = {"title": "House rule", "noticed": ["Seen."], "why": "Because.", "question": ["Why?"]}


def card(check: Mapping[str, Any], *roles: str) -> Card:
    """Return a card of a house with a check of one's own."""
    return Card.model_validate(
        {
            "code": "FOC910",
            "name": "house-rule",
            "family": "focus",
            "severity": "info",
            "applies_to": roles or ("key_result",),
            "check": check,
            "texts": {"en": TEXTS, "fr": TEXTS},
            "sources": [{"who": "the house", "where": "its wiki"}],
            "examples": {"en": {"bad": ["x"], "good": ["y"]}},
        }
    )


def found(
    check: Mapping[str, Any], text: str, *roles: str, name: str = "okr.md", today: date | None = None
) -> list[Finding]:
    """Run one check over a small document and return what it finds; a check that fails fails the test."""
    findings, faults = run(read(read_document(name, text.encode()), today=today), [rule_of(card(check, *roles))])
    assert faults == []
    return findings


def idents(findings: list[Finding]) -> list[str]:
    """Return the statements that were found by name; a set is called `set`."""
    return [one.statement.ident if one.statement else "set" for one in findings]


def test_every_kind_has_a_name_of_its_own() -> None:
    """A card can name each kind, and each comes from okrlint itself."""
    names = [kind.name for kind in BUILTIN]

    assert len(names) == len(set(names))
    assert {name: kinds()[name] for name in names} == {kind.name: ("okrlint", kind) for kind in BUILTIN}


def test_every_shipped_card_names_a_kind_and_parameters_that_hold() -> None:
    """No rule of the house of okrlint fails before it has looked."""
    assert [rule_of(card).card.code for _, card in cards()] == [card.code for _, card in cards()]


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ({"kind": "lenght", "words_at_most": 3}, "no kind of check 'lenght', did you mean 'length'?"),
        ({"kind": "quantum"}, "no kind of check 'quantum'"),
        ({"kind": "length", "words_at_mots": 3, "words_at_most": 3}, "did you mean 'words_at_most'?"),
        ({"kind": "length"}, "words_at_most: field required"),
        ({"kind": "length", "words_at_most": "many"}, "words_at_most"),
        ({"kind": "count", "of": "teams", "at_most": 3}, "of: input should be 'objectives', 'key_results' or"),
        ({"kind": "history", "pattern": "no luck"}, "pattern"),
        ({"kind": "condition", "when": {"kind": ["activty"]}}, "when.kind.0"),
        ({"kind": "condition", "when": {"flag": ["vague"]}}, "when.flag"),
        (
            {"kind": "similar", "to": "sister"},
            "to: input should be 'same role', 'objective', 'initiatives' or 'earlier cycle'",
        ),
        ({"kind": "contradiction"}, "between: field required"),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else None,
)
def test_a_check_that_does_not_hold_is_refused_under_the_rule(check: dict[str, Any], said: str) -> None:
    """A slip in the check of a card is told before any document is looked at."""
    with pytest.raises(CardError) as caught:
        rule_of(card(check))

    assert said in str(caught.value)
    assert "FOC910" in str(caught.value)
