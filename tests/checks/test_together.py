"""An objective and what stands under it: what all of them say, what one says, what none says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.test_kinds import found, idents

DRAFTS = {
    "en": "# Objective 1: Bread pays\n- KR 1: Income from 2 to 3 million EUR\n- KR 2: Complaints from 9% to 4%\n",
    "fr": "# Objectif 1 : Le pain fait vivre\n- RC 1 : Recettes de 2 à 3 M€\n- RC 2 : Réclamations de 9 % à 4 %\n",
}
each = pytest.mark.parametrize("text", DRAFTS.values(), ids=DRAFTS)
MONEY: dict[str, Any] = {"unit": ["EUR"]}
SHARE: dict[str, Any] = {"unit": ["%"]}


@each
@pytest.mark.parametrize(
    ("parameters", "wanted"),
    [
        ({"every": [MONEY]}, []),
        ({"every": [MONEY, SHARE]}, ["O1"]),
        ({"some": [MONEY]}, ["O1"]),
        ({"some": [{"unit": ["h"]}]}, []),
        ({"none": [MONEY]}, []),
        ({"none": [{"unit": ["h"]}]}, ["O1"]),
        ({"some": [MONEY], "none": [SHARE]}, []),
        ({"every": [MONEY, SHARE], "least": 3}, []),
        ({"of": "initiative", "every": [MONEY]}, []),
        ({"objective": {"flags": ["has_target"]}, "every": [MONEY, SHARE]}, []),
    ],
    ids=str,
)
def test_results_are_looked_at_together(parameters: dict[str, Any], wanted: list[str], text: str) -> None:
    """One condition of a list is enough for a statement; every, some and none speak of all statements."""
    assert idents(found({"kind": "together", **parameters}, text, "objective")) == wanted


@each
def test_a_note_may_quote_the_result_that_stood_out(text: str) -> None:
    """The count and the first result that meets `some` are there for the texts."""
    (finding,) = found({"kind": "together", "some": [SHARE]}, text, "objective")

    assert finding.hit.slots["count"] == "2"
    assert "9" in finding.hit.slots["result"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "# O1: Parents find a picture book\n- KR 1: Parking fines from 9 to 4\n- KR 2: Bills from 9 to 4\n",
            1,
        ),
        (
            "# O1: Parents find a picture book\n- KR 1: Picture loans from 9 to 40\n- KR 2: Bills from 9 to 4\n",
            0,
        ),
        (
            "# O1: Satisfied parents find books\n- KR 1: Satisfaction from 6 to 8\n- KR 2: Bills from 9 to 4\n",
            0,
        ),
        ("# O1: Parents find a picture book\n- KR 1: Parking fines from 9 to 4\n", 0),
        ("# O1 : Les parents trouvent un album\n- RC 1 : Amendes de 9 à 4\n- RC 2 : Factures de 9 à 4\n", 1),
        (
            "# O1 : Les parents trouvent un album\n- RC 1 : Prêts d'albums de 9 à 40\n- RC 2 : Factures de 9 à 4\n",
            0,
        ),
    ],
)
def test_an_objective_that_no_result_takes_up_is_told(text: str, wanted: int) -> None:
    """A word that begins alike is enough; one key result alone says too little to tell."""
    assert len(found({"kind": "untouched"}, text, "objective")) == wanted


BETS = {
    "en": (
        "# Objective 1: Parents find a book\n",
        "- KR 1: Questions from 90 to 40\n",
        "- Initiative: Sort the shelves\n",
    ),
    "fr": (
        "# Objectif 1 : Les parents trouvent\n",
        "- RC 1 : Questions de 90 à 40\n",
        "- Initiative : Ranger les rayons\n",
    ),
}


@pytest.mark.parametrize("code", BETS)
def test_an_initiative_beside_no_result_is_told(code: str) -> None:
    """Under its key result or beside one it is a bet; with none under its objective it is one on nothing."""
    objective, key_result, initiative = BETS[code]

    assert idents(found({"kind": "bet"}, objective + initiative, "initiative")) == ["o1.i1"]
    assert found({"kind": "bet"}, objective + key_result + "  " + initiative, "initiative") == []
    assert found({"kind": "bet"}, objective + key_result + "\n### Initiatives\n\n" + initiative, "initiative") == []


def test_an_initiative_in_a_list_of_statements_is_no_bet_on_nothing() -> None:
    """A list holds no results at all, so that their absence says nothing."""
    assert (
        found({"kind": "bet"}, '{"text": "Sort the shelves", "role": "initiative"}\n', "initiative", name="a.jsonl")
        == []
    )
