"""Near-duplicates among many texts."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.organisation.twins import MOST, alike, twins

WORDS = ("ferry", "deck", "late", "quay", "crew", "wait", "board", "ticket", "storm", "fuel", "winter", "shore")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)


def test_the_same_sentence_with_other_figures_case_and_accents_is_a_twin() -> None:
    """Figures are what two teams may differ in without speaking of anything else."""
    found = list(twins(["Attente à quai de 9 à 2 min", "Trains", "ATTENTE A QUAI DE 12 A 4 MIN."], 0.9))

    assert found == [(0, 2)]


def test_words_in_another_order_are_a_twin() -> None:
    """A clause that moved to the front says nothing new."""
    assert list(twins(["By June, late boats are down by half", "Late boats are down by half, by June"], 0.85)) == [
        (0, 1)
    ]


def test_texts_without_a_word_are_like_none() -> None:
    """Two cells that hold only a figure are no double."""
    assert list(twins(["12", "12", "?", "?"], 0.5)) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, max_size=14))
def test_every_pair_that_is_told_is_alike_and_equal_texts_always_are(some: list[str]) -> None:
    """No pair is told twice, and none that comparing each with each would not tell."""
    found = list(twins(some, 0.85))

    assert len(found) == len(set(found))
    assert all(alike(some[one], some[other]) >= 0.849 for one, other in found)
    equal = {pair for pair in combinations(range(len(some)), 2) if some[pair[0]] == some[pair[1]]}
    assert equal <= set(found)


def test_a_crowd_of_texts_that_share_their_words_is_still_looked_at() -> None:
    """Those that begin alike are compared, and no more."""
    many = [f"ferry deck {letter * 3}{other * 9}" for letter in "abcdefghijklmnopqrstuvwxyz" for other in "abcdefghij"]
    crowd = [f"{text} {at}" for at in range(MOST // len(many) + 2) for text in many]

    found = set(twins(crowd, 0.95))

    assert (0, len(many)) in found
