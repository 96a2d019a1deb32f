"""What a run brought, for reporters: plain data, as light as its records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from okrlint.errors import OkrlintError, ending
from okrlint.record import FindingRecord, NoteRecord, Record, StatementRecord

Ending = Literal[0, 1, 2, 3]
_HEAVINESS: Final[Mapping[str, int]] = {"error": 3, "warning": 2, "info": 1, "never": 9}


@dataclass
class Review:
    """What a run brought: a record for each document, in order, and the errors, each to be told once."""

    documents: list[Record] = field(default_factory=list)
    errors: list[OkrlintError] = field(default_factory=list)

    @property
    def notes(self) -> list[tuple[Record, NoteRecord]]:
        """Every note in order, each with the document that it speaks of."""
        return [(document, note) for document in self.documents for note in document.notes]

    @property
    def key_results(self) -> list[StatementRecord]:
        """Every key result that was read, without frames that nobody has filled in yet."""
        every = (one for document in self.documents for one in document.statements)
        return [one for one in every if one.role == "key_result" and not one.frame]

    def ending(self) -> Ending:
        """Return the exit code: 3 a plugin or rule failed, 2 something could not be read, 1 findings, else 0."""
        failed = ending(self.errors)
        if failed:
            return failed
        failing = any(fails(finding, document) for document in self.documents for finding in document.findings)
        return 1 if failing else 0


def fails(finding: FindingRecord, document: Record) -> bool:
    """Whether a finding is one that makes the command fail."""
    return _HEAVINESS[finding.severity] >= _HEAVINESS[document.fail_on]
