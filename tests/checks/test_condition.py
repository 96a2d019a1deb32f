"""A condition over the reading: each key must hold, and the words that carried it are shown."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from okrlint.engine.findings import Finding
from tests.checks.test_kinds import found, idents

ENGLISH = (
    "# Objective 1: Parents hear from the school before they worry\n"
    "- KR 1: Launch the parents' portal\n"
    "- KR 2: Cut the average reply time from 3 days to 1 day\n"
    "- KR 3: Reduce missed appointments by 20%\n"
)
FRENCH = (
    "# Objectif 1 : Les parents savent avant de s'inquiéter\n"
    "- RC 1 : Lancer le portail des parents\n"
    "- RC 2 : Réduire le délai moyen de réponse de 3 jours à 1 jour\n"
    "- RC 3 : Réduire les rendez-vous manqués de 20 %\n"
)
both = pytest.mark.parametrize("text", [ENGLISH, FRENCH], ids=["en", "fr"])
WORK = {"kind": ["activity", "output"]}


def under(when: dict[str, Any], text: str, *roles: str, **more: Any) -> list[Finding]:
    """Return what a condition finds."""
    return found({"kind": "condition", "when": when, **more}, text, *roles)


@both
@pytest.mark.parametrize(
    ("when", "wanted"),
    [
        ({}, ["KR1", "KR2", "KR3"]),
        ({"kind": ["activity", "output"], "not_flags": ["has_target"]}, ["KR1"]),
        ({"not_kind": ["activity", "output"], "flags": ["has_baseline", "has_target"]}, ["KR2"]),
        ({"flags": ["has_baseline", "is_relative_change_without_baseline"]}, []),
        ({"any_flags": ["has_baseline", "is_relative_change_without_baseline"]}, ["KR2", "KR3"]),
        ({"flags": ["has_target"], "not_flags": ["has_baseline"]}, ["KR3"]),
        ({"fields": ["baseline"]}, ["KR2"]),
        ({"not_fields": ["target"]}, ["KR1"]),
        ({"fields": ["target"], "not_fields": ["baseline"]}, ["KR3"]),
        ({"direction": ["decrease"]}, ["KR2", "KR3"]),
        ({"direction": ["increase"]}, []),
    ],
    ids=str,
)
def test_every_key_of_a_condition_must_hold(when: dict[str, Any], wanted: list[str], text: str) -> None:
    """Kinds, flags, fields and direction narrow the statements one after the other."""
    assert idents(under(when, text)) == wanted


@both
def test_a_second_condition_widens_the_first(text: str) -> None:
    """`or_when` adds statements that meet another condition."""
    either = under({**WORK, "not_flags": ["has_target"]}, text, or_when=[{"fields": ["baseline"]}])

    assert idents(either) == ["KR1", "KR2"]


@both
def test_only_the_roles_of_the_card_are_looked_at(text: str) -> None:
    """A rule for objectives says nothing of key results."""
    assert idents(under({}, text, "objective")) == ["O1"]
    assert idents(under({}, text, "objective", "key_result")) == ["O1", "KR1", "KR2", "KR3"]
    assert idents(under({}, text, "initiative")) == []


@pytest.mark.parametrize(
    ("text", "declared"), [(ENGLISH, "Kind: Milestone"), (FRENCH, "Type : Jalon")], ids=["en", "fr"]
)
def test_what_the_author_declares_is_respected(text: str, declared: str) -> None:
    """A milestone that is called one is no result in disguise, whatever the case it is written in."""
    first = next(line for line in text.splitlines() if "1 :" in line or "KR 1" in line if line.startswith("-"))
    when = {**WORK, "not_flags": ["has_target"], "declared_not": ["milestone", "jalon"]}

    assert idents(under(when, text)) == ["KR1"]
    assert idents(under(when, text.replace(first, f"{first}\n  - {declared}"))) == []
    assert idents(under({**when, "declared_not": ["learning"]}, text.replace(first, f"{first}\n  - {declared}"))) == [
        "KR1"
    ]


@both
def test_a_finding_is_as_sure_as_the_reading_where_it_rests_on_the_kind(text: str) -> None:
    """What rests on a kind carries the reading's doubt; what rests on flags alone is sure."""
    (by_kind,) = under({**WORK, "not_flags": ["has_target"]}, text)
    (by_flag,) = under({"flags": ["has_baseline"]}, text)

    assert by_kind.statement is not None
    assert by_kind.confidence == by_kind.statement.reading.confidence < 1
    assert by_flag.confidence == 1


@both
def test_a_bar_of_confidence_keeps_doubtful_readings_out(text: str) -> None:
    """`at_least` is a bar that the reading must reach."""
    assert idents(under({"at_least": 0.0}, text)) == ["KR1", "KR2", "KR3"]
    assert idents(under({"at_least": 1.01}, text)) == []


@both
def test_the_words_shown_stand_in_the_statement(text: str) -> None:
    """Evidence is at most two stretches, in the order of the sentence, apart from one another."""
    for finding in under({}, text):
        assert finding.statement is not None
        words = finding.hit.words
        assert 1 <= len(words) <= 2
        assert all(finding.statement.text[word.start : word.end] == word.text for word in words)
        assert all(before.end < after.start for before, after in pairwise(words))


@pytest.mark.parametrize(
    ("text", "shown"),
    [(ENGLISH, {"target": ["20%"], "none": []}), (FRENCH, {"target": ["20 %"], "none": []})],
    ids=["en", "fr"],
)
def test_a_card_chooses_which_words_to_show(text: str, shown: dict[str, list[str]]) -> None:
    """The target alone, or nothing."""
    when = {"flags": ["is_relative_change_without_baseline"]}
    for words, wanted in shown.items():
        (finding,) = under(when, text, words=words)
        assert [word.text for word in finding.hit.words] == wanted
