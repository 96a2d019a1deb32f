"""Cycles and days: as people write them, in both languages, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.reading.cycle import Cycle, cycle, day
from tests.strategies import ANYTHING

THIRD = (date(2026, 7, 1), date(2026, 9, 30))
FIRST_HALF = (date(2026, 1, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *(
            (text, THIRD)
            for text in ("Q3 2026", "T3 2026", "2026-Q3", "2026 T3", "Q3/2026", "OKR T3 – 2026", "q3, 2026")
        ),
        *((text, THIRD) for text in ("3e trimestre 2026", "3rd quarter of 2026", "July to September 2026")),
        *(
            (text, THIRD)
            for text in ("juillet-septembre 2026", "July 2026 - September 2026", "de juillet à septembre 2026")
        ),
        *(
            (text, THIRD)
            for text in (
                "2026-07-01 to 2026-09-30",
                "du 01/07/2026 au 30/09/2026",
                "1er juillet 2026 au 30 septembre 2026",
            )
        ),
        *(
            (text, FIRST_HALF)
            for text in ("H1 2026", "S1 2026", "1er semestre 2026", "Q1-Q2 2026", "T1 2026 – T2 2026")
        ),
        ("mars 2026", (date(2026, 3, 1), date(2026, 3, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2026", (date(2026, 1, 1), date(2026, 12, 31))),
    ],
)
def test_a_cycle_has_a_first_and_a_last_day(text: str, wanted: tuple[date, date]) -> None:
    """Quarters, halves, months, years, and from one day to another."""
    assert cycle(text) == Cycle(*wanted)


@pytest.mark.parametrize("text", ["", "Q3", "T3", "FY26", "FY2026 Q3", "exercice 2026", "next spring", "v20261"])
def test_what_is_not_told_is_not_guessed(text: str) -> None:
    """A quarter without its year, a fiscal year, a number that only begins like a year."""
    assert cycle(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("by 30 June 2026", date(2026, 6, 30)),
        ("d'ici le 31/12/2026", date(2026, 12, 31)),
        ("June 30th, 2026", date(2026, 6, 30)),
        ("1er mars 2026", date(2026, 3, 1)),
        ("end of Q3 2026", date(2026, 9, 30)),
        ("fin février 2024", date(2024, 2, 29)),
        ("31/02/2026", date(2026, 12, 31)),
        ("soon", None),
    ],
)
def test_what_is_due_has_a_day(text: str, wanted: date | None) -> None:
    """The day that is named, else the last of the period; of a day that no calendar has, the year is left."""
    assert day(text) == wanted


@pytest.mark.parametrize(
    ("today", "share"),
    [(date(2026, 6, 30), 0.0), (date(2026, 8, 15), 0.5), (date(2026, 9, 30), 1.0), (date(2027, 1, 1), 1.0)],
)
def test_a_share_of_the_cycle_is_over(today: date, share: float) -> None:
    """None before its first day, all from its last one on."""
    assert Cycle(*THIRD).share(today) == pytest.approx(share, abs=0.01)


@given(text=st.one_of(ANYTHING, st.text(alphabet="Q13T /-.20269mars", max_size=40)))
def test_any_text_gives_a_period_that_begins_before_it_ends(text: str) -> None:
    """Or none."""
    found = cycle(text)

    assert found is None or found.first <= found.last
