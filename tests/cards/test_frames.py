"""A frame, once filled in, is a sentence that the rule which proposed it has nothing against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest

from okrlint.cards import Card
from okrlint.coaching import Note, notes
from okrlint.engine.cardtest import example_document, read_example
from okrlint.engine.findings import Finding
from okrlint.engine.formats import read_document
from okrlint.engine.rulebook import cards, rule_of
from okrlint.engine.run import run
from okrlint.reading.document import ReadDocument
from okrlint_formats.as_markdown import write
from tests.cards.plausible import filled_in

CARDS: Final = {f"{card.code} {code}": (card, code) for _, card in cards() for code in card.texts}
each_card = pytest.mark.parametrize(("card", "code"), CARDS.values(), ids=CARDS)
#: A part of a frame that stands in a line of its own, under its label.
LABELLED: Final = re.compile(
    r"(?:Key result|Initiative|Baseline|Owner|Parent|Cycle|Source|Decision|Learnt|Check-in|Kind"
    r"|Résultat clé|Valeur de départ|Responsable|Décision|Appris|Point d['’]étape|Type)\s*:"
)


def found(card: Card, path: str, data: bytes, code: str) -> tuple[ReadDocument, list[Finding]]:
    """Return an example as it was read, and what the card finds in it."""
    document = read_example(path, data, code, card.as_of)
    findings, faults = run(document, [rule_of(card)])
    assert faults == []
    return document, findings


def framed(card: Card, code: str) -> Iterator[tuple[str, bytes, Note, str]]:
    """Yield every frame that an example of a card draws, with the example."""
    for example in card.examples[code].bad:
        path, data = markdown(card, example, code)
        document, findings = found(card, path, data, code)
        for note in notes(document, findings, 9, 0.0):
            yield from ((path, data, note, frame) for frame in note.rewrite)


HOMES: Final = {
    "en": "# Objective 1: Neighbours know one another",
    "fr": "# Objectif 1 : Les voisins se connaissent",
}
LABELS: Final = {"en": ("KR 1:", "Initiative:"), "fr": ("RC 1 :", "Initiative :")}


def markdown(card: Card, example: str, code: str) -> tuple[str, bytes]:
    """Return an example as a Markdown draft, in which a frame has lines to stand on."""
    if "\n" not in example:
        role = next((one for one in card.applies_to if one != "set"), "key_result")
        if role == "objective":
            return "okr.md", f"---\nlanguage: {code}\n---\n{HOMES[code].partition(':')[0]}: {example}\n".encode()
        label = LABELS[code][role == "initiative"]
        return "okr.md", f"---\nlanguage: {code}\n---\n{HOMES[code]}\n- {label} {example}\n".encode()
    path, data = example_document(card, example, code)
    if path.endswith(".md"):
        return path, data
    return "okr.md", write(read_document(path, data), code)


def taken(path: str, data: bytes, note: Note, sentence: str) -> tuple[str, bytes]:
    """Return an example in which a team took a filled frame: in the statement's place, or in lines below it."""
    now = data.rpartition(b"=====\n")[2]
    before = data[: len(data) - len(now)]
    parts = sentence.split(" · ")
    text, statement = now.decode(), note.finding.statement
    if sentence.startswith("…"):  # it goes on where the last check-in ends
        return path, before + (text.rstrip() + sentence[1:] + "\n").encode()
    lines = [one for one in parts if LABELLED.match(one)]
    if statement is None:
        return path, before + "".join(f"{one}\n" for one in lines).encode() + text.encode()
    span = statement.statement.text.span
    line_end = text.find("\n", span.end) % (len(text) + 1)
    sentence = next((one for one in parts if not LABELLED.match(one)), text[span.start : span.end])
    below = "".join(f"\n{'' if _is_result(one) else '  '}- {one}" for one in lines)
    return path, before + (text[: span.start] + sentence + text[span.end : line_end] + below + text[line_end:]).encode()


def _is_result(line: str) -> bool:
    """Whether a line stands beside key results, and not below one."""
    return line.startswith(("Key result", "Résultat clé"))


@each_card
def test_a_filled_frame_passes_the_rule_that_proposed_it(card: Card, code: str) -> None:
    """For every bad example: nothing is left to say of the statement, with the words in place."""
    failed: list[str] = []
    every = list(framed(card, code))
    assert bool(every) is bool(card.texts[code].frame)
    for path, data, note, frame in every:
        topics = note.finding.statement.reading.topics if note.finding.statement else ()
        made = filled_in(frame, code, max(sorted(topics), key=len, default=""))
        document, left = found(card, *taken(path, data, note, made), code)
        again = {one.statement.ident if one.statement else "" for one in left}
        about = note.finding.statement.ident if note.finding.statement else ""
        if about in again:
            kinds = ", ".join(one.reading.kind for one in document.statements)
            failed.append(f"{made}  [{kinds}]")
    assert failed == []
