"""A period that a title names becomes the cycle of the set, where nothing else gives one."""

from __future__ import annotations

import pytest

from okrlint.engine.formats import read_document

REST = "\n\n## Objective 1: Ferries leave on time in Q1 2030\n\n- KR 1: Delays from 9 to 3 minutes\n"


def cycle(text: str) -> str | None:
    """Return the cycle of a document's only set."""
    (found,) = read_document("okr.md", text.encode()).sets
    return found.cycle.text if found.cycle else None


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("OKRs of the quay, Q3 2031", "Q3 2031"),
        ("OKR du quai – T3 2031", "T3 2031"),
        ("OKRs FY31-Q1", "FY31-Q1"),
        ("OKR S1 2031 : le quai", "S1 2031"),
        ("Quay: 2031 Q3 OKRs", "2031 Q3"),
        ("OKRs for the third quarter of 2031", "third quarter of 2031"),
        ("OKR du troisième trimestre 2031", "troisième trimestre 2031"),
        ("The quay (H2 2031)", "H2 2031"),
        ("Q3 2031", "Q3 2031"),
        ("OKRs of the quay", None),
        ("OKRs from Q1 2031 to Q2 2031", None),
        ("OKRs of room T3, since 2031", None),
    ],
)
def test_the_period_of_a_title(title: str, wanted: str | None) -> None:
    """With its year, in any order; two periods are none, and so is a name that only looks like one."""
    assert cycle(f"# {title}{REST}") == wanted


def test_what_the_document_says_itself_wins() -> None:
    """Front matter and a label come before a title."""
    assert cycle(f"---\ncycle: 2032-Q1\n---\n# OKRs of the quay, Q3 2031{REST}") == "2032-Q1"
    assert cycle(f"# OKRs of the quay, Q3 2031\n\nCycle: 2032-Q1{REST}") == "2032-Q1"


def test_an_objective_is_no_title() -> None:
    """The date of one objective is not the cycle of all, whether a label or only its level makes it one."""
    assert cycle(f"# OKRs{REST}") is None
    assert cycle("# OKRs\n\n## Ferries leave on time by Q1 2032\n\n- Delays from 9 to 3 minutes\n") is None


def test_a_title_behind_the_first_objective_says_nothing_of_it() -> None:
    """A look ahead at the end of a page dates nothing above it."""
    assert cycle(f"# OKRs of the quay{REST}\n# Ideas for Q4 2031\n\nSome prose.\n") is None
