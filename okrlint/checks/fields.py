"""Checks of fields: one that is missing, one that is the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from okrlint.checks.condition import When, holds
from okrlint.checks.kinds import CheckKind, Hit, Parameters, at, percent
from okrlint.reading.document import ReadDocument, given
from okrlint.reading.fold import fold


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
        if all(given(one, name) is None for name in parameters.fields) and holds(parameters.when, one):
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


class Named(Parameters):
    """Fires where a field of a statement or of a set holds one of some words, by language.

    A set is spoken of in the language of its document.
    """

    field: str
    words: Mapping[str, tuple[str, ...]]


def _named(parameters: Named, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    if "set" in roles:
        for okr_set in document.document.sets:
            if _holds_one(getattr(okr_set, parameters.field, None), parameters.words, document.language):
                yield Hit(None, okr_set, slots={"value": str(getattr(okr_set, parameters.field))})
    for one in document.statements:
        written = getattr(one.statement, parameters.field, None)
        if one.role in roles and _holds_one(written, parameters.words, one.reading.language):
            yield at(one, value=str(written))


def _holds_one(written: object, words: Mapping[str, tuple[str, ...]], language: str) -> bool:
    folded = f" {fold(str(written))} " if written is not None else ""
    return any(f" {fold(word)} " in folded for word in words.get(language, ()))


NAMED = CheckKind("named", Named, _named)
MISSING = CheckKind("missing", Missing, _missing)
EQUAL = CheckKind("equal", Equal, _equal)
