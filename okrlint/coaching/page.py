"""A rule card as a page: what it asks and why, who holds it and who does not, and how to be rid of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from okrlint.cards import Card, Source, builtin_rules
from okrlint.cards.card import SLOT, Texts, said, texts_in
from okrlint.coaching.page_words import WORDS
from okrlint.engine.languages import language as language_named
from okrlint.engine.rulebook import measured, profiles

#: Below so many labelled statements a figure is an anecdote, and is said to be one.
FEW: Final = 30


@dataclass(frozen=True)
class Section:
    """A part of a page: its heading, and lines of prose or, `quoted`, of sentences and documents."""

    heading: str
    lines: tuple[str, ...]
    quoted: bool = False


@dataclass(frozen=True)
class CardPage:
    """A card in one language: what stands above the sections, and the sections."""

    language: str
    code: str
    name: str
    title: str
    facts: str
    sections: tuple[Section, ...]


def page_of(card: Card, wanted: str) -> CardPage:
    """Return a card as a page in a language, or in the one that it speaks instead."""
    code, texts = texts_in(card, wanted)
    typeset, say = language_named(code).typeset, WORDS.get(code, WORDS["en"])
    roles = ", ".join(say[role] for role in card.applies_to)
    facts = f"{say[card.family]} · {say[card.severity]} · {say['applies'].format(roles=roles)}"
    sections = tuple(
        replace(one, heading=typeset(one.heading)) for one in _sections(card, code, texts, typeset) if one.lines
    )
    return CardPage(code, card.code, card.name, typeset(texts.title), typeset(facts), sections)


def _sections(card: Card, code: str, texts: Texts, typeset: Callable[[str], str]) -> Iterator[Section]:
    say = WORDS.get(code, WORDS["en"])
    examples = card.examples.get(code) or next(iter(card.examples.values()))
    bridged = any("changes" in SLOT.findall(one) for one in texts.question)
    # The last variant needs no slot: here there is no statement whose words could fill one.
    yield Section(say["noticed"], (typeset(texts.noticed[-1]),))
    yield Section(say["why"], (typeset(texts.why),))
    yield Section(say["asks"], (typeset(texts.question[-1]),))
    frames = [typeset(frame) for frame in texts.frame if not _is_bridged(frame)]
    # Nor is there one whose words a frame could keep.
    yield Section(say["frame"], tuple(dict.fromkeys(SLOT.sub("…", frame) for frame in frames)), quoted=True)
    yield Section(say["bridge"], (typeset(say["bridged"]),) if bridged else ())
    yield Section(say["advice"], (typeset(texts.advice),) if texts.advice else ())
    yield Section(say["bad"], tuple(typeset(one).strip() for one in examples.bad), quoted=True)
    yield Section(say["good"], tuple(typeset(one).strip() for one in examples.good), quoted=True)
    for position in ("for", "against"):
        holding = tuple(held(one, code) for one in card.sources if one.position == position)
        if position == "against" and not holding and _is_ours(card):
            holding = (typeset(say["nobody"]),)
        yield Section(say[position], holding)
    yield Section(say["trust"], (typeset(_trust(card, code)),))
    yield Section(say["off"], tuple(_switch(card, code, typeset)))


def _is_ours(card: Card) -> bool:
    """Whether a card is one of okrlint's own, of which we know for whom we looked."""
    return bool(card.origin) and Path(card.origin).is_relative_to(builtin_rules())


def _is_bridged(frame: str) -> bool:
    return not {"seen", "who", "change"}.isdisjoint(SLOT.findall(frame))


def held(one: Source, code: str) -> str:
    """Return who holds something, where, and in which words, for a reader of a language."""
    words = said(one, code)
    told = f"{one.who} ({one.where}){WORDS.get(code, WORDS['en'])['colon'] + words if words else ''}"
    return language_named(code).typeset(told)


def _trust(card: Card, code: str) -> str:
    """Say how precise the rule has been measured to be, or why nobody can tell."""
    say = WORDS.get(code, WORDS["en"])
    figures = measured().get(card.code, {}).get(code)
    if figures is None or figures.n == 0:  # nothing should have drawn it: there is no share to tell
        return say["by_structure"] if card.structural else say["unmeasured"]
    stand, found = round(figures.precision * 100), round(figures.recall * 100)
    told = say["measured"].format(stand=stand, found=found, n=figures.n)
    return f"{told} {say['few']}" if figures.n < FEW else told


def _switch(card: Card, code: str, typeset: Callable[[str], str]) -> Iterator[str]:
    say = WORDS.get(code, WORDS["en"])
    if card.enabled:
        yield typeset(say["switch_off"].format(code=card.code))
    else:
        yield typeset(say["switch_on"].format(code=card.code, severity=card.severity))
    every = profiles().values()
    off = [one.name for one in every if one.rules.get(card.code) == "off"]
    on = [one.name for one in every if one.rules.get(card.code, "off") != "off"]
    if off:
        yield typeset(say["profiles_off"].format(names=", ".join(off)))
    if on:
        yield typeset(say["profiles_set"].format(names=", ".join(on)))
    yield typeset(say["own_words"].format(code=card.code))
