"""A document with the readings of its statements: what the rules look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from okrlint.model import CheckIn, Document, Objective, OkrSet, Span, Statement, Text
from okrlint.reading.types import Reading

#: What a frame leaves open, and letters.
_OPEN: Final = re.compile(r"‹[^‹›]*›")
_LETTERS: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, eq=False)
class ReadStatement:
    """A statement with its reading and the objective and set that it stands under.

    `ident` is the author's id, or one derived from the place in the tree (`o1.kr2`), unique in the document.
    """

    ident: str
    statement: Statement
    reading: Reading
    objective: Objective | None
    okr_set: OkrSet | None

    @property
    def text(self) -> str:
        """The words of the statement."""
        return self.statement.text.text

    @property
    def role(self) -> str:
        """The statement's role."""
        return self.statement.role

    @property
    def is_frame(self) -> bool:
        """Whether it is still a frame to fill: most of its letters stand in ‹…›."""
        held = sum(len(found) for found in _LETTERS.findall("".join(_OPEN.findall(self.text))))
        return held > sum(len(found) for found in _LETTERS.findall(_OPEN.sub("", self.text)))


@dataclass(frozen=True, eq=False)
class Earlier:
    """What a document said on an earlier day: its statements, and the name of the version (a commit)."""

    on: date
    version: str
    statements: tuple[ReadStatement, ...]


@dataclass(frozen=True, eq=False)
class ReadDocument:
    """A document, its language, and its statements in order, each with its reading.

    Attributes:
        today: The day from which cycles and check-ins are looked at.
        earlier: What it said before, the oldest first; empty where nobody asked for it or nothing is kept.
    """

    document: Document
    language: str
    statements: tuple[ReadStatement, ...]
    today: date = field(default_factory=date.today)
    earlier: tuple[Earlier, ...] = ()

    def of(self, okr_set: OkrSet) -> list[ReadStatement]:
        """Return the statements of a set."""
        return [one for one in self.statements if one.okr_set is okr_set]

    def under(self, objective: Objective) -> list[ReadStatement]:
        """Return the key results and initiatives of an objective."""
        return [one for one in self.statements if one.objective is objective]

    def place(self, text: Text, start: int = 0, end: int | None = None) -> Span:
        """Return the span of some characters of a text, in the source."""
        first, last = text.offsets(start, len(text.text) if end is None else end)
        if text.span.cell is not None:
            return text.span
        return self.document.source.span(first, last)


def given(one: ReadStatement, name: str) -> object:
    """Return a field of a statement, from its own column or key first, then from what its sentence says.

    Empty texts and open places (‹…›) count as absent. An owner of the objective or of the whole set is an owner of what
    stands under it.
    """
    written = getattr(one.statement, name, None)
    if written is not None and str(written).strip() and not _is_open(str(written)):
        return written
    if name == "owner":
        return _owner_above(one)
    if name == "decision":
        decided = [check.decision for check in check_ins(one) if check.decision]
        return decided[-1] if decided else None
    measure = one.reading.measure
    if name == "baseline" and "has_baseline" in one.reading.flags:
        return measure.baseline_words or True
    if name == "target" and "has_target" in one.reading.flags:
        return measure.target_words or True
    if name == "deadline":
        return measure.deadline or (one.okr_set.cycle if one.okr_set else None)
    if name in {"metric", "unit"}:
        return getattr(measure, name)
    if name in {"means", "actor"}:
        return getattr(one.reading, name)
    if name == "cycle":
        return one.okr_set.cycle if one.okr_set else None
    return None


def _is_open(written: str) -> bool:
    """Whether a value is still to be filled in: all of its letters stand in ‹…›."""
    return "‹" in written and not _LETTERS.search(_OPEN.sub("", written))


def _owner_above(one: ReadStatement) -> object:
    if one.objective is not None and one.objective.owner is not None:
        return one.objective.owner
    return one.okr_set.owner if one.okr_set else None


def check_ins(one: ReadStatement) -> tuple[CheckIn, ...]:
    """Return the check-ins of a statement; an initiative has none."""
    return getattr(one.statement, "check_ins", ())
