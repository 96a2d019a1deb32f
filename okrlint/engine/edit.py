"""Writing a change into a file as it is: every byte that the change does not need stays, or nothing is written.

A format proposes ways to write the change, the one that people would choose first. Each is read again, and the first
whose document is the one that was meant is taken. Where none is, the change is refused: whoever asked still has a file
that says what it said.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from okrlint.engine.carried import same
from okrlint.engine.formats import chosen_format, read_document
from okrlint.engine.read import home
from okrlint.errors import EditError, OkrlintError, PluginError, ReadError
from okrlint.model import Document, KeyResult, Statement, walk
from okrlint.model.change import Change, Reword, SetField, ToInitiatives, changed, fields, kept_from
from okrlint.model.idents import idents

#: Ways that are tried; a format that proposes more is at its wits' end.
MOST_WAYS: Final = 60
_BLANKS: Final = re.compile(r"[ \t\r\n]+")

Headers = Mapping[str, Sequence[str]]


def edited(path: str, data: bytes, of: str, change: Change, headers: Headers | None = None) -> bytes:
    """Return the bytes of a file with one statement changed, and nothing else.

    `of` is the statement's name as a report gives it (`o1.kr2`, or the author's own id). A sentence and a value stand
    on one line; line breaks in them become blanks.

    Raises:
        EditError: There is no such statement, the format is not edited, a value is none for its field, or no way to
            write the change leaves the rest as it is read.
        ReadError: The file cannot be read.
    """
    before = read_document(path, data, headers=headers)
    statement = _find(before, of)
    change = _checked(before, statement, change)
    plugin, chosen = chosen_format(path)
    if chosen.edit is None:
        raise EditError(f"{chosen.name} files are read but not edited in place", culprit=path)
    wanted = list(changed(before, statement, change))
    tried = {data}
    try:
        for number, made in enumerate(chosen.edit(data, before, statement, change, home(before))):
            if number >= MOST_WAYS:
                break
            if made not in tried and _is_meant(path, made, before, wanted, headers):
                return made
            tried.add(made)
    except OkrlintError:
        raise
    except Exception as error:
        what = f"format {chosen.name} failed to edit {path}: {type(error).__name__}: {error}"
        raise PluginError(what, culprit=plugin.label) from error
    raise _refused(before, statement, "this cannot be written here without changing something else: edit it by hand")


def edit_file(path: str, of: str, change: Change, headers: Headers | None = None) -> None:
    """Change one statement of a file on disk: as a whole, or not at all. Raises as `edited` does."""
    try:
        data = Path(path).read_bytes()
        replaced(path, data, edited(path, data, of, change, headers))
    except OSError as error:
        raise ReadError(f"cannot be written: {error.strerror}", culprit=path) from None


def replaced(path: str, data: bytes, made: bytes) -> None:
    """Write a file whose bytes were `data` anew, as a whole or not at all; raise OSError where that cannot be done.

    A link is followed, and the file keeps its rights.

    Raises:
        EditError: Somebody else wrote the file meanwhile; nothing was written.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(made)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(stat.S_IMODE(target.stat().st_mode))
        if target.read_bytes() != data:
            raise EditError("the file changed while it was edited: nothing was written", culprit=path)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _find(document: Document, of: str) -> Statement:
    statements = [one for one, _, _ in walk(document)]
    found = next((one for one, name in zip(statements, idents(document, statements), strict=True) if name == of), None)
    if found is None:
        raise EditError(f"there is no statement {of!r} in this document", culprit=document.path)
    return found


def _checked(document: Document, statement: Statement, change: Change) -> Change:
    """Return a change that can be wanted of a statement, with its words on one line."""
    if isinstance(change, Reword):
        text = _BLANKS.sub(" ", change.text).strip()
        if not text:
            raise _refused(document, statement, "a statement needs words")
        return Reword(text)
    if isinstance(change, ToInitiatives):
        if not isinstance(statement, KeyResult) or any(one is statement for one in document.statements):
            raise _refused(document, statement, "only a key result of an objective or a set becomes an initiative")
        kept = ", ".join(name.replace("_", "-") for name in kept_from(statement))
        if kept:
            raise _refused(document, statement, f"an initiative has no place for this key result's {kept}")
        return change
    value = _BLANKS.sub(" ", change.value).strip()
    if change.name not in fields(statement):
        raise _refused(document, statement, f"a statement of this role has no field {change.name!r}")
    if not value:
        raise _refused(document, statement, f"the field {change.name!r} needs a value")
    if change.name == "confidence" and not _is_share(value):
        raise _refused(document, statement, "a confidence is a number from 0 to 1")
    if change.name == "commitment" and value not in {"committed", "aspirational", "learning"}:
        raise _refused(document, statement, "a commitment is committed, aspirational or learning")
    return SetField(change.name, value)


def _is_share(value: str) -> bool:
    return re.fullmatch(r"0(?:\.\d+)?|1(?:\.0+)?", value) is not None


def _is_meant(path: str, made: bytes, before: Document, wanted: Sequence[Document], headers: Headers | None) -> bool:
    """Whether bytes are read as one of the documents that were meant, with the same stretches left out."""
    try:
        after = read_document(path, made, headers=headers)
    except OkrlintError:
        return False
    return _left(after) == _left(before) and any(same(one, after) for one in wanted)


def _left(document: Document) -> Counter[tuple[str, str]]:
    return Counter((one.text.text, one.reason) for one in document.skipped)


def _refused(document: Document, statement: Statement, why: str) -> EditError:
    span = statement.text.span
    if span.cell:
        return EditError(why, culprit=f"{document.path}:{span.cell}")
    return EditError(why, culprit=document.path, line=span.line, column=span.column)
