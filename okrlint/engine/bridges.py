"""Which bridge fits a statement: the kind of work that it names, by the lemmas of its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from okrlint.cards import Bridge, Change, builtin_rules, read_bridges
from okrlint.engine.languages import knows, language
from okrlint.engine.rulebook import plugin_folders
from okrlint.reading.fold import fold
from okrlint.reading.tokens import Token, each_word
from okrlint.reading.types import Slice

#: The end of a plural, in words long enough to have one in either language.
_PLURAL: Final = re.compile(r"(?<=..)(?:ies|(?<=[^s])s|(?<=au)x)$")
#: Classes of words that name nothing themselves: small words, and what only says that something is made.
_SILENT: Final = ("function", "link", "genitive", "leads_noun", "make", "finish", "make_noun", "auxiliary")


class _Met(NamedTuple):
    """Words of a bridge in a statement, from `start` to `end`."""

    start: int
    end: int
    bridge: Bridge


@lru_cache(maxsize=64)
def bridges(house: Path | None = None) -> Sequence[Bridge]:
    """Return every bridge; a plugin's takes the place of a built-in one of its name, and a house's that of both.

    Raises:
        CardError: A bridge is wrong, with its file and the field at fault.
    """
    folders = [builtin_rules(), *(folder for _, folder in plugin_folders())]
    folders += [house] if house is not None else []
    return tuple({bridge.name: bridge for folder in folders for bridge in read_bridges(folder)}.values())


def changes(text: str, about: Slice | None, code: str, house: Path | None = None) -> Sequence[Change]:
    """Return what the work of a statement may be meant to change, or nothing where no bridge fits.

    `about` is the phrase that names what is done. A verb before it counts first ("train the managers on the new
    portal"), then its own head; a general bridge only where no other is met.
    """
    if not knows(code):
        return ()
    met = _met(text, code, house)
    special = [one for one in met if not one.bridge.general]
    chosen = _first(special, about, head_last=language(code).head_last) or next(iter(met), None)
    return chosen.bridge.changes[code] if chosen else ()


def _first(met: Sequence[_Met], about: Slice | None, *, head_last: bool) -> _Met | None:
    if about is None:
        return next(iter(met), None)
    inside = [one for one in met if about.start <= one.start and one.end <= about.end]
    before = [one for one in met if one.start < about.start]
    if before:
        return before[0]
    return inside[-1 if head_last else 0] if inside else None


def _met(text: str, code: str, house: Path | None) -> list[_Met]:
    """Return the words of bridges in a text, from left to right, the longest at each place.

    What only says of which kind something else is ("the board of the survey") is left out.
    """
    known = _index(code, house)
    found = each_word(fold(text), language(code))
    lemmas = [_key(one) for one in found]
    met: list[_Met] = []
    index, named = 0, False
    while index < len(found):
        fitting = [
            (words, bridge)
            for words, bridge in known.get(lemmas[index], ())
            if tuple(lemmas[index : index + len(words)]) == words
        ]
        words, bridge = max(fitting, key=lambda one: len(one[0]), default=((), None))
        if bridge is None and named and found[index].has("genitive", "stop"):
            break
        named |= not bridge.general if bridge else not found[index].has(*_SILENT)
        if bridge is not None:
            met.append(_Met(found[index].start, found[index + len(words) - 1].end, bridge))
        index += max(len(words), 1)
    return met


def _key(token: Token) -> str:
    """Return what a word is known by: its lemma, and for a word that no list holds, its likely singular."""
    if token.lemma and token.lemma != token.word:
        return token.lemma
    return _PLURAL.sub(lambda end: "y" if end.group() == "ies" else "", token.word)


@lru_cache(maxsize=64)
def _index(code: str, house: Path | None) -> Mapping[str, Sequence[tuple[tuple[str, ...], Bridge]]]:
    """Return the bridges that speak a language, by the first lemma of each of their words."""
    known: dict[str, list[tuple[tuple[str, ...], Bridge]]] = defaultdict(list)
    for bridge in bridges(house):
        if code in bridge.changes:
            for word in bridge.words.get(code, ()):
                lemmas = tuple(_key(one) for one in each_word(fold(word), language(code)))
                known[lemmas[0]].append((lemmas, bridge))
    return known


def forget() -> None:
    """Read every bridge anew."""
    bridges.cache_clear()
    _index.cache_clear()
