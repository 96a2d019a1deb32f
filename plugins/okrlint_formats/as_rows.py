"""A document as the rows of a table: a header with the columns that are used, and a row a statement or check-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrlint.model import CheckIn, Document, KeyResult, Objective, OkrSet, Statement
from okrlint_formats.as_tree import MEASURED, as_number, plain_number
from okrlint_formats.columns import HEADERS, LINKS, OF_STATEMENT, ORDER, TYPES
from okrlint_formats.sheets.values import trusted

Cell = str | int | float | None
#: A row by the names of its columns; a column of links holds as many cells as there are links.
Row = dict[str, Sequence[Cell]]


@dataclass(frozen=True)
class Table:
    """A header and the rows below it, all of one length."""

    header: list[str]
    rows: list[list[Cell]]


def table(document: Document, language: str) -> Table:
    """Return a document as a table with the column names and types of a language."""
    code = "fr" if language.lower().startswith("fr") else "en"
    rows = list(_rows(document, TYPES[code]))
    widths = {name: max((len(row.get(name, ())) for row in rows), default=0) for name in ORDER}
    # The type and the words are always there, so that a reader knows the table for one of OKRs.
    widths |= dict.fromkeys(("type", "objective", "key_result", "initiative"), 1)
    header = [HEADERS[code][name] for name in ORDER for _ in range(widths[name])]
    cells = [
        [cell for name in ORDER for cell in _padded(row.get(name, ()), widths[name])] for row in rows
    ]  # fmt: skip
    return Table(header, cells)


def _padded(held: Sequence[Cell], width: int) -> list[Cell]:
    return [*held, *[None] * (width - len(held))]


def _rows(document: Document, types: dict[str, str]) -> Iterator[Row]:
    many = len(document.sets) > 1 or bool(document.statements)
    spoken: Row = {"document_language": [document.language]} if document.language else {}
    for number, okr_set in enumerate(document.sets, 1):
        about = {**({"set": [number]} if many else {}), **spoken, **_set(okr_set)}
        for row in _of_set(okr_set, types):
            yield {**about, **row}
    for statement in document.statements:
        under: Row = {"objective": [statement.objective_text]} if statement.objective_text is not None else {}
        for row in _statement(statement, under, types):
            yield {"set": [0], **spoken, **row}


def _set(okr_set: OkrSet) -> Row:
    names = {"organisation": "organisation", "team": "team", "cycle": "cycle", "level": "level", "set_owner": "owner"}
    row: Row = {name: [str(value)] for name, key in names.items() if (value := getattr(okr_set, key)) is not None}
    return {**row, "set_parent": [okr_set.parent.target.text]} if okr_set.parent else row


def _of_set(okr_set: OkrSet, types: dict[str, str]) -> Iterator[Row]:
    for key_result in okr_set.key_results:
        yield from _key_result(key_result, {}, types)
    for initiative in okr_set.initiatives:
        yield from _statement(initiative, {}, types)
    for objective in okr_set.objectives:
        yield from _statement(objective, {}, types)
        under: Row = {"objective": [objective.text.text]}
        for key_result in objective.key_results:
            yield from _key_result(key_result, under, types)
        for initiative in objective.initiatives:
            yield from _statement(initiative, under, types)


def _key_result(one: KeyResult, under: Row, types: dict[str, str]) -> Iterator[Row]:
    yield from _statement(one, under, types)
    for initiative in one.initiatives:
        yield from _statement(initiative, {**under, "key_result": [one.text.text]}, types)


def _statement(one: Statement, under: Row, types: dict[str, str]) -> Iterator[Row]:
    words: Row = {one.role if one.role != "unknown" else "statement": [one.text.text]}
    values = {name: getattr(one, name, None) for name in OF_STATEMENT}
    fields: Row = {name: [_cell(name, value)] for name, value in values.items() if value is not None}
    targets = {kind: [link.target.text for link in one.links if link.kind == kind] for kind in LINKS}
    links: Row = {kind: held for kind, held in targets.items() if held}
    yield {**under, **words, "type": [types[one.role]], **fields, **links}
    for check in one.check_ins if isinstance(one, KeyResult | Objective) else ():
        yield {**under, **words, "type": [types["check_in"]], **_check_in(check)}


def _check_in(check: CheckIn) -> Row:
    row: Row = {"date": [check.on.isoformat()]} if check.on else {}
    row |= {"value": [_figure(check.value)]} if check.value is not None else {}
    row |= {"confidence": [_figure(check.confidence)]} if check.confidence is not None else {}
    row |= {"learning": [check.learning.text]} if check.learning else {}
    return row | ({"decision": [check.decision]} if check.decision else {})


def _cell(name: str, value: object) -> Cell:
    """Return a value as a number where a sheet shows it as it was written."""
    if isinstance(value, float):
        return _figure(value)
    number = as_number(str(value)) if name in MEASURED else str(value)
    figure = _figure(number) if isinstance(number, int | float) else None
    return figure if figure is not None and str(figure) == str(value) else str(value)


def _figure(value: float) -> Cell:
    """Return a number, or its digits as text where a sheet would round them."""
    plain = plain_number(value)
    return plain if trusted(value) == value else str(plain)
