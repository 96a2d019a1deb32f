"""A finding in words: in the language of the statement, unsure where the reading is, and without invented numbers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.coaching import Note, notes
from okrlint.config import Config
from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.engine.rulebook import rules
from okrlint.engine.run import run
from tests.cards.test_card import ENGLISH, FRENCH, WHOLE
from tests.coaching.test_select import chosen, house

WORK = {"en": "Launch the landing board for the crews", "fr": "Lancer le panneau d'affichage pour les équipages"}
LABELS = {"en": ("Objective 1:", "KR 1:"), "fr": ("Objectif 1 :", "RC 1 :")}
OBJECTIVES = {"en": "Boats land on time", "fr": "Les bateaux accostent à l'heure"}
each_code = pytest.mark.parametrize("code", WORK)


def draft(code: str, statement: str) -> str:
    """Return a document of one objective and one key result."""
    objective, key_result = LABELS[code]
    return f"---\nlanguage: {code}\n---\n# {objective} {OBJECTIVES[code]}\n- {key_result} {statement}\n"


def coached(text: str, **config: Any) -> list[Note]:
    """Return every note that the shipped rules give under a configuration."""
    settings = Config.model_validate({"notes_per_statement": 20, **config})
    document = read(read_document("okr.md", text.encode()))
    findings, faults = run(document, rules(settings))
    assert faults == []
    return notes(document, findings, settings.notes_per_statement, settings.question_below)


@each_code
def test_a_sure_note_says_all_of_it(code: str) -> None:
    """What was noticed with the words, why, one question, frames, and what to do with the sentence."""
    (note,) = coached(draft(code, WORK[code]), select=["IMP001"], question_below=0)

    assert (note.language, note.tentative) == (code, False)
    assert any(word in note.message for word in ("Launch", "Lancer"))
    assert note.question.endswith("?")
    assert len(note.rewrite) == 2
    assert all("‹" in frame for frame in note.rewrite)
    assert "initiative" in (note.advice or "")
    assert note.gathered == (note.finding,)


@each_code
def test_a_doubtful_reading_turns_the_note_into_a_question(code: str) -> None:
    """Below the bar nothing is proposed: the question stays, the frame and the advice go."""
    (sure,) = coached(draft(code, WORK[code]), select=["IMP001"], question_below=0)
    (note,) = coached(draft(code, WORK[code]), select=["IMP001"], question_below=1)

    assert sure.finding.confidence < 1
    assert note.tentative
    assert (note.rewrite, note.advice) == ((), None)
    assert note.question == sure.question


@each_code
def test_the_bar_itself_is_sure_enough(code: str) -> None:
    """Only what is below the bar is doubtful."""
    (note,) = coached(draft(code, WORK[code]), select=["IMP001"], question_below=0)
    confidence = note.finding.confidence

    (at_bar,) = coached(draft(code, WORK[code]), select=["IMP001"], question_below=confidence)
    (below,) = coached(draft(code, WORK[code]), select=["IMP001"], question_below=min(1, confidence + 0.0005))

    assert (at_bar.tentative, below.tentative) == (False, True)


def test_a_structural_note_is_never_doubtful() -> None:
    """What can be counted is sure, whatever the bar."""
    (note,) = coached("# Objective 1: Boats land on time\n", select=["FOC001"], question_below=1)

    assert not note.tentative
    assert note.rewrite


def test_each_statement_is_answered_in_its_own_language() -> None:
    """In a document in both languages no reader is answered in the other's."""
    text = (
        f"# Objective 1: {OBJECTIVES['en']}\n- KR 1: {WORK['en']}\n"
        f"# Objectif 2 : {OBJECTIVES['fr']}\n- RC 2 : {WORK['fr']}\n"
    )
    english, french = coached(text, select=["IMP001"], question_below=0)

    assert (english.language, french.language) == ("en", "fr")
    assert english.title != french.title
    assert english.why != french.why


@each_code
def test_a_set_is_answered_in_the_language_of_its_document(code: str) -> None:
    """A count of objectives has no sentence of its own."""
    text = draft(code, WORK[code]) + "".join(f"# O{n}: {OBJECTIVES[code]} {'x' * n}\n" for n in range(2, 7))
    (note,) = coached(text, select=["FOC002"])

    assert note.language == code
    assert "6" in note.message


@pytest.mark.parametrize(("spoken", "written", "answer"), [("fr", "en", "en"), ("en", "fr", "fr"), ("fr", "fr", "fr")])
def test_a_card_that_lacks_a_language_answers_in_the_one_it_has(spoken: str, written: str, answer: str) -> None:
    """A house's card in one language still speaks, and is set as that language is."""
    texts = {written: {"en": ENGLISH, "fr": FRENCH}[written]}
    (note,) = chosen(draft(spoken, WORK[spoken]), house(910, texts=texts))

    assert note.language == answer
    assert note.title == texts[written]["title"]
    assert (
        note.question
        == {"en": "How would you say it aloud?", "fr": "Comment le diriez-vous à voix haute\u202f?"}[answer]
    )


@each_code
def test_the_note_quotes_the_words_that_the_check_gives(code: str) -> None:
    """The first variant that can be filled is used."""
    check = {"kind": "length", "words_at_most": 2}
    (note,) = chosen(draft(code, WORK[code]), house(910, check=check, texts=WHOLE["texts"]))

    count = str(len(WORK[code].split()))
    assert note.message == {"en": f"It takes {count} words.", "fr": f"Elle compte {count} mots."}[code]


NUMBERS = st.one_of(st.integers(2, 999).map(str), st.integers(1, 99).map(lambda n: f"{n},000"))
ENGLISH_SENTENCES = st.sampled_from(
    [
        "Reduce {thing} from {a} to {b}",
        "Increase {thing} by {a}%",
        "{a}% of our members use {thing} every week",
        "Launch {a} campaigns about {thing}",
        "Publish {a} guides on {thing} and gain {b} followers",
        "Double the use of {thing} within {a} weeks",
        "Reach {a} page views of {thing} by 30 June",
        "Raise {thing} from XX to {a}",
        "Cut the cost of {thing} below ${a} (today ${b})",
    ]
)
FRENCH_SENTENCES = st.sampled_from(
    [
        "Réduire {thing} de {a} à {b}",
        "Augmenter {thing} de {a} %",
        "{a} % de nos membres utilisent {thing} chaque semaine",
        "Lancer {a} campagnes sur {thing}",
        "Publier {a} guides sur {thing} et gagner {b} abonnés",
        "Doubler l'usage de {thing} en {a} semaines",
        "Atteindre {a} pages vues de {thing} d'ici le 30 juin",
        "Porter {thing} de XX à {a}",
        "Ramener le coût de {thing} sous {a} € (aujourd'hui {b} €)",
    ]
)
THINGS = {
    "en": st.sampled_from(["the tide board", "late landings", "the crews' handbook", "unpaid fees"]),
    "fr": st.sampled_from(["le panneau des marées", "les retards", "le livret d'équipage", "les impayés"]),
}
SENTENCES = {"en": ENGLISH_SENTENCES, "fr": FRENCH_SENTENCES}
NUMBERING = re.compile(r"(?:^|(?<=· ))\d\. ")


def numbers(text: str) -> set[str]:
    """Return the numbers of a text, thousands joined."""
    joined = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))", "", NUMBERING.sub("", text))
    return set(re.findall(r"\d+(?:[.,]\d+)*", joined))


@each_code
@given(data=st.data())
def test_no_question_and_no_frame_holds_a_number_that_nobody_wrote(code: str, data: st.DataObject) -> None:
    """What is proposed takes its numbers from the statement or its objective, and leaves the others open in ‹…›."""
    template = data.draw(SENTENCES[code])
    statement = template.format(a=data.draw(NUMBERS), b=data.draw(NUMBERS), thing=data.draw(THINGS[code]))
    text = draft(code, statement)
    for note in coached(text, profile="strict", question_below=0):
        own = numbers(note.finding.statement.text) if note.finding.statement else set()
        for line in (note.question, *note.rewrite):
            assert numbers(line) <= own
            assert "{" not in line
            assert line.count("‹") == line.count("›")
        assert all("‹" in frame for frame in note.rewrite)


@given(data=st.data())
def test_french_notes_carry_their_no_break_spaces(data: st.DataObject) -> None:
    """Whatever the statement, no line breaks before ; : ! ? or inside guillemets."""
    template = data.draw(FRENCH_SENTENCES)
    statement = template.format(a=data.draw(NUMBERS), b=data.draw(NUMBERS), thing=data.draw(THINGS["fr"]))
    for note in coached(draft("fr", statement), profile="strict", question_below=0):
        for line in (note.title, note.message, note.why, note.question, note.advice or "", *note.rewrite):
            assert note.language == "fr"
            assert re.search(r"[ ][;:!?»]|«[^\u00a0]|'", line) is None
