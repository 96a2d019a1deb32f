"""Vague terms: words that two honest readers could judge differently, and that nothing in the statement pins down."""

from __future__ import annotations

from typing import Final

from okrlint.reading.signals import Sentence
from okrlint.reading.tokens import Token
from okrlint.reading.types import Slice

_ALWAYS: Final = ("vague", "loose_quantity", "loose_time", "superlative")
#: Vague only where no metric with a target follows.
_UNLESS_MEASURED: Final = ("hollow", "construct")


def vague_terms(sentence: Sentence) -> tuple[Slice, ...]:
    """Return the vague words of a sentence, in order."""
    measured = bool(sentence.quantities.targets)
    found: list[Slice] = []
    for token in sentence.tokens:
        if token.kind != "word" or not _is_vague(token, measured=measured):
            continue
        found.append(Slice(token.start, token.end, sentence.text[token.start : token.end]))
    return tuple(found)


def _is_vague(token: Token, *, measured: bool) -> bool:
    if token.has("loose_time", "loose_quantity"):
        return True
    if token.has("vague") and not token.has("increase", "decrease", "indicator"):
        return not measured or token.form != "base" or not token.has("construct")
    return token.has("hollow") and not measured and not token.has("increase", "decrease")
