"""Fields that nobody gave, in the sentence or beside it, and fields that are the same everywhere."""

from __future__ import annotations

import pytest

from tests.checks.test_kinds import found, idents

ENGLISH = """\
# Objective 1: Patients are called in on time
Owner: Ana
- KR 1: Cut the waiting time from 50 minutes to 20 minutes by 30 June
- KR 2: Reduce complaints from 12 to 4
# Objective 2: Nurses leave at the end of their shift
- KR 3: Reduce overtime from 9 to 3
  - Owner: Bo
"""
FRENCH = """\
# Objectif 1 : Les patients passent à l'heure
Responsable : Ana
- RC 1 : Réduire l'attente de 50 minutes à 20 minutes d'ici le 30 juin
- RC 2 : Réduire les plaintes de 12 à 4
# Objectif 2 : Les infirmiers partent à la fin de leur poste
- RC 3 : Réduire les heures supplémentaires de 9 à 3
  - Responsable : Bo
"""
both = pytest.mark.parametrize("text", [ENGLISH, FRENCH], ids=["en", "fr"])
ROLES = ("objective", "key_result")


@both
def test_an_owner_of_the_objective_answers_for_what_stands_under_it(text: str) -> None:
    """A key result has its own owner, or that of its objective; an objective does not borrow from below."""
    assert idents(found({"kind": "missing", "fields": ["owner"]}, text, *ROLES)) == ["O2"]


@both
@pytest.mark.parametrize("label", ["Owner: Ana", "Responsable : Ana"])
def test_an_owner_of_the_set_answers_for_all_of_it(text: str, label: str) -> None:
    """Who owns the whole page owns each line of it."""
    assert found({"kind": "missing", "fields": ["owner"]}, f"{label}\n\n{text}", *ROLES) == []


@both
def test_a_date_in_the_sentence_is_a_deadline(text: str) -> None:
    """What the sentence says needs no field."""
    assert idents(found({"kind": "missing", "fields": ["deadline"]}, text)) == ["KR2", "KR3"]


@both
def test_a_cycle_is_a_deadline_for_all(text: str) -> None:
    """Who names the quarter has said by when."""
    assert found({"kind": "missing", "fields": ["deadline"]}, f"---\ncycle: Q3 2026\n---\n{text}") == []


@both
def test_start_and_target_are_read_from_the_sentence(text: str) -> None:
    """No field beside the sentence is asked for where the sentence has both."""
    assert found({"kind": "missing", "fields": ["baseline"]}, text) == []
    assert found({"kind": "missing", "fields": ["target"]}, text) == []
    assert idents(found({"kind": "missing", "fields": ["target"]}, text, "objective")) == ["O1", "O2"]


@both
def test_one_of_several_fields_is_enough(text: str) -> None:
    """A rule that asks for either is silent where there is one."""
    assert idents(found({"kind": "missing", "fields": ["source"]}, text)) == ["KR1", "KR2", "KR3"]
    assert idents(found({"kind": "missing", "fields": ["source", "deadline"]}, text)) == ["KR2", "KR3"]


@pytest.mark.parametrize(
    ("text", "line"),
    [(ENGLISH, "  - Decision: above 8 we stop"), (FRENCH, "  - Décision : au-dessus de 8 nous arrêtons")],
    ids=["en", "fr"],
)
def test_a_field_beside_the_sentence_counts(text: str, line: str) -> None:
    """A decision that stands under the key result is given."""
    check = {"kind": "missing", "fields": ["decision"]}

    assert idents(found(check, text)) == ["KR1", "KR2", "KR3"]
    assert idents(found(check, text + line + "\n")) == ["KR1", "KR2"]


@both
def test_a_condition_narrows_where_a_field_is_missed(text: str) -> None:
    """Who has no date is asked only where there is a start of so many minutes."""
    check = {"kind": "missing", "fields": ["source"], "when": {"fields": ["deadline"]}}

    assert idents(found(check, text)) == ["KR1"]


@both
def test_a_set_misses_fields_of_its_own(text: str) -> None:
    """The cycle is asked of the page once, not of each line."""
    check = {"kind": "missing", "fields": ["cycle"]}

    assert idents(found(check, text, "set")) == ["set"]
    assert found(check, f"---\ncycle: T3 2026\n---\n{text}", "set") == []


def test_a_list_of_statements_is_passed_over_where_the_card_says_so() -> None:
    """A list has no place for an owner, so that its absence says nothing."""
    text = '{"text": "Patients are called in on time", "role": "objective"}\n'
    check = {"kind": "missing", "fields": ["owner"]}

    assert idents(found(check, text, "objective", name="list.jsonl")) == ["s1"]
    assert found({**check, "in_sets_only": True}, text, "objective", name="list.jsonl") == []


SAME = """\
objectives:
- objective: {objective}
  key_results:
  - {{key_result: {first}, owner: {owners[0]}}}
  - {{key_result: {second}, owner: {owners[1]}}}
"""
SENTENCES = {
    "en": ("Patients are called in on time", "Complaints from 12 to 4", "Overtime from 9 to 3"),
    "fr": ("Les patients passent à l'heure", "Réduire les plaintes de 12 à 4", "Réduire le retard de 9 à 3"),
}


@pytest.mark.parametrize("code", SENTENCES)
@pytest.mark.parametrize(
    ("owners", "least", "fires"),
    [(("Ana", "Ana"), 2, True), (("Ana", "Bo"), 2, False), (("Ana", "Ana"), 3, False), (("Ana", ""), 1, False)],
    ids=["the same", "another", "too few", "one open"],
)
def test_one_value_everywhere_is_told_of_the_set(owners: tuple[str, str], least: int, fires: bool, code: str) -> None:  # noqa: FBT001
    """The value and how often it stands are said; one that differs or is missing keeps it silent."""
    objective, first, second = SENTENCES[code]
    text = SAME.format(objective=objective, first=first, second=second, owners=owners)

    findings = found({"kind": "equal", "field": "owner", "least": least}, text, name="okr.yaml")

    assert idents(findings) == (["set"] if fires else [])
    assert [one.hit.slots for one in findings] == ([{"value": "Ana", "count": "2"}] if fires else [])
