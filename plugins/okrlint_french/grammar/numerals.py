"""French numbers in words, folded, from two to ninety-nine, with hundreds and thousands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_ONES: Final = (
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS: Final = (("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60))


def _words() -> dict[str, float]:
    values: dict[str, float] = {word: number for number, word in enumerate(_ONES, 1) if number > 1}
    for word, ten in _TENS:
        values[word] = ten
        values |= {f"{word}{joint}{one}": ten + n for joint in (" et ", "-et-") for n, one in ((1, "un"), (1, "une"))}
        values |= {f"{word}-{one}": ten + n for n, one in enumerate(_ONES[:9], 1) if n > 1}
    values |= {f"soixante-{one}": 60 + n for n, one in enumerate(_ONES, 1) if n >= 10}
    values |= {f"soixante{joint}onze": 71 for joint in (" et ", "-et-")}
    values |= {"quatre-vingt": 80, "quatre-vingts": 80}
    values |= {f"quatre-vingt-{one}": 80 + n for n, one in enumerate(_ONES, 1)}
    values |= {f"{one} cents": n * 100 for n, one in enumerate(_ONES[:9], 1) if n > 1}
    values |= {f"{one} mille": n * 1000 for n, one in enumerate(_ONES[:9], 1) if n > 1}
    values |= {f"{word} mille": ten * 1000 for word, ten in _TENS}
    return values | {"cent": 100, "mille": 1000, "dix mille": 10_000, "cent mille": 100_000}


#: "Un" and "une" alone are left out: they are articles.
NUMBER_WORDS: Final[Mapping[str, float]] = _words()
