"""Several documents as one: their sets one after the other, nothing of them changed.

A document has one language. Where the documents differ in theirs, each statement takes the language of its own
document along.
"""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.model import Document
from okrlint.model.mapped import mapped


def merged(documents: Sequence[Document], languages: Sequence[str]) -> Document:
    """Return documents as one; a single document as it is. `languages` are those they are read in."""
    first = documents[0]
    if len(documents) == 1:
        return first
    one_language = len(set(languages)) == 1
    if not one_language:
        documents = [_spoken(one, language) for one, language in zip(documents, languages, strict=True)]
    return Document(
        path=first.path,
        format=first.format,
        source=first.source,
        language=languages[0] if one_language else None,
        sets=tuple(one for each in documents for one in each.sets),
        statements=tuple(one for each in documents for one in each.statements),
        skipped=tuple(one for each in documents for one in each.skipped),
    )


def _spoken(document: Document, language: str) -> Document:
    """Return a document whose statements say themselves which language they are in."""
    return mapped(document, lambda one: one.model_copy(update={"language": one.language or language}))
