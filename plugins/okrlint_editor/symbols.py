"""The outline of a document: sets, objectives, key results, initiatives."""

from __future__ import annotations

from lsprotocol import types

from okrlint.model import Document, Initiative, KeyResult, Objective, OkrSet, Source, Statement, Text
from okrlint_editor.buffer import Encoding, between
from okrlint_editor.looked import Looked
from okrlint_editor.words import words

#: A name longer than this fills the view.
LONGEST = 80


def symbols(looked: Looked, source: Source, encoding: Encoding) -> list[types.DocumentSymbol]:
    """Return the outline, as a tree; a document with one set shows what is in it."""
    if looked.reviewed is None:
        return []
    document = looked.reviewed.document.document
    outline = _Outline(source, encoding, looked.reviewed.document.language)
    if len(document.sets) > 1:
        found = [outline.of_set(one) for one in document.sets]
    else:
        found = [each for one in document.sets for each in outline.inside(one)]
    return [*found, *outline.loose(document)]


class _Outline:
    def __init__(self, source: Source, encoding: Encoding, language: str) -> None:
        self._source = source
        self._encoding = encoding
        self._set = words(language)["set"]

    def of_set(self, okr_set: OkrSet) -> types.DocumentSymbol:
        children = self.inside(okr_set)
        named = okr_set.team or okr_set.organisation or okr_set.cycle
        first = children[0] if children else None
        own = self._range(named) if named is not None else first.selection_range if first else self._nothing()
        symbol = types.DocumentSymbol(named.text if named else self._set, types.SymbolKind.Namespace, own, own)
        return _around(symbol, children)

    def inside(self, okr_set: OkrSet) -> list[types.DocumentSymbol]:
        held: list[Statement] = [*okr_set.objectives, *okr_set.key_results, *okr_set.initiatives]
        return [self.of(one) for one in sorted(held, key=lambda one: one.text.span.start)]

    def loose(self, document: Document) -> list[types.DocumentSymbol]:
        return [self.of(one) for one in document.statements]

    def of(self, one: Statement) -> types.DocumentSymbol:
        below: list[Statement] = []
        if isinstance(one, Objective):
            below = [*one.key_results, *one.initiatives]
        elif isinstance(one, KeyResult):
            below = [*one.initiatives]
        kind = types.SymbolKind.Key
        if isinstance(one, Objective):
            kind = types.SymbolKind.Class
        elif isinstance(one, Initiative):
            kind = types.SymbolKind.Event
        own = self._range(one.text)
        name = " ".join(one.text.text.split()) or "…"
        shown = name if len(name) <= LONGEST else name[:LONGEST].rstrip() + "…"
        return _around(types.DocumentSymbol(shown, kind, own, own, one.id), [self.of(each) for each in below])

    def _range(self, text: Text) -> types.Range:
        return between(self._source, text.span.start, text.span.end, self._encoding)

    def _nothing(self) -> types.Range:
        return between(self._source, 0, 0, self._encoding)


def _around(symbol: types.DocumentSymbol, children: list[types.DocumentSymbol]) -> types.DocumentSymbol:
    """Return a symbol whose range holds those of its children, as an editor asks for."""
    ranges = [symbol.range, *(child.range for child in children)]
    start = min((one.start for one in ranges), key=lambda place: (place.line, place.character))
    end = max((one.end for one in ranges), key=lambda place: (place.line, place.character))
    return types.DocumentSymbol(
        symbol.name, symbol.kind, types.Range(start, end), symbol.selection_range, symbol.detail, children=children
    )
