"""A document with each of its statements changed, and its tree as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from okrlint.model.document import Document, OkrSet, Statement

#: The fields in which a set or a statement holds statements.
LISTS: Final = ("objectives", "key_results", "initiatives")
_Change = Callable[[Statement], Statement]


def mapped(document: Document, change: _Change) -> Document:
    """Return a document with what `change` makes of each statement, of one before of those below it.

    `change` is called with every statement of the document itself, so that it may know one by its identity, and
    keeps the statements below it as they are.
    """
    sets = tuple(one.model_copy(update=_lists(one, change)) for one in document.sets)
    statements = tuple(_whole(one, change) for one in document.statements)
    return document.model_copy(update={"sets": sets, "statements": statements})


def _lists(one: OkrSet | Statement, change: _Change) -> dict[str, object]:
    held = {name: getattr(one, name) for name in LISTS if hasattr(one, name)}
    return {name: tuple(_whole(each, change) for each in statements) for name, statements in held.items()}


def _whole(one: Statement, change: _Change) -> Statement:
    return change(one).model_copy(update=_lists(one, change))
