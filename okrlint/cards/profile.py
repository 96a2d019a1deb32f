"""Profiles: choices on which authors disagree, bundled under a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from okrlint.cards.card import Severity, Source, Words


class Profile(BaseModel):
    """Which rules are on, how heavy they are, and with which thresholds.

    `rules` maps a rule's code to `off` or a severity; `parameters` maps a code to parameters of its check.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: Mapping[str, Words]
    why: Mapping[str, Words]
    extends: str | None = None
    rules: Mapping[str, Severity | Literal["off"]] = {}
    parameters: Mapping[str, Mapping[str, Any]] = {}
    sources: tuple[Source, ...] = ()
    origin: str = Field(default="", exclude=True)
