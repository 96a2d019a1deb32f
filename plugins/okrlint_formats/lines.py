"""Lists of statements in JSON Lines: `{"id"?, "text", "role", "language"?, "objective"?}`, one a line."""

from __future__ import annotations

import json
from typing import Any, Final, cast

import yaml

from okrlint.errors import ReadError, quoted
from okrlint.model import Document, Initiative, KeyResult, Objective, Source, Statement, Text
from okrlint_formats.front_matter import loader
from okrlint_formats.scalars import composable, scalar

MODELS: Final[dict[str, type[Statement]]] = {
    "objective": Objective,
    "key_result": KeyResult,
    "initiative": Initiative,
    "unknown": Statement,
}


def read(path: str, data: bytes) -> Document:
    """Read a list of statements; a line that is no statement is a ReadError with its place."""
    source = Source.decode(path, data)
    statements = [_statement(source, number, line) for number, line in enumerate(source.lines, 1) if line.strip()]
    return Document(path=path, format="jsonl", source=source, statements=tuple(statements))


def _statement(source: Source, number: int, line: str) -> Statement:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        raise ReadError(f"broken JSON: {error.msg}", culprit=source.path, line=number, column=error.colno) from None
    except RecursionError:
        raise ReadError("the line is nested too deeply", culprit=source.path, line=number) from None
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str) or not entry["text"].strip():
        raise ReadError("a statement needs a text", culprit=source.path, line=number)
    role = entry.get("role", "unknown")
    if not isinstance(role, str) or role not in MODELS:
        known = ", ".join(MODELS)
        raise ReadError(f"no role {quoted(role)} (there are: {known})", culprit=source.path, line=number)
    fields: dict[str, Any] = {"text": _text(source, number, line)}
    for key, name in (("id", "id"), ("language", "language"), ("objective", "objective_text")):
        value = entry.get(key)
        if isinstance(value, dict | list):
            raise ReadError(f"the {key} of a statement is text", culprit=source.path, line=number)
        if value is not None:
            fields[name] = str(value)
    return MODELS[role](**fields)


def _text(source: Source, number: int, line: str) -> Text:
    base = source.line_starts[number - 1]
    try:
        root = cast("yaml.MappingNode", yaml.compose(composable(line), Loader=loader()))
    except yaml.YAMLError:
        message = "this JSON is valid, but no place could be found for its text"
        raise ReadError(message, culprit=source.path, line=number) from None
    # Of a key that is written twice, JSON means the last.
    node = next(value for key, value in reversed(root.value) if key.value == "text")
    return scalar(source, node, base)
