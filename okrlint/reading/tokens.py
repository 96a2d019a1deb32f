"""Light tokens: the words of a statement with lemma, form and word classes, numbers and times taken for one each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from okrlint.reading.language import Language

_TOKEN: Final = re.compile(
    r"#+|@+|~+|_+|[^\W\d_](?:[\w·]|(?<=\w)['-](?=\w))*|\d[\w.,]*|->|→|[.;:!?,()\[\]/&+%€$]", re.UNICODE
)
_MASKS: Final = {"#": "number", "@": "time", "~": "name", "_": "open"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a masked stretch, from `start` to `end` in the statement.

    `kind` is `word`, `mark`, `number`, `time`, `name` or `open` (a placeholder). `classes` are the word classes of
    the language; `form` is what the inflection tells (`base`, `past`, `gerund`, `present`, `plural`).
    """

    start: int
    end: int
    word: str
    kind: str = "word"
    lemma: str = ""
    form: str = "base"
    classes: frozenset[str] = frozenset()
    part: str = "other"
    qualifies: frozenset[str] = frozenset()

    def has(self, *names: str) -> bool:
        """Whether it belongs to one of these classes."""
        return not self.classes.isdisjoint(names)


def tokens(masked: str, language: Language) -> list[Token]:
    """Return the tokens of a masked, folded statement; entries of several words come as one token."""
    raw = list(each_word(masked, language))
    joined: list[Token] = []
    index = 0
    while index < len(raw):
        token = raw[index]
        length, names = _phrase(raw, index, language) if token.kind == "word" else (1, frozenset())
        if length > 1:
            last = raw[index + length - 1]
            word = masked[token.start : last.end]
            joined.append(Token(token.start, last.end, word, "word", word, token.form, names))
        else:
            joined.append(token)
        index += length
    return joined


def each_word(masked: str, language: Language) -> list[Token]:
    """Return the tokens of a folded text, each word by itself."""
    found: list[Token] = []
    for match in _TOKEN.finditer(masked):
        word, start, end = match.group(), match.start(), match.end()
        if word[0] in _MASKS:
            found.append(Token(start, end, word[0], _MASKS[word[0]]))
        elif not word[0].isalpha():
            found.append(Token(start, end, word, "mark"))
        else:
            for elision in language.elisions:
                if word.startswith(elision) and len(word) > len(elision):
                    found.append(_word(elision, start, start + len(elision), language))
                    start += len(elision)
                    word = word[len(elision) :]
                    break
            found.append(_word(word, start, end, language))
    return found


def _word(word: str, start: int, end: int, language: Language) -> Token:
    classes, lemma, form = language.words.of(word)
    return Token(start, end, word, "word", lemma, form, classes)


def _phrase(raw: list[Token], index: int, language: Language) -> tuple[int, frozenset[str]]:
    """Return how many tokens the longest entry at this place takes, and the classes of all entries that long."""
    first = raw[index]
    best, names = 1, set[str]()
    for key in {first.word, first.lemma}:
        for parts, name in language.words.phrases(key):
            length = len(parts)
            if length < max(best, 2) or index + length > len(raw):
                continue
            here = raw[index + 1 : index + length]
            if all(part in (token.word, token.lemma) for part, token in zip(parts[1:], here, strict=True)):
                if length > best:
                    best, names = length, set()
                names.add(name)
    return best, frozenset(names)
