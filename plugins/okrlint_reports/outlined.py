"""The outline: the tree that was found in a file, with places and fields, and what was left out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from pydantic import BaseModel

from okrlint.hookspecs import Page
from okrlint.model import CheckIn, Document, KeyResult, Objective, OkrSet, Skipped, Span, Statement, Text
from okrlint.model import walk as statements_of
from okrlint.review import Outlined
from okrlint_reports.lay import paint, wrapped
from okrlint_reports.outline_words import outline_words, reason_in
from okrlint_reports.words import words

MARGIN: Final = "  "
#: Wide enough for the place of nearly every line.
PLACE: Final = 8
#: A file full of prose would bury the tree; so many places of what was left out are shown.
MOST_PLACES: Final = 20
LONGEST_WORDS: Final = 60
_OF_SET: Final = ("organisation", "team", "cycle", "level", "owner")
_SHOWN: Final = (
    "metric", "deadline", "owner", "status", "score", "priority", "kind", "source", "decision", "annotation",
    "rationale", "language", "objective_text",
)  # fmt: skip


def text(outlines: Iterable[Outlined], page: Page) -> Iterator[str]:
    """Yield each document's tree for a person."""
    for number, one in enumerate(outlines):
        if number and not page.quiet:
            yield "\n"
        yield from _document(one.document, page, page.language or one.language)


def _document(document: Document, page: Page, language: str) -> Iterator[str]:
    found = Counter(str(statement.role) for statement, _, _ in statements_of(document))
    said, path = outline_words(language), paint(page, document.path, bold=True)
    colon = _colon(language)
    if found:
        roles = [role for role in ("objective", "key_result", "initiative", "unknown") if found[role]]
        counts = [_counted(said, role, found[role]) for role in roles]
        yield f"{path}{colon} {', '.join(counts[:-1])}{said['and'] if counts[:-1] else ''}{counts[-1]}\n"
    elif not page.quiet:
        yield f"{path}{colon} {words(language)['none']}\n"
    for number, okr_set in enumerate(document.sets, 1):
        yield from _set(okr_set, number if len(document.sets) > 1 else None, page, language)
    for statement in document.statements:
        yield from _statement(statement, 0, page, language)
    if not page.quiet and document.skipped:
        yield from _left_out(document.skipped, page, language)


def _set(okr_set: OkrSet, number: int | None, page: Page, language: str) -> Iterator[str]:
    said = outline_words(language)
    named = [(name, value.text) for name in _OF_SET if (value := getattr(okr_set, name)) is not None]
    named += [("parent", okr_set.parent.target.text)] if okr_set.parent else []
    parts = [f"{said[name]}{_colon(language)} {value}" for name, value in named]
    first = [said["set"].format(n=number)] if number is not None else []
    if first or parts:
        yield wrapped(page, " · ".join([*first, *parts]), MARGIN) + "\n"
    for key_result in okr_set.key_results:
        yield from _statement(key_result, 0, page, language)
    for initiative in okr_set.initiatives:
        yield from _statement(initiative, 0, page, language)
    for objective in okr_set.objectives:
        yield from _statement(objective, 0, page, language)


def _statement(one: Statement, depth: int, page: Page, language: str) -> Iterator[str]:
    head = words(language)[one.role] + (f" {one.id}" if one.id else "")
    place = _place(one.text.span).ljust(PLACE - 1) + " "
    inner = MARGIN + " " * PLACE + MARGIN * depth
    lines = wrapped(page, f"{head}{_colon(language)} {one.text.text}", MARGIN + place + MARGIN * depth, inner + MARGIN)
    yield lines.replace(head, paint(page, head, bold=True), 1) + "\n"
    fields = _fields(one, language)
    if fields:
        yield wrapped(page, " · ".join(fields), inner + MARGIN) + "\n"
    for check in getattr(one, "check_ins", ()):
        yield wrapped(page, _check_in(check, language), inner + MARGIN) + "\n"
    if isinstance(one, Objective):
        for key_result in one.key_results:
            yield from _statement(key_result, depth + 1, page, language)
    if isinstance(one, Objective | KeyResult):
        for initiative in one.initiatives:
            yield from _statement(initiative, depth + 1, page, language)


def _fields(one: Statement, language: str) -> list[str]:
    said, colon = outline_words(language), _colon(language)
    found = []
    held = {name: str(value) for name in _SHOWN if (value := getattr(one, name, None)) is not None}
    if isinstance(one, KeyResult):
        measured = {name: value.text for name in ("baseline", "target", "unit") if (value := getattr(one, name))}
        if "baseline" in measured and "target" in measured:
            found.append(f"{measured['baseline']} → {measured['target']} {measured.get('unit', '')}".rstrip())
        else:
            held = measured | held
    found += [f"{said[name]}{colon} {value}" for name, value in held.items()]
    if isinstance(one, KeyResult) and one.confidence is not None:
        found.append(f"{said['confidence']}{colon} {_percent(one.confidence, language)}")
    if one.commitment is not None:
        name = "commitment_learning" if one.commitment == "learning" else one.commitment
        found.append(f"{said['commitment']}{colon} {said[name]}")
    return found + [f"{said[link.kind]}{colon} {link.target.text}" for link in one.links]


def _check_in(check: CheckIn, language: str) -> str:
    said, colon = outline_words(language), _colon(language)
    parts = [f"{check.value:g}"] if check.value is not None else []
    if check.confidence is not None:
        parts.append(f"{said['confidence']}{colon} {_percent(check.confidence, language)}")
    parts += [f"{said['learning']}{colon} {check.learning.text}"] if check.learning else []
    parts += [f"{said['decision']}{colon} {said[check.decision]}"] if check.decision else []
    named = f"{said['check_in']} {check.on.isoformat()}" if check.on else said["check_in"]
    return f"{named}{colon} {' · '.join(parts)}" if parts else named


def _left_out(skipped: Iterable[Skipped], page: Page, language: str) -> Iterator[str]:
    """Show what was left out, neighbours with the same reason in one line."""
    said, colon = outline_words(language), _colon(language)
    runs: list[tuple[Skipped, int]] = []
    for one in skipped:
        if runs and runs[-1][0].reason == one.reason:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((one, 1))
    yield f"{MARGIN}{paint(page, said['left_out'], bold=True)}\n"
    for one, count in runs[:MOST_PLACES]:
        place = MARGIN + _place(one.text.span).ljust(PLACE - 1) + " "
        shown = " ".join(one.text.text.split())
        shown = shown if len(shown) <= LONGEST_WORDS else shown[:LONGEST_WORDS].rstrip() + "…"
        more = " " + said["more"].format(n=count - 1) if count > 1 else ""
        quoted = f"«\u00a0{shown}\u00a0»" if language.lower().startswith("fr") else f"“{shown}”"
        line = f"{quoted}{more}{colon} {reason_in(language, one.reason)}"
        yield wrapped(page, line, place, MARGIN + " " * PLACE) + "\n"
    if len(runs) > MOST_PLACES:
        yield wrapped(page, said["not_shown"].format(n=len(runs) - MOST_PLACES), MARGIN) + "\n"


def _counted(said: Mapping[str, str], role: str, number: int) -> str:
    return said[f"{role}_1" if number == 1 else f"{role}_n"].format(n=number)


def _place(span: Span) -> str:
    return span.cell or f"{span.line}:{span.column}"


def _colon(language: str) -> str:
    return "\u00a0:" if language.lower().startswith("fr") else ":"


def _percent(share: float, language: str) -> str:
    return f"{100 * share:g}" + ("\u202f%" if language.lower().startswith("fr") else "%")


def as_json(outlines: Iterable[Outlined], page: Page) -> Iterator[str]:
    """Yield one JSON object with every document: its tree with places and fields, and what was left out."""
    del page
    made = {"version": 1, "documents": [_row(one) for one in outlines]}
    yield json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _row(outlined: Outlined) -> dict[str, Any]:
    document = outlined.document
    return {
        "path": document.path,
        "format": document.format,
        "language": outlined.language,
        "sets": [_held(okr_set) for okr_set in document.sets],
        "statements": [_held(statement) for statement in document.statements],
        "skipped": [{**_at(one.text.span), "text": one.text.text, "reason": one.reason} for one in document.skipped],
    }


def _held(model: BaseModel) -> dict[str, Any]:
    """Return a model's fields as plain values, without those that are empty; a statement comes with its place."""
    own = _at(model.text.span) if isinstance(model, Statement) else {}
    values = {name: _value(getattr(model, name)) for name in type(model).model_fields}
    return {**own, **{name: value for name, value in values.items() if value not in (None, [])}}


def _value(value: object) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(value, Text):
        return value.text
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, BaseModel):
        return _held(value)
    return value.isoformat() if isinstance(value, date) else value


def _at(span: Span) -> dict[str, Any]:
    return {"line": span.line, "column": span.column, **({"cell": span.cell} if span.cell else {})}
