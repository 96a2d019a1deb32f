"""Short forms in capitals: told once, unless somebody explains them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.test_kinds import found


def told(text: str, **parameters: Any) -> list[list[str]]:
    """Return the short forms of each statement that draws the check."""
    findings = found({"kind": "acronyms", **parameters}, text, "objective", "key_result")
    return [[word.text for word in one.hit.words] for one in findings]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- KR 1: QTBF below 4 minutes", [["QTBF"]]),
        ("- KR 1: QTBF and RZP below 4 minutes", [["QTBF", "RZP"]]),
        ("- KR 1: Time to first book (QTBF) below 4 minutes", []),
        ("- KR 1: QTBF (time to the first book) below 4 minutes", []),
        ("- KR 1: All QTBFs below 4 minutes", [["QTBF"]]),
        ("- KR 1: Books back by Q3 and T4", []),
        ("- KR 1: GET MORE READERS INTO THE HOUSE", []),
        ("- KR 1: See https://example.org/QTBF for the list", []),
        ("- KR 1: A reader borrows 3 books", []),
        ("- RC 1 : Délai DRPQ sous 4 jours", [["DRPQ"]]),
        ("- RC 1 : Délai de réponse (DRPQ) sous 4 jours", []),
        ("- RC 1 : L'ÉCOLE ouvre", []),
    ],
)
def test_a_short_form_is_told_where_nobody_explains_it(line: str, wanted: list[list[str]]) -> None:
    """Brackets on either side explain; a shout, a quarter and an address are no short forms."""
    assert told(f"# Objective 1: Readers come\n{line}\n") == wanted


def test_each_short_form_is_told_once() -> None:
    """It is asked about where it stands first."""
    text = "# Objective 1: Readers come\n- KR 1: QTBF below 4 minutes\n- KR 2: QTBF below 3 minutes\n"

    assert told(text) == [["QTBF"]]


def test_what_all_or_the_house_know_is_not_told() -> None:
    """Both lists hold, whatever the case."""
    text = "# Objective 1: Readers come\n- KR 1: QTBF and RZP below 4 minutes\n"

    assert told(text, known=["qtbf"]) == [["RZP"]]
    assert told(text, known=["QTBF"], glossary=["RZP"]) == []
