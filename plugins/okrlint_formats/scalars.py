"""The scalars of YAML and JSON as texts: what was meant, and where every character of it stands."""

from __future__ import annotations

import json
import re
from typing import Final

import yaml

from okrlint.model import Piece, Source, Text

_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}"
    r"|(?:\r\n|\n|\r)[ \t]*|.)",
    re.DOTALL,
)
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
#: Characters that JSON holds and YAML refuses, or takes for line ends.
_FOREIGN: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_BLANK: Final = " \t\r\n"


def scalar(source: Source, node: yaml.ScalarNode, base: int = 0) -> Text:
    """Return a scalar's text without the blanks around it; `base` is where the parsed part begins in the source."""
    start, end = base + node.start_mark.index, base + node.end_mark.index
    raw = source.text[start:end]
    if node.style in {'"', "'"}:
        start, raw = start + 1, raw[1:-1]
    value = _value(node, raw).strip()
    at = raw.find(value)
    if value and at >= 0:
        return Text(text=value, span=source.span(start + at, start + at + len(value)))
    pieces = _aligned(value, raw, start, escapes=node.style == '"')
    if not pieces:
        return Text(text="", span=source.span(start, start))
    whole = "".join(piece.text for piece in pieces)
    return Text(text=whole, span=source.span(pieces[0].start, pieces[-1].end), pieces=tuple(pieces))


def _value(node: yaml.ScalarNode, raw: str) -> str:
    """Return what a scalar says; what `composable` hid is read again from what was written."""
    if node.style == '"' and (_SURROGATE.search(raw) or _FOREIGN.search(raw)):
        return str(json.loads(f'"{raw}"', strict=False)).encode("utf-8", "replace").decode("utf-8")
    return str(node.value)


def composable(text: str) -> str:
    """Return a JSON text in which a parser of YAML finds every node: it refuses some characters that JSON holds.

    The text keeps its length, so the nodes keep their places.
    """
    # A tab stands in no string of JSON, and before the first bracket YAML refuses it.
    return _FOREIGN.sub("X", _SURROGATE.sub(r"\\u0058", text).replace("\t", " "))


def _aligned(value: str, raw: str, start: int, *, escapes: bool) -> list[Piece]:
    """Walk through value and source side by side: blanks may differ, escapes stand for what they mean."""
    pieces: list[Piece] = []

    def put(text: str, begin: int, end: int, *, verbatim: bool) -> None:
        last = pieces[-1] if pieces else None
        if verbatim and last and last.verbatim and last.end == start + begin:
            pieces[-1] = Piece(text=last.text + text, start=last.start, end=start + end)
        else:
            pieces.append(Piece(text=text, start=start + begin, end=start + end, verbatim=verbatim))

    at = index = 0
    while index < len(value) and at < len(raw):
        character = value[index]
        escape = _ESCAPE.match(raw, at) if escapes and raw[at] == "\\" else None
        if escape is not None:
            if "\n" in escape.group() or "\r" in escape.group():
                at = escape.end()
                continue
            put(character, at, escape.end(), verbatim=False)
            at, index = escape.end(), index + 1
        elif raw[at] in _BLANK and (character in _BLANK) and raw[at] not in "\r\n" and raw[at] == character:
            put(character, at, at + 1, verbatim=True)
            at, index = at + 1, index + 1
        elif character in _BLANK:
            end = at
            while end < len(raw) and raw[end] in _BLANK:
                end += 1
            put(character, at, end, verbatim=False)
            at, index = end, index + 1
        elif raw[at] == character:
            put(character, at, at + 1, verbatim=True)
            at += 2 if raw[at : at + 2] == "''" and not escapes else 1
            index += 1
        else:
            at += 1
    return pieces
