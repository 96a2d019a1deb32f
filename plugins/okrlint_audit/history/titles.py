"""What the book calls its rules, for an audit that found more than it told, and a trend in another language."""

from __future__ import annotations

from collections.abc import Mapping

from okrlint.cards.card import texts_in
from okrlint.engine.rulebook import cards
from okrlint_audit.words import typeset


def titles(language: str) -> Mapping[str, tuple[str, str]]:
    """Return the family and the title of every rule by its code, in a language where the card has it."""
    found = {}
    for _, card in cards():
        spoken, texts = texts_in(card, language)
        found[card.code] = (card.family, typeset(texts.title, spoken))
    return found
