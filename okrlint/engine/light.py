"""Which rules can do without a verdict: those that look at structure, fields, words and numbers alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel

from okrlint.checks.condition import When
from okrlint.engine.rulebook import Rule

#: Labels that follow from the verdict.
_OF_VERDICT: Final = frozenset({"is_activity_volume", "is_initiative_posing_as_objective"})


def is_light(rule: Rule) -> bool:
    """Whether a rule asks for no kind (work, outcome…) of any statement, so that no model has to be asked."""
    return not any(_asks(when) for when in _conditions(rule.parameters))


def _conditions(value: Any) -> Iterator[When]:  # noqa: ANN401 - any value of a parameter
    if isinstance(value, When):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _conditions(getattr(value, name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _conditions(one)


def _asks(when: When) -> bool:
    flags = {*when.flags, *when.any_flags, *when.not_flags}
    return bool(when.kind or when.not_kind or when.at_least or flags & _OF_VERDICT)
