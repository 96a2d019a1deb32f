"""SARIF 2.1.0, for code scanning: each note a result, with a fingerprint that survives moved lines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from okrlint.cards import Card
from okrlint.coaching.page import page_of
from okrlint.coaching.page_as import as_markdown, as_text
from okrlint.config import find_house
from okrlint.engine.rulebook import cards
from okrlint.errors import Aside, OkrlintError, ReadError
from okrlint.hookspecs import Page
from okrlint.record import FindingRecord, Place, Record, Settled
from okrlint_reports.told import ended, from_root, text_of

if TYPE_CHECKING:
    from okrlint.review import Review

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[Mapping[str, str]] = {"error": "error", "warning": "warning", "info": "note"}


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield one log with one run."""
    language = page.language or (review.documents[0].language if review.documents else "en")
    told = [note.finding for _, note in review.notes] + [one for each in review.documents for one in each.settled]
    used = {one.code: one for one in told}
    known = {card.code: card for _, card in cards(find_house(Path.cwd()))}
    rules = [_rule(known.get(code), one, language) for code, one in sorted(used.items())]
    run = {
        "tool": {"driver": {"name": "okrlint", "version": metadata.version("okrlint"), "rules": rules}},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(review)],
        "results": [*_results(review, sorted(used)), *_gone(review)],
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(card: Card | None, finding: FindingRecord, language: str) -> dict[str, Any]:
    """Return what a viewer tells of a rule; the finding stands in for a card of a house that is not here."""
    made: dict[str, Any] = {
        "id": finding.code,
        "name": "".join(word.capitalize() for word in finding.name.split("-")),
        "shortDescription": {"text": ended(finding.title)},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": ["okr", finding.family]},
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
    """Yield a result for each note, and one for each finding that is not told, with the reason."""
    compared = any(one.by in {"baseline", "since"} for each in review.documents for one in _why(each))
    compared = compared or any(each.gone for each in review.documents)
    for document in review.documents:
        seen: Counter[str] = Counter()
        told = [(note.finding, f"{ended(note.title)} {text_of(note)}", note.gathered) for note in document.notes]
        settled = [(one, ended(one.title), (one,)) for one in document.settled]
        for finding, text, gathered in [*told, *settled]:
            seen[finding.fingerprint] += 1
            time = f":{seen[finding.fingerprint]}" if seen[finding.fingerprint] > 1 else ""
            also = [_location(document, each) for each in gathered if each is not finding]
            yield {
                "ruleId": finding.code,
                "ruleIndex": order.index(finding.code),
                "level": _LEVELS[finding.severity],
                "message": {"text": text},
                "locations": [_location(document, finding)],
                **({"relatedLocations": also} if also else {}),
                "partialFingerprints": {"okrlint/v1": finding.fingerprint + time},
                "rank": round(100 * finding.confidence, 1),
                **(_standing(finding) if compared else {}),
                **_suppressed(finding),
            }


def _why(document: Record) -> Iterator[Settled]:
    return (one.settled for one in document.settled if one.settled is not None)


def _standing(finding: FindingRecord) -> dict[str, Any]:
    """Return how a finding stands to what was known before."""
    old = finding.settled is not None and finding.settled.by in {"baseline", "since"}
    return {"baselineState": "unchanged" if old else "new"}


def _suppressed(finding: FindingRecord) -> dict[str, Any]:
    if finding.settled is None or finding.settled.by in {"baseline", "since"}:
        return {}
    kind = "inSource" if finding.settled.by == "document" else "external"
    reason = {"justification": finding.settled.reason} if finding.settled.reason else {}
    return {"suppressions": [{"kind": kind, **reason}]}


def _gone(review: Review) -> Iterator[dict[str, Any]]:
    for document in review.documents:
        place = {"artifactLocation": _artifact(from_root(document.path)), "region": {"startLine": 1}}
        for one in document.gone:
            yield {
                "ruleId": one.code,
                "message": {"text": f"This is there no more: {one.statement or 'OKRs'}."},
                "locations": [{"physicalLocation": place}],
                "partialFingerprints": {"okrlint/v1": one.fingerprint},
                "baselineState": "absent",
            }


def _location(document: Record, finding: FindingRecord) -> dict[str, Any]:
    place = finding.place
    where: dict[str, Any] = {"artifactLocation": _artifact(from_root(document.path))}
    # A sheet has no lines, and a result without one is not shown: it stands on the first.
    region = {"startLine": 1} if place.cell else _region(place)
    made = {"physicalLocation": {**where, "region": region}}
    name = place.cell or finding.statement
    return {**made, "logicalLocations": [{"name": name, "kind": "element"}]} if name else made


def _region(place: Place) -> dict[str, int]:
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
    faults = [error for error in review.errors if not isinstance(error, Aside)]
    made: dict[str, Any] = {"executionSuccessful": not faults}
    if review.errors:
        made["toolExecutionNotifications"] = [_notification(error) for error in review.errors]
    return made


def _notification(error: OkrlintError) -> dict[str, Any]:
    level = "note" if isinstance(error, Aside) else "error"
    made: dict[str, Any] = {"level": level, "message": {"text": str(error)}}
    if isinstance(error, ReadError | Aside) and error.culprit != "-":
        region = {"startLine": error.line, "startColumn": error.column or 1} if error.line else None
        place: dict[str, Any] = {"artifactLocation": _artifact(from_root(error.culprit))}
        made["locations"] = [{"physicalLocation": {**place, **({"region": region} if region else {})}}]
    return made
