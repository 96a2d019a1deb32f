"""A line that somebody typed in the place of a statement: its sentence, and the fields that stand in it by label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from okrlint.engine.edit import edited
from okrlint.engine.formats import read_document
from okrlint.errors import EditError, OkrlintError
from okrlint.model import KeyResult, Objective
from okrlint.model.change import Reword, SetField
from okrlint.reading.document import ReadStatement

#: Between the parts of a line: a sentence, and fields that stand below it under their labels.
PARTS: Final = " · "
_FIELDS: Final = ("owner", "source", "decision", "kind", "deadline", "unit", "baseline", "target", "metric")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_HOMES: Final = {"en": ("# Objective 1:", "- KR 1:"), "fr": ("# Objectif 1 :", "- RC 1 :")}


def parts(line: str, one: ReadStatement) -> tuple[str, dict[str, str]]:
    """Return the sentence of a line, empty where there is none, and the fields that it gives by name.

    What is a field is told by the reader of Markdown drafts: a label is the same here as in a document.

    Raises:
        EditError: A part is what no change writes yet: a key result, an initiative, a check-in.
    """
    sentences: list[str] = []
    fields: dict[str, str] = {}
    for words in (each.strip() for each in line.split(PARTS)):
        found = _field(words, one)
        if found:
            fields |= found
        elif words:
            sentences.append(words)
    return PARTS.join(sentences), fields


def _field(words: str, one: ReadStatement) -> dict[str, str]:
    objective, key_result = _HOMES.get(one.reading.language, _HOMES["en"])
    text = f"{objective} x\n- {words}\n" if one.role == "objective" else f"{objective} x\n{key_result} y\n  - {words}\n"
    try:
        document = read_document("line.md", text.encode())
    except OkrlintError:
        return {}
    read: Objective | KeyResult = document.sets[0].objectives[0]
    if one.role != "objective" and isinstance(read, Objective):
        if len(read.key_results) != 1:
            raise EditError("a statement of its own is to be written into the file by hand", culprit=words)
        read = read.key_results[0]
    if words.startswith("…") or read.check_ins or read.initiatives or (one.role == "objective" and _holds(read)):
        raise EditError("a statement or a check-in of its own is to be written into the file by hand", culprit=words)
    fields = {name: str(value) for name in _FIELDS if (value := getattr(read, name, None)) is not None}
    parent = next((str(link.target) for link in read.links if link.kind == "parent"), None)
    return fields | ({"parent": parent} if parent else {})


def _holds(read: Objective | KeyResult) -> bool:
    return isinstance(read, Objective) and bool(read.key_results)


def writable(line: str, one: ReadStatement) -> bool:
    """Whether a line can be written where a statement stands."""
    try:
        parts(line, one)
    except EditError:
        return False
    return True


def written(
    path: str, data: bytes, one: ReadStatement, line: str, headers: Mapping[str, Sequence[str]] | None = None
) -> bytes:
    """Return the bytes of a file with what a line says in the place of a statement.

    Raises:
        EditError: It cannot be written here without changing something else.
    """
    sentence, fields = parts(line, one)
    for name, value in fields.items():
        data = edited(path, data, one.ident, SetField(name, value), headers)
    now = _BLANKS.sub(" ", sentence).strip()  # no-break spaces are the language's own, and stay
    if now and now != one.text:
        return edited(path, data, one.ident, Reword(now), headers)
    if not fields and not now:
        raise EditError("a statement needs words", culprit=path)
    return data
