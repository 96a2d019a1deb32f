"""Statements that say nearly the same, and links that lead nowhere."""

from __future__ import annotations

import pytest

from tests.checks.test_kinds import found, idents

ENGLISH = "# Objective 1: Boats land on time without a call\n- KR 1: Reduce late landings from 30 to 8\n"
FRENCH = "# Objectif 1 : Les bateaux accostent à l'heure\n- RC 1 : Réduire les retards à quai de 30 à 8\n"


@pytest.mark.parametrize(
    ("text", "second", "fires"),
    [
        (ENGLISH, "- KR 2: REDUCE LATE LANDINGS FROM 30 TO 8.", True),
        (ENGLISH, "- KR 2: Reduce late landing from 30 to 8", True),
        (ENGLISH, "- KR 2: Reduce late landings from 8 to 2", False),
        (ENGLISH, "- KR 2: Crews who sign on again from 30 to 8", False),
        (FRENCH, "- RC 2 : REDUIRE LES RETARDS A QUAI DE 30 A 8.", True),
        (FRENCH, "- RC 2 : Réduire le retard à quai de 30 à 8", True),
        (FRENCH, "- RC 2 : Réduire les retards à quai de 8 à 2", False),
        (FRENCH, "- RC 2 : Ramener de 30 à 8 les marins qui nous quittent", False),
    ],
)
def test_a_near_copy_of_the_same_role_is_told_with_its_twin(text: str, second: str, fires: bool) -> None:  # noqa: FBT001
    """Case, accents and a full stop make no difference; other numbers make another result."""
    findings = found({"kind": "similar", "to": "same role", "at_least": 0.9}, f"{text}{second}\n")

    twin = text.splitlines()[1].split(":", 1)[1].strip()
    assert idents(findings) == (["KR2"] if fires else [])
    assert [one.hit.slots["other"] for one in findings] == ([twin] if fires else [])


def test_three_copies_are_two_too_many() -> None:
    """The first is the original, and the copies are told."""
    text = ENGLISH + "- KR 2: Reduce late landings from 30 to 8\n- KR 3: Reduce late landings from 30 to 8\n"

    assert idents(found({"kind": "similar"}, text)) == ["KR2", "KR3"]


def test_two_teams_may_share_a_result() -> None:
    """A copy in another set is another team's business."""
    team = "- team: {}\n  objectives:\n  - objective: {}\n    key_results: [Reduce late landings from 30 to 8]\n"
    text = "sets:\n" + team.format("Harbour", "Boats land on time") + team.format("Quay", "Carts wait less")

    assert found({"kind": "similar"}, text, name="okr.yaml") == []


@pytest.mark.parametrize(
    ("text", "copy", "other"),
    [
        (ENGLISH, "- KR 2: Boats land on time without a call.", "Boats land on time without a call"),
        (FRENCH, "- RC 2 : Les bateaux accostent à l’heure", "Les bateaux accostent à l'heure"),
    ],
    ids=["en", "fr"],
)
def test_a_result_that_repeats_its_objective_is_told(text: str, copy: str, other: str) -> None:
    """Evidence says something that the objective does not."""
    findings = found({"kind": "similar", "to": "objective"}, f"{text}{copy}\n")

    assert [(one.hit.slots["other"]) for one in findings] == [other]
    assert idents(findings) == ["KR2"]


@pytest.mark.parametrize(
    ("text", "label", "work"),
    [(ENGLISH, "KR 2:", "Paint the new quay lines"), (FRENCH, "RC 2 :", "Peindre les nouvelles lignes du quai")],
    ids=["en", "fr"],
)
def test_a_result_that_repeats_an_initiative_is_told(text: str, label: str, work: str) -> None:
    """The same words cannot be the bet and its evidence."""
    text = f"{text}- {label} {work}\n\n### Initiatives\n\n- {work}\n"
    findings = found({"kind": "similar", "to": "initiatives"}, text)

    assert (idents(findings), [one.hit.slots["other"] for one in findings]) == (["KR2"], [work])
    assert found({"kind": "similar", "to": "initiatives"}, text.replace(f"\n- {work}", "\n- Rest")) == []


LINKED = """\
objectives:
- objective: {objective}
  id: landing
  parent: "{parent}"
  key_results:
  - {{key_result: {key_result}, id: late, depends_on: "{depends_on}"}}
"""
SENTENCES = {
    "en": {"objective": "Boats land on time", "key_result": "Reduce late landings from 30 to 8"},
    "fr": {"objective": "Les bateaux accostent à l'heure", "key_result": "Réduire les retards de 30 à 8"},
}


@pytest.mark.parametrize("code", SENTENCES)
@pytest.mark.parametrize(
    ("parent", "depends_on", "wanted"),
    [
        ("#late", "#landing", []),
        ("#harbour", "#landing", [("landing", "#harbour")]),
        ("#late", "#quay", [("late", "#quay")]),
        ("#harbour", "#quay", [("landing", "#harbour"), ("late", "#quay")]),
        ("The harbour lives", "the quay team", []),
    ],
    ids=["both lead somewhere", "no parent", "nothing to wait for", "neither", "words"],
)
def test_a_link_to_nothing_that_is_there_is_told_with_its_target(
    parent: str, depends_on: str, wanted: list[tuple[str, str]], code: str
) -> None:
    """A # points into the document; words point outside, where nobody can look."""
    text = LINKED.format(parent=parent, depends_on=depends_on, **SENTENCES[code])
    findings = found({"kind": "link"}, text, "objective", "key_result", name="okr.yaml")

    assert [(name, one.hit.slots["target"]) for name, one in zip(idents(findings), findings, strict=True)] == wanted


@pytest.mark.parametrize(("text", "label"), [(ENGLISH, "Serves:"), (FRENCH, "Sert :")], ids=["en", "fr"])
def test_a_parent_can_be_asked_for(text: str, label: str) -> None:
    """The objective's own parent will do, and so will the set's."""
    heading, rest = text.split("\n", 1)
    check = {"kind": "link", "require": True}

    assert idents(found(check, text, "objective")) == ["O1"]
    assert found(check, f"{heading}\n{label} the harbour\n{rest}", "objective") == []
    assert found(check, f"---\nparent: the harbour\n---\n{text}", "objective") == []
    assert found({"kind": "link"}, text, "objective") == []
