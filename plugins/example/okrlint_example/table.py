"""The report as CSV: a line for each place, to sort and filter in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from okrlint.hookspecs import Page
from okrlint.record import FindingRecord, NoteRecord, Record
from okrlint.review import Review

COLUMNS: Final = (
    "path", "line", "column", "code", "severity", "role", "statement", "message", "question", "language",
)  # fmt: skip
#: A cell that begins so is a formula to a spreadsheet, and whoever wrote the document would be running it.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write(run: Review, page: Page) -> Iterator[str]:
    """Yield the head and then a line for each finding that a note speaks for.

    Neither colour nor width matters to a machine, and a head that comes and goes with `--quiet` would break one; what
    could not be read is told on standard error by okrlint itself.
    """
    del page
    yield _line(COLUMNS)
    for document, note in run.notes:
        for finding in note.gathered:
            yield _line(_cells(document, note, finding))


def _cells(document: Record, note: NoteRecord, finding: FindingRecord) -> Iterator[str]:
    one = document.about(finding)
    yield document.path
    yield str(finding.place.line)
    yield str(finding.place.column)
    yield finding.code
    yield finding.severity
    yield one.role if one else "set"
    yield one.text if one else ""
    yield note.message
    yield note.question
    yield note.language


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return written.getvalue()
