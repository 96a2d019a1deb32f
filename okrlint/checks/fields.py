"""Checks of fields: one that is missing, one that is the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.checks.condition import When, holds
from okrlint.checks.kinds import CheckKind, Hit, Parameters, at, percent
from okrlint.reading.document import ReadDocument, field


class Missing(Parameters):
    """Fires where none of the fields is given, in the sentence or beside it.

    A list of statements outside any set is passed over where the field is one that only a document can hold. `when`
    narrows it.
    """

    fields: tuple[str, ...]
    when: When = When()
    in_sets_only: bool = False


def _missing(parameters: Missing, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    if "set" in roles:
        for okr_set in document.document.sets:
            if all(getattr(okr_set, name, None) is None for name in parameters.fields):
                yield Hit(None, okr_set)
    for one in document.statements:
        if one.role not in roles or (parameters.in_sets_only and one.okr_set is None):
            continue
        if all(field(one, name) is None for name in parameters.fields) and holds(parameters.when, one):
            yield at(one)


class Equal(Parameters):
    """Fires on a set in which a field holds the same value for every statement of the role."""

    field: str
    least: int = 3


def _equal(parameters: Equal, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for okr_set in document.document.sets:
        values = [getattr(one.statement, parameters.field, None) for one in document.of(okr_set) if one.role in roles]
        given = [value for value in values if value is not None]
        if len(given) >= parameters.least and len(given) == len(values) and len({str(value) for value in given}) == 1:
            first = given[0]
            told = percent(first, document.language) if isinstance(first, float) else str(first)
            yield Hit(None, okr_set, slots={"value": told, "count": str(len(given))})


MISSING = CheckKind("missing", Missing, _missing)
EQUAL = CheckKind("equal", Equal, _equal)
