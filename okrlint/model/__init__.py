"""What was written, and where: documents, objectives, key results, initiatives, check-ins and spans."""

from __future__ import annotations

from okrlint.model.document import (
    CheckIn,
    Document,
    Ignore,
    Initiative,
    KeyResult,
    Link,
    Objective,
    OkrSet,
    Skipped,
    Statement,
    walk,
)
from okrlint.model.source import Source
from okrlint.model.text import Piece, Span, Text

__all__ = [
    "CheckIn",
    "Document",
    "Ignore",
    "Initiative",
    "KeyResult",
    "Link",
    "Objective",
    "OkrSet",
    "Piece",
    "Skipped",
    "Source",
    "Span",
    "Statement",
    "Text",
    "walk",
]
