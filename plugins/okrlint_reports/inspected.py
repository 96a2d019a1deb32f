"""The window into the reading: one line a statement for machines, the carrying words underlined for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from okrlint.hookspecs import Page
from okrlint.printable import printable
from okrlint.reading import FLAGS, Measure, Reading
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint_reports.lay import paint, underlined, where, wrapped
from okrlint_reports.words import words

MARGIN = "  "


def jsonl(documents: Iterable[ReadDocument], page: Page) -> Iterator[str]:
    """Yield one JSON object a statement, each on a line of its own."""
    del page
    for document in documents:
        for one in document.statements:
            yield json.dumps(_row(document, one), ensure_ascii=False) + "\n"


def _row(document: ReadDocument, one: ReadStatement) -> dict[str, Any]:
    statement, okr_set = one.statement, one.okr_set
    objective = one.objective.text.text if one.objective else statement.objective_text
    return {
        "id": one.ident,
        "path": document.document.path,
        "line": statement.text.span.line,
        "column": statement.text.span.column,
        "cell": statement.text.span.cell,
        "role": one.role,
        "text": one.text,
        "language": one.reading.language,
        "objective": objective,
        "team": okr_set.team.text if okr_set and okr_set.team else None,
        "cycle": okr_set.cycle.text if okr_set and okr_set.cycle else None,
        "annotation": statement.annotation.text if statement.annotation else None,
        "reading": _reading(one.reading),
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "kind": reading.kind,
        "confidence": reading.confidence,
        "flags": [flag for flag in FLAGS if flag in reading.flags],
        "vague_terms": [term.text for term in reading.vague_terms],
        "measure": _measure(reading.measure),
        "evidence": [
            {
                "start": each.start,
                "end": each.end,
                "text": each.text,
                "signal": each.signal,
                "weight": each.weight,
            }
            for each in reading.evidence
        ],
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "metric": measure.metric.text if measure.metric else None,
        "baseline": measure.baseline,
        "target": measure.target,
        "unit": measure.unit,
        "direction": measure.direction,
        "comparator": measure.comparator,
        "deadline": measure.deadline.text if measure.deadline else None,
    }


def text(documents: Iterable[ReadDocument], page: Page) -> Iterator[str]:
    """Yield each statement for a person, with its place, its kind and its measure."""
    for document in documents:
        said = words(page.language or document.language)
        if not document.statements and not page.quiet:
            yield f"{paint(page, document.document.path, bold=True)}: {said['none']}\n"
        for one in document.statements:
            yield from _statement(document, one, page)


def _statement(document: ReadDocument, one: ReadStatement, page: Page) -> Iterator[str]:
    reading = one.reading
    said = words(page.language or reading.language)
    span = one.statement.text.span
    place = printable(f"{document.document.path}:{where(span)}")
    kind = paint(page, said[reading.kind], bold=True)
    # French sets a no-break space before a colon and a percent sign.
    percent, colon = ("\u202f%", "\u00a0:") if said is words("fr") else ("%", ":")
    yield f"{place}  {said[one.role]}{colon} {kind} ({said['sure']} {100 * reading.confidence:.0f}{percent})\n"
    for line in underlined(page, one.text, [(each.start, each.end) for each in reading.evidence], MARGIN):
        yield line.rstrip() + "\n"
    rows = {
        name: value for name, value in _measure(reading.measure).items() if value is not None and name != "deadline"
    }
    shown = [
        f"{said[name]} {value:g}" if isinstance(value, float) else f"{said[name]} {value}"
        for name, value in rows.items()
    ]
    if reading.measure.deadline:
        shown.append(reading.measure.deadline.text)
    if shown:
        yield wrapped(page, " · ".join(shown), MARGIN) + "\n"
    if reading.flags:
        flags = ", ".join(flag for flag in FLAGS if flag in reading.flags)
        yield wrapped(page, f"{said['flags']}{colon} {flags}", MARGIN) + "\n"
    if reading.vague_terms:
        vague = ", ".join(term.text for term in reading.vague_terms)
        yield wrapped(page, f"{said['vague_terms']}{colon} {vague}", MARGIN) + "\n"
    for each in reading.evidence:
        yield wrapped(page, f"{each.weight:+.2f}  {each.text}  ({each.signal})", MARGIN * 2) + "\n"
    yield "\n"
