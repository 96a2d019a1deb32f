"""The team's own words are put into a note as they stand, whatever signs they hold."""

from __future__ import annotations

from okrlint.coaching.slots import fill


def test_braces_in_the_team_s_words_are_words() -> None:
    """What is filled in is never filled again."""
    filled = {"metric": "rate of {target} shops", "target": "20%"}

    assert fill(["{metric}, {target}"], filled) == "rate of {target} shops, 20%"


def test_a_variant_that_lacks_a_word_is_passed_over() -> None:
    """The first variant that can be filled wholly is taken."""
    assert fill(["{metric} by {deadline}", "{metric} alone"], {"metric": "returns"}) == "returns alone"
