"""Annotations on a pull request of GitHub: workflow commands, a line a note.

GitHub shows the first ten of each level in a step, so those come first that are most worth a conversation. How a value
is escaped: "Workflow commands for GitHub Actions" in GitHub's documentation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from okrlint.errors import Aside, ReadError
from okrlint.hookspecs import Page
from okrlint.record import NoteRecord, Record
from okrlint_reports.told import by_worth, from_root, text_of

if TYPE_CHECKING:
    from okrlint.review import Review

_LEVELS: Final[Mapping[str, str]] = {"error": "error", "warning": "warning", "info": "notice"}


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield a workflow command for each note, and an error for each file that could not be read."""
    del page
    for document, note in by_worth(review):
        yield _command(_LEVELS[note.finding.severity], _place(document, note), text_of(note, "\n"))
    for error in review.errors:
        line = error.line if isinstance(error, ReadError | Aside) else None
        place = {"file": from_root(error.culprit), "line": str(line)} if line else {}
        level = "notice" if isinstance(error, Aside) else "error"
        yield _command(level, {**place, "title": "okrlint"}, str(error))


def _place(document: Record, note: NoteRecord) -> Mapping[str, str]:
    finding = note.finding
    title = f"{finding.code} {note.title}"
    if finding.place.cell:
        # A sheet has no lines: the annotation stands on the file, and says the cell.
        return {"file": from_root(document.path), "title": f"{title} ({finding.place.cell})"}
    place = finding.place
    found = {"file": from_root(document.path), "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:  # columns hold for one line alone
        found |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return {**found, "title": title}


def _command(level: str, properties: Mapping[str, str], message: str) -> str:
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {told}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
