"""The documents that paths stand for, each with the configuration that holds where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from okrlint.config import config_for
from okrlint.config.discovery import Origin
from okrlint.engine.files import excluded
from okrlint.engine.formats import read_document
from okrlint.engine.languages import language
from okrlint.engine.named import named
from okrlint.engine.read import home, read
from okrlint.errors import OkrlintError, PassedOver, ReadError
from okrlint.model import Document
from okrlint.reading.document import ReadDocument
from okrlint.review.sources import sources


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
    """Yield every document that paths stand for, with its configuration; an error in the place of one.

    `held` are the bytes of paths that stand open in an editor.

    Raises:
        ConfigError: The command line itself asks for something that does not exist.
    """
    config_for(Path.cwd(), given, config_file)

    def left_out(path: str) -> bool:
        try:
            origin = _config(str(Path(path).parent), _frozen(given), config_file)
        except OkrlintError:
            return False  # the fault is told when the file's turn comes
        return excluded(path, origin.config.exclude, base(origin))

    for source in sources(paths, stdin_name, left_out, held):
        if isinstance(source, OkrlintError):
            yield source
            continue
        path, data, walked = source
        tell(path)
        try:
            origin = _config(str(Path(path).parent), _frozen(given), config_file)
            if origin.config.language is not None:
                language(origin.config.language)
            yield named(read_document(path, data, headers=headers(origin)), origin.config.paths, base(origin)), origin
        except ReadError as error:
            passed = walked and error.foreign
            yield PassedOver(f"passed over: {error.args[0]}", culprit=error.culprit) if passed else error
        except OkrlintError as error:
            yield error


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


def headers(origin: Origin) -> dict[str, Sequence[str]]:
    """Return the house's own names for the columns of its sheets."""
    return {str(name): own for name, own in origin.config.formats.headers.items()}


def base(origin: Origin) -> Path:
    """Return the folder from which a configuration's patterns are read."""
    return origin.path.parent if origin.path is not None else Path.cwd()


@lru_cache(maxsize=1024)
def _config(folder: str, given: tuple[tuple[str, Any], ...], config_file: Path | None) -> Origin:
    return config_for(Path(folder), dict(given), config_file)


def _frozen(given: Mapping[str, Any] | None) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted((given or {}).items()))


def forget() -> None:
    """Find every configuration anew."""
    _config.cache_clear()
