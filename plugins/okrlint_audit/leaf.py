"""A leaf: what the audit keeps of one document, as text that a cache, another process or another machine can hold."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from okrlint.organisation import Group, Stated


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
    """Return a leaf as one line of text, with a sum that tells whether it is whole."""
    rows = [[_row(one) for one in getattr(leaf, name)] for name in _ROWS]
    text = json.dumps([leaf.path, leaf.format, leaf.language, leaf.hushed, *rows], ensure_ascii=False)
    return f"{_sum(text)}{text}"


def is_whole(text: str) -> bool:
    """Whether a text was dumped and is as it was."""
    return _sum(text[8:]) == text[:8]


def loaded(text: str, statements: Sequence[Stated] | None = None) -> Leaf:
    """Return what was dumped; `statements` are its own where somebody has them already."""
    path, format_, language, hushed, groups, stated, told, voices = json.loads(text[8:])
    return Leaf(
        path=path,
        format=format_,
        language=language,
        groups=tuple([Group(*row) for row in groups]),
        statements=tuple(_stated(stated) if statements is None else statements),
        told=tuple([Told(*row) for row in told]),
        voices=tuple(_voices(voices)),
        hushed=tuple((code, ident) for code, ident in hushed),
    )


#: What a leaf holds many of. A leaf of other fields is none: the key that it is kept under holds their names.
_ROWS: Final[dict[str, type[Any]]] = {"groups": Group, "statements": Stated, "told": Told, "voices": Voice}
_NAMES: Final = {kind: tuple(one.name for one in fields(kind)) for kind in _ROWS.values()}
SHAPE: Final = zlib.crc32(repr(list(_NAMES.values())).encode())
_PARENTS, _WAITS = _NAMES[Stated].index("parents"), _NAMES[Stated].index("waits")
_FRAMES = _NAMES[Voice].index("frames")


def _sum(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def _row(one: Any) -> list[Any]:  # noqa: ANN401 - one of four kinds
    return [getattr(one, name) for name in _NAMES[type(one)]]


def _stated(rows: list[list[Any]]) -> Iterator[Stated]:
    for row in rows:
        row[_PARENTS], row[_WAITS] = tuple(row[_PARENTS]), tuple(row[_WAITS])
        yield Stated(*row)


def _voices(rows: list[list[Any]]) -> Iterator[Voice]:
    for row in rows:
        row[_FRAMES] = tuple(row[_FRAMES])
        yield Voice(*row)
