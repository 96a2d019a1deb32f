"""SARIF 2.1.0, for code scanning: each note a result, with a fingerprint that survives moved lines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from okrlint.cards import Card
from okrlint.coaching.page import page_of
from okrlint.coaching.page_as import as_markdown, as_text
from okrlint.config import find_house
from okrlint.engine.rulebook import cards
from okrlint.errors import OkrlintError, PassedOver, ReadError
from okrlint.hookspecs import Page
from okrlint.model import Span
from okrlint.record import FindingRecord, NoteRecord, Record
from okrlint.review import Review
from okrlint_reports.told import ended, from_root, text_of

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[Mapping[str, str]] = {"error": "error", "warning": "warning", "info": "note"}


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield one log with one run."""
    language = page.language or (review.documents[0].language if review.documents else "en")
    used = {note.finding.code: note for _, note in review.notes}
    known = {card.code: card for _, card in cards(find_house(Path.cwd()))}
    rules = [_rule(known.get(code), note, language) for code, note in sorted(used.items())]
    run = {
        "tool": {"driver": {"name": "okrlint", "version": metadata.version("okrlint"), "rules": rules}},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(review)],
        "results": list(_results(review, sorted(used))),
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(card: Card | None, note: NoteRecord, language: str) -> dict[str, Any]:
    """Return what a viewer tells of a rule; the note stands in for a card of a house that is not here."""
    made: dict[str, Any] = {
        "id": note.finding.code,
        "name": "".join(word.capitalize() for word in note.finding.name.split("-")),
        "shortDescription": {"text": ended(note.title)},
        "defaultConfiguration": {"level": _LEVELS[note.finding.severity]},
        "properties": {"tags": ["okr", note.finding.family]},
    }
    if card is None:
        return made
    told = page_of(card, language)
    made["shortDescription"] = {"text": ended(told.title)}
    made["fullDescription"] = {"text": told.sections[1].lines[0]}
    made["help"] = {"text": "".join(as_text(told)), "markdown": as_markdown(told)}
    made["defaultConfiguration"] = {"level": _LEVELS[card.severity]}
    return made


def _results(review: Review, order: list[str]) -> Iterator[dict[str, Any]]:
    for document in review.documents:
        seen: Counter[str] = Counter()
        for note in document.notes:
            finding = note.finding
            seen[finding.fingerprint] += 1
            time = f":{seen[finding.fingerprint]}" if seen[finding.fingerprint] > 1 else ""
            also = [_location(document, each) for each in note.gathered if each is not finding]
            yield {
                "ruleId": finding.code,
                "ruleIndex": order.index(finding.code),
                "level": _LEVELS[finding.severity],
                "message": {"text": f"{ended(note.title)} {text_of(note)}"},
                "locations": [_location(document, finding)],
                **({"relatedLocations": also} if also else {}),
                "partialFingerprints": {"okrlint/v1": finding.fingerprint + time},
                "rank": round(100 * finding.confidence, 1),
            }


def _location(document: Record, finding: FindingRecord) -> dict[str, Any]:
    place = finding.place
    where: dict[str, Any] = {"artifactLocation": _artifact(from_root(document.path))}
    # A sheet has no lines, and a result without one is not shown: it stands on the first.
    region = {"startLine": 1} if place.cell else _region(place)
    made = {"physicalLocation": {**where, "region": region}}
    name = place.cell or finding.statement
    return {**made, "logicalLocations": [{"name": name, "kind": "element"}]} if name else made


def _region(place: Span) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str) -> dict[str, str]:
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path)}


def _invocation(review: Review) -> dict[str, Any]:
    faults = [error for error in review.errors if not isinstance(error, PassedOver)]
    made: dict[str, Any] = {"executionSuccessful": not faults}
    if review.errors:
        made["toolExecutionNotifications"] = [_notification(error) for error in review.errors]
    return made


def _notification(error: OkrlintError) -> dict[str, Any]:
    level = "note" if isinstance(error, PassedOver) else "error"
    made: dict[str, Any] = {"level": level, "message": {"text": str(error)}}
    if isinstance(error, ReadError) and error.culprit != "-":
        region = {"startLine": error.line, "startColumn": error.column or 1} if error.line else None
        place: dict[str, Any] = {"artifactLocation": _artifact(from_root(error.culprit))}
        made["locations"] = [{"physicalLocation": {**place, **({"region": region} if region else {})}}]
    return made
