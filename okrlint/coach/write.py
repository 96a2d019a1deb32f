"""What somebody typed, written where it belongs: into the document, or into the house's configuration."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Final

from okrlint.config import config_for
from okrlint.engine.edit import edit_file
from okrlint.engine.formats import read_document
from okrlint.errors import ConfigError, EditError, OkrlintError
from okrlint.model import KeyResult, Objective
from okrlint.model.change import Reword, SetField, ToInitiatives
from okrlint.reading.document import ReadStatement

#: Between the parts of a line: a sentence, and fields that stand below it under their labels.
PARTS: Final = " · "
_FIELDS: Final = ("owner", "source", "decision", "kind", "deadline", "unit", "baseline", "target", "metric")
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


def write(path: str, one: ReadStatement, line: str) -> str:
    """Write what a line says of a statement into its file; return the sentence that stands there now.

    Raises:
        EditError: It cannot be written here without changing something else; then nothing was.
    """
    sentence, fields = parts(line, one)
    for name, value in fields.items():
        edit_file(path, one.ident, SetField(name, value))
    now = " ".join(sentence.split())
    if now and now != one.text:
        edit_file(path, one.ident, Reword(now))
        return now
    if not fields and not now:
        raise EditError("a statement needs words", culprit=path)
    return one.text


def move(path: str, one: ReadStatement) -> None:
    """Make an initiative of a key result. Raises EditError where the document has no place for it."""
    edit_file(path, one.ident, ToInitiatives())


def keep(path: str, codes: list[str], one: ReadStatement, reason: str) -> Path:
    """Note in the configuration that a finding was discussed and is kept; return the file that it was noted in.

    It is added at the end of the file in force, which else stays as it is, or to a new `okrlint.toml` beside the
    document.

    Raises:
        ConfigError: The file cannot be written, or would be no configuration any more; then it was not changed.
    """
    document = Path(os.path.realpath(path))
    file = config_for(document.parent).path or document.parent / "okrlint.toml"
    table = "tool.okrlint.kept" if file.name == "pyproject.toml" else "kept"
    relative = Path(os.path.relpath(document, file.parent)).as_posix()
    pattern = "/" + re.sub(r"([\\*?\[\]!#\s])", r"\\\1", relative)
    added = "".join(
        f"\n[[{table}]]\nrule = {_string(code)}\npath = {_string(pattern)}\n"
        f"statement = {_string(' '.join(one.text.split()))}\nreason = {_string(reason)}\n"
        for code in codes
    )
    try:
        before = file.read_bytes() if file.exists() else b""
        gap = b"" if not before or before.endswith(b"\n") else b"\n"
        made = before + gap + (added if before else added.lstrip("\n")).encode()
        try:
            tomllib.loads(made.decode("utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:  # the same name, written in another way
            raise ConfigError(f"nothing can be added at its end: {error}", culprit=str(file)) from None
        beside = file.with_name(f".{file.name}.new")
        beside.write_bytes(made)
        beside.replace(file)
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", culprit=str(file)) from None
    return file


def _string(text: str) -> str:
    """Return a TOML string: JSON's escapes are among TOML's own."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
