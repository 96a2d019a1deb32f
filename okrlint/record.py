"""A record: all that a review has to say of one document, as plain data that reporters read and a cache keeps.

Whatever shows findings (a terminal, a CI server, a page) reads records and nothing behind them, so that a finding that
was worked out yesterday looks like one of today. Words are in the language of the statement already. Nothing heavy is
imported here: what is known is shown without any of what worked it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from okrlint.cards import Family, Severity
    from okrlint.config import FailOn


@dataclass(frozen=True)
class Place:
    """A stretch of a document: characters from 0, lines and columns from 1, the end exclusive; the cell of a sheet."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    cell: str | None = None


@dataclass(frozen=True)
class SourceRecord:
    """Who holds what a rule says, or who does not."""

    who: str
    where: str
    position: Literal["for", "against"]


@dataclass(frozen=True)
class StatementRecord:
    """One statement that was read. `frame` says that it is still to be filled in."""

    id: str
    role: str
    text: str
    place: Place
    language: str
    kind: str
    confidence: float
    frame: bool = False
    objective: str | None = None

    @property
    def is_work(self) -> bool:
        """Whether it describes work, and no change."""
        return self.kind in {"activity", "output"}


@dataclass(frozen=True)
class Stretch:
    """Words of a statement, as characters from `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Proposal:
    """A sentence that could stand in a statement's place, and who proposes it: a rewriter by its name."""

    text: str
    by: str


@dataclass(frozen=True)
class Settled:
    """Why a finding is not told: who settled it, and with which reason.

    `document`: a word in the document; `configuration`: `[[kept]]`; `baseline`: it was known before; `since`: what it
    speaks of was not touched.
    """

    by: Literal["document", "configuration", "baseline", "since"]
    reason: str = ""


@dataclass(frozen=True)
class FindingRecord:
    """One rule's verdict on one place.

    Attributes:
        place: The words at fault, or the statement, or where the set begins.
        columns: Where it begins and ends in its lines, counted in bytes of UTF-8 from 1, as some readers want it.
        statement: The id of the statement; None for a set.
        team: The team of the set that it is in, or nothing.
        fingerprint: What it is known by when lines move: the rule, and the words that it speaks of.
        title: What its rule is about, in a few words.
        settled: Who settled it, so that it is not told, and with which reason; None where it stands.
    """

    code: str
    name: str
    family: Family
    severity: Severity
    confidence: float
    place: Place
    columns: tuple[int, int]
    statement: str | None
    team: str
    fingerprint: str
    title: str
    settled: Settled | None = None


@dataclass(frozen=True)
class Gone:
    """A known finding that is there no more: its rule, its fingerprint, and the first words that it spoke of."""

    code: str
    fingerprint: str
    statement: str


@dataclass(frozen=True)
class NoteRecord:
    """A note as a person reads it; `okrlint.coaching.Note` says what each text is.

    Attributes:
        finding: The finding that it speaks of; the first one, where it gathers several.
        gathered: All that it speaks for.
        place: Where it belongs: the statement's own place, or the set's.
        words: The words that the finding rests on.
        shown: The stretches of the statement to mark.
        worth: The more a conversation is worth, the smaller; for the order of notes alone.
    """

    finding: FindingRecord
    gathered: tuple[FindingRecord, ...]
    place: Place
    words: tuple[Stretch, ...]
    shown: tuple[tuple[int, int], ...]
    worth: tuple[int, int, float, str]
    language: str
    title: str
    message: str
    why: str
    question: str
    rewrite: tuple[str, ...]
    advice: str | None
    tentative: bool
    short: bool
    proposals: tuple[Proposal, ...]
    sources: tuple[SourceRecord, ...]

    @property
    def gathers(self) -> bool:
        """Whether it speaks for several findings at once."""
        return len(self.gathered) > 1


@dataclass(frozen=True)
class Record:
    """One document: its statements in order, every finding that stands, and the notes chosen from them.

    `settled` are findings that are not told, each with who settled it; `gone` known ones that are there no more.
    """

    path: str
    format: str
    language: str
    fail_on: FailOn
    statements: tuple[StatementRecord, ...] = ()
    findings: tuple[FindingRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    settled: tuple[FindingRecord, ...] = ()
    gone: tuple[Gone, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, StatementRecord]:
        return {one.id: one for one in self.statements}

    def about(self, finding: FindingRecord) -> StatementRecord | None:
        """Return the statement of a finding, or None where it speaks of a set."""
        return self._by_id.get(finding.statement) if finding.statement is not None else None
