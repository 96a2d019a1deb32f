"""What a person may want of a statement in a document, and the document that it leads to.

A change says nothing of bytes: a format writes it (`Format.edit`), and what is read from there again must be one of
the documents that `changed` yields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from okrlint.model.document import Document, Initiative, KeyResult, Link, Objective, OkrSet, Statement
from okrlint.model.mapped import mapped
from okrlint.model.text import Text

#: Ids that a reader takes from the number in a key result's label; an initiative's label has another.
_NUMBERED: Final = re.compile(r"KR\d+(?:\.\d+)*[a-z]?")
#: The fields that `SetField` knows, besides those that only some statements have.
LINKS: Final = ("parent", "depends_on", "related")
_STRUCTURE: Final = frozenset(
    {"role", "text", "links", "key_results", "initiatives", "check_ins", "objective_text", "language", "id"}
)


@dataclass(frozen=True)
class Reword:
    """Replace a statement's sentence by another, on one line."""

    text: str


@dataclass(frozen=True)
class SetField:
    """Give a field of a statement a value, or another value than it has; a link is added to those there are."""

    name: str
    value: str


@dataclass(frozen=True)
class ToInitiatives:
    """Make an initiative of a key result, under the same objective, or in the set where it stands under none."""


Change = Reword | SetField | ToInitiatives


def fields(statement: Statement) -> tuple[str, ...]:
    """Return the names of the fields that a statement may have."""
    return (*(name for name in type(statement).model_fields if name not in _STRUCTURE), *LINKS)


def kept_from(statement: KeyResult) -> tuple[str, ...]:
    """Return the names of the filled fields of a key result that an initiative has no place for."""
    own = [name for name in KeyResult.model_fields if name not in Initiative.model_fields and name != "initiatives"]
    return tuple(name for name in own if getattr(statement, name) not in (None, ()))


def changed(document: Document, statement: Statement, change: Change) -> Iterator[Document]:
    """Yield the documents that a change may lead to; they differ only in where a new initiative stands in its list."""
    if isinstance(change, ToInitiatives):
        yield from _moved(document, statement)
        return
    new = _with(statement, change)
    yield mapped(document, lambda one: new if one is statement else one)


def _with(statement: Statement, change: Reword | SetField) -> Statement:
    if isinstance(change, Reword):
        # A key may hold both a sentence and a field (`Metric: …` of a key result): they change together.
        alike = [
            name
            for name in type(statement).model_fields
            if isinstance(held := getattr(statement, name), Text) and held.span == statement.text.span
        ]
        return statement.model_copy(update=dict.fromkeys(alike, _text(change.text, statement)))
    if change.name in LINKS:
        link = Link.model_validate({"kind": change.name, "target": _text(change.value, statement)})
        return statement.model_copy(update={"links": (*statement.links, link)})
    value: object = _text(change.value, statement)
    if change.name == "confidence":
        value = float(change.value)
    elif change.name == "commitment":
        value = change.value
    return statement.model_copy(update={change.name: value})


def _text(words: str, near: Statement) -> Text:
    return Text(text=words, span=near.text.span)


def _moved(document: Document, statement: Statement) -> Iterator[Document]:
    """Yield the document with a key result as an initiative, at every place that its list has for it."""
    if not isinstance(statement, KeyResult):
        return
    shared = {name: getattr(statement, name) for name in Initiative.model_fields if name != "role"}
    initiatives = [Initiative(**shared)]
    if statement.id is not None and _NUMBERED.fullmatch(statement.id):
        initiatives.append(Initiative(**{**shared, "id": None}))
    for at, okr_set in enumerate(document.sets):
        for one in initiatives:
            for again in _set_moved(okr_set, statement, (one, *statement.initiatives)):
                sets = (*document.sets[:at], again, *document.sets[at + 1 :])
                yield document.model_copy(update={"sets": sets})


def _set_moved(okr_set: OkrSet, statement: KeyResult, made: tuple[Initiative, ...]) -> Iterator[OkrSet]:
    if any(one is statement for one in okr_set.key_results):
        yield from (okr_set.model_copy(update=update) for update in _lists(okr_set, statement, made))
        return
    for at, objective in enumerate(okr_set.objectives):
        if any(one is statement for one in objective.key_results):
            for update in _lists(objective, statement, made):
                again = objective.model_copy(update=update)
                held = (*okr_set.objectives[:at], again, *okr_set.objectives[at + 1 :])
                yield okr_set.model_copy(update={"objectives": held})


def _lists(home: Objective | OkrSet, statement: KeyResult, made: tuple[Initiative, ...]) -> Iterator[dict[str, object]]:
    left = tuple(one for one in home.key_results if one is not statement)
    for place in range(len(home.initiatives), -1, -1):
        initiatives = (*home.initiatives[:place], *made, *home.initiatives[place:])
        yield {"key_results": left, "initiatives": initiatives}
