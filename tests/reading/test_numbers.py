"""Numbers are read as people write them, in either language."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.languages import language
from okrlint.reading.fold import fold
from okrlint.reading.numbers import Number, numbers, parse
from tests.strategies import ANYTHING

CODES = ("en", "fr")


def found(text: str, code: str) -> list[Number]:
    """Return the numbers of a text."""
    return list(numbers(fold(text), language(code).grammar))


def only(text: str, code: str) -> Number:
    """Return the one number of a text."""
    (number,) = found(text, code)
    return number


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("20,000 meals", 20_000, None, id="comma between thousands"),
        pytest.param("20 000 meals", 20_000, None, id="blank between thousands"),
        pytest.param("20\u00a0000 meals", 20_000, None, id="no-break space between thousands"),
        pytest.param("20\u202f000 meals", 20_000, None, id="narrow no-break space between thousands"),
        pytest.param("20'000 meals", 20_000, None, id="apostrophe between thousands"),
        pytest.param("1,234,567 meals", 1_234_567, None, id="millions with commas"),
        pytest.param("1.234.567 meals", 1_234_567, None, id="millions with dots"),
        pytest.param("3,8 points", 3.8, "points", id="decimal comma"),
        pytest.param("3.8 points", 3.8, "points", id="decimal dot"),
        pytest.param("0.125 points", 0.125, "points", id="three decimals behind zero"),
        pytest.param("99.95%", 99.95, "%", id="two decimals"),
        pytest.param("€12,000.50", 12_000.5, "EUR", id="both signs, decimal dot"),
        pytest.param("12.000,50 €", 12_000.5, "EUR", id="both signs, decimal comma"),
        pytest.param("2 M€", 2_000_000, "EUR", id="magnitude before the currency"),
        pytest.param("2\u00a0M€", 2_000_000, "EUR", id="no-break space before the magnitude"),
        pytest.param("€2M", 2_000_000, "EUR", id="currency in front"),
        pytest.param("2 M EUR", 2_000_000, "EUR", id="currency code"),
        pytest.param("$30k", 30_000, "USD", id="dollar in front"),
        pytest.param("30 k$", 30_000, "USD", id="dollar behind"),
        pytest.param("1.2k", 1_200, None, id="decimal and magnitude"),
        pytest.param("4 h", 4, "h", id="hours"),
        pytest.param("4h30", 4.5, "h", id="hours and minutes"),
        pytest.param("7 h 30", 7.5, "h", id="hours and minutes apart"),
        pytest.param("250ms", 250, "ms", id="unit close to its number"),
        pytest.param("12 %", 12, "%", id="percent with a blank"),
        pytest.param("15 pp", 15, "points", id="percentage points"),
        pytest.param("120 kWh", 120, "kWh", id="energy"),
    ],
)
def test_a_number_has_one_value_and_unit_in_both_languages(
    text: str, value: float, unit: str | None, code: str
) -> None:
    """Thousands, decimals, magnitudes and units are told apart whichever habit the writer has."""
    number = only(text, code)

    assert number.value == pytest.approx(value)
    assert number.unit == unit


@pytest.mark.parametrize(
    ("text", "code", "value", "unit"),
    [
        pytest.param("£1.2bn", "en", 1.2e9, "GBP", id="en billion"),
        pytest.param("two million meals", "en", 2e6, None, id="en words"),
        pytest.param("twelve depots", "en", 12, None, id="en number word"),
        pytest.param("3 business days", "en", 3, "day", id="en business days"),
        pytest.param("5 percentage points", "en", 5, "points", id="en percentage points"),
        pytest.param("12 percent", "en", 12, "%", id="en percent"),
        pytest.param("1,5 Md€", "fr", 1.5e9, "EUR", id="fr milliard"),
        pytest.param("2 millions d’euros", "fr", 2e6, "EUR", id="fr millions d’euros"),
        pytest.param("deux millions de repas", "fr", 2e6, None, id="fr words"),
        pytest.param("douze dépôts", "fr", 12, None, id="fr number word"),
        pytest.param("3 jours ouvrés", "fr", 3, "day", id="fr jours ouvrés"),
        pytest.param("12 pour cent", "fr", 12, "%", id="fr pour cent"),
        pytest.param("12 tonnes", "fr", 12, "t", id="fr tonnes"),
    ],
)
def test_words_of_a_language_count_and_measure(text: str, code: str, value: float, unit: str | None) -> None:
    """Number words, magnitudes and units are each language's own."""
    number = only(text, code)

    assert number.value == pytest.approx(value)
    assert number.unit == unit


@pytest.mark.parametrize(("text", "code"), [("four out of 5", "en"), ("4/5", "en"), ("4 sur 5", "fr"), ("4/5", "fr")])
def test_a_score_knows_its_scale(text: str, code: str) -> None:
    """Four out of five is a four, on a scale of five."""
    number = only(text, code)

    assert (number.value, number.scale) == (4, 5)


@pytest.mark.parametrize(("text", "code"), [("3x", "en"), ("3 times", "en"), ("x3", "en"), ("3 fois", "fr")])
def test_a_factor_is_told_from_a_count(text: str, code: str) -> None:
    """Three times as much is no three."""
    assert only(text, code).times


@pytest.mark.parametrize("code", CODES)
def test_signs_are_kept_and_leave_the_value_alone(code: str) -> None:
    """What a sign means is for the statement to tell."""
    assert [(one.sign, one.value) for one in (only("+15 %", code), only("-5 %", code), only("−5 %", code))] == [
        ("+", 15),
        ("-", 5),
        ("-", 5),
    ]
    assert only("45+", code).at_least


@pytest.mark.parametrize("code", CODES)
def test_a_range_has_two_ends_and_a_tally_has_one(code: str) -> None:
    """10-20 runs from ten to twenty; 12/12 is twelve out of twelve."""
    assert (only("10-20 €", code).value, only("10–20 €", code).high) == (10, 20)
    assert (only("12/12", code).value, only("12/12", code).high) == (12, None)


@pytest.mark.parametrize("code", CODES)
def test_neighbours_are_not_run_together(code: str) -> None:
    """A blank joins thousands, and nothing else."""
    assert [one.value for one in found("8 12 2000 5", code)] == [8, 12, 2000, 5]
    assert [one.value for one in found("1, 2 or 3", code)] == [1, 2, 3]


@pytest.mark.parametrize(("digits", "english", "french"), [("1.234", 1.234, 1234), ("1,234", 1234, 1234)])
def test_three_digits_behind_one_sign_follow_the_language(digits: str, english: float, french: float) -> None:
    """A dot parts decimals in English and thousands in French; a comma before three digits parts thousands."""
    assert (parse(digits, "."), parse(digits, ",")) == (english, french)


@given(st.integers(0, 10**12), st.sampled_from([",", " ", "'", "\u00a0", "\u202f"]), st.sampled_from(CODES))
def test_grouped_thousands_come_back_as_the_number(value: int, sign: str, code: str) -> None:
    """However the thousands are parted."""
    assert only(f"{value:,}".replace(",", sign), code).value == value


@given(ANYTHING, st.sampled_from(CODES))
def test_numbers_stand_in_order_and_do_not_overlap(text: str, code: str) -> None:
    """Each one cuts its own digits or words out of the text."""
    places = [(one.start, one.end) for one in found(text, code)]

    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
