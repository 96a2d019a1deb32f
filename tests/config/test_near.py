"""A slip is answered with the nearest name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.config import nearest

NAMES = ("profile", "language", "select", "ignore", "no-baseline", "no-metric")


@pytest.mark.parametrize(
    ("word", "name"),
    [
        pytest.param("profil", "profile", id="a letter too few"),
        pytest.param("lannguage", "language", id="a letter too many"),
        pytest.param("selcet", "select", id="two letters swapped"),
        pytest.param("IGNORE", "ignore", id="capitals"),
        pytest.param("no_baseline", "no-baseline", id="another joint"),
        pytest.param("no-metrics", "no-metric", id="the nearer of two like names"),
    ],
)
def test_a_slip_finds_its_name(word: str, name: str) -> None:
    """The hint ends a message, so it brings its own comma."""
    assert nearest(word, NAMES) == f", did you mean {name!r}?"


@pytest.mark.parametrize("word", ["", "xyz", "😀", "équipe"])
def test_where_nothing_is_near_nothing_is_said(word: str) -> None:
    """A wrong hint costs more than none."""
    assert nearest(word, NAMES) == ""


def test_where_no_name_is_known_nothing_is_said() -> None:
    """An empty shelf has no nearest card."""
    assert nearest("profile", []) == ""


@given(st.sampled_from(NAMES))
def test_a_name_is_its_own_nearest(name: str) -> None:
    """Whatever else is on the list."""
    assert nearest(name, iter(NAMES)) == f", did you mean {name!r}?"


@given(st.text(max_size=20))
def test_a_hint_is_always_a_known_name(word: str) -> None:
    """No word is made up."""
    assert nearest(word, NAMES) in {"", *(f", did you mean {name!r}?" for name in NAMES)}
