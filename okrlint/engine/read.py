"""From a document to a read document: languages settled, every statement read, every statement named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from okrlint.engine.languages import knows, language_of, language_of_statement, read_all
from okrlint.model import Document, KeyResult, Objective, Statement, walk
from okrlint.reading.document import ReadDocument, ReadStatement


def read(document: Document, language: str | None = None) -> ReadDocument:
    """Read every statement of a document.

    A language that is given wins; then the statement's own, then the document's front matter; then it is recognised
    over the whole document, and again for a statement that is plainly in the other language.
    """
    entries = list(walk(document))
    own = home(document, language)
    settled = language is not None
    readings = read_all([(one.text.text, one.role, _language(one, own, settled=settled)) for one, _, _ in entries])
    read_statements = (
        ReadStatement(ident, statement, reading, objective, okr_set)
        for ident, (statement, objective, okr_set), reading in zip(
            _idents(document, entries), entries, readings, strict=True
        )
    )
    return ReadDocument(document, own, tuple(read_statements))


def home(document: Document, language: str | None = None) -> str:
    """Return the language of a document: the one given, else its own, else the one recognised over its statements.

    A document without statements is spoken of in the language of what it holds instead.
    """
    if language is not None:
        return language
    if document.language is not None and knows(document.language):
        return document.language
    said = [statement.text.text for statement, _, _ in walk(document)]
    return language_of(said or [one.text.text for one in document.skipped])


def _language(statement: Statement, document: str, *, settled: bool) -> str:
    if settled:
        return document
    if statement.language is not None and knows(statement.language):
        return statement.language
    return language_of_statement(statement.text.text, document)


def _idents(document: Document, entries: Sequence[tuple[Statement, object, object]]) -> list[str]:
    """Name every statement: by the author's id, else by its place in the tree (o1, o1.kr2, o1.kr2.i1, s3)."""
    derived: dict[int, str] = {}
    many = len(document.sets) > 1
    for number, okr_set in enumerate(document.sets, 1):
        before = f"set{number}." if many else ""
        for place, objective in enumerate(okr_set.objectives, 1):
            derived |= _branch(objective, f"{before}o{place}")
        for place, key_result in enumerate(okr_set.key_results, 1):
            derived |= _branch(key_result, f"{before}kr{place}")
        derived |= {id(one): f"{before}i{place}" for place, one in enumerate(okr_set.initiatives, 1)}
    derived |= {id(one): f"s{place}" for place, one in enumerate(document.statements, 1)}
    given = Counter(statement.id for statement, _, _ in entries if statement.id)
    return [
        statement.id if statement.id and given[statement.id] == 1 else derived[id(statement)]
        for statement, _, _ in entries
    ]


def _branch(statement: Objective | KeyResult, ident: str) -> dict[int, str]:
    named = {id(statement): ident}
    if isinstance(statement, Objective):
        for place, key_result in enumerate(statement.key_results, 1):
            named |= _branch(key_result, f"{ident}.kr{place}")
    named |= {id(one): f"{ident}.i{place}" for place, one in enumerate(statement.initiatives, 1)}
    return named
