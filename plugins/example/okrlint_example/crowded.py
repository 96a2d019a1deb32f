"""A kind of check: one value of a field that stands beside too many statements.

It is general on purpose. Which field, how many and what to say about it are the business of a card, so that a house
can write a second card ("everything is due on the same day") without a line of Python.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from okrlint.checks import CheckKind, Hit
from okrlint.checks.kinds import Parameters
from okrlint.reading.document import ReadDocument
from okrlint.reading.fold import fold


class Crowded(Parameters):
    """Fires on a set in which one value of `field` stands beside more than `at_most` statements of the card's roles.

    Case and accents do not count. Only what is written beside a statement is counted: an owner of the whole set,
    which every statement inherits, is named once and crowds nothing.
    """

    field: str
    at_most: int


def _crowded(parameters: Crowded, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for okr_set in document.document.sets:
        # `roles` holds what the card says under `applies_to`; a check has to keep to it by itself.
        beside = [getattr(one.statement, parameters.field, None) for one in document.of(okr_set) if one.role in roles]
        written = [str(value).strip() for value in beside if value is not None and str(value).strip()]
        spelt = {fold(value): value for value in reversed(written)}
        for key, count in Counter(map(fold, written)).items():
            if count > parameters.at_most:
                # The slots are what the card's texts may use as {value}, {count} and {limit}.
                slots = {"value": spelt[key], "count": str(count), "limit": str(parameters.at_most)}
                yield Hit(None, okr_set, slots=slots)


CROWDED = CheckKind("crowded", Crowded, _crowded)
