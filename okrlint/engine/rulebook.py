"""The rules in force: cards, joined with their checks, under a profile and a house's own settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from okrlint.cards import (
    Card,
    Measured,
    Profile,
    Severity,
    builtin_rules,
    override,
    read_cards,
    read_measured,
    read_overrides,
    read_profiles,
)
from okrlint.cards.card import LETTERS
from okrlint.checks import BUILTIN, CheckKind
from okrlint.config import Config, nearest
from okrlint.errors import CardError, ConfigError
from okrlint.plugins.host import Plugin, host


@dataclass(frozen=True, eq=False)
class Rule:
    """A card in force: its check with validated parameters, and the severity that holds here."""

    card: Card
    kind: CheckKind
    parameters: BaseModel
    severity: Severity
    owner: str


def cards(house: Path | None = None) -> Sequence[tuple[str, Card]]:
    """Return every card with the name and version of who brings it, ordered by code.

    `house` is the folder of a house's own cards, which stand beside the others.

    Raises:
        CardError: A card is wrong, or two cards share a code or a name.
    """
    return _cards(house)


@lru_cache(maxsize=1)
def plugin_folders() -> Sequence[tuple[str, Path]]:
    """Return the folders of rules that plugins bring, with the name and version of each; they are asked once."""
    return tuple((plugin.label, Path(folder)) for plugin, folder in host().gather("okrlint_rules"))


@lru_cache(maxsize=64)
def _cards(house: Path | None) -> Sequence[tuple[str, Card]]:
    found: list[tuple[str, Card]] = [("okrlint", card) for card in read_cards(builtin_rules())]
    for owner, folder in plugin_folders():
        found += [(owner, card) for card in read_cards(folder)]
    if house is not None:
        found += [("okrlint", card) for card in read_cards(house)]
    taken: dict[str, str] = {}
    for _, card in found:
        for name in (card.code, card.name):
            if name in taken:
                raise CardError(f"{name} is taken by {taken[name]}", culprit=card.origin)
            taken[name] = card.origin
    if house is not None:
        found = _as_the_house_wants(found, house)
    return tuple(sorted(found, key=lambda entry: entry[1].code))


def _as_the_house_wants(found: list[tuple[str, Card]], house: Path) -> list[tuple[str, Card]]:
    """Put a house's own words in the place of a card's."""
    known = {card.code: (owner, card) for owner, card in found}
    for own in read_overrides(house):
        if own.overrides not in known:
            near = nearest(own.overrides, known)
            raise CardError(f"there is no rule {own.overrides} to override{near}", culprit=own.origin)
        owner, card = known[own.overrides]
        known[card.code] = (owner, override(card, own))
    return list(known.values())


@lru_cache(maxsize=64)
def profiles(house: Path | None = None) -> Mapping[str, Profile]:
    """Return the profiles by name; a plugin's takes the place of a built-in one, and a house's that of both.

    Raises:
        CardError: A profile is wrong, names a rule that does not exist, or rests on itself.
    """
    folders = [builtin_rules(), *(folder for _, folder in plugin_folders())]
    folders += [house] if house is not None else []
    known = {profile.name: profile for folder in folders for profile in read_profiles(folder)}
    codes = {card.code for _, card in cards(house)}
    for profile in known.values():
        for code in (*profile.rules, *profile.parameters):
            if code not in codes:
                raise CardError(f"there is no rule {code}{nearest(code, codes)}", culprit=profile.origin)
        _check_ground(profile, known)
    return known


def _check_ground(profile: Profile, known: Mapping[str, Profile]) -> None:
    """Refuse a profile that rests on one that does not exist, or on itself."""
    seen = [profile.name]
    while (below := known[seen[-1]].extends) is not None:
        if below not in known:
            raise CardError(f"there is no profile {below!r} to extend{nearest(below, known)}", culprit=profile.origin)
        if below in seen:
            raise CardError(f"extends itself: {' → '.join([*seen, below])}", culprit=profile.origin)
        seen.append(below)


@lru_cache(maxsize=1)
def measured() -> Mapping[str, Mapping[str, Measured]]:
    """Return how far the built-in rules can be trusted, by code and language."""
    return read_measured(builtin_rules())


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, tuple[str, CheckKind]]:
    """Return the kinds of check by name, with the plugin that brings each; the general ones first."""
    general = {kind.name: ("okrlint", kind) for kind in BUILTIN}
    others: list[tuple[Plugin, CheckKind]] = host().gather("okrlint_checks")
    return {**{kind.name: (plugin.label, kind) for plugin, kind in others}, **general}


def card_named(name: str, house: Path | None = None) -> Card:
    """Return a card by code or name, or raise ConfigError with the nearest."""
    for _, card in cards(house):
        if name.lower() in {card.code.lower(), card.name}:
            return card
    known = [word for _, card in cards(house) for word in (card.code.lower(), card.name)]
    known += [word for family, letters in LETTERS.items() for word in (family, letters.lower())]
    raise ConfigError(f"no rule {name!r}{nearest(name, known)}")


def profile_named(name: str, house: Path | None = None) -> Profile:
    """Return a profile by name, or raise ConfigError with the nearest."""
    known = profiles(house)
    if name not in known:
        raise ConfigError(f"no profile {name!r}{nearest(name, known)}")
    return known[name]


def rules(config: Config, house: Path | None = None, of: Mapping[str, str] = MappingProxyType({})) -> list[Rule]:
    """Return the rules in force under a configuration, with the cards of a house among them.

    `of` says which file set which key, so that an error can point at it.

    Raises:
        ConfigError: A rule, a profile or a parameter that is named does not exist.
        CardError: A card names a check that does not exist.
    """
    named = _named(config, house, of)
    with set_in(of, "rules"):
        settings = {card_named(name, house).code: setting for name, setting in config.rules.items()}
    with set_in(of, "profile"):
        severities, parameters = _profile(profile_named(config.profile, house), house)
    chosen: list[Rule] = []
    for owner, card in cards(house):
        setting = settings.get(card.code)
        severity: Severity | Literal["off"] = severities.get(card.code, card.severity if card.enabled else "off")
        if named["select"] and card.code in named["select"] and severity == "off":
            severity = card.severity
        if setting is not None and setting.severity is not None:
            severity = setting.severity
        if (named["select"] and card.code not in named["select"]) or card.code in named["ignore"]:
            continue
        if severity == "off":
            continue
        given = {**parameters.get(card.code, {}), **(setting.parameters if setting else {})}
        if config.glossary and "glossary" in _fields(card):
            given = {"glossary": tuple(config.glossary), **given}
        with set_in(of, "rules"):
            chosen.append(_rule(owner, card, severity, given, from_house=setting is not None))
    return chosen


@contextmanager
def set_in(of: Mapping[str, str], key: str) -> Iterator[None]:
    """Give an error about a key of the configuration the file that set the key; `of` names it."""
    try:
        yield
    except CardError:
        raise
    except ConfigError as error:
        where = of.get(key, "")
        if error.culprit or where in {"", "the command line", "the default"}:
            raise
        raise ConfigError(f"{key}: {error.args[0]}", culprit=where) from None


def _fields(card: Card) -> frozenset[str]:
    known = kinds().get(card.check.kind)
    return frozenset(known[1].parameters.model_fields) if known else frozenset()


def rule_of(card: Card) -> Rule:
    """Return a card in force by itself, whatever the profile says; for testing it."""
    return _rule("okrlint", card, card.severity, {}, from_house=False)


def _rule(owner: str, card: Card, severity: Severity, given: Mapping[str, Any], *, from_house: bool) -> Rule:
    if card.check.kind not in kinds():
        near = nearest(card.check.kind, kinds())
        raise CardError(f"no kind of check {card.check.kind!r}{near}", culprit=card.origin or card.code)
    maker, kind = kinds()[card.check.kind]
    try:
        parameters = kind.parameters.model_validate({**card.check.parameters, **given})
    except ValidationError as error:
        fault = error.errors()[0]
        key = ".".join(str(part) for part in fault["loc"])
        near = nearest(key, kind.parameters.model_fields) if fault["type"] == "extra_forbidden" else ""
        message = f"rule {card.code}: {key}: {fault['msg'].lower()}{near}"
        if from_house:
            raise ConfigError(message) from None
        raise CardError(message, culprit=card.origin or card.code) from None
    return Rule(card, kind, parameters, severity, owner if owner != "okrlint" else maker)


def _profile(
    profile: Profile, house: Path | None
) -> tuple[dict[str, Severity | Literal["off"]], dict[str, Mapping[str, Any]]]:
    below = profile_named(profile.extends, house) if profile.extends else None
    severities, parameters = _profile(below, house) if below else ({}, {})
    return {**severities, **profile.rules}, {**parameters, **profile.parameters}


def _named(config: Config, house: Path | None, of: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Turn codes, names and families into codes, and refuse what names nothing."""
    found: dict[str, frozenset[str]] = {}
    for key, words in (("select", config.select), ("ignore", config.ignore)):
        with set_in(of, key):
            found[key] = frozenset(code for word in words for code in _codes(word, house))
    return found


def _codes(word: str, house: Path | None) -> list[str]:
    low = word.lower()
    for family, letters in LETTERS.items():
        if low in {family, letters.lower()}:
            return [card.code for _, card in cards(house) if card.family == family]
    return [card_named(word, house).code]


def forget() -> None:
    """Read every card and profile anew; plugins are not asked again."""
    _cards.cache_clear()
    profiles.cache_clear()
