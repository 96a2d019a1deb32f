"""The JSON Schema of OKRs in YAML and JSON, from which editors complete and explain."""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


Value = str | int | float
Commitment = Literal["committed", "aspirational", "learning"]
IDENTIFIER: Final = "https://okrlint.dev/schema/okr.json"


class CheckIn(_Closed):
    """What was seen on a day, and what was decided."""

    date: str | None = Field(default=None, description="The day, as 2026-05-04.")
    value: Value | None = Field(default=None, description="The value that day.")
    confidence: Value | None = Field(default=None, description="How sure you are to reach the target: 0 to 1.")
    learning: str | None = Field(default=None, description="What you learnt since the last time.")
    decision: Literal["continue", "adjust", "drop"] | None = Field(
        default=None, description="What you decided: continue, adjust or drop."
    )


class Initiative(_Closed):
    """Something you try: a bet on a key result."""

    initiative: str = Field(description="What you try.")
    id: str | None = None
    owner: str | None = Field(default=None, description="Who leads it.")
    status: str | None = None
    score: Value | None = None
    priority: str | None = None
    commitment: Commitment | None = None
    annotation: str | None = None
    language: str | None = None
    parent: str | list[str] | None = Field(default=None, description="The statement it serves.")
    depends_on: str | list[str] | None = None
    related: str | list[str] | None = None


class KeyResult(_Closed):
    """The evidence that the objective is being reached."""

    key_result: str = Field(description="The change you will see: from where, to where.")
    id: str | None = Field(default=None, description="A name that stays, such as KR1.")
    metric: str | None = Field(default=None, description="What is measured, so that two people count the same.")
    baseline: Value | None = Field(default=None, description="Where it stands today.")
    target: Value | None = Field(default=None, description="Where you want it to be.")
    unit: str | None = Field(default=None, description="The unit of both: %, h, EUR, points…")
    deadline: str | None = Field(default=None, description="By when, where it is not the end of the cycle.")
    owner: str | None = Field(default=None, description="The one person who answers for it.")
    confidence: Value | None = Field(default=None, description="How sure you are to reach it: 0 to 1.")
    kind: str | None = Field(
        default=None, description="outcome, milestone, guardrail, learning or baseline, where you declare it."
    )
    decision: str | None = Field(
        default=None, description="The decision it will inform: when would you continue, adjust or drop?"
    )
    source: str | None = Field(default=None, description="Where the figures come from.")
    status: str | None = None
    score: Value | None = None
    priority: str | None = None
    commitment: Commitment | None = Field(
        default=None, description="committed: to be reached; aspirational: to reach for; learning: to find out."
    )
    annotation: str | None = Field(default=None, description="What you note beside it; never read as part of it.")
    language: str | None = Field(default=None, description="en or fr, where it differs from the document's.")
    parent: str | list[str] | None = Field(default=None, description="The statement it serves.")
    depends_on: str | list[str] | None = Field(default=None, description="What it waits for.")
    related: str | list[str] | None = Field(default=None, description="What it has to do with.")
    initiatives: list[str | Initiative] = Field(default=[], description="What you try for this key result.")
    check_ins: list[CheckIn] = Field(default=[], description="What you saw, day by day.")


class Objective(_Closed):
    """The change you want to see."""

    objective: str = Field(description="The change you want to see, and for whom.")
    id: str | None = Field(default=None, description="A name that stays, such as O1.")
    owner: str | None = Field(default=None, description="The one person who answers for it.")
    why: str | None = Field(default=None, description="Why this, why now.")
    deadline: str | None = None
    status: str | None = None
    score: Value | None = None
    priority: str | None = None
    commitment: Commitment | None = None
    annotation: str | None = None
    language: str | None = None
    parent: str | list[str] | None = Field(default=None, description="The objective it serves.")
    depends_on: str | list[str] | None = None
    related: str | list[str] | None = None
    check_ins: list[CheckIn] = Field(default=[], description="What you saw, day by day.")
    key_results: list[str | KeyResult] = Field(default=[], description="How you will know.")
    initiatives: list[str | Initiative] = Field(default=[], description="What you try.")


class LooseStatement(_Closed):
    """A statement that stands in a list, outside any tree."""

    text: str = Field(description="The sentence.")
    role: Literal["objective", "key_result", "initiative", "unknown"]
    id: str | None = None
    language: str | None = None
    objective: str | None = Field(default=None, description="The words of the objective it stood under.")


class OkrSet(_Closed):
    """What one team commits to in one cycle."""

    organisation: str | None = None
    team: str | None = Field(default=None, description="Whose OKRs these are.")
    cycle: str | None = Field(default=None, description="The cycle, such as 2026-Q3 or T3 2026.")
    level: str | None = Field(default=None, description="company, department, team…")
    owner: str | None = Field(default=None, description="Who answers for the whole set.")
    language: Literal["en", "fr"] | None = Field(default=None, description="en or fr; else it is recognised.")
    parent: str | None = Field(default=None, description="The set or objective that this one serves.")
    objectives: list[str | Objective] = Field(default=[])
    key_results: list[str | KeyResult] = Field(default=[], description="Key results under no objective.")
    initiatives: list[str | Initiative] = Field(default=[], description="Initiatives under no objective.")


class Okrs(OkrSet):
    """OKRs as okrlint reads them: one set, or several under `sets`."""

    sets: list[OkrSet] = Field(default=[], description="Several teams or cycles in one file.")
    statements: list[LooseStatement] = Field(default=[], description="A list of statements, outside any tree.")


def schema() -> dict[str, Any]:
    """Return the schema, under draft 2020-12."""
    made = Okrs.model_json_schema()
    # A document may name its schema: that is how editors find it in JSON.
    made["properties"]["$schema"] = {"type": "string", "description": "Where this schema lies."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": IDENTIFIER,
        **made,
        "title": "OKRs",
    }
