"""Signals: small, named facts about a statement, each with the words that it rests on.

A signal decides nothing. The weights that are learnt from labelled statements decide (see verdict.py). Signals say
what things are (whose doing, what kind of object, which quantity) and where they stand, and only then which words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from okrlint.reading.clauses import Clauses
from okrlint.reading.quantities import SHORT, Quantities, Quantity
from okrlint.reading.rulings import facts, rulings
from okrlint.reading.tokens import Token

#: Classes that say what a noun is.
THINGS: Final = (
    "artefact",
    "event",
    "system",
    "indicator",
    "making_indicator",
    "measure_word",
    "construct",
    "exposure",
    "people_outside",
    "people_inside",
    "gatekeeper",
    "credential",
    "own_scope",
    "make_noun",
    "increase_noun",
    "decrease_noun",
)
#: Classes that say what a verb does.
DOINGS: Final = (
    "make",
    "finish",
    "increase",
    "decrease",
    "keep",
    "reach",
    "hollow",
    "learn",
    "aspire",
    "behave",
    "operate",
    "decide_input",
    "make_noun",
    "increase_noun",
    "decrease_noun",
    "finished",
    "changed",
)
NOUN_REACH: Final = 6
#: Classes of small words, which say how a phrase is built and nothing of what it means.
SMALL: Final = frozenset(
    {"function", "link", "stop", "leads_noun", "leads_verb", "auxiliary", "comparison", "money", "carry", "genitive"}
)


class Signal(NamedTuple):
    """A named fact and the characters that it rests on."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """All that the light reading knows before it concludes anything."""

    text: str
    role: str
    tokens: tuple[Token, ...]
    quantities: Quantities
    clauses: Clauses

    def within(self, span: tuple[int, int]) -> list[Token]:
        """Return the tokens of a clause."""
        return [token for token in self.tokens if span[0] <= token.start < span[1]]


def signals(sentence: Sentence) -> list[Signal]:
    """Return every signal of a sentence, without doubles."""
    seen: dict[str, Signal] = {}
    for signal in _all(sentence):
        seen.setdefault(signal.name, signal)
    return list(seen.values())


def _all(sentence: Sentence) -> Iterator[Signal]:
    inside = sentence.within(sentence.clauses.commitment)
    yield Signal(f"role:{sentence.role}", 0, 0)
    for ruling in rulings(facts(sentence.tokens, sentence.quantities, sentence.clauses)):
        yield Signal(f"ruling:{ruling.name}", ruling.start, ruling.end)
    yield from _head(inside)
    yield from _first_verb(inside)
    yield from _amounts(sentence, inside)
    yield from _shape(sentence, inside)
    yield from _words(sentence, inside)


def _head(inside: list[Token]) -> Iterator[Signal]:
    """What the commitment begins with, and what it is done to."""
    content = [token for token in inside if token.kind == "word" and _is_content(token)]
    if not content:
        return
    head = content[0]
    doings = _named(head, DOINGS)
    things = _named(head, THINGS)
    at_start = head is next((token for token in inside if token.kind in {"word", "number"}), None)
    for name in doings:
        yield Signal(f"head:{name}", head.start, head.end)
        yield Signal(f"head:{name}/{head.form}", head.start, head.end)
    for name in things:
        yield Signal(f"first:{name}", head.start, head.end)
    if not doings and not things:
        yield Signal("head:unknown" if at_start else "head:late", head.start, head.end)
    yield Signal(f"headword:{head.lemma}", head.start, head.end)
    after = content[1 : 1 + NOUN_REACH]
    thing = next((token for token in after if _named(token, THINGS)), None)
    if thing is None:
        return
    for object_name in _named(thing, THINGS):
        yield Signal(f"object:{object_name}", thing.start, thing.end)
        for name in doings:
            yield Signal(f"head+object:{name}+{object_name}", head.start, thing.end)
    for object_name in _named(after[0], THINGS) if after else ():
        yield Signal(f"next:{object_name}", after[0].start, after[0].end)
        for name in doings:
            yield Signal(f"head+next:{name}+{object_name}", head.start, after[0].end)


def _first_verb(inside: list[Token]) -> Iterator[Signal]:
    """Who or what stands before the first verb form: subject and state."""
    subject: Token | None = None
    for token in inside:
        if token.kind != "word":
            continue
        doings = [name for name in _named(token, DOINGS) if not name.endswith("_noun")]
        if doings and subject is not None:
            for name in doings:
                yield Signal(f"then:{name}/{token.form}", token.start, token.end)
                for subject_name in _named(subject, THINGS):
                    yield Signal(f"subject+verb:{subject_name}+{name}", subject.start, token.end)
            return
        if subject is None and _named(token, THINGS):
            subject = token
            for name in _named(token, THINGS):
                yield Signal(f"subject:{name}", token.start, token.end)


def _amounts(sentence: Sentence, inside: list[Token]) -> Iterator[Signal]:
    """What the targets count, and what they are a share of."""
    targets = sentence.quantities.targets
    yield Signal(f"targets:{min(len(targets), 3)}", 0, 0)
    for one in targets[:3]:
        sort = _sort(one)
        yield Signal(f"target:{sort}", one.start, one.end)
        yield Signal(f"compare:{one.comparator}", one.start, one.end)
        if one.amount_of_change:
            yield Signal("target:change", one.start, one.end)
        behind = [token for token in sentence.tokens if token.start >= one.end][:NOUN_REACH]
        noun = next((token for token in behind if token.kind == "word" and _named(token, THINGS)), None)
        if noun is not None:
            for name in _named(noun, THINGS):
                yield Signal(f"counted:{name}", one.start, noun.end)
                yield Signal(f"target+counted:{sort}+{name}", one.start, noun.end)
            later = [token for token in sentence.tokens if token.start >= noun.end][:4]
            for token in later:
                for name in _named(token, DOINGS):
                    yield Signal(f"counted then:{name}/{token.form}", token.start, token.end)
                    yield from (
                        Signal(f"counted+verb:{thing}+{name}", noun.start, token.end) for thing in _named(noun, THINGS)
                    )
    if sentence.quantities.baselines:
        one = sentence.quantities.baselines[0]
        yield Signal("baseline", one.start, one.end)
    if sentence.quantities.deadline:
        yield Signal("deadline", sentence.quantities.deadline.start, sentence.quantities.deadline.end)
    if any(not time.deadline for time in sentence.quantities.times):
        time = next(time for time in sentence.quantities.times if not time.deadline)
        yield Signal("rhythm", time.start, time.end)
        yield from _in_rhythm(inside, time.start, time.end)
    if sentence.quantities.placeholders:
        yield Signal("placeholder", *sentence.quantities.placeholders[0])
    del inside


def _in_rhythm(inside: list[Token], start: int, end: int) -> Iterator[Signal]:
    """What comes back at a rhythm: the team's own events and doings, or what others do."""
    first = next((token for token in inside if token.kind == "word" and _named(token, (*DOINGS, *THINGS))), None)
    for token in dict.fromkeys(one for one in (first, _last_noun(inside)) if one is not None):
        for name in _named(token, (*DOINGS, *THINGS)):
            yield Signal(f"rhythm+{name}", start, end)


def _last_noun(inside: list[Token]) -> Token | None:
    return next((token for token in reversed(inside) if token.part == "noun" and _named(token, THINGS)), None)


def _sort(one: Quantity) -> str:
    unit = one.number.unit
    if unit is None:
        return "rhythm" if one.number.value is None else "zero" if one.number.value == 0 else "count"
    if unit in SHORT:
        return "short time"
    if unit in {"day", "week", "month", "year", "quarter"}:
        return "long time"
    if unit in {"%", "score", "points", "ratio"}:
        return unit
    return "money" if len(unit) == 3 and unit.isupper() else "unit"


def _shape(sentence: Sentence, inside: list[Token]) -> Iterator[Signal]:
    """The build of the sentence: its length, its clauses, its marks."""
    words = [token for token in inside if token.kind == "word"]
    length = len(words)
    size = "1-2" if length < 3 else "3-5" if length < 6 else "6-10" if length < 11 else "11+"
    yield Signal(f"length:{size}", 0, 0)
    parts = sentence.clauses
    if parts.purpose:
        yield Signal("purpose leads" if parts.purpose_leads else "purpose", *parts.purpose)
        if not parts.purpose_leads:
            for token in sentence.within(parts.purpose):
                for name in token.classes & {"increase", "decrease", "people_outside", "learn", "construct"}:
                    yield Signal(f"purpose:{name}", token.start, token.end)
    if parts.means:
        yield Signal("means", *parts.means)
    if parts.joints:
        yield Signal("joint", *_word_at(sentence, parts.joints[0]))
        yield from _joined(sentence, inside)
    if sentence.quantities.masked.rstrip().endswith("?"):
        yield Signal("question", len(sentence.text) - 1, len(sentence.text))
    known = {name for token in words for name in _named(token, (*DOINGS, *THINGS))}
    if not any(token.has(*DOINGS) for token in words):
        yield Signal("verbless", 0, 0)
        yield from (Signal(f"verbless+{name}", 0, 0) for name in sorted(known))
    if inside and inside[0].kind == "number":
        yield Signal("number first", inside[0].start, inside[0].end)
    for name in ("finished", "changed"):
        for token in words:
            if name in token.classes:
                yield Signal(f"state:{name}", token.start, token.end)
    last = next((token for token in reversed(words) if _is_content(token)), None)
    if last is not None:
        for name in _named(last, (*DOINGS, *THINGS)):
            yield Signal(f"last:{name}/{last.form}", last.start, last.end)


def _joined(sentence: Sentence, inside: list[Token]) -> Iterator[Signal]:
    """What stands on both sides of a joint: two targets or two verbs may be two commitments."""
    begin, end = sentence.clauses.commitment
    targets = [one.start for one in sentence.quantities.targets if begin <= one.start < end]
    verbs = [token.start for token in inside if token.part == "verb" and "auxiliary" not in token.classes]
    for joint in sentence.clauses.joints:
        for name, places in (("targets", targets), ("verbs", verbs)):
            if any(place < joint for place in places) and any(place > joint for place in places):
                yield Signal(f"joint of {name}", *_word_at(sentence, joint))


def _word_at(sentence: Sentence, place: int) -> tuple[int, int]:
    """Return where the word at a place begins and ends."""
    return next(((one.start, one.end) for one in sentence.tokens if one.start <= place < one.end), (place, place + 1))


def _words(sentence: Sentence, inside: list[Token]) -> Iterator[Signal]:
    """The words themselves, inside the commitment and outside it, and the classes present."""
    chosen = {token.start for token in inside}
    previous: Token | None = None
    for token in sentence.tokens:
        if token.kind != "word":
            previous = token if token.kind == "number" else None
            continue
        where = "" if token.start in chosen else "aside "
        if not where:
            for name in sorted(token.classes - SMALL):
                yield Signal(f"class:{name}", token.start, token.end)
            for name in sorted(token.qualifies):
                yield Signal(f"qualifier:{name}", token.start, token.end)
        small = bool(token.classes & SMALL)
        if len(token.lemma) > 1 and not small:
            yield Signal(f"{where}word:{token.lemma}", token.start, token.end)
        if previous is not None and not where and not (small and previous.classes & SMALL):
            yield Signal(f"pair:{previous.lemma or '#'} {token.lemma}", previous.start, token.end)
        previous = token


def _named(token: Token, names: tuple[str, ...]) -> list[str]:
    return [name for name in names if name in token.classes]


def _is_content(token: Token) -> bool:
    return bool(token.classes - SMALL - {"vague", "loose_quantity", "loose_time", "question"}) or (
        "function" not in token.classes and len(token.word) > 3
    )
