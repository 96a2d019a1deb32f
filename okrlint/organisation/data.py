"""What one document adds to an organisation, as plain and light data: a hundred thousand of them fit in memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """What one team commits to in one cycle, as one document has it; `number` is its place in the document, from 0.

    What the document does not say is empty.
    """

    path: str
    number: int
    organisation: str = ""
    team: str = ""
    cycle: str = ""
    level: str = ""
    parent: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement, as far as other documents can tell of it.

    Attributes:
        path: Its document.
        number: The group of its document that it is in; -1 where it is in none.
        ident: Its name in the document (`o1.kr2`, or the author's own).
        id: The author's own name for it, or nothing.
        objective: The ident of the objective that it stands under, or nothing.
        parents: What it says it serves, as written.
        waits: What it says it waits for, as written.
        metric: The words of what it measures, or nothing.
        direction: `increase`, `decrease`, `maintain` or `reach`, or nothing.
        due: The last day, as 2026-09-30, where the statement itself gives one.
        target: Whether it says how far; so for `baseline`, `decided` (which decision it informs, or what was decided),
            and `learnt` (whether a check-in holds what was learnt).
        check_ins: How often it was looked at.
    """

    path: str
    number: int
    ident: str
    id: str
    role: str
    text: str
    language: str
    kind: str
    confidence: float
    line: int
    cell: str = ""
    frame: bool = False
    objective: str = ""
    owner: str = ""
    parents: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    metric: str = ""
    direction: str = ""
    unit: str = ""
    due: str = ""
    baseline: bool = False
    target: bool = False
    decided: bool = False
    learnt: bool = False
    check_ins: int = 0

    @property
    def is_work(self) -> bool:
        """Whether it describes work, and no change."""
        return self.kind in {"activity", "output"}
