"""Few notes, the weightiest first, and what fires everywhere only once."""

from __future__ import annotations

from typing import Any

import pytest

from okrlint.cards import Card
from okrlint.coaching import Note, notes
from okrlint.config import Config
from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.engine.rulebook import rule_of, rules
from okrlint.engine.run import run
from okrlint.reading.types import KINDS
from tests.cards.test_card import ENGLISH, FRENCH, WHOLE

ANY = {"kind": "condition", "when": {}, "words": "none"}
GATHERED = {
    "en": {**ENGLISH, "gathered": "{count} of {total} drag on."},
    "fr": {**FRENCH, "gathered": "{count} sur {total} traînent ; hélas !"},
}
DRAFTS = {
    "en": "# Objective 1: Boats land on time\n- KR 1: Reduce late landings from 30 to 8\n- KR 2: Crews stay with us\n",
    "fr": "# Objectif 1 : Les bateaux sont à l'heure\n- RC 1 : Réduire les retards de 30 à 8\n- RC 2 : On reste ici\n",
}
each_code = pytest.mark.parametrize("code", DRAFTS)


def house(number: int, *roles: str, check: dict[str, Any] | None = None, **fields: Any) -> Card:
    """Return a card of a house that finds every statement of its roles, unless it has a check of its own."""
    return Card.model_validate(
        {
            **WHOLE,
            "code": f"FOC{number}",
            "structural": True,
            "applies_to": roles or ("key_result",),
            "check": check or ANY,
            **fields,
        }
    )


def chosen(text: str, *shelf: Card, per_statement: int = Config().notes_per_statement) -> list[Note]:
    """Return the notes that some cards give on a document."""
    document = read(read_document("okr.yaml" if text.startswith("sets:") else "okr.md", text.encode()))
    findings, faults = run(document, [rule_of(card) for card in shelf])
    assert faults == []
    return notes(document, findings, per_statement, Config().question_below)


def told(made: list[Note]) -> list[tuple[str, str]]:
    """Return which rule speaks of which statement, in order."""
    return [(one.finding.card.code, one.finding.statement.ident if one.finding.statement else "") for one in made]


SHELF = (
    house(901, value=20, severity="error"),
    house(902, value=90, severity="info"),
    house(903, value=40, severity="warning"),
    house(904, value=60, severity="warning"),
    house(905, value=90, severity="info"),
)
WEIGHT = ["FOC901", "FOC904", "FOC903", "FOC902", "FOC905"]


@each_code
@pytest.mark.parametrize("backwards", [False, True])
def test_two_notes_a_statement_are_kept_by_default_the_weightiest_first(code: str, backwards: bool) -> None:  # noqa: FBT001
    """Severity counts before value, value before the code, whatever the order of the rules."""
    made = chosen(DRAFTS[code], *(reversed(SHELF) if backwards else SHELF))

    assert told(made) == [(rule, name) for name in ("KR1", "KR2") for rule in WEIGHT[:2]]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 20])
def test_a_house_says_how_many_notes_a_statement_gets(number: int) -> None:
    """Never more than there are, and always the weightiest."""
    made = chosen(DRAFTS["en"], *SHELF, per_statement=number)

    assert [rule for rule, name in told(made) if name == "KR2"] == WEIGHT[:number]


def test_a_surer_finding_comes_before_one_of_the_same_weight() -> None:
    """Where severity and value are equal, doubt goes last."""
    doubtful = house(901, check={**ANY, "when": {"kind": KINDS}})
    sure = house(902)
    made = chosen(DRAFTS["en"], doubtful, sure)

    assert [rule for rule, name in told(made) if name == "KR1"] == ["FOC902", "FOC901"]
    assert [one.finding.confidence < 1 for one in made] == [False, True] * 2


def test_statements_are_told_in_the_order_of_the_document() -> None:
    """A lighter note higher up comes first."""
    made = chosen(DRAFTS["en"], house(901, severity="error"), house(902, "objective", severity="info", value=0))

    assert told(made) == [("FOC902", "O1"), ("FOC901", "KR1"), ("FOC901", "KR2")]


@each_code
def test_what_fires_everywhere_is_one_note_for_the_set(code: str) -> None:
    """The note counts, speaks for each finding, and takes no statement's place."""
    gathering = house(910, severity="error", gather=True, texts=GATHERED)
    made = chosen(DRAFTS[code], gathering, *SHELF)

    assert [rule for rule, name in told(made) if name == "KR1"] == ["FOC910", "FOC901", "FOC904"]
    (one,) = [each for each in made if each.finding.card.code == "FOC910"]
    assert one.message == {"en": "2 of 2 drag on.", "fr": "2 sur 2 traînent\u202f; hélas\u202f!"}[code]
    assert [each.statement.ident for each in one.gathered if each.statement] == ["KR1", "KR2"]


@each_code
def test_a_gathered_note_counts_what_the_rule_looked_at(code: str) -> None:
    """The total is of statements of the card's roles, found or not."""
    when = {"kind": "condition", "when": {"not_fields": ["baseline"]}, "words": "none"}
    text = DRAFTS[code] + "- KR 3: Captains come back\n"
    (one,) = chosen(text, house(910, check=when, gather=True, texts=GATHERED))

    assert one.message.startswith({"en": "2 of 3", "fr": "2 sur 3"}[code])


def test_one_finding_alone_is_told_as_itself() -> None:
    """There is nothing to gather."""
    when = {"kind": "condition", "when": {"not_fields": ["baseline"]}, "words": "none"}
    (one,) = chosen(DRAFTS["en"], house(910, check=when, gather=True, texts=GATHERED))

    assert (told([one]), one.message) == ([("FOC910", "KR2")], "It takes many words.")
    assert len(one.gathered) == 1


def test_each_set_gathers_for_itself() -> None:
    """Two teams in one file are told apart."""
    team = "- team: {}\n  objectives:\n  - objective: Boats land\n    key_results: [Late boats to 8, Crews who stay]\n"
    made = chosen("sets:\n" + team.format("Harbour") + team.format("Quay"), house(910, gather=True, texts=GATHERED))

    assert [one.message for one in made] == ["2 of 2 drag on."] * 2
    assert [one.finding.span.line for one in made] == [5, 9]


def test_a_rule_that_does_not_gather_speaks_of_each_statement() -> None:
    """Only cards that say so are gathered."""
    assert told(chosen(DRAFTS["en"], house(910))) == [("FOC910", "KR1"), ("FOC910", "KR2")]


def test_notes_on_a_set_are_all_kept() -> None:
    """The limit is one of statements."""
    check = {"kind": "count", "of": "objectives", "at_least": 9}
    made = chosen(DRAFTS["en"], *(house(900 + n, "set", check=check) for n in range(5)), per_statement=1)

    assert told(made) == [(f"FOC{900 + n}", "") for n in range(5)]


@pytest.mark.parametrize("profile", ["impact", "strict"])
@each_code
def test_with_the_shipped_rules_no_statement_draws_more_than_two_notes(code: str, profile: str) -> None:
    """Whatever a draft holds, a conversation stays possible; what was found is more than what is told."""
    text = (
        DRAFTS[code]
        + {
            "en": "- KR 3: Launch 3 tide apps and gain 9,000 page views\n# Objective 2: Operational excellence\n",
            "fr": "- RC 3 : Lancer 3 applications et obtenir 9 000 pages vues\n# Objectif 2 : Excellence\n",
        }[code]
    )
    document = read(read_document("okr.md", text.encode()))
    findings, _ = run(document, rules(Config(profile=profile)))
    made = notes(document, findings, Config().notes_per_statement, Config().question_below)

    single = [one.finding.statement.ident for one in made if len(one.gathered) == 1 and one.finding.statement]
    assert max(map(single.count, single)) <= 2
    assert len(made) < len(findings)
