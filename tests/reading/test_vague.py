"""Words that two honest readers could judge differently are found, and only those."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.languages import read

#: No brackets: a vague word inside them would be a placeholder.
AROUND = st.text(alphabet="abc déœ😀\u00a0\u202f’«€%→-:*12,.", max_size=40)


def vague(text: str, code: str) -> list[str]:
    """Return the vague words of a statement."""
    return [term.text for term in read(text, language=code).vague_terms]


@pytest.mark.parametrize(
    ("text", "code", "terms"),
    [
        pytest.param("A seamless handover between depots", "en", ["seamless"], id="en judgement"),
        pytest.param("Significantly raise the renewal rate", "en", ["Significantly"], id="en degree"),
        pytest.param("Build a world-class depot", "en", ["world-class"], id="en superlative"),
        pytest.param("Visit several shops", "en", ["several"], id="en loose quantity"),
        pytest.param("Visit shops as needed", "en", ["as needed"], id="en loose quantity in words"),
        pytest.param("Visit shops soon", "en", ["soon"], id="en loose time"),
        pytest.param("Deliver parcels on time", "en", ["on time"], id="en punctuality"),
        pytest.param("Support the drivers", "en", ["Support"], id="en hollow verb"),
        pytest.param("Leverage the depot", "en", ["Leverage"], id="en another hollow verb"),
        pytest.param("Un accueil fluide", "fr", ["fluide"], id="fr judgement"),
        pytest.param("Augmenter significativement les retours", "fr", ["significativement"], id="fr degree"),
        pytest.param("Plusieurs boutiques rappellent", "fr", ["Plusieurs"], id="fr loose quantity"),
        pytest.param("Visiter bientôt les boutiques", "fr", ["bientôt"], id="fr loose time"),
        pytest.param("Livrer les colis à temps", "fr", ["à temps"], id="fr punctuality"),
        pytest.param("Accompagner les chauffeurs", "fr", ["Accompagner"], id="fr hollow verb"),
        pytest.param("Optimiser la tournée", "fr", ["Optimiser"], id="fr another hollow verb"),
    ],
)
def test_a_vague_word_is_shown_as_it_was_written(text: str, code: str, terms: list[str]) -> None:
    """Judgements, loose quantities and times, and verbs that promise nothing."""
    assert vague(text, code) == terms


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Support 40 drivers", "en"),
        ("Optimise delivery to 2 days", "en"),
        ("Accompagner 40 chauffeurs", "fr"),
        ("Optimiser la livraison à 2 jours", "fr"),
    ],
)
def test_a_target_pins_a_hollow_verb_down(text: str, code: str) -> None:
    """Beside a number to reach, nobody has to guess what the verb means."""
    assert vague(text, code) == []


@pytest.mark.parametrize(
    ("text", "code", "terms"),
    [
        ("Visit several shops until 40 reorder", "en", ["several"]),
        ("40 shops reorder soon", "en", ["soon"]),
        ("Visiter plusieurs boutiques jusqu’à 40 retours", "fr", ["plusieurs"]),
        ("40 boutiques commandent bientôt", "fr", ["bientôt"]),
    ],
)
def test_a_target_does_not_pin_down_other_quantities_and_times(text: str, code: str, terms: list[str]) -> None:
    """A number says nothing of how many others, nor of when."""
    assert vague(text, code) == terms


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Increase refunds", "en"),
        ("Reduce refunds", "en"),
        ("Raise the renewal rate", "en"),
        ("Augmenter les retours", "fr"),
        ("Réduire les remboursements", "fr"),
        ("Baisser le taux de retour", "fr"),
    ],
)
def test_a_verb_of_direction_is_never_vague(text: str, code: str) -> None:
    """It says which way, even where the statement does not say how far."""
    assert vague(text, code) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("40 shops reorder online by 30 June", "en"),
        ("The renewal rate reaches 92%", "en"),
        ("40 boutiques commandent en ligne d’ici le 30 juin", "fr"),
        ("Le taux de renouvellement atteint 92 %", "fr"),
    ],
)
def test_a_plain_statement_has_no_vague_word(text: str, code: str) -> None:
    """Nothing is found where nothing is loose."""
    assert vague(text, code) == []


@pytest.mark.parametrize(
    ("plain", "bare"),
    [("Visiter bientôt les boutiques", "visiter BIENTOT les boutiques"), ("Livrer à temps", "LIVRER A TEMPS")],
)
def test_capitals_and_missing_accents_hide_no_vague_word(plain: str, bare: str) -> None:
    """Real statements miss accents, and the words are shown as they stand there."""
    assert [term.lower() for term in vague(bare, "fr")] == [
        term.replace("ô", "o").replace("à", "a") for term in vague(plain, "fr")
    ]
    assert len(vague(bare, "fr")) == 1


@given(AROUND, st.sampled_from(["soon", "as needed"]), AROUND)
def test_vague_terms_are_cut_out_of_the_text_in_order(before: str, term: str, after: str) -> None:
    """Each one is the text between its offsets, whatever stands around it."""
    text = f"{before}. {term}. {after}"
    terms = read(text, language="en").vague_terms

    assert term in [one.text for one in terms]
    assert all(text[one.start : one.end] == one.text for one in terms)
    assert [one.start for one in terms] == sorted(one.start for one in terms)
