"""A document whose sets take from the path of its file what they do not say themselves."""

from __future__ import annotations

import os
from pathlib import Path

from okrlint.config.paths import fields_in
from okrlint.model import Document, Link, OkrSet, Piece, Text


def named(document: Document, patterns: tuple[str, ...], base: Path) -> Document:
    """Return the document with the fields that its path gives; what the document says itself wins.

    `base` is the folder of the configuration that holds the patterns.
    """
    if not patterns:
        return document
    below = os.path.relpath(os.path.realpath(document.path), os.path.realpath(base))
    fields = fields_in(Path(below).as_posix(), patterns)
    if not fields:
        return document
    start = document.source.span(0, 0)
    # No character of the document: the words stand before its first one.
    texts = {
        name: Text(text=value, span=start, pieces=(Piece(text=value, start=0, end=0, verbatim=False),))
        for name, value in fields.items()
    }
    return document.model_copy(update={"sets": tuple(_filled(one, texts) for one in document.sets)})


def _filled(okr_set: OkrSet, texts: dict[str, Text]) -> OkrSet:
    missing = {name: text for name, text in texts.items() if getattr(okr_set, name) is None}
    update: dict[str, object] = dict(missing)
    if "parent" in missing:
        update["parent"] = Link(kind="parent", target=missing["parent"])
    return okr_set.model_copy(update=update)
