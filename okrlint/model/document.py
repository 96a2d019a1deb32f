"""The tree that a format plugin reads out of a file, before anybody asks what a sentence means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from okrlint.model.source import Source
from okrlint.model.text import Frozen, Text

Role = Literal["objective", "key_result", "initiative", "unknown"]
Decision = Literal["continue", "adjust", "drop"]


class Link(Frozen):
    """A pointer from a statement or a set to another: the parent it serves, or what it waits for."""

    kind: Literal["parent", "depends_on", "related"]
    target: Text


class CheckIn(Frozen):
    """What was seen on a day: the value, the confidence (0 to 1), what was learnt and what was decided."""

    on: date | None = None
    value: float | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    learning: Text | None = None
    decision: Decision | None = None


class Statement(Frozen):
    """One sentence that somebody committed to, with what stands beside it.

    `text` is the statement alone. Scores, results, owners and status that the author wrote next to it are cut
    into fields and never read as part of the sentence.
    """

    role: Role = "unknown"
    id: str | None = None
    text: Text
    language: str | None = None
    owner: Text | None = None
    annotation: Text | None = None
    status: Text | None = None
    score: Text | None = None
    priority: Text | None = None
    commitment: Literal["committed", "aspirational", "learning"] | None = None
    links: tuple[Link, ...] = ()
    # For a statement that stands in a list, outside any tree: the objective it was written under.
    objective_text: str | None = None


class Initiative(Statement):
    """Something a team tries: a bet on a key result."""

    role: Literal["initiative"] = "initiative"


class KeyResult(Statement):
    """The evidence that an objective is being reached, and the decision that it informs.

    Fields hold what the document gives apart from the sentence (a YAML key, a column): `baseline`, `target` and
    `unit` as written, `confidence` from 0 to 1, `kind` as the author declares it.
    """

    role: Literal["key_result"] = "key_result"
    metric: Text | None = None
    baseline: Text | None = None
    target: Text | None = None
    unit: Text | None = None
    deadline: Text | None = None
    source: Text | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    kind: Text | None = None
    decision: Text | None = None
    initiatives: tuple[Initiative, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()


class Objective(Statement):
    """The change that a team wants to see, with its key results and initiatives."""

    role: Literal["objective"] = "objective"
    deadline: Text | None = None
    rationale: Text | None = None
    key_results: tuple[KeyResult, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()


class OkrSet(Frozen):
    """What one team commits to in one cycle.

    `key_results` and `initiatives` hold those that stand under no objective.
    """

    organisation: Text | None = None
    team: Text | None = None
    cycle: Text | None = None
    level: Text | None = None
    owner: Text | None = None
    parent: Link | None = None
    objectives: tuple[Objective, ...] = ()
    key_results: tuple[KeyResult, ...] = ()
    initiatives: tuple[Initiative, ...] = ()


class Skipped(Frozen):
    """A stretch that a format saw and left out, with the reason in one sentence."""

    text: Text
    reason: str


class Ignore(Frozen):
    """An author's word that a finding was discussed and is kept, as it stands in the document.

    `rules` are codes, names or families as written, none of them for all; `text` is the word itself, for its place.
    It speaks for what stands on its own `lines` (first and last, from 1), else for what comes next; where `whole`,
    for the whole document.
    """

    rules: tuple[str, ...] = ()
    reason: str = ""
    text: Text
    lines: tuple[int, int]
    whole: bool = False


class Document(Frozen):
    """One file as it was read: sets of OKRs, loose statements, and what was left out.

    A list of statements has no set: there the absence of a key result or an owner says nothing.
    """

    path: str
    format: str
    source: Source
    language: str | None = None
    sets: tuple[OkrSet, ...] = ()
    statements: tuple[Statement, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    ignores: tuple[Ignore, ...] = ()


def walk(document: Document) -> Iterator[tuple[Statement, Objective | None, OkrSet | None]]:
    """Yield every statement in document order, with the objective and the set it stands under.

    An objective comes before its key results, a key result before its own initiatives. Loose statements come
    with neither.
    """
    found: list[tuple[Statement, Objective | None, OkrSet | None]] = []
    for okr_set in document.sets:
        for objective in okr_set.objectives:
            found.append((objective, None, okr_set))
            for key_result in objective.key_results:
                found.append((key_result, objective, okr_set))
                found += [(one, objective, okr_set) for one in key_result.initiatives]
            found += [(one, objective, okr_set) for one in objective.initiatives]
        for key_result in okr_set.key_results:
            found.append((key_result, None, okr_set))
            found += [(one, None, okr_set) for one in key_result.initiatives]
        found += [(one, None, okr_set) for one in okr_set.initiatives]
    found += [(one, None, None) for one in document.statements]
    yield from sorted(found, key=lambda entry: entry[0].text.span.start)
