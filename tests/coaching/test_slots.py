"""The words that a card's texts may use are the statement's own, and a variant is passed over rather than made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from okrlint.coaching.quoting import LONGEST
from okrlint.coaching.slots import fill, slots
from okrlint.reading.types import Slice
from tests.checks.test_kinds import found

ALL: Mapping[str, Any] = {"kind": "condition", "when": {}}


def of(statement: str, objective: str = "Boats land on time", **check: Any) -> dict[str, str]:
    """Return the slots of a finding on a key result."""
    text = f"# Objective 1: {objective}\n- KR 1: {statement}\n"
    (finding,) = found({**ALL, **check}, text)
    return slots(finding)


@pytest.mark.parametrize(
    ("variants", "filled", "wanted"),
    [
        (["{metric} to {target}", "{metric}", "it"], {"metric": "delay", "target": "5"}, "delay to 5"),
        (["{metric} to {target}", "{metric}", "it"], {"metric": "delay"}, "delay"),
        (["{metric} to {target}", "{metric}", "it"], {"target": "5"}, "it"),
        (["{metric} : de ‹aujourd'hui› à ‹cible›"], {"metric": "délai"}, "délai : de ‹aujourd'hui› à ‹cible›"),
        (["{metric}, {metric}"], {"metric": "delay"}, "delay, delay"),
        (["{metric}"], {}, None),
        ([], {"metric": "delay"}, None),
    ],
)
def test_the_first_variant_that_can_be_filled_is_used_whole(
    variants: list[str], filled: dict[str, str], wanted: str | None
) -> None:
    """No variant is shown with a hole in it, and none at all where none can be filled."""
    assert fill(variants, filled) == wanted


@pytest.mark.parametrize(
    ("statement", "wanted"),
    [
        (
            "Reduce the waiting time from 50 minutes to 20 minutes by 30 June",
            {"metric": "waiting time", "baseline": "50 minutes", "target": "20 minutes"},
        ),
        (
            "Réduire le délai d'attente de 50 minutes à 20 minutes d'ici le 30 juin",
            {"metric": "délai d'attente", "baseline": "50 minutes", "target": "20 minutes"},
        ),
    ],
    ids=["en", "fr"],
)
def test_what_the_reading_found_fills_a_slot_in_its_own_words(statement: str, wanted: dict[str, str]) -> None:
    """Start, target and date are quoted as they were written."""
    filled = of(statement)

    assert wanted["metric"].split()[-1] in filled["metric"]
    assert wanted["target"] in filled["target"]
    assert wanted["baseline"].split()[0] in filled["baseline"]
    assert "30" in filled["deadline"]
    assert all(filled[name] in statement for name in ("metric", "baseline", "target", "deadline"))


@pytest.mark.parametrize("statement", ["Crews feel at home here", "Les marins se sentent chez eux ici"])
def test_what_the_reading_did_not_find_is_left_out(statement: str) -> None:
    """No slot is filled with an empty word or a guess."""
    filled = of(statement)

    assert not {"target", "baseline", "deadline"} & set(filled)
    assert all(filled.values())


def test_the_statement_and_its_objective_are_whole_without_their_full_stop() -> None:
    """They can stand inside another sentence, on one line."""
    filled = of("Reduce late landings from 30 to 8.", objective="Boats land   on time .")

    assert filled["statement"] == "Reduce late landings from 30 to 8"
    assert filled["objective"] == "Boats land on time"


def test_a_folded_statement_is_quoted_on_one_line() -> None:
    """Line ends and runs of blanks become one blank."""
    text = (
        "objectives:\n- objective: Boats land on time\n  key_results:\n  - |\n    Reduce late\n    landings  by half\n"
    )
    (finding,) = found(ALL, text, name="okr.yaml")

    assert slots(finding)["statement"] == "Reduce late landings by half"


def test_words_are_listed_once_each_in_their_order() -> None:
    """What stands between them is shown as a gap."""
    check = {"kind": "words", "words": {"en": ["boats", "crews", "boats"]}}
    (finding,) = found(check, "# Objective 1: The boats land and the crews rest\n", "objective")

    assert slots(finding)["words"] == "boats, crews"


def test_no_words_fill_no_slot() -> None:
    """A card that shows no words says its sentence without them."""
    assert "words" not in of("Reduce late landings from 30 to 8", words="none")


def test_what_is_too_long_to_quote_is_left_out() -> None:
    """A stretch of the longest length is quoted, one character more is not."""
    (finding,) = found(ALL, "# Objective 1: Boats land\n- KR 1: Reduce late landings from 30 to 8\n")
    assert finding.statement is not None
    one = finding.statement
    for length, there in ((LONGEST, True), (LONGEST + 1, False)):
        reading = replace(one.reading, thing=Slice(0, length, "x" * length))
        hit = replace(finding.hit, statement=replace(one, reading=reading))
        assert ("thing" in slots(replace(finding, hit=hit))) == there


@pytest.mark.parametrize(
    ("check", "roles", "wanted"),
    [
        ({"kind": "count", "of": "objectives", "at_most": 0}, ["set"], {"count": "1", "limit": "0"}),
        (
            {"kind": "share", "of": "key_result", "when": {}, "more_than": 0.5, "least": 1},
            ["set"],
            {"count": "1", "total": "1"},
        ),
    ],
    ids=["count", "share"],
)
def test_a_finding_of_a_set_fills_what_its_check_counted_and_nothing_else(
    check: dict[str, Any], roles: list[str], wanted: dict[str, str]
) -> None:
    """A set has no words of its own."""
    (finding,) = found(check, "# Objective 1: Boats land\n- KR 1: Reduce late landings from 30 to 8\n", *roles)

    assert slots(finding) == wanted
