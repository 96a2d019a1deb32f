"""Two aims in one sentence: two doings of equal rank, each with something that it is done to.

This asks less than the label `multiple_statements`, which wants a target or a definable finish on both sides: two aims
without any finish pull two ways all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.reading.language import VERB_CLASSES
from okrlint.reading.signals import Sentence
from okrlint.reading.tokens import Token


def names_two_aims(sentence: Sentence) -> bool:
    """Whether a sentence begins with one verb and joins another of the same form to it ("open … and cut …")."""
    words = [token for token in sentence.within(sentence.clauses.commitment) if token.kind in {"word", "number"}]
    first = next((token for token in words if not _small(token)), None)
    if first is None or not _does(first):
        return False
    for joint in sentence.clauses.joints:
        before = [token for token in words if first.start < token.start < joint]
        after = [token for token in words if token.start >= joint]
        second = next((token for token in after if not _joins(token)), None)
        if second is None or second.form != first.form:
            continue
        behind = [token for token in after if token.start > second.start]
        # Behind "and" a word that could be a noun is a verb where a phrase begins behind it ("and shorten the queue").
        if not _does(second) and not (second.classes & VERB_CLASSES and behind and behind[0].has("leads_noun")):
            continue
        if any(_does(token) and token.form in {"base", "present"} for token in before):
            continue  # "a help that lets readers borrow and return": what is joined is not the first verb
        if _has_content(before) and _has_content(behind):
            return True
    return False


def _does(token: Token) -> bool:
    return token.part == "verb" and bool(token.classes & VERB_CLASSES) and not token.has("auxiliary")


def _joins(token: Token) -> bool:
    return token.has("function") and token.part != "verb"


def _small(token: Token) -> bool:
    return token.has("function", "link", "leads_noun", "stop") and token.part != "verb"


def _has_content(tokens: Sequence[Token]) -> bool:
    return any(token.kind == "number" or not _small(token) for token in tokens)
