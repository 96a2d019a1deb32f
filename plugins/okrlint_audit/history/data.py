"""What a history tells, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from okrlint_audit.interval import Share


@dataclass(frozen=True)
class Line:
    """Some statements counted: those of an audit, or of a cycle as the latest audit that has it saw it.

    `notes` are rules found for each statement, all together; `name` is empty for an audit.
    """

    audit: int
    made: date
    name: str
    teams: int
    statements: int
    key_results: int
    changes: Share
    measured: Share
    aimed: Share
    informing: Share
    learning: Share
    notes: int


@dataclass(frozen=True)
class Save:
    """One audit of the history."""

    number: int
    made: date
    event: str
    okrlint: str
    documents: int
    line: Line


@dataclass(frozen=True)
class Rewritten:
    """A key result that was work and became a change; `before_name` and `after_name` are its cycles, as written."""

    team: str
    before_name: str
    after_name: str
    before: str
    after: str


@dataclass(frozen=True)
class Shift:
    """A rule before and after an event: on how many statements it was found, of how many."""

    rule: str
    title: str
    before: Share
    after: Share

    @property
    def clear(self) -> bool:
        """Whether the two intervals are apart."""
        one, other = self.before.interval, self.after.interval
        return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])

    @property
    def fell(self) -> bool:
        """Whether it was found less often afterwards."""
        return (self.after.value or 0.0) < (self.before.value or 0.0)


@dataclass(frozen=True)
class Event:
    """What was written after an event held against what stood when it took place.

    `written` are the statements that are new or changed since; `shifts` only those rules that moved clearly.
    """

    text: str
    made: date
    until: date | None
    written: int
    teams: int
    shifts: Sequence[Shift]


@dataclass(frozen=True)
class Trend:
    """A history as a whole; `back` counts what went from a change to work."""

    language: str
    audits: Sequence[Save]
    cycles: Sequence[Line]
    moved: Sequence[Rewritten]
    back: int
    events: Sequence[Event]

    @property
    def versions(self) -> Sequence[str]:
        """The versions of okrlint that read, each once: another version may find other things."""
        return tuple(dict.fromkeys(one.okrlint for one in self.audits))
