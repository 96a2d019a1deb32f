"""From a document to a read document: languages settled, every statement read, every statement named."""

from __future__ import annotations

from datetime import date

from okrlint.engine.languages import knows, language_of, language_of_statement, read_all
from okrlint.model import Document, Statement, walk
from okrlint.model.idents import idents
from okrlint.reading.document import ReadDocument, ReadStatement


def read(
    document: Document, language: str | None = None, today: date | None = None, *, fast: bool = False
) -> ReadDocument:
    """Read every statement of a document.

    A language that is given wins; then the statement's own, then the document's front matter; then it is recognised
    over the whole document, and again for a statement that is plainly in the other language. `today` is the day from
    which cycles are looked at; without it, that of the machine. `fast` asks no model, for rules that need no verdict.
    """
    entries = list(walk(document))
    own = home(document, language)
    settled = language is not None
    readings = read_all(
        [(one.text.text, one.role, _language(one, own, settled=settled)) for one, _, _ in entries], fast=fast
    )
    read_statements = (
        ReadStatement(ident, statement, reading, objective, okr_set)
        for ident, (statement, objective, okr_set), reading in zip(
            idents(document, [statement for statement, _, _ in entries]), entries, readings, strict=True
        )
    )
    return ReadDocument(document, own, tuple(read_statements), today or date.today())


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
