"""A text is read in its own language, also where the other one is mixed in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.languages import language, language_of, language_of_statement, languages, read
from okrlint.errors import ConfigError
from okrlint.reading.detect import detect, detect_statement, scores
from tests.strategies import ANYTHING


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("40 shops reorder online without a call", "en"),
        ("Launch the new depot", "en"),
        ("RAISE THE RENEWAL RATE", "en"),
        ("Renewal rate", "en"),
        ("40 boutiques commandent en ligne sans appeler", "fr"),
        ("Lancer le nouveau dépôt", "fr"),
        ("AUGMENTER LE TAUX DE RENOUVELLEMENT", "fr"),
        ("Taux d’abandon", "fr"),
        ("Taux d'abandon", "fr"),
    ],
)
def test_a_statement_alone_tells_its_language(text: str, code: str) -> None:
    """In capitals or small letters, with either apostrophe, in a few words."""
    assert language_of([text]) == code
    assert read(text).language == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Réduire le churn du funnel", "fr", id="English nouns in French"),
        pytest.param("Un meeting weekly avec les agents", "fr", id="English habits in French"),
        pytest.param("Le feedback des users est collecté", "fr", id="English words between French ones"),
        pytest.param("NPS de 55", "fr", id="one small French word"),
        pytest.param("The café reorders from our depot", "en", id="a French letter in English"),
        pytest.param("Launch the offer “Été tranquille” in shops", "en", id="a French title in English"),
    ],
)
def test_borrowed_words_do_not_change_the_language(text: str, code: str) -> None:
    """Small words weigh more than the fashionable ones."""
    assert language_of([text]) == code


@pytest.mark.parametrize("text", ["reduire les delais de livraison", "REDUIRE LES DELAIS", "les eleves reviennent"])
def test_french_without_accents_is_french(text: str) -> None:
    """Nobody types accents in a hurry."""
    assert language_of([text]) == "fr"


@pytest.mark.parametrize("texts", [[], [""], ["12345"], ["😀 → 40 %"], ["Zzgrblx qwrtz"]])
def test_where_nothing_tells_the_default_is_taken(texts: list[str]) -> None:
    """A default is a default, in either direction."""
    assert language_of(texts) == "en"
    assert detect(texts, languages(), "fr") == "fr"


def test_a_document_is_in_the_language_of_most_of_its_words() -> None:
    """One statement in the other language does not turn it."""
    texts = ["Les boutiques commandent en ligne", "Launch the depot", "Les cyclistes reviennent chaque semaine"]

    assert language_of(texts) == "fr"


@pytest.mark.parametrize(
    ("text", "document", "code"),
    [
        pytest.param("Launch the new depot in the harbour", "fr", "en", id="plainly English in a French document"),
        pytest.param("Les boutiques commandent en ligne", "en", "fr", id="plainly French in an English document"),
        pytest.param("NPS 55", "fr", "fr", id="words of both stay at home in French"),
        pytest.param("NPS 55", "en", "en", id="words of both stay at home in English"),
        pytest.param("40 %", "fr", "fr", id="no words at all"),
        pytest.param("Réduire le churn", "fr", "fr", id="a borrowed word"),
        pytest.param("Launch the depot avec les boutiques", "en", "en", id="half and half stays at home in English"),
        pytest.param("Launch the depot avec les boutiques", "fr", "fr", id="half and half stays at home in French"),
    ],
)
def test_a_statement_leaves_its_document_s_language_only_when_it_is_plain(text: str, document: str, code: str) -> None:
    """In doubt it is read like its neighbours."""
    assert language_of_statement(text, document) == code


def test_a_document_in_a_language_nobody_knows_is_read_in_the_likeliest() -> None:
    """Its own words decide."""
    assert detect_statement("Les boutiques commandent en ligne", "de", languages()) == "fr"


@pytest.mark.parametrize(("code", "base"), [("fr", "fr"), ("fr-CA", "fr"), ("en_GB", "en"), ("EN", "en")])
def test_a_regional_code_finds_its_language(code: str, base: str) -> None:
    """Canada and Belgium write French."""
    assert language(code).code == base


def test_an_unknown_code_names_the_languages_there_are() -> None:
    """And the nearest of them, if one is near."""
    with pytest.raises(ConfigError, match=r"no language 'frr' \(there are: en, fr\), did you mean 'fr'\?"):
        language("frr")


@given(st.lists(ANYTHING, max_size=4))
def test_detection_never_raises_and_names_a_known_language(texts: list[str]) -> None:
    """Whatever the characters."""
    codes = {one.code for one in languages()}

    assert language_of(texts) in codes
    assert all(language_of_statement(text, "fr") in codes for text in texts)


@given(ANYTHING)
def test_capitals_score_as_small_letters(text: str) -> None:
    """A shouted statement is in the language of the same one said quietly."""
    assert scores(text.upper(), languages()) == scores(text.lower(), languages())
