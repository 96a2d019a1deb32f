"""Whose turn it is: the next statement with something to talk about, and the notes on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from okrlint.coach.session import Session
from okrlint.coaching import Note, again, note, worth
from okrlint.config import Config
from okrlint.engine.findings import Finding
from okrlint.engine.line import writable
from okrlint.errors import OkrlintError
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint.review import Reviewed, examined


@dataclass(frozen=True, eq=False)
class Turn:
    """A statement and what there is to say of it; `place` and `of` count the turns that are left with it."""

    statement: ReadStatement
    notes: tuple[Note, ...]
    place: int
    of: int

    @property
    def key(self) -> str:
        """What the statement is remembered by: its sentence."""
        return " ".join(self.statement.text.split())

    @property
    def frames(self) -> tuple[str, ...]:
        """Every frame that a line can start from."""
        return tuple(one for one in self._offered if writable(one, self.statement))

    @property
    def others(self) -> tuple[str, ...]:
        """Every frame of something that stands by itself, such as a key result below an objective."""
        return tuple(one for one in self._offered if not writable(one, self.statement))

    @property
    def _offered(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(frame for one in self.notes for frame in one.rewrite))


@dataclass
class Said:
    """The notes that the conversation has shown, by rule, so that none is told twice."""

    notes: dict[str, list[Note]] = field(default_factory=lambda: defaultdict(list))


def turns(reviewed: Reviewed, session: Session, said: Said, house: Path | None) -> list[Turn]:
    """Return the turns that are left, in document order."""
    open_ = [
        (one, found)
        for one, found in _by_statement(reviewed.document, reviewed.findings)
        if " ".join(one.text.split()) not in session.done
    ]
    return [
        Turn(one, _notes(found, reviewed.config, said, house), place, len(open_))
        for place, (one, found) in enumerate(open_, 1)
    ]


def _by_statement(document: ReadDocument, findings: Iterable[Finding]) -> list[tuple[ReadStatement, list[Finding]]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        if one.statement is not None:
            found[one.statement.ident].append(one)
    return [(one, found[one.ident]) for one in document.statements if one.ident in found]


def _notes(found: Iterable[Finding], config: Config, said: Said, house: Path | None) -> tuple[Note, ...]:
    best = sorted(found, key=worth)[: config.notes_per_statement]
    made = [note([one], 1, config.question_below, house) for one in best]
    return tuple(again(said.notes[one.finding.card.code], one) if one.finding.card.code in said.notes else one
                 for one in made)  # fmt: skip


def looked_at(path: str, given: dict[str, object]) -> tuple[Reviewed, list[str]]:
    """Read a file and run the rules over it; return that, and what failed on the way.

    Raises:
        OkrlintError: The file cannot be read.
    """
    made = list(examined([path], given=given))
    errors = [one for one in made if isinstance(one, OkrlintError)]
    reviewed = next((one for one in made if isinstance(one, Reviewed)), None)
    if reviewed is None:
        raise errors[0]
    return reviewed, [str(error) for error in errors]


__all__ = ["Said", "Turn", "looked_at", "turns"]
