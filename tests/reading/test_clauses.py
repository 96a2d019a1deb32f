"""What is committed to is told from its reasons and its means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.languages import language, read
from okrlint.reading.clauses import Clauses
from okrlint.reading.reader import analyse
from tests.strategies import ANYTHING


def split(text: str, code: str) -> Clauses:
    """Return the clauses of a statement."""
    return analyse(text, "key_result", language(code)).clauses


def words(text: str, span: tuple[int, int] | None) -> str | None:
    """Return the words of a clause."""
    return text[slice(*span)].strip() if span else None


@pytest.mark.parametrize(
    ("main", "purpose", "code"),
    [
        ("Open a second depot", "to cut delivery to 2 days", "en"),
        ("Open a second depot", "in order to cut delays by 20%", "en"),
        ("Open a second depot", "so that 60% of riders come back", "en"),
        ("Write 8 recipes", "to raise lunch attendance to 80%", "en"),
        ("Ouvrir un second dépôt", "pour ramener la livraison à 2 jours", "fr"),
        ("Ouvrir un second dépôt", "afin de réduire les retards de 20 %", "fr"),
        ("Ouvrir un second dépôt", "pour que 60 % des cyclistes reviennent", "fr"),
        ("Écrire 8 recettes", "pour porter la fréquentation à 80 %", "fr"),
    ],
)
def test_a_purpose_with_a_number_is_the_commitment(main: str, purpose: str, code: str) -> None:
    """What stands before it is only the way there."""
    text = f"{main} {purpose}"
    clauses = split(text, code)

    assert clauses.purpose_leads
    assert words(text, clauses.commitment) == words(text, clauses.purpose) == purpose
    assert words(text, clauses.main) == main


@pytest.mark.parametrize(
    ("main", "reason", "code"),
    [
        ("Write 8 recipes", "so that pupils eat more vegetables", "en"),
        ("Write 8 recipes", "to raise attendance", "en"),
        ("Open a second depot", "in order to reassure drivers", "en"),
        ("Écrire 8 recettes", "pour que les élèves mangent des légumes", "fr"),
        ("Écrire 8 recettes", "pour augmenter la fréquentation", "fr"),
        ("Ouvrir un second dépôt", "afin de rassurer les chauffeurs", "fr"),
    ],
)
def test_a_purpose_without_a_number_is_only_a_reason(main: str, reason: str, code: str) -> None:
    """The commitment is what stands before it."""
    text = f"{main} {reason}"
    clauses = split(text, code)

    assert not clauses.purpose_leads
    assert words(text, clauses.purpose) == reason
    assert words(text, clauses.commitment) == words(text, clauses.main) == main


@pytest.mark.parametrize(
    ("commitment", "means", "code"),
    [
        ("Raise attendance to 80%", "by opening a second canteen", "en"),
        ("Raise attendance to 80%", "thanks to a second canteen", "en"),
        ("Raise attendance to 80%", "through 3 canteens", "en"),
        ("Raise attendance to 80%", "via text reminders", "en"),
        ("Porter la fréquentation à 80 %", "en ouvrant une seconde cantine", "fr"),
        ("Porter la fréquentation à 80 %", "grâce à une seconde cantine", "fr"),
        ("Porter la fréquentation à 80 %", "à travers 3 cantines", "fr"),
        ("Porter la fréquentation à 80 %", "via des rappels", "fr"),
    ],
)
def test_means_are_no_part_of_the_commitment(commitment: str, means: str, code: str) -> None:
    """Not even where they hold a number."""
    text = f"{commitment} {means}"
    clauses = split(text, code)

    assert words(text, clauses.means) == means
    assert words(text, clauses.commitment) == commitment


@pytest.mark.parametrize(
    ("text", "commitment", "code"),
    [
        ("Open a depot to cut delivery to 2 days by hiring drivers", "to cut delivery to 2 days", "en"),
        ("Ouvrir un dépôt pour livrer à 40 villages en recrutant", "pour livrer à 40 villages", "fr"),
    ],
)
def test_means_behind_a_purpose_are_taken_off_it(text: str, commitment: str, code: str) -> None:
    """Way, purpose and means: only the purpose is promised."""
    assert words(text, split(text, code).commitment) == commitment


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Raise attendance from 60% to 80%", "en", id="en to is no purpose"),
        pytest.param("Raise attendance to 80% by June", "en", id="en by is no means"),
        pytest.param("Bring attendance to above 80%", "en", id="en to above"),
        pytest.param("To cut delivery to 2 days, open a depot", "en", id="en purpose in front"),
        pytest.param("Porter la fréquentation de 60 % à 80 %", "fr", id="fr de … à"),
        pytest.param("Porter la fréquentation à 80 % en juin", "fr", id="fr en juin"),
        pytest.param("Une cantine ouverte pour les élèves", "fr", id="fr pour and a noun"),
        pytest.param("Pour livrer en 2 jours, ouvrir un dépôt", "fr", id="fr purpose in front"),
    ],
)
def test_a_plain_preposition_opens_no_clause(text: str, code: str) -> None:
    """Such a sentence is its commitment, from end to end."""
    clauses = split(text, code)

    assert (clauses.purpose, clauses.means) == (None, None)
    assert words(text, clauses.commitment) == text


@pytest.mark.parametrize(
    ("text", "joints", "code"),
    [
        ("Raise attendance to 80% and cut waste to 5 kg", ["and"], "en"),
        ("Raise attendance to 80%; cut waste to 5 kg", [";"], "en"),
        ("Raise attendance to 80% while keeping waste under 5 kg", ["while"], "en"),
        ("Raise attendance to 80%", [], "en"),
        ("Raise attendance to 80% by opening a canteen and a shop", [], "en"),
        ("Porter la fréquentation à 80 % et réduire le gaspillage à 5 kg", ["et"], "fr"),
        ("Porter la fréquentation à 80 % ; réduire le gaspillage à 5 kg", [";"], "fr"),
        ("Porter la fréquentation à 80 % puis tenir le gaspillage sous 5 kg", ["puis"], "fr"),
        ("Porter la fréquentation à 80 %", [], "fr"),
        ("Porter la fréquentation à 80 % en ouvrant une cantine et une boutique", [], "fr"),
    ],
)
def test_commitments_meet_at_joints_inside_the_commitment(text: str, joints: list[str], code: str) -> None:
    """A joint inside the means joins no commitments."""
    found = split(text, code).joints

    assert len(found) == len(joints)
    assert all(text[at:].startswith(joint) for at, joint in zip(found, joints, strict=True))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Raise attendance to 80% and cut waste to 5 kg", "en"),
        ("Raise attendance to 80% while keeping waste under 5 kg", "en"),
        ("Porter la fréquentation à 80 % et réduire le gaspillage à 5 kg", "fr"),
    ],
)
def test_two_commitments_that_can_fail_apart_are_several(text: str, code: str) -> None:
    """A guard-rail with a number of its own counts too."""
    assert "multiple_statements" in read(text, language=code).flags


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Raise attendance to 80% by opening a canteen", "en"),
        ("Bread and butter sales reach 300 a week", "en"),
        ("Porter la fréquentation à 80 % en ouvrant une cantine", "fr"),
        ("Les ventes de pain et de beurre atteignent 300 par semaine", "fr"),
    ],
)
def test_one_commitment_is_one_whatever_its_means_and_words(text: str, code: str) -> None:
    """Two nouns in one measure are no two commitments."""
    assert "multiple_statements" not in read(text, language=code).flags


@given(ANYTHING, st.sampled_from(["en", "fr"]))
def test_clauses_lie_inside_the_text(text: str, code: str) -> None:
    """Whatever is written, a clause has a start, an end and room between them."""
    clauses = split(text, code)
    spans = [clauses.commitment, clauses.main, clauses.purpose, clauses.means]

    assert all(0 <= span[0] <= span[1] <= len(text) for span in spans if span)
    assert all(clauses.commitment[0] < at < clauses.commitment[1] for at in clauses.joints)
