"""What somebody typed, written where it belongs: into the document, or into the house's configuration."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

from okrlint.config import config_for
from okrlint.engine.edit import edit_file
from okrlint.engine.line import parts
from okrlint.errors import ConfigError, EditError
from okrlint.model.change import Reword, SetField, ToInitiatives
from okrlint.reading.document import ReadStatement


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
