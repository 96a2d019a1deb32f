"""Reviewdog's diagnostic format: what `reviewdog -f=rdjson` reads. Columns count bytes of UTF-8 there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from okrlint.hookspecs import Page
from okrlint.record import FindingRecord
from okrlint_reports.told import by_worth, from_root, text_of

if TYPE_CHECKING:
    from okrlint.review import Review

_SEVERITIES: Final[Mapping[str, str]] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield one JSON object; a frame is no suggestion, as nobody could apply it as it stands."""
    del page
    diagnostics = [
        {
            "message": f"{note.title}\n{text_of(note, chr(10))}",
            "location": {"path": from_root(document.path), **_range(note.finding)},
            "severity": _SEVERITIES[note.finding.severity],
            "code": {"value": note.finding.code},
        }
        for document, note in by_worth(review)
    ]
    made = {"source": {"name": "okrlint"}, "diagnostics": diagnostics}
    yield json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _range(finding: FindingRecord) -> dict[str, Any]:
    if finding.place.cell:
        return {}
    start, end = finding.columns
    return {
        "range": {
            "start": {"line": finding.place.line, "column": start},
            "end": {"line": finding.place.end_line, "column": end},
        }
    }
