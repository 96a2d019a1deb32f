"""Every number has a use: target, start, window, date or name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.languages import language
from okrlint.reading.fold import fold
from okrlint.reading.quantities import Quantities, find
from tests.strategies import ANYTHING


def typed(text: str, code: str) -> Quantities:
    """Return the typed quantities of a statement."""
    return find(fold(text), language(code))


def dated(text: str, code: str) -> str | None:
    """Return the words of the deadline."""
    time = typed(text, code).deadline
    return text[time.start : time.end] if time else None


@pytest.mark.parametrize(
    ("text", "code", "start", "target", "unit"),
    [
        pytest.param("Cut waiting from 12 days to 5 days", "en", 12, 5, "day", id="en from … to"),
        pytest.param("Cut waiting from 12 to 5 days", "en", 12, 5, "day", id="en unit once"),
        pytest.param("Repeat orders: 18% → 30%", "en", 18, 30, "%", id="en arrow"),
        pytest.param("Repeat orders 18% -> 30%", "en", 18, 30, "%", id="en arrow of two characters"),
        pytest.param("Repeat orders reach 30% (currently 18%)", "en", 18, 30, "%", id="en currently, in brackets"),
        pytest.param("Repeat orders reach 30%, currently 18%", "en", 18, 30, "%", id="en currently, behind a comma"),
        pytest.param("Repeat orders reach 30% (baseline: 18%)", "en", 18, 30, "%", id="en baseline"),
        pytest.param("Repeat orders reach 30%, up from 18%", "en", 18, 30, "%", id="en up from"),
        pytest.param("Repeat orders reach 30% instead of 18%", "en", 18, 30, "%", id="en instead of"),
        pytest.param("Repeat orders reach 30% (18% today)", "en", 18, 30, "%", id="en today"),
        pytest.param("Refunds from $40k to $25k a month", "en", 40_000, 25_000, "USD", id="en money"),
        pytest.param("From 0 to 300 loyal riders", "en", 0, 300, None, id="en from zero"),
        pytest.param("Stock counts go from monthly to weekly", "en", 12, 52, "per year", id="en rhythm"),
        pytest.param("Réduire l’attente de 12 jours à 5 jours", "fr", 12, 5, "day", id="fr de … à"),
        pytest.param("Réduire l’attente de 12 à 5 jours", "fr", 12, 5, "day", id="fr unit once"),
        pytest.param("Commandes répétées : 18 % → 30 %", "fr", 18, 30, "%", id="fr arrow"),
        pytest.param("Les retours atteignent 30 % (actuellement 18 %)", "fr", 18, 30, "%", id="fr actuellement"),
        pytest.param("Les retours atteignent 30 %, actuellement 18 %", "fr", 18, 30, "%", id="fr behind a comma"),
        pytest.param("Les retours atteignent 30 % (contre 18 % aujourd’hui)", "fr", 18, 30, "%", id="fr contre"),
        pytest.param("Les retours atteignent 30 % au lieu de 18 %", "fr", 18, 30, "%", id="fr au lieu de"),
        pytest.param("Les retours passent de 18 % à 30 %", "fr", 18, 30, "%", id="fr passent de … à"),
        pytest.param("Remboursements : de 40 k€ à 25 k€ par mois", "fr", 40_000, 25_000, "EUR", id="fr money"),
        pytest.param("Passer de 0 à 300 cyclistes fidèles", "fr", 0, 300, None, id="fr from zero"),
        pytest.param("L’inventaire passe d’un rythme mensuel à hebdomadaire", "fr", 12, 52, "per year", id="fr rhythm"),
    ],
)
def test_a_start_is_told_from_a_target(text: str, code: str, start: float, target: float, unit: str | None) -> None:
    """Whichever way the writer goes from today's value to the one to reach."""
    quantities = typed(text, code)

    assert [one.number.value for one in quantities.baselines] == [start]
    assert [(one.number.value, one.number.unit) for one in quantities.targets] == [(target, unit)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Keep the p95 below the limit", "en"),
        ("Pass the SOC 2 audit", "en"),
        ("Get certified to ISO 27001", "en"),
        ("Close our Series A round", "en"),
        ("The Q3 survey is sent", "en"),
        ("Ship v1.2 of the app", "en"),
        ("Rank in the top 10 of the region", "en"),
        ("Move the depot to Python 3.12", "en"),
        ("Adopt B2B pricing", "en"),
        ("Keep the hotline open 24/7", "en"),
        ("Close ticket #4512", "en"),
        ("Maintenir le p95 dans la limite", "fr"),
        ("Réussir l’audit SOC 2", "fr"),
        ("Obtenir la norme ISO 27001", "fr"),
        ("Boucler la Série A", "fr"),
        ("Envoyer l’enquête T3", "fr"),
        ("Livrer la v1.2 de l’application", "fr"),
        ("Entrer dans le top 10 de la région", "fr"),
        ("Passer le dépôt à Python 3.12", "fr"),
        ("Adopter une offre B2B", "fr"),
        ("Standard ouvert 24/7", "fr"),
        ("Fermer le ticket #4512", "fr"),
    ],
)
def test_a_name_with_a_digit_is_never_a_target(text: str, code: str) -> None:
    """Norms, versions, ranks, quarters and percentiles count nothing."""
    assert typed(text, code).quantities == ()


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        pytest.param("Win 40 shops by 30 June", "en", "by 30 June", id="en day"),
        pytest.param("Win 40 shops by June 30, 2027", "en", "by June 30, 2027", id="en month first"),
        pytest.param("Win 40 shops by the end of Q2", "en", "by the end of Q2", id="en end of quarter"),
        pytest.param("Win 40 shops in Q3", "en", "in Q3", id="en quarter"),
        pytest.param("Win 40 shops this quarter", "en", "this quarter", id="en this quarter"),
        pytest.param("Win 40 shops by 2027-06-30", "en", "by 2027-06-30", id="en ISO date"),
        pytest.param("Win 40 shops within 90 days", "en", "within 90 days", id="en horizon"),
        pytest.param("Win 40 shops over the next 6 months", "en", "over the next 6 months", id="en next months"),
        pytest.param("By March, win 40 shops", "en", "By March", id="en in front"),
        pytest.param("Gagner 40 boutiques d’ici le 30 juin", "fr", "d’ici le 30 juin", id="fr day"),
        pytest.param("Gagner 40 boutiques avant le 31/12", "fr", "avant le 31/12", id="fr day and month"),
        pytest.param("Gagner 40 boutiques d’ici fin T2", "fr", "d’ici fin T2", id="fr end of quarter"),
        pytest.param("Gagner 40 boutiques au T3", "fr", "au T3", id="fr quarter"),
        pytest.param("Gagner 40 boutiques ce trimestre", "fr", "ce trimestre", id="fr this quarter"),
        pytest.param("Gagner 40 boutiques sous 90 jours", "fr", "sous 90 jours", id="fr horizon"),
        pytest.param("Gagner 40 boutiques d’ici 6 mois", "fr", "d’ici 6 mois", id="fr months"),
        pytest.param("D’ici mars, gagner 40 boutiques", "fr", "D’ici mars", id="fr in front"),
    ],
)
def test_a_deadline_is_a_date_a_period_or_a_horizon(text: str, code: str, words: str) -> None:
    """It is cut out whole, and its numbers are no targets."""
    assert dated(text, code) == words
    assert [one.number.value for one in typed(text, code).targets] == [40]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("40 orders a day", "en", id="en frequency"),
        pytest.param("40 orders per month", "en", id="en per month"),
        pytest.param("40 weekly orders", "en", id="en weekly"),
        pytest.param("30-day retention reaches 40%", "en", id="en window of a measure"),
        pytest.param("40% of calls are answered in under 2 minutes", "en", id="en service level"),
        pytest.param("40% of refunds are paid within 3 days", "en", id="en limit beside a share"),
        pytest.param("40% of new riders book within 14 days of signing up", "en", id="en after an event"),
        pytest.param("40 shops may reorder on time", "en", id="en on time, and may is no month"),
        pytest.param("40 commandes par jour", "fr", id="fr frequency"),
        pytest.param("40 commandes mensuelles", "fr", id="fr mensuelles"),
        pytest.param("La rétention à 30 jours atteint 40 %", "fr", id="fr window of a measure"),
        pytest.param("40 % des appels sont pris en moins de 2 minutes", "fr", id="fr service level"),
        pytest.param("40 % des remboursements sont versés sous 3 jours", "fr", id="fr limit beside a share"),
        pytest.param("40 % des cyclistes réservent dans les 14 jours suivant l’essai", "fr", id="fr after an event"),
        pytest.param("40 boutiques commandent à temps", "fr", id="fr à temps"),
    ],
)
def test_a_window_or_a_rhythm_is_no_deadline_and_no_target(text: str, code: str) -> None:
    """It says how something is measured, not by when it is to be true."""
    assert dated(text, code) is None
    assert [one.number.value for one in typed(text, code).targets] == [40]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sales rise by 20% versus last year", "en"),
        ("Les ventes montent de 20 % par rapport à l’an dernier", "fr"),
    ],
)
def test_a_period_to_compare_with_is_a_reference_and_no_deadline(text: str, code: str) -> None:
    """It is no start value either."""
    quantities = typed(text, code)

    assert [(time.reference, time.deadline) for time in quantities.times] == [(True, False)]
    assert quantities.baselines == ()


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Raise attendance from X% to Y%", "en", ["X", "Y"]),
        ("Win XX villages", "en", ["XX"]),
        ("Attendance: ‹target›", "en", ["‹target›"]),
        ("Attendance to be defined", "en", ["to be defined"]),
        ("Porter la fréquentation de X % à Y %", "fr", ["X", "Y"]),
        ("Gagner XX villages", "fr", ["XX"]),
        ("Fréquentation à définir", "fr", ["à définir"]),
    ],
)
def test_a_target_left_open_is_a_placeholder(text: str, code: str, words: list[str]) -> None:
    """What is still to be filled in is no target."""
    quantities = typed(text, code)

    assert [text[start:end] for start, end in quantities.placeholders] == words
    assert quantities.targets == ()


@given(ANYTHING, st.sampled_from(["en", "fr"]))
def test_masking_keeps_every_character_in_its_place(text: str, code: str) -> None:
    """Offsets in the masked text are offsets in the statement."""
    quantities = typed(text, code)

    assert len(quantities.masked) == len(text)
    assert all(0 <= one.start < one.end <= len(text) for one in quantities.quantities)
    assert all(0 <= one.start < one.end <= len(text) for one in quantities.times)
