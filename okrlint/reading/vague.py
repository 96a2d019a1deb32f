"""Vague terms: words that two honest readers could judge differently, and that nothing in the statement pins down."""

from __future__ import annotations

from typing import Final

from okrlint.reading.signals import Sentence
from okrlint.reading.tokens import Token
from okrlint.reading.types import Slice

#: How many tokens from a number a word of comparison may stand and still belong to it ("5 visits at most").
NEAR: Final = 4


def vague_terms(sentence: Sentence) -> tuple[Slice, ...]:
    """Return the vague words of a sentence, in order."""
    measured = bool(sentence.quantities.targets)
    found: list[Slice] = []
    for index, token in enumerate(sentence.tokens):
        if token.kind != "word" or not _is_vague(token, measured=measured) or _pinned(sentence.tokens, index):
            continue
        found.append(Slice(token.start, token.end, sentence.text[token.start : token.end]))
    return tuple(found)


def _is_vague(token: Token, *, measured: bool) -> bool:
    if token.has("loose_time", "loose_quantity"):
        return True
    if token.has("vague") and not token.has("increase", "decrease", "indicator"):
        return not measured or token.form != "base" or not token.has("construct")
    if token.has("superlative"):
        return not measured
    if token.has("construct") and token.part == "noun" and not measured and not token.has("indicator"):
        return True
    return token.has("hollow") and not measured and token.form != "past" and not token.has("carry")


def _pinned(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether what stands beside a word pins it down.

    A word of comparison beside a number is no more than its sign (more than 60, at most); a construct that completes
    another noun is no aim of its own ("a register of skills").
    """
    token = tokens[index]
    if token.has("construct") and not token.has("vague", "superlative"):
        before = [one for one in tokens[max(0, index - 3) : index] if one.kind == "word"]
        joint = next((at for at, one in enumerate(before) if one.has("genitive")), None)
        return joint is not None and any(one.part in {"noun", "modifier"} for one in before[:joint])
    if not token.has("comparison"):
        return False
    return any(one.kind == "number" for one in tokens[max(0, index - NEAR) : index + 3])
