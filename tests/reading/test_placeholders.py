"""What a writer left open is a fact of the reading, and never a number."""

from __future__ import annotations

import pytest

import okrlint

OPEN = {
    "en": [
        "Grow revenue from $N to $M",
        "Reduce churn from X% to Y%",
        "Raise the score from XX to 40",
        "Renewal rate reaches TBD",
        "Reach N crossings a day",
        "Generate $[REDACTED] from renewals",
        "Crossings on time: X → Y",
        "Queue falls from … to 4 minutes",
        "Loans grow to ___ a month",
        "Sign-ups reach <target>",
    ],
    "fr": [
        "Passer de X à Y %",
        "Réduire l’attente de XX à XX minutes",
        "Atteindre N abonnés",
        "Taux de retour : à définir",
        "Le délai passe de … à 3 jours",
        "Atteindre [chiffre] usagers d’ici juin",
        "Le taux de réponse passe de _ % à _ %",
        "Ventes de XXX € au guichet",
    ],
}
FILLED = {
    "en": ["The X-ray room opens at 7", "Team X reaches 40 renewals", "Move to N26 accounts", "Sign [3 or more] deals"],
    "fr": ["L’équipe X atteint 40 retours", "Passer de N à N+1", "Le rayon X ouvre à 7 h"],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in OPEN.items() for text in texts])
def test_an_open_value_is_told(language: str, text: str) -> None:
    """Whatever sign people use for it."""
    reading = okrlint.read(text, role="key_result", language=language)

    assert "has_placeholder" in reading.flags
    assert reading.measure.baseline is None
    assert reading.measure.target in {None, 40.0, 4.0, 3.0}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in FILLED.items() for text in texts])
def test_a_letter_that_is_a_name_is_none(language: str, text: str) -> None:
    """Teams, rooms and banks are called so."""
    assert "has_placeholder" not in okrlint.read(text, role="key_result", language=language).flags
