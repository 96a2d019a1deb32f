"""A note: a finding put into words for a person, in the language of what they wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from okrlint.cards import Change
from okrlint.cards.card import Texts, texts_in
from okrlint.coaching.slots import fill, meant, slots
from okrlint.engine.findings import Finding
from okrlint.engine.languages import language as language_named
from okrlint.record import Proposal

#: How many changes a question names, and how many frames stand under it: enough to see that there is a choice.
ASKED: Final = 2
FRAMED: Final = 3
#: The words of a note, its question and frames aside: more are not read.
MOST_WORDS: Final = 60


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
        rewrite: Frames for a better sentence; an unknown stays a placeholder in ‹…›. Several where the kind of work is
            known and may be meant for several changes.
        advice: What to do with the sentence as it is, or None.
        tentative: Whether the reading is unsure, and the note is only its question.
        proposals: Sentences that somebody else proposes, a model for instance, each with who does.
        gathered: The findings that it speaks for.
        short: Whether the document has drawn the rule before, so that nothing is said again: `why` is empty, and
            so are a question and frames that are the same.
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
    short: bool = False
    proposals: tuple[Proposal, ...] = ()


def note(findings: Sequence[Finding], total: int, question_below: float, house: Path | None = None) -> Note:
    """Put one finding, or several of one rule in one set, into words.

    `total` is how many statements the rule looked at in the set; it fills {total} of a gathered note. `house` is the
    folder of a house's own cards and bridges.
    """
    first = findings[0]
    spoken = first.statement.reading.language if first.statement else first.document.language
    code, texts = texts_in(first.card, spoken)
    filled = slots(first)
    gathers = len(findings) > 1
    offered = () if gathers else meant(first, code, house)
    if offered:
        filled["changes"] = _offer(offered[:ASKED])
    if gathers:
        filled |= {"count": str(len(findings)), "total": str(total)}
        filled = {name: value for name, value in filled.items() if name in {"count", "total"}}
    noticed = [texts.gathered] if gathers and texts.gathered else _short_enough(texts, filled)
    typeset = language_named(code).typeset
    tentative = min(one.confidence for one in findings) < question_below
    return Note(
        finding=first,
        language=code,
        title=typeset(texts.title),
        message=typeset(fill(noticed, filled) or texts.noticed[-1]),
        why=typeset(texts.why),
        question=typeset(fill(texts.question, filled) or texts.question[-1]),
        rewrite=() if tentative else _frames(texts, filled, offered, typeset),
        advice=typeset(texts.advice) if texts.advice and not tentative else None,
        tentative=tentative,
        gathered=tuple(findings),
    )


def _parts(one: Change) -> dict[str, str]:
    return {"who": one.who, "change": one.change, "seen": one.seen}


def _offer(changes: Sequence[Change]) -> str:
    """Return changes one after the other; who is the same as before is not named again."""
    parts = [
        one.change if at and one.who == changes[at - 1].who else f"{one.who} {one.change}"
        for at, one in enumerate(changes)
    ]
    return ", ".join(parts)


def _short_enough(texts: Texts, filled: Mapping[str, str]) -> list[str]:
    """Return the variants of what was noticed that leave the note short; the last one, which quotes nothing, always."""
    rest = len(f"{texts.why} {texts.advice or ''}".split())
    short = [one for one in texts.noticed[:-1] if rest + len((fill([one], filled) or "").split()) <= MOST_WORDS]
    return [*short, texts.noticed[-1]]


def _frames(
    texts: Texts, filled: Mapping[str, str], offered: Sequence[Change], typeset: Callable[[str], str]
) -> tuple[str, ...]:
    """Return the frames: one for each change on offer, else the first that the statement's own words can fill."""
    each = [fill(texts.frame, {**filled, **_parts(one)}) for one in offered[:FRAMED]] or [fill(texts.frame, filled)]
    return tuple(dict.fromkeys(typeset(frame[0].upper() + frame[1:]) for frame in each if frame))


def again(before: Sequence[Note], now: Note) -> Note:
    """Return a note as it is said where the document has drawn the rule before: nothing is told twice."""
    asked = {one.question for one in before}
    framed = {frame for one in before for frame in one.rewrite}
    finding = now.finding
    _, texts = texts_in(finding.card, now.language)
    typeset = language_named(now.language).typeset
    message = fill(texts.again, slots(finding)) if len(now.gathered) == 1 else None
    message = typeset(message) if message else now.message
    if message in {one.message for one in before} and len(now.gathered) == 1:
        message = now.title
    question = now.question
    if question in asked:
        question = ""
    return replace(
        now,
        message=message,
        why="",
        question=question,
        rewrite=tuple(frame for frame in now.rewrite if frame not in framed),
        advice=None,
        short=True,
    )
