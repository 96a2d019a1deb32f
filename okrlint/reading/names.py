"""Numbers that belong to a name, told by the capital before them: Freshline 9, TLS 1.3, C++23."""

from __future__ import annotations

import re
from typing import Final

from okrlint.reading.language import Language

#: A capitalised word with a bare number behind it, where no counted noun follows.
_NAMED: Final = re.compile(
    r"(?<=[\w,:)»”\"’'] )(?P<word>[A-Z][\w+#.-]*)[ ]?(?P<number>(?<![\d.,])\d+(?:\.\d+)*)"
    r"(?=$|[.;:!?)\]](?:\s|$)|,\s| (?P<next>[^\W\d_]+))"
)
_MEASURES: Final = frozenset(
    {"indicator", "making_indicator", "exposure", "construct", "measure_word", "scale", "money"}
)


def named_numbers(text: str, folded: str, language: Language) -> list[tuple[int, int]]:
    """Return the places of numbers that end a name: "on Freshline 9", "to TLS 1.3", but not "CSAT 85".

    A capitalised word that measures keeps its number, and so does one before a noun that could be counted.
    """
    places: list[tuple[int, int]] = []
    for found in _NAMED.finditer(text):
        word, following = folded[found.start("word") : found.end("word")], found.group("next")
        if language.words.of(word)[0] & _MEASURES:
            continue
        if following is None or language.words.of(folded[slice(*found.span("next"))])[0] & {"function", "auxiliary"}:
            places.append(found.span("number"))
    return places
