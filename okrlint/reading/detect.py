"""Which language a text is in, among those that okrlint knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from okrlint.reading.fold import fold
from okrlint.reading.language import Language, split

#: What a word says for a language: a small word of it, a word of no other language, a word of several.
SMALL: Final = 1.0
OWN: Final = 0.7
SHARED: Final = 0.1
LETTER: Final = 0.5
#: How far ahead another language must be before one statement is read in it.
SWITCH: Final = 0.5


def scores(text: str, languages: Sequence[Language]) -> Mapping[str, float]:
    """Return for each language how much the words and letters of a text speak for it."""
    return _scores(text, tuple(languages))


@lru_cache(maxsize=2048)
def _scores(text: str, languages: tuple[Language, ...]) -> Mapping[str, float]:
    counted = {language.code: 0.0 for language in languages}
    low = text.lower()
    known = [_known(fold(text), language) for language in languages]
    for language, words in zip(languages, known, strict=True):
        for word, weight in words.items():
            elsewhere = any(word in others for others in known if others is not words)
            counted[language.code] += SHARED if elsewhere else weight
        counted[language.code] += LETTER * min(sum(character in language.letters for character in low), 4)
    return counted


def _known(folded: str, language: Language) -> dict[str, float]:
    """Return the words of a text that a language knows, with what each one says for it."""
    small = language.words.function_words()
    return {
        word: SMALL if word in small or word in language.elisions else OWN
        for word in split(folded, language.elisions)
        if word in small or word in language.elisions or language.words.of(word)[0]
    }


def detect(texts: Iterable[str], languages: Sequence[Language], default: str) -> str:
    """Return the code of the likeliest language of some texts; the default where nothing tells."""
    total: dict[str, float] = {language.code: 0.0 for language in languages}
    for text in texts:
        for code, score in scores(text, languages).items():
            total[code] += score
    best = max(total.values(), default=0.0)
    if best <= 0 or list(total.values()).count(best) > 1:
        return default
    return max(total, key=lambda code: total[code])


def detect_statement(text: str, document: str, languages: Sequence[Language]) -> str:
    """Return the language of one statement inside a document, which wins unless another is clearly ahead."""
    counted = scores(text, languages)
    home = counted.get(document, 0.0)
    best = max(counted, key=lambda code: counted[code], default=document)
    return best if counted.get(best, 0.0) >= 2 * home + SWITCH else document
