"""The documents that paths stand for, each with the configuration that holds where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from okrlint.config.discovery import Origin
from okrlint.engine.formats import read_document
from okrlint.engine.languages import language
from okrlint.engine.named import named
from okrlint.engine.read import home, read
from okrlint.errors import OkrlintError, PassedOver, ReadError
from okrlint.model import Document
from okrlint.reading.document import ReadDocument
from okrlint.review.origins import base, found, headers
from okrlint.review.sources import Found


@dataclass(frozen=True, eq=False)
class Outlined:
    """One document as it was found in its file, before any sentence of it is read, and the language to speak of it."""

    document: Document
    language: str


def documents(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
    held: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[tuple[Document, Origin] | OkrlintError]:
    """Yield every document that paths stand for, with its configuration; the rest is as in `origins.found`."""
    for one in found(paths, stdin_name=stdin_name, given=given, config_file=config_file, tell=tell, held=held):
        if isinstance(one, OkrlintError):
            yield one
            continue
        try:
            yield document_of(*one), one[1]
        except OkrlintError as error:
            yield as_told(error, one[0])


def document_of(file: Found, origin: Origin) -> Document:
    """Read a file under its configuration.

    Raises:
        OkrlintError: It cannot be read, or the configuration names a language that nobody brings.
    """
    if origin.config.language is not None:
        language(origin.config.language)
    read_ = read_document(file.path, file.data, headers=headers(origin))
    return named(read_, origin.config.paths, base(origin))


def as_told(error: OkrlintError, file: Found) -> OkrlintError:
    """Return what to say where a file could not be read: of one that a walk met and that is no document, no fault."""
    if isinstance(error, ReadError) and file.walked and error.foreign:
        return PassedOver(f"passed over: {error.args[0]}", culprit=error.culprit)
    return error


def read_all(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
    fast: bool = False,
    held: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[tuple[ReadDocument, Origin] | OkrlintError]:
    """Yield every document that paths stand for, its sentences read (`fast`: no model); else as in `documents`."""
    for one in documents(paths, stdin_name=stdin_name, given=given, config_file=config_file, tell=tell, held=held):
        if isinstance(one, OkrlintError):
            yield one
            continue
        document, origin = one
        try:
            yield read(document, origin.config.language, origin.config.today, fast=fast), origin
        except OkrlintError as error:
            yield error


def outline_all(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Outlined | OkrlintError]:
    """Yield every document that paths stand for with its language, no sentence read; the rest is as in `documents`."""
    for one in documents(paths, stdin_name=stdin_name, given=given, config_file=config_file, tell=tell):
        if isinstance(one, OkrlintError):
            yield one
        else:
            document, origin = one
            yield Outlined(document, home(document, origin.config.language))
