"""How far a rule can be trusted: what was measured on statements of organisations that nothing was learnt from."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field, RootModel


class Measured(BaseModel):
    """What was measured of a rule in one language.

    `precision` is the share of its notes that stand, `recall` the share of what it should have said that it said; `n`
    is how many labelled statements should have drawn it. On ten, the figures are an anecdote.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    precision: float = Field(ge=0, le=1)
    recall: float = Field(ge=0, le=1)
    n: int = Field(ge=0)


class Figures(RootModel[Mapping[str, Mapping[str, Measured]]]):
    """The figures by the code of the rule, then by language."""
