"""The team's own words, cut so that they can stand in a sentence of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from okrlint.engine.languages import language
from okrlint.reading.document import ReadStatement
from okrlint.reading.fold import fold
from okrlint.reading.tokens import each_word
from okrlint.reading.types import Slice

#: A quoted stretch longer than this reads worse than no quotation.
LONGEST: Final = 80
_BEFORE_A_NOUN: Final = re.compile(r"(?P<number>\d[\d.,]*)[ -](?P<unit>second|minute|hour|day|week|month|year)")
#: So many characters hold no more than how a sentence opens.
OPENING: Final = 25
#: So many characters lie at most between a verb and its object: an article and two blanks.
ARTICLE: Final = 5


def stretch(one: ReadStatement, words: Sequence[Slice]) -> str | None:
    """Return the words that carried a verdict as the sentence has them, to the end of the phrase that they begin.

    None where that is too long to be read: words picked out of it are nobody's words. A sentence that has hardly begun
    is quoted from its beginning: its verb stands there.
    """
    start, end = words[0].start, words[-1].end
    start = 0 if start <= OPENING else start
    thing = one.reading.thing
    if thing is not None and thing.start - end <= ARTICLE:
        end = max(end, thing.end)
    end = start + len(whole(one.text[start:end], one.reading.language))
    return one.text[start:end] if end - start <= LONGEST else None


def whole(text: str, code: str) -> str:
    """Return a stretch without what hangs loose at its end: an opened bracket or quotation, a small word."""
    for opens, closes in ("()", "[]", "“”", "«»"):
        if text.count(opens) > text.count(closes):
            text = text[: text.rindex(opens)]
    if text.count('"') % 2:
        text = text[: text.rindex('"')]
    text = text.rstrip(" ,;:–-/'’")
    tokens = each_word(fold(text), language(code))
    while tokens and tokens[-1].kind == "word" and tokens[-1].has("function", "genitive", "stop"):
        text = text[: tokens.pop().start].rstrip(" ,;:–-/'’")
    return text


def metric(text: str, code: str) -> str | None:
    """Return what is measured as a thing that has a value, or None where the words name nobody's value.

    A change before it is taken off ("drop in consumption"); people, and a participle alone, are no measure.
    """
    spoken = language(code)
    tokens = [one for one in each_word(fold(text), spoken) if one.kind == "word"]
    if tokens and tokens[0].has("increase_noun", "decrease_noun") and len(tokens) > 1:
        rest = next((at for at, one in enumerate(tokens[1:], 1) if not one.has("function", "genitive", "link")), None)
        if rest is None or rest == 1:
            return None
        text, tokens = text[tokens[rest].start :], tokens[rest:]
    nouns = [one for one in tokens if not one.has("function", "genitive", "link")]
    if not nouns or (tokens[0].has("function") and not tokens[0].has("link")) or set(text) & set('“”"«»'):
        return None
    head = nouns[-1] if spoken.head_last else nouns[0]
    if head.has("people_outside", "people_inside") or head.form in {"past", "gerund"}:
        return None
    return text


def amount(text: str, code: str) -> str | None:
    """Return a target as it stands behind "to", or None where it is no amount ("every", "all").

    A unit that stood before a noun ("a 12-day wait") is in the plural there.
    """
    if not any(one.isdigit() for one in text):
        spoken = language(code)
        return text if any(one.word in spoken.grammar.number_words for one in each_word(fold(text), spoken)) else None
    found = _BEFORE_A_NOUN.fullmatch(text.strip()) if code == "en" else None
    return f"{found['number']} {found['unit']}s" if found is not None and found["number"] != "1" else text


def date(text: str, code: str) -> str | None:
    """Return a deadline as it stands behind a sentence ("by the end of June"), or None where it has no small word."""
    tokens = each_word(fold(text), language(code))
    opens = bool(tokens) and tokens[0].kind == "word" and tokens[0].has("function", "genitive")
    return text.rstrip(" .,;") if opens else None


def rest(one: ReadStatement) -> str | None:
    """Return a statement without the words that tell how, or None where they stand in its middle."""
    means = one.reading.means
    if means is None:
        return None
    before, after = one.text[: means.start].strip(" ,;:–-("), one.text[means.end :].strip(" ,;:–-).")
    if not before and after:
        return after[0].upper() + after[1:]
    return before if before and not after else None


def listed(words: Iterable[Slice]) -> str:
    """Return words that stand apart, as a list."""
    return ", ".join(dict.fromkeys(word.text for word in words))
