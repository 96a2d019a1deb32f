"""Labelled lines below one another are lines of their own, though Markdown joins them."""

from __future__ import annotations

import pytest

from okrlint.engine.formats import read_document


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("fields", "team", "owner"),
    [
        ("Team: Quay\nOwner: Inès\nCycle: 2031-Q3", "Quay", "Inès"),
        ("Équipe : Quai\nResponsable : Léa 😀\nCycle : T3 2031", "Quai", "Léa 😀"),
    ],
)
def test_fields_of_a_set_below_one_another(fields: str, team: str, owner: str, end: str) -> None:
    """Each takes its own line."""
    text = f"{fields}\n\n# Objective 1: Ferries leave on time\n\n- KR 1: Delays from 9 to 3 minutes\n"
    document = read_document("okr.md", text.replace("\n", end).encode())

    (found,) = document.sets
    assert found.team is not None
    assert (found.team.text, found.owner.text if found.owner else None) == (team, owner)


def test_an_objective_and_its_key_results_without_a_blank_line() -> None:
    """The label of the list is no part of the objective."""
    text = "Objective: Ferries leave on time\nKey results:\n- Delays from 9 to 3 minutes\n- No crossing is cancelled\n"

    (found,) = read_document("okr.md", text.encode()).sets

    (objective,) = found.objectives
    assert objective.text.text == "Ferries leave on time"
    assert [one.text.text for one in objective.key_results] == [
        "Delays from 9 to 3 minutes",
        "No crossing is cancelled",
    ]


def test_a_field_on_a_later_line_of_an_item_is_the_item_s() -> None:
    """And key results on lines of their own are two."""
    text = (
        "# Objective 1: Ferries leave on time\n\n"
        "- KR 1: Delays from 9 to 3 minutes\n  Owner: Noé\n- KR 2: Crossings from 40 to 60 a day\n"
    )

    (found,) = read_document("okr.md", text.encode()).sets

    first, second = found.objectives[0].key_results
    assert first.text.text == "Delays from 9 to 3 minutes"
    assert first.owner is not None
    assert first.owner.text == "Noé"
    assert second.owner is None


def test_a_sentence_that_is_wrapped_stays_one() -> None:
    """A line without a label goes on."""
    text = "# Objective 1: Ferries leave on time\n\n- KR 1: Delays at the east quay\n  from 9 to 3 minutes\n"

    (found,) = read_document("okr.md", text.encode()).sets

    said = found.objectives[0].key_results[0].text.text
    assert " ".join(said.split()) == "Delays at the east quay from 9 to 3 minutes"
