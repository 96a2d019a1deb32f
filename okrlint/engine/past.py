"""A document beside what it said before, where a rule in force asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.engine.rulebook import Rule
from okrlint.engine.versions import Version, versions
from okrlint.errors import OkrlintError
from okrlint.reading.document import Earlier, ReadDocument


def with_past(document: ReadDocument, rules: Iterable[Rule], headers: Mapping[str, Sequence[str]]) -> ReadDocument:
    """Return a document with its earlier versions, if one of the rules looks at them and git keeps any."""
    if not any(rule.kind.looks_back for rule in rules) or not document.document.sets:
        return document
    return beside(document, versions(Path(document.document.path)), headers)


def beside(document: ReadDocument, found: Iterable[Version], headers: Mapping[str, Sequence[str]]) -> ReadDocument:
    """Return a document with what some versions of its file said; one that cannot be read says nothing."""
    earlier: list[Earlier] = []
    for version in found:
        try:
            before = read_document(document.document.path, version.data, headers=dict(headers))
            told = read(before, document.language, document.today)
        except OkrlintError:
            continue
        earlier.append(Earlier(version.on, version.name, told.statements))
    return replace(document, earlier=tuple(earlier))
