"""Phrases: the stretch of a sentence that names what is done or what changes, in the team's own words."""

from __future__ import annotations

from typing import Final

from okrlint.reading.signals import Sentence
from okrlint.reading.tokens import Token
from okrlint.reading.types import Slice

_DOING: Final = (
    "make",
    "finish",
    "hollow",
    "decide_input",
    "increase",
    "decrease",
    "keep",
    "reach",
    "learn",
    "aspire",
)
_THING: Final = (
    "artefact", "event", "system", "indicator", "construct", "exposure", "credential", "make_noun", "people_outside",
    "people_inside", "own_scope", "gatekeeper", "increase_noun", "decrease_noun", "measure_word", "making_indicator",
)  # fmt: skip
LONGEST: Final = 10


def thing(sentence: Sentence) -> Slice | None:
    """Return the phrase that names what is done or what changes ("three help campaigns"), or None.

    Behind a verb it is the verb's object; a sentence without one names it from its first noun.
    """
    inside = sentence.within(sentence.clauses.commitment)
    content = [token for token in inside if token.kind in {"word", "number"}]
    if not content:
        return None
    head = next((token for token in content if token.kind == "word" and token.has(*_DOING, *_THING)), None)
    if head is None:
        return None
    begins_with_verb = head.has(*_DOING) and not head.has("make_noun", "increase_noun", "decrease_noun")
    rest = [token for token in inside if token.start > head.start] if begins_with_verb else _from(inside, head)
    phrase = _phrase(rest)
    if not any(token.kind == "word" and not token.has("link") for token in phrase):
        return None
    start, end = phrase[0].start, phrase[-1].end
    return Slice(start, end, sentence.text[start:end])


#: Words that say how a sentence is built or how far something is to go, and nothing of what it is about.
_SILENT: Final = (
    *_DOING, "function", "link", "stop", "leads_noun", "leads_verb", "auxiliary", "comparison", "genitive",
    "superlative", "loose_quantity", "loose_time", "capability",
)  # fmt: skip
SHORTEST_TOPIC: Final = 3


def topics(sentence: Sentence) -> frozenset[str]:
    """Return the lemmas of the words that say what a sentence speaks of."""
    return frozenset(
        token.lemma
        for token in sentence.tokens
        if token.kind == "word" and len(token.lemma) >= SHORTEST_TOPIC and not token.has(*_SILENT)
    )


def _from(inside: list[Token], head: Token) -> list[Token]:
    return [token for token in inside if token.start >= head.start]


def _phrase(rest: list[Token]) -> list[Token]:
    """Take the tokens up to what ends a noun phrase: a preposition, a mark, a time."""
    phrase: list[Token] = []
    for token in rest:
        if token.kind == "word" and token.has("function") and not token.has("link") and phrase:
            break
        if token.kind in {"mark", "time", "open"} and token.word not in {"-", "/", "&", "%"}:
            if phrase:
                break
            continue
        if not phrase and token.kind == "word" and token.has("link"):
            continue
        phrase.append(token)
        if len(phrase) >= LONGEST:
            break
    while phrase and phrase[-1].kind == "word" and (phrase[-1].has("link") or phrase[-1].has("function")):
        phrase.pop()
    return phrase
