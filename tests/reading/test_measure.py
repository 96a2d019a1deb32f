"""A measure has a target, a unit, a direction and a comparator; and reading holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import okrlint
from okrlint.engine.languages import language, read
from okrlint.reading import Measure, Reading, read_statement
from okrlint.reading.types import FLAGS, KINDS
from tests.strategies import ANYTHING

ROLES = ("objective", "key_result", "initiative", "unknown")
#: Words at which readings of numbers and clauses have choices to make.
CROSSROADS = (
    "from to de à 12 20 % 3,8 $30k currently ( ) → -> within sous 3 days jours by Q3 fin T2 x2 p95 /5 4 out of sur and "
    "et ; . 😀 XX TBD ‹a› ½ ² ٣ Ⅷ ﬁ İ ß 1e5 + - − … twelve douze rate daily weekly instead of pour grâce ?"
)
CROSSED = st.lists(st.sampled_from(CROSSROADS.split()), max_size=12)
TEXTS = st.one_of(st.text(max_size=80), ANYTHING, CROSSED.map(" ".join), CROSSED.map("".join))


def measured(text: str, code: str) -> Measure:
    """Return the measure of a statement."""
    return read(text, language=code).measure


@pytest.mark.parametrize(
    ("text", "code", "target", "comparator"),
    [
        pytest.param("40 shops reorder online", "en", 40, "=", id="en count"),
        pytest.param("At least 30 shops reorder online", "en", 30, ">=", id="en at least"),
        pytest.param("60+ shops reorder online", "en", 60, ">=", id="en plus"),
        pytest.param("≥ 95% of parcels arrive intact", "en", 95, ">=", id="en sign"),
        pytest.param("More than 60 shops reorder online", "en", 60, ">", id="en more than"),
        pytest.param("At most 5 complaints a month", "en", 5, "<=", id="en at most"),
        pytest.param("Fewer than 5 complaints a month", "en", 5, "<", id="en fewer than"),
        pytest.param("Refunds stay below 3%", "en", 3, "<", id="en below"),
        pytest.param("Zero overdue invoices", "en", 0, "=", id="en zero"),
        pytest.param("All branches reorder online", "en", 100, "=", id="en all"),
        pytest.param("Reduce refunds by 20%", "en", 20, "by", id="en by"),
        pytest.param("Double the number of loyal riders", "en", 2, "times", id="en double"),
        pytest.param("Cut waiting by half", "en", 0.5, "times", id="en by half"),
        pytest.param("Grow repeat orders 3x", "en", 3, "times", id="en factor"),
        pytest.param("40 boutiques commandent en ligne", "fr", 40, "=", id="fr count"),
        pytest.param("Au moins 30 boutiques commandent en ligne", "fr", 30, ">=", id="fr au moins"),
        pytest.param("≥ 95 % des colis arrivent intacts", "fr", 95, ">=", id="fr sign"),
        pytest.param("Plus de 60 boutiques commandent en ligne", "fr", 60, ">", id="fr plus de"),
        pytest.param("Au plus 5 réclamations par mois", "fr", 5, "<=", id="fr au plus"),
        pytest.param("Moins de 5 réclamations par mois", "fr", 5, "<", id="fr moins de"),
        pytest.param("Les remboursements restent sous 3 %", "fr", 3, "<", id="fr sous"),
        pytest.param("Zéro facture en retard", "fr", 0, "=", id="fr zéro"),
        pytest.param("Toutes les agences commandent en ligne", "fr", 100, "=", id="fr toutes"),
        pytest.param("Réduire les remboursements de 20 %", "fr", 20, "by", id="fr de"),
        pytest.param("Doubler le nombre de cyclistes fidèles", "fr", 2, "times", id="fr doubler"),
        pytest.param("Réduire l’attente de moitié", "fr", 0.5, "times", id="fr de moitié"),
        pytest.param("Multiplier par 3 les commandes", "fr", 3, "times", id="fr multiplier par"),
    ],
)
def test_a_target_has_a_value_and_a_comparator(text: str, code: str, target: float, comparator: str) -> None:
    """Numbers, words for all and for none, amounts of change and factors are targets."""
    measure = measured(text, code)

    assert (measure.target, measure.comparator) == (target, comparator)
    assert {"has_target", "has_metric"} <= read(text, language=code).flags
    assert measure.target_words is not None
    assert measure.target_words.text in text


@pytest.mark.parametrize(
    ("text", "code", "unit"),
    [
        ("Revenue of $3M", "en", "USD"),
        ("A basket of 45 euros", "en", "EUR"),
        ("Raise attendance to 80%", "en", "%"),
        ("Load time below 300 ms", "en", "ms"),
        ("Rating of 4.5 out of 5", "en", "score"),
        ("Rating of 4.5/5", "en", "score"),
        ("CSAT above 85", "en", "score"),
        ("120 kWh a month", "en", "kWh"),
        ("40 shops reorder online", "en", "count:shop"),
        ("Double the number of loyal riders", "en", "ratio"),
        ("Revenu de 3 M€", "fr", "EUR"),
        ("Un panier de 45 euros", "fr", "EUR"),
        ("Porter la fréquentation à 80 %", "fr", "%"),
        ("Temps de réponse sous 300 ms", "fr", "ms"),
        ("Note de 4,5 sur 5", "fr", "score"),
        ("CSAT supérieur à 85", "fr", "score"),
        ("40 cliniques commandent en ligne", "fr", "count:clinique"),
        ("Doubler le nombre de cyclistes fidèles", "fr", "ratio"),
    ],
)
def test_a_target_carries_a_unit(text: str, code: str, unit: str) -> None:
    """A symbol, a currency, the scale of a score, or the noun that is counted."""
    assert measured(text, code).unit == unit
    assert "has_unit" in read(text, language=code).flags


@pytest.mark.parametrize(
    ("text", "code", "direction"),
    [
        ("Raise attendance to 80%", "en", "increase"),
        ("Lower refunds to 3%", "en", "decrease"),
        ("Keep refunds under 3%", "en", "maintain"),
        ("Reach 80% attendance", "en", "reach"),
        ("Attendance from 80% to 60%", "en", "decrease"),
        ("Attendance from 60% to 80%", "en", "increase"),
        ("Halve the waiting time", "en", "decrease"),
        ("Augmenter la fréquentation à 80 %", "fr", "increase"),
        ("Baisser les remboursements à 3 %", "fr", "decrease"),
        ("Maintenir la fréquentation à 80 %", "fr", "maintain"),
        ("Atteindre 80 % de fréquentation", "fr", "reach"),
        ("Fréquentation de 80 % à 60 %", "fr", "decrease"),
        ("Fréquentation de 60 % à 80 %", "fr", "increase"),
        ("Diviser l’attente par 3", "fr", "decrease"),
    ],
)
def test_a_measure_has_a_direction(text: str, code: str, direction: str) -> None:
    """The verb tells it, or start and target do."""
    assert measured(text, code).direction == direction


@pytest.mark.parametrize(
    ("text", "code", "relative"),
    [
        pytest.param("Reduce refunds by 20%", "en", True, id="en by a share"),
        pytest.param("Cut refunds by $30k a year", "en", True, id="en by an amount"),
        pytest.param("Cut refunds by a third", "en", True, id="en by a third"),
        pytest.param("+5 points of renewal", "en", True, id="en plus"),
        pytest.param("Double the number of loyal riders", "en", True, id="en double"),
        pytest.param("Cut refunds by 20% versus last year", "en", False, id="en reference named"),
        pytest.param("Cut refunds by 20% (currently 40 a month)", "en", False, id="en start given"),
        pytest.param("Raise attendance to 80%", "en", False, id="en value to reach"),
        pytest.param("Open 10 new depots", "en", False, id="en new ones"),
        pytest.param("Réduire les remboursements de 20 %", "fr", True, id="fr by a share"),
        pytest.param("Réduire les remboursements de 30 k€ par an", "fr", True, id="fr by an amount"),
        pytest.param("Réduire les remboursements d’un tiers", "fr", True, id="fr by a third"),
        pytest.param("+5 points de renouvellement", "fr", True, id="fr plus"),
        pytest.param("Doubler le nombre de cyclistes fidèles", "fr", True, id="fr double"),
        pytest.param("Réduire les retours de 20 % par rapport à l’an dernier", "fr", False, id="fr reference named"),
        pytest.param("Réduire les retours de 20 % (actuellement 40 par mois)", "fr", False, id="fr start given"),
        pytest.param("Augmenter la fréquentation à 80 %", "fr", False, id="fr value to reach"),
        pytest.param("Ouvrir 10 nouveaux dépôts", "fr", False, id="fr new ones"),
    ],
)
def test_a_change_without_a_start_is_told_from_a_value_to_reach(text: str, code: str, *, relative: bool) -> None:
    """By how much is no answer to: from where?"""
    assert ("is_relative_change_without_baseline" in read(text, language=code).flags) is relative


def test_the_number_of_the_purpose_is_the_target() -> None:
    """Recipes are written; attendance is promised."""
    measure = measured("Write 8 recipes to raise lunch attendance from 60% to 80%", "en")

    assert (measure.baseline, measure.target, measure.unit) == (60, 80, "%")


@given(TEXTS, st.sampled_from(ROLES), st.sampled_from(["en", "fr"]))
def test_any_text_is_read_twice_alike_and_every_word_is_cut_out_of_it(text: str, role: str, code: str) -> None:
    """Reading never raises, and a slice is the text between its offsets."""
    reading = read_statement(text, role, language(code))

    assert reading == read_statement(text, role, language(code))
    assert_sound(text, reading)


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("piece", ["from 12 to 20 % ", "de 12 à 20 % ", "a", "1", "(→", "soon 😀 ", "by 2 and "])
def test_a_very_long_text_is_read_up_to_a_limit(piece: str, code: str) -> None:
    """What stands behind the two thousandth character changes nothing."""
    text = piece * (2000 // len(piece) + 1)
    reading, longer = (read_statement(one, "key_result", language(code)) for one in (text[:2000], text[:2000] + text))

    assert_sound(text + text, longer)
    assert (longer.kind, longer.flags, longer.measure) == (reading.kind, reading.flags, reading.measure)
    assert longer.vague_terms == reading.vague_terms


def assert_sound(text: str, reading: Reading) -> None:
    """Every part of a reading is of the kinds that there are, and stands in the text."""
    measure = reading.measure
    named = (measure.metric, measure.deadline, measure.baseline_words, measure.target_words)
    slices = [one for one in (*reading.vague_terms, *named, reading.actor, reading.thing) if one]

    assert reading.kind in KINDS
    assert 0 <= reading.confidence <= 1
    assert reading.flags <= set(FLAGS)
    assert all(text[one.start : one.end] == one.text for one in slices)
    assert all(text[one.start : one.end] == one.text for one in reading.evidence)


@pytest.mark.parametrize(
    ("language", "text", "start", "target", "direction"),
    [
        ("en", "Answer time from 90 minutes to 2 hours", 1.5, 2.0, "increase"),
        ("en", "Waiting time from 2 weeks to 3 days", 14.0, 3.0, "decrease"),
        ("en", "Start-up from 1.2 s to 400 ms", 1200.0, 400.0, "decrease"),
        ("fr", "Réduire le délai de 14 jours à 2 heures", 336.0, 2.0, "decrease"),
        ("fr", "Attente de 20 à 5 minutes", 20.0, 5.0, "decrease"),
    ],
)
def test_a_start_is_told_in_the_unit_of_its_target(
    language: str, text: str, start: float, target: float, direction: str
) -> None:
    """So that the two can be compared: 14 days are 336 hours."""
    measure = okrlint.read(text, role="key_result", language=language).measure

    assert (measure.baseline, measure.target, measure.direction) == (start, target, direction)
