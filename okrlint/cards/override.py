"""Overrides: what a house says otherwise about a card that it did not write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from okrlint.cards.card import Card, Severity, Source


class Override(BaseModel):
    """A house's own words for a card: what is given takes the place of the card's, the rest stays.

    `overrides` is the card's code. In `texts`, each text of a language stands for itself, so that a house may change
    one question and keep all else; in `check`, each parameter, and each language of a list of words; so do the bad and
    the good examples of a language, as a rule that looks for something else has other examples. `sources` come behind
    those of the card.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    overrides: str = Field(pattern=r"^[A-Z]{3}\d{3}$")
    severity: Severity | None = None
    enabled: bool | None = None
    value: int | None = Field(default=None, ge=0, le=100)
    gather: bool | None = None
    check: Mapping[str, Any] = {}
    texts: Mapping[str, Mapping[str, Any]] = {}
    sources: tuple[Source, ...] = ()
    examples: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    origin: str = Field(default="", exclude=True)


def overridden(card: Card, override: Override) -> Card:
    """Return a card with what a house says otherwise; raises ValidationError where the two make no card."""
    data = card.model_dump()
    for name in ("severity", "enabled", "value", "gather"):
        own = getattr(override, name)
        if own is not None:
            data[name] = own
    data["check"] = {"kind": card.check.kind, **_merged(card.check.parameters, override.check)}
    for language, texts in override.texts.items():
        data["texts"] = {**data["texts"], language: {**data["texts"].get(language, {}), **texts}}
    for language, examples in override.examples.items():
        data["examples"] = {**data["examples"], language: {**data["examples"].get(language, {}), **examples}}
    data["sources"] = [*data["sources"], *(one.model_dump() for one in override.sources)]
    return Card.model_validate({**data, "origin": card.origin})


def _merged(known: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters with a house's own; of two tables, each entry stands for itself."""
    tables = {
        name for name, value in own.items() if isinstance(value, Mapping) and isinstance(known.get(name), Mapping)
    }
    return {**known, **{name: {**known[name], **value} if name in tables else value for name, value in own.items()}}
