"""GitLab's code quality report: what "Code Quality" in GitLab's documentation asks a tool of one's own to write."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from okrlint.hookspecs import Page
from okrlint_reports.told import ended, from_root, text_of

if TYPE_CHECKING:
    from okrlint.review import Review

_SEVERITIES: Final[Mapping[str, str]] = {"error": "major", "warning": "minor", "info": "info"}


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield one JSON list; a line holds for the whole file where it is a sheet."""
    del page
    rows = []
    seen: Counter[tuple[str, str]] = Counter()
    for document, note in review.notes:
        finding, path = note.finding, from_root(document.path)
        seen[path, finding.fingerprint] += 1
        rows.append(
            {
                "description": f"{ended(note.title)} {text_of(note)}",
                "check_name": finding.code,
                "fingerprint": _unique(path, finding.fingerprint, seen[path, finding.fingerprint]),
                "severity": _SEVERITIES[finding.severity],
                "location": {"path": path, "lines": {"begin": 1 if finding.place.cell else finding.place.line}},
            }
        )
    yield json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _unique(path: str, fingerprint: str, time: int) -> str:
    """Return a fingerprint that no other row has: the same sentence may stand in two files, or twice in one."""
    return hashlib.sha256(f"{path}\0{fingerprint}\0{time}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
