"""A record as text, and back: what a cache keeps of a document. It is data alone, and runs nothing when it is read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any, Final, TypeVar

from okrlint.errors import Aside
from okrlint.record import (
    FindingRecord,
    Gone,
    NoteRecord,
    Place,
    Proposal,
    Record,
    Settled,
    SourceRecord,
    StatementRecord,
    Stretch,
)

_Made = TypeVar("_Made")


def dumped(record: Record, asides: list[Aside]) -> str:
    """Return a record, and what is said beside it, as text."""
    whole = asdict(record)
    sources: dict[str, Any] = {}
    place = {id(one): at for at, one in enumerate(record.findings)}
    for note, row in zip(record.notes, whole["notes"], strict=True):
        row["finding"] = place[id(note.finding)]
        row["gathered"] = [place[id(one)] for one in note.gathered]
        # A rule's sources are the same for each of its notes.
        sources[note.finding.code] = row["sources"]
        row["sources"] = note.finding.code
    said = [[str(one.args[0]), one.culprit, one.line, one.column] for one in asides]
    return json.dumps({"record": whole, "sources": sources, "asides": said}, ensure_ascii=False, separators=(",", ":"))


def loaded(text: str) -> tuple[Record, list[Aside]]:
    """Return what was kept as text; raise ValueError, KeyError or TypeError where it was not."""
    kept = json.loads(text)
    row = kept["record"]
    findings = tuple(map(_finding, row.pop("findings")))
    row["statements"] = tuple(_of(StatementRecord, one, place=_place) for one in row["statements"])
    row["settled"] = tuple(map(_finding, row["settled"]))
    row["gone"] = tuple(_of(Gone, one) for one in row["gone"])
    sources = {code: tuple(_of(SourceRecord, one) for one in all_) for code, all_ in kept["sources"].items()}
    row["notes"] = tuple(_note(one, findings, sources) for one in row["notes"])
    asides = [Aside(what, culprit=culprit, line=line, column=column) for what, culprit, line, column in kept["asides"]]
    return Record(findings=findings, **row), asides


def _finding(row: dict[str, Any]) -> FindingRecord:
    return _of(FindingRecord, row, place=_place, columns=tuple, settled=lambda one: _of(Settled, one) if one else None)


def _note(
    row: dict[str, Any], findings: tuple[FindingRecord, ...], sources: Mapping[str, tuple[SourceRecord, ...]]
) -> NoteRecord:
    return _of(
        NoteRecord,
        row,
        finding=lambda at: findings[at],
        gathered=lambda places: tuple(findings[at] for at in places),
        place=_place,
        words=lambda all_: tuple(_of(Stretch, one) for one in all_),
        shown=lambda all_: tuple((start, end) for start, end in all_),
        worth=tuple,
        rewrite=tuple,
        proposals=lambda all_: tuple(_of(Proposal, one) for one in all_),
        sources=sources.__getitem__,
    )


def _place(row: dict[str, Any]) -> Place:
    return _of(Place, row)


def _of(kind: type[_Made], row: dict[str, Any], **made: Callable[[Any], Any]) -> _Made:
    """Return one of a kind, its fields as they were kept.

    Raises:
        ValueError: Another okrlint kept it, with other fields.
    """
    if row.keys() != _FIELDS[kind]:
        raise ValueError(f"no {kind.__name__}")
    for name, make in made.items():
        row[name] = make(row[name])
    # A frozen class sets its fields one by one, by way of its base: of ten thousand, that takes longer than all else.
    one = object.__new__(kind)
    one.__dict__.update(row)
    return one


_FIELDS: Final[Mapping[type, frozenset[str]]] = {
    kind: frozenset(one.name for one in fields(kind))
    for kind in (FindingRecord, Gone, NoteRecord, Place, Proposal, Settled, SourceRecord, StatementRecord, Stretch)
}
