"""A document as the mappings and lists that YAML and JSON hold, in the shape that `okrlint schema` publishes.

Keys are always the canonical English ones; a field that is empty has no key, and a statement with nothing beside its
sentence is the sentence alone.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, Final

import yaml

from okrlint.model import CheckIn, Document, Initiative, KeyResult, Objective, OkrSet, Statement, Text

_BESIDE: Final = ("owner", "status", "score", "priority", "commitment", "annotation", "language")
_OF_KEY_RESULT: Final = (
    "metric", "baseline", "target", "unit", "deadline", "source", "confidence", "kind", "decision",
)  # fmt: skip
_OF_SET: Final = ("organisation", "team", "cycle", "level", "owner")
#: Fields whose value is written as a number where it is one.
MEASURED: Final = frozenset({"baseline", "target", "score"})


def write_yaml(document: Document, language: str) -> bytes:
    """Write a document as YAML; its keys are English in every language."""
    del language
    written = yaml.dump(
        tree(document),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
        default_flow_style=False,
    )
    return str(written).encode()


def write_json(document: Document, language: str) -> bytes:
    """Write a document as JSON; its keys are English in every language."""
    del language
    return (json.dumps(tree(document), ensure_ascii=False, indent=2) + "\n").encode()


class _Dumper(yaml.SafeDumper):
    """Writes lists indented below their key, as people do, and line breaks as escapes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's own signature
        del indentless
        super().increase_indent(flow, False)  # noqa: FBT003 - as above


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    broken = any(sign in text for sign in "\n\r\t\x85\u2028\u2029")
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if broken else None)


_Dumper.add_representer(str, _string)


def tree(document: Document) -> dict[str, Any]:
    """Return a document as plain values: one set at the top, several under `sets`."""
    made: dict[str, Any] = {}
    if len(document.sets) == 1:
        made |= _set(document.sets[0], document.language)
    else:
        made |= {"language": document.language} if document.language else {}
        made |= {"sets": [_set(one, None) for one in document.sets]} if document.sets else {}
    if document.statements:
        made["statements"] = [_loose(one) for one in document.statements]
    return made


def _set(one: OkrSet, language: str | None) -> dict[str, Any]:
    made: dict[str, Any] = {name: value.text for name in _OF_SET if (value := getattr(one, name)) is not None}
    made |= {"language": language} if language else {}
    made |= {"parent": one.parent.target.text} if one.parent and one.parent.kind == "parent" else {}
    lists = {
        "objectives": [_objective(each) for each in one.objectives],
        "key_results": [_key_result(each) for each in one.key_results],
        "initiatives": [_initiative(each) for each in one.initiatives],
    }
    return made | {name: held for name, held in lists.items() if held}


def _objective(one: Objective) -> dict[str, Any]:
    made = _statement(one, "objective", ("rationale", "deadline"))
    made |= {"key_results": [_key_result(each) for each in one.key_results]} if one.key_results else {}
    made |= {"initiatives": [_initiative(each) for each in one.initiatives]} if one.initiatives else {}
    return made


def _key_result(one: KeyResult) -> dict[str, Any] | str:
    made = _statement(one, "key_result", _OF_KEY_RESULT)
    made |= {"initiatives": [_initiative(each) for each in one.initiatives]} if one.initiatives else {}
    return one.text.text if list(made) == ["key_result"] else made


def _initiative(one: Initiative) -> dict[str, Any] | str:
    made = _statement(one, "initiative", ())
    return one.text.text if list(made) == ["initiative"] else made


def _loose(one: Statement) -> dict[str, Any]:
    own = ("rationale", "deadline") if one.role == "objective" else _OF_KEY_RESULT if one.role == "key_result" else ()
    made = {"role": one.role, **_statement(one, "text", own)}
    return made | ({"objective": one.objective_text} if one.objective_text is not None else {})


def _statement(one: Statement, words: str, own: tuple[str, ...]) -> dict[str, Any]:
    made: dict[str, Any] = {"id": one.id} if one.id is not None else {}
    made[words] = one.text.text
    for name in (*own, *_BESIDE):
        value = getattr(one, name)
        if value is not None:
            made["why" if name == "rationale" else name] = _value(name, value)
    for kind in ("parent", "depends_on", "related"):
        targets = [link.target.text for link in one.links if link.kind == kind]
        if targets:
            made[kind] = targets[0] if len(targets) == 1 else targets
    checks = [_check_in(check) for check in getattr(one, "check_ins", ())]
    return made | ({"check_ins": checks} if checks else {})


def _check_in(one: CheckIn) -> dict[str, Any]:
    values = {
        "date": one.on.isoformat() if one.on else None,
        "value": plain_number(one.value) if one.value is not None else None,
        "confidence": plain_number(one.confidence) if one.confidence is not None else None,
        "learning": one.learning.text if one.learning else None,
        "decision": one.decision,
    }
    return {name: value for name, value in values.items() if value is not None}


def _value(name: str, value: object) -> object:
    if isinstance(value, float):
        return plain_number(value)
    if not isinstance(value, Text):
        return value
    return as_number(value.text) if name in MEASURED else value.text


def as_number(text: str) -> int | float | str:
    """Return a text as the number it is, where the number is written the same; else the text."""
    for kind in (int, float):
        try:
            number = kind(text)
        except ValueError:
            continue
        if str(number) == text and "e" not in text and "n" not in text:
            return number
    return text


def plain_number(value: float) -> int | float | str:
    """Return a number as its readers know it: without an exponent, and whole where it is whole."""
    if value == int(value) if abs(value) < 1e15 else False:
        return int(value)
    written = repr(value)
    return format(Decimal(written), "f") if "e" in written else value
