"""What one may write next: the keys of an OKR in YAML and JSON, and the labels of a draft in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePath
from typing import Any, Final

from lsprotocol import types

from okrlint.engine.formats import formats
from okrlint.model import Source
from okrlint_editor.buffer import Buffer, between, offset

_KEY: Final = re.compile(r"(?P<indent>[ \t]*(?:-[ \t]+)*)(?P<typed>[\w-]*)")
_BULLET: Final = re.compile(r"(?P<indent>[ \t]*(?:[-*+]|#{1,6})[ \t]+)(?P<typed>\w*)")


def completion(buffer: Buffer, position: types.Position, language: str) -> list[types.CompletionItem]:
    """Return what may stand at a position; nothing in the middle of a sentence."""
    source = buffer.source
    at = offset(source, position, buffer.encoding)
    line = source.place(at)[0]
    before = source.text[source.line_starts[line - 1] : at]
    suffix = PurePath(buffer.path).suffix.lower()
    if suffix in {".yaml", ".yml"}:
        found = _KEY.fullmatch(before)
        return list(_keys(buffer, source, found, line, at)) if found else []
    if suffix in {".md", ".markdown", ".txt"}:
        found = _BULLET.fullmatch(before)
        return list(_labels(buffer, source, found, at, language)) if found else []
    return []


def _keys(buffer: Buffer, source: Source, found: re.Match[str], line: int, at: int) -> Iterator[types.CompletionItem]:
    """Yield the keys that may stand below the key that a line is indented under."""
    where = _above(source, line, len(found["indent"].replace("-", " ")))
    there = between(source, at - len(found["typed"]), at, buffer.encoding)
    for name, told in _properties(where).items():
        holds = told.get("type") in {"array", "object"} or "items" in told
        yield types.CompletionItem(
            name,
            kind=types.CompletionItemKind.Property,
            documentation=told.get("description"),
            text_edit=types.TextEdit(there, f"{name}:" if holds else f"{name}: "),
        )


def _above(source: Source, line: int, indent: int) -> str | None:
    """Return the key that holds what is written with an indent on a line; None at the top of the document."""
    for number in range(line - 1, 0, -1):
        text = source.lines[number - 1]
        found = re.match(r"(?P<indent>[ \t]*(?:-[ \t]+)*)(?P<key>[\w-]+)[ \t]*:[ \t]*(?:#.*)?$", text)
        own = len(text) - len(text.lstrip())
        if found and own < indent:
            return found["key"]
    return None


@lru_cache(maxsize=1)
def _schema() -> Mapping[str, Any]:
    """Return the schema of OKRs in YAML, from the plugin that reads them."""
    return next((one.schema() for _, one in formats() if one.name == "yaml" and one.schema is not None), {})


def _properties(key: str | None) -> Mapping[str, Mapping[str, Any]]:
    schema = _schema()
    if key is None:
        return _of(schema)
    return next((_of(_inner(told)) for told in _every(schema, key)), {})


def _every(node: object, key: str) -> Iterator[Mapping[str, Any]]:
    """Yield what a schema says of a key, wherever it does."""
    if isinstance(node, Mapping):
        properties = node.get("properties")
        if isinstance(properties, Mapping) and isinstance(properties.get(key), Mapping):
            yield properties[key]
        for value in node.values():
            yield from _every(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from _every(value, key)


def _inner(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the object that a property holds, through lists, references and choices."""
    for _ in range(8):
        if "$ref" in node:
            name = str(node["$ref"]).rsplit("/", 1)[-1]
            node = _schema().get("$defs", {}).get(name, {})
        elif "items" in node:
            node = node["items"]
        elif "properties" not in node and (choices := node.get("anyOf") or node.get("oneOf")):
            node = next((one for one in choices if {"$ref", "items", "properties"} & set(one)), {})
        else:
            return node
    return node


def _of(node: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    node = _inner(node)
    return {name: _told(one) for name, one in node.get("properties", {}).items()}


def _told(one: Mapping[str, Any]) -> Mapping[str, Any]:
    return one if "description" in one or "$ref" not in one else {**_inner(one), **one}


def _labels(
    buffer: Buffer, source: Source, found: re.Match[str], at: int, language: str
) -> Iterator[types.CompletionItem]:
    there = between(source, at - len(found["typed"]), at, buffer.encoding)
    named = next((one.labels for _, one in formats() if one.name == "markdown" and one.labels is not None), None)
    for label in named(language) if named is not None else ():
        yield types.CompletionItem(
            label.rstrip(), kind=types.CompletionItemKind.Field, text_edit=types.TextEdit(there, label)
        )
