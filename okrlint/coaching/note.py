"""A note: a finding put into words for a person, in the language of what they wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from okrlint.cards.card import Texts, texts_in
from okrlint.coaching.slots import fill, slots
from okrlint.engine.findings import Finding
from okrlint.engine.languages import language as language_named


@dataclass(frozen=True, eq=False)
class Note:
    """What a person reads.

    Attributes:
        finding: The finding it speaks of; the first one, where it gathers several.
        language: The language it is written in.
        title: What the rule is about, in a few words.
        message: What was noticed, with the words.
        why: Why it matters.
        question: One question worth asking.
        rewrite: Frames for a better sentence; an unknown stays a placeholder in ‹…›.
        advice: What to do with the sentence as it is, or None.
        tentative: Whether the reading is unsure, and the note is only its question.
        gathered: The findings that it speaks for.
    """

    finding: Finding
    language: str
    title: str
    message: str
    why: str
    question: str
    rewrite: tuple[str, ...]
    advice: str | None
    tentative: bool
    gathered: tuple[Finding, ...]


def note(findings: Sequence[Finding], total: int, question_below: float) -> Note:
    """Put one finding, or several of one rule in one set, into words.

    `total` is how many statements the rule looked at in the set; it fills {total} of a gathered note.
    """
    first = findings[0]
    spoken = first.statement.reading.language if first.statement else first.document.language
    code, texts = texts_in(first.card, spoken)
    filled = slots(first)
    gathers = len(findings) > 1
    if gathers:
        filled |= {"count": str(len(findings)), "total": str(total)}
        filled = {name: value for name, value in filled.items() if name in {"count", "total"}}
    noticed = (texts.gathered,) if gathers and texts.gathered else texts.noticed
    typeset = language_named(code).typeset
    tentative = min(one.confidence for one in findings) < question_below
    return Note(
        finding=first,
        language=code,
        title=typeset(texts.title),
        message=typeset(fill(noticed, filled) or texts.noticed[-1]),
        why=typeset(texts.why),
        question=typeset(fill(texts.question, filled) or texts.question[-1]),
        rewrite=() if tentative else _frame(texts, filled, typeset),
        advice=typeset(texts.advice) if texts.advice and not tentative else None,
        tentative=tentative,
        gathered=tuple(findings),
    )


def _frame(texts: Texts, filled: dict[str, str], typeset: Callable[[str], str]) -> tuple[str, ...]:
    """Return the first frame that the statement's own words can fill; one is enough to start from."""
    frame = fill(texts.frame, filled)
    return (typeset(frame),) if frame else ()
