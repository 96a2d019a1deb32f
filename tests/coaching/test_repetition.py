"""What a document has been told once it is not told again, and no note is long."""

from __future__ import annotations

from typing import Any, Final

import pytest

from okrlint.cards import Card
from okrlint.coaching import Note, notes
from okrlint.coaching.note import MOST_WORDS
from okrlint.engine.cardtest import example_document, read_example
from okrlint.engine.rulebook import cards, rule_of
from okrlint.engine.run import run
from tests.coaching.test_note import coached

CARDS: Final = {f"{card.code} {code}": (card, code) for _, card in cards() for code in card.texts}
DRAFTS: Final = {
    "en": "# Objective 1: Boats land on time\n"
    "- KR 1: Launch the landing board for the crews\n"
    "- KR 2: Organise workshops with the harbour masters\n"
    "- KR 3: Organise workshops with the crews\n",
    "fr": "# Objectif 1 : Les bateaux accostent à l'heure\n"
    "- RC 1 : Lancer le panneau d'affichage pour les équipages\n"
    "- RC 2 : Organiser des ateliers avec les capitaineries\n"
    "- RC 3 : Organiser des ateliers avec les équipages\n",
}
each_code = pytest.mark.parametrize("code", DRAFTS)


def work(code: str, **config: Any) -> list[Note]:
    """Return the notes on the work of a draft."""
    return coached(DRAFTS[code], select=["IMP001"], **config)


@each_code
def test_the_second_time_a_note_is_short(code: str) -> None:
    """Why, what to do with the sentence: once. What was noticed quotes what is new, else the title is enough."""
    first, second, third = work(code, question_below=0)

    assert (first.short, second.short, third.short) == (False, True, True)
    assert first.why
    assert first.advice
    assert {one.why for one in (second, third)} == {""}
    assert {one.advice for one in (second, third)} == {None}
    assert len({one.message for one in (first, second, third)}) == 3
    assert len(second.message) < len(first.message)
    assert third.message == third.title


@each_code
def test_what_one_kind_of_work_is_for_is_asked_once(code: str) -> None:
    """The changes that workshops may be meant for stand under the first of them."""
    _, second, third = work(code, question_below=0)

    assert second.question
    assert len(second.rewrite) >= 2
    assert (third.question, third.rewrite) == ("", ())


@each_code
def test_a_doubtful_note_that_would_repeat_itself_keeps_its_title(code: str) -> None:
    """It has nothing else left to say."""
    last = work(code, question_below=1)[-1]

    assert last.tentative
    assert (last.question, last.rewrite) == ("", ())
    assert last.title


@pytest.mark.parametrize(("card", "code"), CARDS.values(), ids=CARDS)
def test_no_note_is_longer_than_people_read(card: Card, code: str) -> None:
    """Sixty words at most, and one question."""
    for example in card.examples[code].bad:
        document = read_example(*example_document(card, example, code), code, card.as_of)
        findings, _ = run(document, [rule_of(card)])
        for one in notes(document, findings, 9, 0.0):
            said = f"{one.message} {one.why} {one.advice or ''}".split()
            assert len(said) <= MOST_WORDS, " ".join(said)
            # What was asked before is not asked again.
            assert one.question.count("?") == (0 if one.short and not one.question else 1)


LONG: Final = {
    "en": "Launch the landing board for the crews of all boats that come in at night, {} by the end of June",
    "fr": "Lancer le panneau d'affichage pour les équipages de tous les bateaux de nuit, {} d'ici fin juin",
}


@each_code
def test_a_statement_too_long_to_quote_is_not_quoted(code: str) -> None:
    """The note says the same without its words, and stays short."""
    labels = {"en": ("Objective 1:", "KR 1:"), "fr": ("Objectif 1 :", "RC 1 :")}[code]
    harbours = ", ".join(f"Port {name}" for name in ("Ann", "Bea", "Cat", "Dee", "Eve", "Fay", "Gil"))
    text = f"# {labels[0]} Boats\n- {labels[1]} {LONG[code].format(harbours)}\n"

    for one in coached(f"---\nlanguage: {code}\n---\n{text}", select=["impact"], question_below=0):
        assert len(f"{one.message} {one.why} {one.advice or ''}".split()) <= MOST_WORDS
        assert "Port Ann" not in one.message
