"""Folding: lower case, no accents, plain apostrophes and blanks, and not one character more or fewer.

Real statements miss accents and mix apostrophes, so words are compared folded. The length stays the same, so that
an offset in the folded text is an offset in the statement.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_PLAIN: Final = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
    }
)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    low = character.lower()
    base = unicodedata.normalize("NFD", low)[:1]
    return base if len(base) == 1 else character


#: A sentence is folded again and again, by everything that looks at it; a page once.
SHORT: Final = 400


def fold(text: str) -> str:
    """Return the text folded, character for character."""
    return _short(text) if len(text) <= SHORT else _fold(text)


@lru_cache(maxsize=4096)
def _short(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    plain = text.translate(_PLAIN)
    if plain.isascii():
        return plain.lower()
    return "".join(map(_fold_character, plain))
