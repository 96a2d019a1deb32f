"""TOML as the nodes that the reader of YAML and JSON walks, each with its place in the source.

`tomllib` says whether a text is TOML, and where it is not; it keeps no places. So a text that it has taken is walked
once more, here, for the places alone: nothing needs to be checked a second time.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import Final

import yaml

_BLANK: Final = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_INLINE_BLANK: Final = re.compile(r"[ \t]*")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
#: A number, a date, true or false: up to what ends it. A date may have one blank before its time.
_PLAIN: Final = re.compile(r"(?:\d{4}-\d\d-\d\d [0-9][^\s,\]}#]*|[^\s,\]}#]+)")
_STRINGS: Final = (
    re.compile(r'"""(?P<inner>(?:[^"\\]|\\.|"{1,2}(?!"))*"{0,2})"""', re.DOTALL),
    re.compile(r"'''(?P<inner>(?:[^']|'{1,2}(?!'))*'{0,2})'''", re.DOTALL),
    re.compile(r'"(?P<inner>(?:[^"\\]|\\.)*)"'),
    re.compile(r"'(?P<inner>[^']*)'"),
)


@dataclass
class _Table:
    """A table in the making: keys with their own node and what they hold."""

    start: int
    end: int
    held: dict[str, tuple[yaml.ScalarNode, _Value]] = field(default_factory=dict)


@dataclass
class _List:
    """An array of tables in the making."""

    start: int
    end: int
    items: list[_Table] = field(default_factory=list)


_Value = _Table | _List | yaml.Node


def nodes_of(text: str) -> yaml.MappingNode:
    """Return the tree of a text that tomllib has taken."""
    return _node(_Scan(text).document())


class _Scan:
    """Walks the text from its start to its end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def document(self) -> _Table:
        root = current = _Table(0, len(self.text))
        while self._past(_BLANK) < len(self.text):
            if self.text[self.at] == "[":
                current = self._header(root)
            else:
                self._pair(current)
        return root

    def _past(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _header(self, root: _Table) -> _Table:
        start = self.at
        many = self.text.startswith("[[", start)
        self.at += 2 if many else 1
        keys = self._keys()
        self.at += 2 if many else 1
        table = _within(root, keys[:-1])
        key = keys[-1]
        _, old = table.held.get(key.value, (key, None))
        if many:
            made = _Table(start, self.at)
            held = old if isinstance(old, _List) else _List(start, self.at)
            held.items.append(made)
            table.held[key.value] = key, held
            return made
        return _within(table, keys[-1:])

    def _keys(self) -> list[yaml.ScalarNode]:
        """Take a key with dots in it, up to the sign behind it."""
        keys = []
        while True:
            self._past(_INLINE_BLANK)
            start = self.at
            if self.text[start] in "\"'":
                keys.append(self._string())
            else:
                self._past(_BARE)
                keys.append(_scalar(self.text[start : self.at], start, self.at, None))
            self._past(_INLINE_BLANK)
            if self.text[self.at] != ".":
                return keys
            self.at += 1

    def _pair(self, table: _Table) -> None:
        keys = self._keys()
        self.at += 1
        self._past(_INLINE_BLANK)
        value = self._value()
        table.end = max(table.end, self.at)
        _within(table, keys[:-1]).held[keys[-1].value] = keys[-1], value

    def _value(self) -> yaml.Node:
        sign = self.text[self.at]
        if sign in "\"'":
            return self._string()
        if sign == "[":
            return self._array()
        if sign == "{":
            return self._inline()
        start = self.at
        self._past(_PLAIN)
        return _scalar(self.text[start : self.at], start, self.at, None)

    def _array(self) -> yaml.SequenceNode:
        start, items = self.at, []
        self.at += 1
        while self.text[self._past(_BLANK)] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            items.append(self._value())
        self.at += 1
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, _mark(start), _mark(self.at))

    def _inline(self) -> yaml.MappingNode:
        table = _Table(self.at, self.at)
        self.at += 1
        while self.text[self._past(_BLANK)] != "}":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._pair(table)
        self.at += 1
        table.end = self.at
        return _node(table)

    def _string(self) -> yaml.ScalarNode:
        found = next(one for pattern in _STRINGS if (one := pattern.match(self.text, self.at)))
        self.at = found.end()
        value = found.group("inner")
        if found.group().startswith(('"""', "'''")) or "\\" in value:
            value = tomllib.loads(f"v = {found.group()}")["v"]
        start, end = found.span("inner")
        # One sign of the quotation on either side, as in YAML.
        return _scalar(value, start - 1, end + 1, found.group()[0])


def _within(table: _Table, keys: list[yaml.ScalarNode]) -> _Table:
    """Go down by keys, to the last table of an array of them, and make what is not there yet."""
    for key in keys:
        _, held = table.held.get(key.value, (key, None))
        if isinstance(held, _List):
            table = held.items[-1]
            continue
        if not isinstance(held, _Table):
            held = _Table(key.start_mark.index, key.end_mark.index)
            table.held[key.value] = key, held
        table = held
    return table


def _node(table: _Table) -> yaml.MappingNode:
    pairs = [(key, _finished(held)) for key, held in table.held.values()]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, _mark(table.start), _mark(table.end))


def _finished(held: _Value) -> yaml.Node:
    if isinstance(held, _Table):
        return _node(held)
    if isinstance(held, _List):
        items = [_node(one) for one in held.items]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, _mark(held.start), _mark(held.end))
    return held


def _scalar(value: str, start: int, end: int, style: str | None) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", value, _mark(start), _mark(end), style)


def _mark(index: int) -> yaml.Mark:
    return yaml.Mark("", index, 0, 0, None, 0)
