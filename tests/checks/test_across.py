"""What one team says, held against what another says: over several documents, and in one that holds several teams."""

from __future__ import annotations

import pytest

from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.engine.rulebook import card_named, rule_of
from okrlint.organisation import organisation_of


def drawn(code: str, **files: str) -> list[tuple[str, str, dict[str, str]]]:
    """Return what a rule says of some documents as one organisation: document, statement, slots."""
    rule = rule_of(card_named(code))
    whole = organisation_of(read(read_document(f"{name}.yaml", text.encode()), "en") for name, text in files.items())
    assert rule.kind.across is not None
    return [
        (met.stated.path.removesuffix(".yaml"), met.stated.ident, dict(met.slots))
        for met in rule.kind.across(rule.parameters, frozenset(rule.card.applies_to), whole)
    ]


def team(name: str, objective: str, *results: str, cycle: str = "Q2 2026", more: str = "", set_: str = "") -> str:
    """Return a document of one team."""
    lines = [
        f"team: {name}",
        f"cycle: {cycle}",
        *([set_] if set_ else []),
        "objectives:",
        f"  - objective: {objective}",
    ]
    lines += [f"    {more}"] if more else []
    return "\n".join([*lines, "    key_results:", *(f"      - {one}" for one in results)]) + "\n"


REST = "Crews that rest eight hours from 60% to 90%"
WAIT = "Wait at the quay from 9 to 2 minutes"


@pytest.mark.parametrize("parent", ["Passengers board without queueing", "Team Quay", "b.yaml#o1"])
def test_a_parent_in_another_document_is_found(parent: str) -> None:
    """By its words, its team or its name."""
    one = team("Crews", "Crews rest enough", REST, more=f'parent: "{parent}"')
    other = team("Quay", "Passengers board without queueing", WAIT)

    assert drawn("FOC015", a=one, b=other) == []
    assert drawn("FOC012", a=one, b=other) == []


def test_a_parent_that_nobody_has_is_told_with_its_words() -> None:
    """And one by name by the rule for such links."""
    one = team("Crews", "Crews rest enough", REST, more="parent: A calm harbour")
    other = team("Quay", "Passengers board without queueing", WAIT, more='parent: "#o9"')

    assert drawn("FOC015", a=one, b=other) == [("a", "o1", {"target": "A calm harbour"})]
    assert drawn("FOC012", a=one, b=other) == [("b", "o1", {"target": "#o9"})]


def test_one_team_alone_is_no_organisation() -> None:
    """Whom it serves may be written down elsewhere."""
    assert drawn("FOC015", a=team("Crews", "Crews rest enough", REST, more="parent: A calm harbour")) == []


def test_a_circle_of_three_documents_is_told_at_each() -> None:
    """And what leads into it is on no circle itself."""
    files = {
        "a": team("Crews", "Crews rest enough", REST, more="parent: Team Quay"),
        "b": team("Quay", "Passengers board without queueing", WAIT, set_="parent: Fleet"),
        "c": team("Fleet", "Boats leave on time", "Late boats from 9 to 2 a week", more="parent: Crews rest enough"),
        "d": team("Cafe", "Guests eat on board", "Meals sold from 20 to 60 a day", more="parent: Crews rest enough"),
    }  # fmt: skip

    assert [(path, ident) for path, ident, _ in drawn("FOC016", **files)] == [("a", "o1"), ("b", "o1"), ("c", "o1")]


def test_a_result_of_two_teams_is_told_at_both_with_the_others_name() -> None:
    """Not where the figures differ, the time differs, or one is the other's parent."""
    one = team("Crews", "Crews rest enough", WAIT)
    other = team("Quay", "Passengers board without queueing", WAIT + ".")

    told = [(path, slots["team"]) for path, _, slots in drawn("FOC017", a=one, b=other)]
    assert told == [("a", "Quay"), ("b", "Crews")]
    assert drawn("FOC017", a=one, b=other.replace("from 9 to 2", "from 8 to 3")) == []
    assert drawn("FOC017", a=one, b=other.replace("Q2", "Q3")) == []
    linked = team("Quay", "Passengers board", f"{{text: {WAIT}, id: K, parent: a.yaml#o1.kr1}}")
    assert drawn("FOC017", a=one, b=linked) == []


def test_a_measure_pulled_two_ways_is_told_at_both() -> None:
    """The same way is none of this rule's business."""
    less = team("Fleet", "Boats leave when they should", "Number of crossings a day from 40 to 30")
    more = team("Sales", "Islanders go to town when they like", "Number of crossings a day from 40 to 55")

    assert [(path, slots["team"]) for path, _, slots in drawn("FOC018", a=less, b=more)] == [
        ("a", "Sales"),
        ("b", "Fleet"),
    ]
    assert drawn("FOC018", a=less, b=more.replace("to 55", "to 35")) == []


@pytest.mark.parametrize(
    ("answer", "confirmed"),
    [("", False), ("parent: Crews", True), ("depends_on: Crews", True)],
)
def test_a_team_that_is_waited_for_confirms_by_speaking_of_it(answer: str, *, confirmed: bool) -> None:
    """By a link to the team or by its name in a sentence."""
    waiting = team("Crews", "Crews rest enough", REST, more="depends_on: Team Quay")
    other = team("Quay", "Passengers board without queueing", WAIT, more=answer)

    assert bool(drawn("FOC019", a=waiting, b=other)) is not confirmed
    named = team("Quay", "Passengers and crews board without queueing", WAIT)
    assert drawn("FOC019", a=waiting, b=named) == []


def test_a_copy_of_a_parent_in_another_document_is_told() -> None:
    """With the parent's words."""
    one = team("Crews", "Passengers board without any queueing", REST, more="parent: b.yaml#o1")
    other = team("Quay", "Passengers board without queueing", WAIT)

    assert drawn("FOC013", a=one, b=other) == [("a", "o1", {"other": "Passengers board without queueing"})]
