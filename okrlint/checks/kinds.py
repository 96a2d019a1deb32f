"""What a kind of check is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from okrlint.model import OkrSet
from okrlint.organisation import Organisation, Stated, organisation_of
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint.reading.types import Slice


class Parameters(BaseModel):
    """The base of every check's parameters: closed to unknown keys, so that a slip in a card is told."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, eq=False)
class Hit:
    """One place that a check found.

    Attributes:
        statement: The statement at fault, or None for a whole set.
        okr_set: The set it is in, where it is in one.
        words: The words of the statement that it rests on.
        confidence: From 0 to 1; structural checks are sure.
        slots: What the texts of the card may use besides the reading's own words.
    """

    statement: ReadStatement | None
    okr_set: OkrSet | None = None
    words: tuple[Slice, ...] = ()
    confidence: float = 1.0
    slots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Met:
    """One statement that a check found among those of an organisation, with what the texts of the card may use."""

    stated: Stated
    slots: Mapping[str, str] = field(default_factory=dict)


Run = Callable[[Any, frozenset[str], ReadDocument], Iterator[Hit]]
Across = Callable[[Any, frozenset[str], Organisation], Iterator[Met]]


@dataclass(frozen=True)
class CheckKind:
    """A kind of check that cards can name.

    Attributes:
        name: What `check.kind` says in a card.
        parameters: The model of the other keys of `check`.
        run: Takes the parameters, the roles the card applies to, and the document; yields what it finds.
        looks_back: Whether it needs what the document said before.
        looks_below: Whether what it says of a statement is about those that stand below it.
        across: Takes the same of a whole organisation, where that tells what one document cannot; its word then stands
            instead of the documents' own.
    """

    name: str
    parameters: type[BaseModel]
    run: Run
    looks_back: bool = False
    looks_below: bool = False
    across: Across | None = None


def at(one: ReadStatement, words: tuple[Slice, ...] = (), confidence: float = 1.0, **slots: str) -> Hit:
    """Return a hit on a statement."""
    return Hit(one, one.okr_set, words, confidence, slots)


def percent(share: float, language: str) -> str:
    """Return a share from 0 to 1 as people of a language write it: `50%`, `50 %`."""
    return f"{round(100 * share)}{' ' if language == 'fr' else ''}%"


def within(across: Across) -> Run:
    """Return a check of one document that asks what one of organisations asks: a document may hold many teams."""

    def run(parameters: Any, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:  # noqa: ANN401 - a kind's own
        named = {one.ident: one for one in document.statements}
        for met in across(parameters, roles, _alone(document)):
            one = named[met.stated.ident]
            yield Hit(one, one.okr_set, slots=met.slots)

    return run


@lru_cache(maxsize=1)
def _alone(document: ReadDocument) -> Organisation:
    """Return a document as an organisation, once for all the rules that ask one after the other."""
    return organisation_of([document])
