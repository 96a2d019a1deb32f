"""A document beside what it said before, where a rule in force asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from okrlint.engine.formats import read_document
from okrlint.engine.git import head
from okrlint.engine.read import read
from okrlint.engine.rulebook import Rule
from okrlint.engine.versions import Version, versions
from okrlint.errors import OkrlintError
from okrlint.reading.document import Earlier, ReadDocument

#: So many files are remembered with what they said before, as long as HEAD stays where it is: an editor asks again.
MOST_FILES: Final = 64
_EARLIER: dict[tuple[object, ...], tuple[Earlier, ...]] = {}


def with_past(
    document: ReadDocument, rules: Iterable[Rule], headers: Mapping[str, Sequence[str]], *, fast: bool = False
) -> ReadDocument:
    """Return a document with its earlier versions, if one of the rules looks at them and git keeps any.

    `fast` asks no model for them.
    """
    if not any(rule.kind.looks_back for rule in rules) or not document.document.sets:
        return document
    path = Path(document.document.path)
    at = head(path.resolve().parent)
    if at is None:
        return beside(document, versions(path), headers, fast=fast)
    key = (path.resolve(), at, document.language, document.today, repr(headers), fast)
    if key not in _EARLIER:
        if len(_EARLIER) >= MOST_FILES:
            _EARLIER.clear()
        _EARLIER[key] = beside(document, versions(path), headers, fast=fast).earlier
    return replace(document, earlier=_EARLIER[key])


def beside(
    document: ReadDocument, found: Iterable[Version], headers: Mapping[str, Sequence[str]], *, fast: bool = False
) -> ReadDocument:
    """Return a document with what some versions of its file said; one that cannot be read says nothing."""
    earlier: list[Earlier] = []
    for version in found:
        try:
            before = read_document(document.document.path, version.data, headers=dict(headers))
            told = read(before, document.language, document.today, fast=fast)
        except OkrlintError:
            continue
        earlier.append(Earlier(version.on, version.name, told.statements))
    return replace(document, earlier=tuple(earlier))
