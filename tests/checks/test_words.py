"""Words that a statement holds, whatever their case, accents and apostrophes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.test_kinds import found, idents

CHECK = {
    "kind": "words",
    "words": {"en": ["world-class", "hub"], "fr": ["à la pointe", "l'œuvre", "hub"]},
}


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        ("Be the world-class hub of our street", ["world-class", "hub"]),
        ("WORLD‑CLASS bread reaches every home", ["WORLD‑CLASS"]),
        ("Every home gets bread that is world-class", ["world-class"]),
        ("Hub", ["Hub"]),
        ("(hub) of the street", ["hub"]),
        ("The hubris of every home in our street", []),
        ("Every home gets our bread while it is warm", []),
    ],
)
def test_english_words_are_found_whole(statement: str, shown: list[str]) -> None:
    """A word is found as it was written, and no word inside another."""
    findings = found(CHECK, f"---\nlanguage: en\n---\n# Objective 1: {statement}\n", "objective")

    assert [word.text for one in findings for word in one.hit.words] == shown


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        ("Les écoles de la ville restent À LA POINTE", ["À LA POINTE"]),
        ("Les ecoles restent a la pointe", ["a la pointe"]),
        ("Les voisins voient l’œuvre de nos mains", ["l’œuvre"]),
        ("Les écoles ont la pointe des pieds au chaud", []),
        ("Les voisins se parlent chaque semaine", []),
    ],
)
def test_french_words_are_found_without_accents_and_with_either_apostrophe(statement: str, shown: list[str]) -> None:
    """What people type in a hurry is found, and shown as they typed it."""
    findings = found(CHECK, f"---\nlanguage: fr\n---\n# Objectif 1 : {statement}\n", "objective")

    assert [word.text for one in findings for word in one.hit.words] == shown


def test_words_stand_where_the_finding_says() -> None:
    """The place is that of the first word, in the file."""
    (finding,) = found(CHECK, "# Objective 1: Bread from a world-class oven\n", "objective")

    assert finding.hit.words[0].start == len("Bread from a ")
    assert (finding.span.line, finding.span.column) == (1, 1 + len("# Objective 1: Bread from a "))


def test_words_of_one_language_are_not_looked_for_in_the_other() -> None:
    """A list holds for statements of its language alone."""
    check = {"kind": "words", "words": {"fr": ["pain"]}}

    assert idents(found(check, "# Objective 1: Bakers feel the pain of no neighbour\n", "objective")) == []
    assert idents(found(check, "# Objectif 1 : Les voisins ont leur pain chaque matin\n", "objective")) == ["O1"]


@pytest.mark.parametrize(("least", "wanted"), [(1, ["O1", "O2"]), (2, ["O1"]), (3, [])])
def test_a_card_says_how_many_words_it_takes(least: int, wanted: list[str]) -> None:
    """Below `least` it stays silent."""
    text = "# Objective 1: A world-class hub for our street\n# Objective 2: A hub for our street\n"

    assert idents(found({**CHECK, "least": least}, text, "objective")) == wanted


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("# Objective 1: Improve the performance of the bakery\n", True),
        ("# Objective 1: Neighbours have bread before seven\n", False),
        ("# Objectif 1 : Améliorer la performance de la boulangerie\n", True),
        ("# Objectif 1 : Les voisins ont du pain avant sept heures\n", False),
    ],
    ids=["en vague", "en plain", "fr vague", "fr plain"],
)
def test_vague_terms_of_the_reading_can_be_taken_instead(text: str, fires: bool) -> None:  # noqa: FBT001
    """The reading knows words that two honest readers judge differently."""
    findings = found({"kind": "words", "vague_terms": True}, text, "objective")

    assert bool(findings) == fires
    assert all(one.hit.words == one.statement.reading.vague_terms for one in findings if one.statement)


@pytest.mark.parametrize(
    ("when", "wanted"), [({"fields": ["owner"]}, ["O1"]), ({"not_fields": ["owner"]}, ["O2"]), ({}, ["O1", "O2"])]
)
def test_a_condition_narrows_where_words_are_looked_for(when: dict[str, Any], wanted: list[str]) -> None:
    """`when` must hold besides."""
    text = "# Objective 1: A hub for our street\nOwner: Ana\n# Objective 2: A hub for our town\n"

    assert idents(found({**CHECK, "when": when}, text, "objective")) == wanted
