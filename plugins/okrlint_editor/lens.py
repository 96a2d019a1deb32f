"""A line above each key result: how it is read, from where to where, by when."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from okrlint.engine.languages import language
from okrlint.model import Source
from okrlint.reading.document import ReadStatement
from okrlint_editor.buffer import Encoding, place
from okrlint_editor.looked import Looked
from okrlint_editor.words import KINDS


def lenses(looked: Looked, source: Source, encoding: Encoding) -> list[types.CodeLens]:
    """Return a lens for each key result that is filled in."""
    if looked.reviewed is None:
        return []
    return [
        types.CodeLens(place(source, one.statement.text.span, encoding), types.Command(told(one), ""))
        for one in looked.reviewed.document.statements
        if one.role == "key_result" and not one.is_frame
    ]


def told(one: ReadStatement) -> str:
    """Return in a few words how a statement is read, in its own language."""
    return language(one.reading.language).typeset(" · ".join(_parts(one)))


def _parts(one: ReadStatement) -> Iterator[str]:
    reading = one.reading
    measure = reading.measure
    kinds = KINDS.get(reading.language, KINDS["en"])
    yield kinds[reading.kind] + (" ?" if reading.confidence < 0.5 and reading.kind != "unclear" else "")
    if measure.baseline_words is not None and measure.target_words is not None:
        yield f"{measure.baseline_words.text} → {measure.target_words.text}"
    elif measure.target_words is not None:
        yield f"→ {measure.target_words.text}"
    if measure.deadline is not None:
        yield measure.deadline.text
