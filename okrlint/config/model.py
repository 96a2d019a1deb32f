"""The model of `okrlint.toml` and of `[tool.okrlint]`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from okrlint.config.paths import PatternError, compiled

FailOn = Literal["error", "warning", "info", "never"]

#: What a column of a sheet may hold.
Column = Literal[
    "objective", "key_result", "initiative", "title", "type", "section", "id", "parent", "team", "cycle", "owner",
    "metric", "baseline", "target", "current", "unit", "deadline", "confidence", "status", "score", "priority",
    "decision", "source", "rationale", "annotation",
]  # fmt: skip


class Formats(BaseModel):
    """What a house says of how it writes its OKRs down.

    `headers` are its own names for the columns of its sheets, by what they hold; they win over those that okrlint
    knows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    headers: Mapping[Column, tuple[str, ...]] = Field(default={}, description="The house's names of columns.")


class RuleSetting(BaseModel):
    """What a house changes about one rule; whatever is left out stays as the card and the profile say.

    Other keys are parameters of the rule's check (`at_most = 5`).
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    severity: Literal["error", "warning", "info", "off"] | None = None

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters of the check that the house sets."""
        return dict(self.model_extra or {})


class Kept(BaseModel):
    """A finding that a team has discussed and keeps: a rule, for the files of a pattern, for one statement or all.

    `statement` is the statement's id (`o1.kr2`, or the author's own), or its sentence.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    path: str | None = None
    statement: str | None = None
    reason: str = ""


class Config(BaseModel):
    """Everything that a house can decide.

    `select` and `ignore` take codes, names and families; `select` replaces what the profile turns on, `ignore` wins.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: str = Field(default="impact", description="The school to follow: see `okrlint profiles`.")
    language: str | None = Field(default=None, description="en or fr for every document; else it is recognised.")
    today: date | None = Field(
        default=None, description="The day from which to look at cycles; else that of the machine."
    )
    select: tuple[str, ...] = Field(default=(), description="Only these rules: codes, names or families.")
    ignore: tuple[str, ...] = Field(default=(), description="Not these rules: codes, names or families.")
    fail_on: FailOn = Field(default="error", description="The least severity that makes `okrlint check` fail.")
    notes_per_statement: int = Field(default=2, ge=1, le=20, description="At most so many notes a statement.")
    # Chosen from the precision of "work" on organisations left out: from here on it stands in nine of ten cases.
    question_below: float = Field(
        default=0.65, ge=0, le=1, description="Below this confidence a note is only a question."
    )
    exclude: tuple[str, ...] = Field(default=(), description="Files to leave out, as in a .gitignore.")
    paths: tuple[str, ...] = Field(default=(), description="What a path says of its OKRs: okrs/{cycle}/{team}.md.")
    glossary: Mapping[str, str] = Field(default={}, description="Short forms that the house knows, and what they mean.")
    formats: Formats = Field(default=Formats(), description="How the house writes its OKRs down: names of columns.")
    kept: tuple[Kept, ...] = Field(default=(), description="What was discussed and is kept, with the reason.")
    reasons_required: bool = Field(
        default=False, description="Whether what is kept, here or in a document, needs a reason."
    )
    baseline: str | None = Field(
        default=None, description="The file of known findings; else .okrlint/baseline.json above what is checked."
    )
    rewrites: Mapping[str, Mapping[str, Any]] = Field(
        default={}, description="Who may propose sentences where --rewrites asks for it, with their settings."
    )
    rules: Mapping[str, RuleSetting] = Field(default={}, description="What the house changes, rule by rule.")

    @field_validator("paths")
    @classmethod
    def _patterns(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        """Refuse what is no pattern where it is written, and not when the first file fits."""
        for pattern in patterns:
            try:
                compiled(pattern)
            except PatternError as error:
                # The template of pydantic's message takes braces for its own.
                raise PydanticCustomError("pattern", "{what}", {"what": str(error)}) from None
        return patterns
