"""Bridges: from a kind of work to the changes that it may be meant to cause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from okrlint.cards.card import Name, Words


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Change(_Closed):
    """One change that a kind of work may be meant to cause.

    `who` and `change` make a sentence ("readers" "come back by themselves"); `seen` is what one would look at to
    see it, without a figure.
    """

    who: Words
    change: Words
    seen: Words

    @field_validator("seen")
    @classmethod
    def _has_no_figure(cls, seen: str) -> str:
        if any(character.isdigit() for character in seen):
            raise ValueError("how a change is seen holds no figure: those are the team's")
        return seen


class Bridge(_Closed):
    """A kind of work, the words by which it is known, and what may change through it, by language.

    A `general` one (to launch something) speaks only where no other fits. There are always at least two changes: they
    are offered, and none is imposed.
    """

    name: Name
    words: Mapping[str, Annotated[tuple[Words, ...], Field(min_length=1)]] = Field(min_length=1)
    changes: Mapping[str, Annotated[tuple[Change, ...], Field(min_length=2)]] = Field(min_length=1)
    general: bool = False
    origin: str = Field(default="", exclude=True)
