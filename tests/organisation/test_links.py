"""Where links lead, across documents."""

from __future__ import annotations

import pytest

from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.organisation import Organisation, organisation_of, reached

CREWS = """team: Night crews
cycle: Q2 2026
objectives:
  - id: O-7
    objective: Crews rest enough to sail safely
    key_results:
      - Crews that rest eight hours from 60% to 90%
"""
EARLIER = CREWS.replace("Q2 2026", "Q1 2026")
QUAY = """# Team: Quay
Cycle: Q2 2026

## Objective 1: Passengers board without queueing
- KR 1: Wait at the quay from 9 to 2 minutes
"""


@pytest.fixture(scope="module")
def whole() -> Organisation:
    """Three documents of two teams, one of them in two cycles."""
    files = {"crews/q1.yaml": EARLIER, "crews/q2.yaml": CREWS, "quay.md": QUAY}
    return organisation_of(read(read_document(path, text.encode()), "en") for path, text in files.items())


@pytest.mark.parametrize(
    "target",
    ["#O-7", "o-7", "crews/q2.yaml#O-7", "./crews/q2.yaml#O-7", "crews rest enough to sail SAFELY."],
)
def test_a_name_a_file_and_words_lead_to_the_statement_of_the_same_time(target: str, whole: Organisation) -> None:
    """However somebody writes it down."""
    found = reached(whole, "quay.md", whole.groups[-1], target)

    assert [(one.path, one.id) for one in found.statements] == [("crews/q2.yaml", "O-7")]


@pytest.mark.parametrize("target", ["Night crews", "night crews team", "the Night Crews team", "équipe Night crews"])
def test_a_team_is_found_by_its_name(target: str, whole: Organisation) -> None:
    """With what people put around it, in either language."""
    found = reached(whole, "quay.md", whole.groups[-1], target)

    assert not found.statements
    assert [(one.team, one.cycle) for one in found.groups] == [("Night crews", "Q2 2026")]


@pytest.mark.parametrize("target", ["#O-9", "other.md#O-7", "crews/q2.yaml#O-9", "Crews", ""])
def test_what_is_not_there_is_not_found(target: str, whole: Organisation) -> None:
    """Nothing is guessed."""
    assert not reached(whole, "quay.md", whole.groups[-1], target)
