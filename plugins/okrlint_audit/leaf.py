"""A leaf: what the audit keeps of one document, as text that a cache, another process or another machine can hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, TypeVar

from okrlint.organisation import Group, Stated

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Voice:
    """One note, as far as a coach reads it in an audit; `ident` is empty where it speaks of a whole group.

    `worth` orders notes: the higher, the more a conversation about it is worth.
    """

    code: str
    family: str
    severity: str
    ident: str
    number: int
    count: int
    worth: int
    language: str
    title: str
    message: str
    question: str
    frames: tuple[str, ...]
    tentative: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One finding that stands in a document: its rule, and the statement (or the group alone) that it speaks of."""

    code: str
    family: str
    ident: str
    number: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """One document of an organisation.

    `hushed` are pairs of a rule that looks across documents and a statement of which it is not to speak here: a person
    settled that.
    """

    path: str
    format: str
    language: str
    groups: tuple[Group, ...]
    statements: tuple[Stated, ...]
    told: tuple[Told, ...]
    voices: tuple[Voice, ...]
    hushed: tuple[tuple[str, str], ...] = ()


def dumped(leaf: Leaf) -> str:
    """Return a leaf as one line of text."""
    rows = {name: [_row(one) for one in getattr(leaf, name)] for name in _ROWS}
    head = [leaf.path, leaf.format, leaf.language, leaf.hushed]
    return json.dumps([head, rows], ensure_ascii=False, separators=(",", ":"))


def loaded(text: str) -> Leaf:
    """Return what was dumped; raise ValueError, TypeError or KeyError where it is no leaf of this okrlint."""
    (path, format_, language, hushed), rows = json.loads(text)
    made = {name: tuple(_made(kind, rows[name])) for name, kind in _ROWS.items()}
    return Leaf(path, format_, language, hushed=tuple((code, ident) for code, ident in hushed), **made)


_ROWS: Final[dict[str, type[Any]]] = {"groups": Group, "statements": Stated, "told": Told, "voices": Voice}
_NAMES: Final = {kind: tuple(one.name for one in fields(kind)) for kind in _ROWS.values()}


def _row(one: Any) -> list[Any]:  # noqa: ANN401 - one of four kinds
    return [getattr(one, name) for name in _NAMES[type(one)]]


def _made(kind: type[_Kind], rows: Iterable[Sequence[Any]]) -> Iterable[_Kind]:
    for row in rows:
        yield kind(*(tuple(value) if isinstance(value, list) else value for value in row))
