"""What a language plugin brings: word classes, number and date grammar, patterns, and the name of its model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from okrlint.reading.fold import fold
from okrlint.reading.network import FILE, Network
from okrlint.reading.types import Comparator, Direction

#: A form of a word: what an inflection says of it, besides its lemma.
FORMS: Final = ("base", "present", "past", "gerund", "plural")


@dataclass(frozen=True, eq=False)
class Grammar:
    """Patterns over folded text, in which a quantity reads as a run of `#` and a time as a run of `@`.

    Attributes:
        number_words: Number words and their values.
        magnitudes: Words and letters behind a number, and what they multiply by.
        units: Unit words and the symbol of the unit (`day`, `h`, `%`, `points` …).
        every: Words that take in the whole (all, every): a target of 100 %.
        none: Words for zero.
        ones: Pattern of the places where "one" or "a" counts (at least one).
        durations: Words of a time taken, which make "within N days" a limit and not a date.
        ratios: Patterns for double, halve, threefold, with value and direction.
        factors: Patterns before a number that make it a factor (divide by), with the direction.
        comparators: Patterns before a number, and the comparator that they say.
        comparators_behind: The same behind a number (or more).
        deltas: Pattern of a word before a number that makes it an amount of change (by 20 %).
        deltas_behind: Pattern of a word behind a percentage that makes it an amount of change (20 % less).
        falls: Pattern of a verb before two numbers that must fall, so that rising ones are a range.
        changes: Patterns `#` to `#`, with groups `a` and `b`.
        baselines: Patterns of an aside that holds the start, with group `a`.
        names: Patterns of things with a digit that is no quantity (SOC 2, top 10, p95, v1.2).
        deadlines: Patterns of a date or period by which the statement is to be true.
        windows: Patterns of a time that measures but does not end (per month, of signing up).
        references: Patterns of a period that a change is measured against (versus last year).
        spans: Patterns "within N days" that are a deadline unless something makes them a window.
        purpose: Pattern that opens a purpose clause.
        means: Pattern that opens a clause of means.
        joints: Pattern between two coordinated commitments.
        asides: Pattern of words that open an aside (including, such as, e.g.).
        ranges: Pattern of the two ends of a range, with groups `a` and `b`, or `c` and `d`.
        cadences: Words of rhythm, and how many times a year each one is.
        cadence_changes: Patterns of a change of rhythm, with groups `a` and `b`.
        placeholders: Pattern of a target left open in words (from X to Y, to be defined).
        times_words: Pattern of the word behind a number that makes it a factor (3 times).
        out_of: Pattern between a score and its scale (4 out of 5).
        decimal: The decimal sign of the language.
    """

    number_words: Mapping[str, float]
    magnitudes: Mapping[str, float]
    units: Mapping[str, str]
    every: str
    none: str
    ones: str
    durations: str
    ratios: tuple[tuple[str, float, Direction], ...]
    factors: tuple[tuple[str, Direction], ...]
    comparators: tuple[tuple[str, Comparator], ...]
    comparators_behind: tuple[tuple[str, Comparator], ...]
    deltas: str
    deltas_behind: str
    falls: str
    changes: tuple[str, ...]
    baselines: tuple[str, ...]
    names: tuple[str, ...]
    deadlines: tuple[str, ...]
    windows: tuple[str, ...]
    references: tuple[str, ...]
    spans: tuple[str, ...]
    purpose: str
    means: str
    joints: str
    asides: str
    ranges: str
    cadences: Mapping[str, float]
    cadence_changes: tuple[str, ...]
    placeholders: str
    times_words: str
    out_of: str
    decimal: str = "."


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True, eq=False)
class Language:
    """A language that okrlint can read.

    Attributes:
        code: ISO 639-1 code.
        name: The language's name for itself.
        grammar: Its numbers, dates and clauses.
        folder: Holds `words/<class>.txt` (lemmas with commas between), `weights.json` and perhaps a network.
        inflections: Takes a folded word and yields possible (lemma, form) pairs, likeliest first.
        elisions: Folded beginnings that are words of their own (l', d').
        letters: Letters that speak for this language where they stand, for telling languages apart.
        models: Names of spaCy packages to try, the best first.
        head_last: Whether nouns side by side are about the last of them ("error report") or about the first.
        typeset: Sets a text by the language's typographic habits (French: no-break spaces before ; : ! ?).
        tidy: Writes a sentence by those habits where its author did not, its numbers too; `okrlint fix` asks for it.
    """

    code: str
    name: str
    grammar: Grammar
    folder: Path
    inflections: Callable[[str], Iterable[tuple[str, str]]]
    elisions: tuple[str, ...] = ()
    letters: str = ""
    models: tuple[str, ...] = ()
    typeset: Callable[[str], str] = _as_it_is
    tidy: Callable[[str], str] = _as_it_is
    head_last: bool = True
    extra_words: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def words(self) -> Words:
        """The word classes, read from the folder once."""
        return Words.read(self)

    @cached_property
    def network(self) -> Network | None:
        """The trained network that the folder holds, if it holds one."""
        return Network(self.folder) if (self.folder / FILE).exists() else None


class Words:
    """The word classes of a language: which classes does this word belong to?"""

    def __init__(self, classes: Mapping[str, Iterable[str]], language: Language) -> None:
        self._classes: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        gathered: dict[str, set[str]] = {}
        for name, lemmas in classes.items():
            for lemma in lemmas:
                folded = fold(lemma)
                parts = tuple(split(folded, language.elisions))
                if len(parts) > 1:
                    self._phrases.setdefault(parts[0], []).append((parts, name))
                    # A word of an entry is known by itself, so that its inflections find the entry.
                    for part in parts:
                        gathered.setdefault(part, set())
                else:
                    gathered.setdefault(folded, set()).add(name)
        self._classes = {word: frozenset(names) for word, names in gathered.items()}
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._language = language
        self._known: dict[str, tuple[frozenset[str], str, str]] = {}

    @classmethod
    def read(cls, language: Language) -> Words:
        """Read `words/*.txt` of the language's folder: lemmas with commas or line ends between, `#` comments."""
        classes: dict[str, list[str]] = {}
        for path in sorted((language.folder / "words").glob("*.txt")):
            lines = path.read_text("utf-8").splitlines()
            listed = ",".join(line for line in lines if not line.lstrip().startswith("#"))
            classes[path.stem] = [lemma for lemma in map(str.strip, listed.split(",")) if lemma]
        for name, extra in language.extra_words.items():
            classes.setdefault(name, []).extend(sorted(extra))
        return cls(classes, language)

    def of(self, word: str) -> tuple[frozenset[str], str, str]:
        """Return the classes, the lemma and the form of one folded word; no classes where it is unknown."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> tuple[frozenset[str], str, str]:
        own = self._classes.get(word)
        classes, lemma, form = own or frozenset(), word, "base"
        settled = own is not None
        for candidate, candidate_form in self._language.inflections(word):
            found = self._classes.get(candidate)
            if found is None:
                continue
            verbal = found & VERB_CLASSES
            if not settled:
                lemma, form, settled = candidate, candidate_form, True
            elif form == "base" and verbal and candidate_form in {"past", "gerund", "present"}:
                form = candidate_form
            classes |= found if candidate_form == "plural" else verbal or found
        return classes, lemma, form

    def phrases(self, first: str) -> list[tuple[tuple[str, ...], str]]:
        """Return the entries of several words that begin with this folded word, longest first."""
        return self._phrases.get(first, [])

    def function_words(self) -> frozenset[str]:
        """The commonest small words, by which languages are told apart."""
        return self._function_words

    @cached_property
    def _function_words(self) -> frozenset[str]:
        return frozenset(word for word, names in self._classes.items() if "function" in names)


VERB_CLASSES: Final = frozenset(
    {
        "make",
        "finish",
        "increase",
        "decrease",
        "keep",
        "reach",
        "hollow",
        "learn",
        "aspire",
        "behave",
        "operate",
        "decide_input",
    }
)

_WORD: Final = re.compile(r"[^\W\d_](?:[\w·]|(?<=\w)['-](?=\w))*|\d[\w.,]*", re.UNICODE)


def split(folded: str, elisions: tuple[str, ...]) -> list[str]:
    """Return the folded words of a short text, elided beginnings apart."""
    words: list[str] = []
    for found in _WORD.finditer(folded):
        word = found.group()
        for elision in elisions:
            if word.startswith(elision) and len(word) > len(elision):
                words.append(elision)
                word = word[len(elision) :]
                break
        words.append(word)
    return words
