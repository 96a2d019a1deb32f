"""Texts that say nearly the same, found among many.

Two texts are compared only where they share two of their rarest words: comparing each with each would take hours for a
hundred thousand. How alike two are is the ratio of rapidfuzz (InDel), of the words as they stand or in the order of
the alphabet, whichever is higher; figures count as one sign, so that the same sentence with another number is found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from okrlint.reading.fold import fold

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

#: How many of its rarest words a text is looked up by, two at a time.
RARE: Final = 5
#: Texts that share two words and are compared at once; of more, those that begin alike.
MOST: Final = 2_000
_NEIGHBOURS: Final = 50
#: From so many on, all cores compare.
_MANY: Final = 200
_FIGURES: Final = re.compile(r"\d+(?:[., ]\d+)*")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")

Pair = tuple[int, int]


def plain(text: str) -> str:
    """Return a text as it is compared: no case, no accents, each figure a sign."""
    return " ".join(_FIGURES.sub("#", fold(text)).strip(" .#").split())


def alike(first: str, second: str) -> float:
    """Return how alike two texts are, from 0 to 1, whatever their figures."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only those who compare need it

    one, other = plain(first), plain(second)
    return max(fuzz.ratio(one, other), fuzz.ratio(_ordered(one), _ordered(other))) / 100


def twins(texts: Sequence[str], at_least: float) -> Iterator[Pair]:
    """Yield the places of every two texts that are alike, each pair once, in order.

    Equal texts are pairs too. Texts without a word are like none.
    """
    same: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        said = plain(text)
        if _WORD.search(said):
            same.setdefault(said, []).append(at)
    distinct = list(same)
    found: set[Pair] = set()
    for block in _blocks(distinct):
        found |= _within(distinct, block, at_least)
    pairs = [pair for places in same.values() for pair in combinations(places, 2)]
    for one, other in found:
        pairs += [(min(a, b), max(a, b)) for a in same[distinct[one]] for b in same[distinct[other]]]
    yield from sorted(pairs)


def _ordered(text: str) -> str:
    return " ".join(sorted(text.split()))


def _blocks(texts: Sequence[str]) -> Iterator[list[int]]:
    """Yield the places of texts that share two of their rarest words; of one with a single word, that one."""
    each = [set(_WORD.findall(text)) for text in texts]
    often = Counter(word for words in each for word in words)
    # The rarest word first; of words as rare, the first of the alphabet.
    rank = {word: place for place, word in enumerate(sorted(often, key=lambda word: (often[word], word)))}
    blocks: dict[int, list[int]] = {}
    for at, words in enumerate(each):
        rare = sorted([rank[word] for word in words])[:RARE]
        keys = [one * len(rank) + other for one, other in combinations(rare, 2)] if len(rare) > 1 else [-1 - rare[0]]
        for key in keys:
            blocks.setdefault(key, []).append(at)
    # What shares many pairs of words would be compared once for each.
    seen: set[tuple[int, ...]] = set()
    for block in blocks.values():
        if len(block) > 1 and tuple(block) not in seen:
            seen.add(tuple(block))
            yield block


def _within(texts: Sequence[str], block: Sequence[int], at_least: float) -> set[Pair]:
    if len(block) <= MOST:
        return _compared(texts, block, at_least)
    near = sorted(block, key=texts.__getitem__)
    found: set[Pair] = set()
    for start in range(0, len(near), _NEIGHBOURS):
        found |= _compared(texts, sorted(near[start : start + 2 * _NEIGHBOURS]), at_least)
    return found


def _compared(texts: Sequence[str], block: Sequence[int], at_least: float) -> set[Pair]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - as above

    said = [texts[at] for at in block]
    if len(block) == 2:
        cutoff = 100 * at_least
        near = fuzz.ratio(*said, score_cutoff=cutoff) or fuzz.ratio(*map(_ordered, said), score_cutoff=cutoff)
        return {(block[0], block[1])} if near else set()
    import numpy as np  # noqa: PLC0415 - as above

    scores = np.maximum(_scores(said, at_least), _scores([_ordered(text) for text in said], at_least))
    rows, columns = np.nonzero(np.triu(scores, 1))
    return {(block[int(one)], block[int(other)]) for one, other in zip(rows, columns, strict=True)}


def _scores(texts: Sequence[str], at_least: float) -> npt.NDArray[np.float32]:
    import numpy as np  # noqa: PLC0415 - as above
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - as above

    workers = -1 if len(texts) >= _MANY else 1
    return process.cdist(
        texts, texts, scorer=fuzz.ratio, score_cutoff=100 * at_least, dtype=np.float32, workers=workers
    )
