"""Which language a text is in, among those that okrlint knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from okrlint.reading.fold import fold
from okrlint.reading.language import Language, split


def scores(text: str, languages: Sequence[Language]) -> dict[str, float]:
    """Return for each language how many of its small words the text holds; known words count a little."""
    counted: dict[str, float] = {}
    for language in languages:
        words = split(fold(text), language.elisions)
        small = language.words.function_words()
        counted[language.code] = sum(
            1.0 if word in small or word in language.elisions else 0.3 if language.words.of(word)[0] else 0.0
            for word in words
        )
        peculiar = sum(character in language.letters for character in text.lower())
        counted[language.code] += 0.5 * min(peculiar, 4)
    return counted


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
    return best if counted.get(best, 0.0) >= 2 * home + 1.5 else document
