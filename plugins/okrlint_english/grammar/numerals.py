"""English numbers in words, from two to ninety-nine and the hundreds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _words() -> dict[str, float]:
    values: dict[str, float] = {word: number for number, word in enumerate(_ONES, 1) if number > 1}
    values |= {word: number for number, word in enumerate(_TEENS, 10)}
    for ten, word in enumerate(_TENS, 2):
        values[word] = ten * 10
        values |= {f"{word}{sign}{one}": ten * 10 + n for n, one in enumerate(_ONES, 1) for sign in "- "}
    values |= {f"{one} hundred": n * 100 for n, one in enumerate(("a", *_ONES[1:]), 1)}
    return values | {"one hundred": 100, "a thousand": 1000, "one thousand": 1000}


#: "One" alone is left out: it rarely counts.
NUMBER_WORDS: Final[Mapping[str, float]] = _words()
