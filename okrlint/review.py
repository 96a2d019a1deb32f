"""A review: paths in, notes out, with everything that went wrong on the way."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from okrlint.coaching import Note, notes, with_proposals
from okrlint.config import Config, config_for
from okrlint.config.discovery import Origin, find_house
from okrlint.engine.files import excluded, files
from okrlint.engine.findings import Finding, unsure_as_questions
from okrlint.engine.formats import LARGEST, read_document
from okrlint.engine.keep import known, without_kept
from okrlint.engine.languages import language
from okrlint.engine.named import named
from okrlint.engine.past import with_past
from okrlint.engine.read import home, read
from okrlint.engine.rulebook import Rule, rules, set_in
from okrlint.engine.run import run
from okrlint.errors import OkrlintError, PassedOver, ReadError, ending
from okrlint.model import Document
from okrlint.plugins.host import host
from okrlint.reading.document import ReadDocument, ReadStatement

Ending = Literal[0, 1, 2, 3]
_HEAVINESS: Mapping[str, int] = {"error": 3, "warning": 2, "info": 1, "never": 9}


@dataclass(frozen=True, eq=False)
class Reviewed:
    """One document, its findings, and the notes that were chosen from them."""

    document: ReadDocument
    config: Config
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, eq=False)
class Outlined:
    """One document as it was found in its file, before any sentence of it is read, and the language to speak of it."""

    document: Document
    language: str


@dataclass
class Review:
    """What a run brought: the documents in order, and the errors, each to be told once."""

    documents: list[Reviewed] = field(default_factory=list)
    errors: list[OkrlintError] = field(default_factory=list)

    @property
    def notes(self) -> list[Note]:
        """Every note, in order."""
        return [note for document in self.documents for note in document.notes]

    @property
    def key_results(self) -> list[ReadStatement]:
        """Every key result that was read, without frames that nobody has filled in yet."""
        every = (one for each in self.documents for one in each.document.statements)
        return [one for one in every if one.role == "key_result" and not one.is_frame]

    def ending(self) -> Ending:
        """Return the exit code: 3 a plugin or rule failed, 2 something could not be read, 1 findings, else 0."""
        failed = ending(self.errors)
        if failed:
            return failed
        failing = any(
            _HEAVINESS[finding.severity] >= _HEAVINESS[document.config.fail_on]
            for document in self.documents
            for finding in document.findings
        )
        return 1 if failing else 0


class Found(NamedTuple):
    """A file and its bytes; `walked` holds where a folder was named and not the file."""

    path: str
    data: bytes
    walked: bool = False


def sources(
    paths: Sequence[str], stdin_name: str | None, left_out: Callable[[str], bool] = lambda _: False
) -> Iterator[Found | ReadError | PassedOver]:
    """Yield every file that paths stand for, once; `-` is standard input under a given name.

    `left_out` says which files of a folder to pass over; a file that is named is always read. No file is read further
    than what a document may hold.
    """
    seen: set[str] = set()
    for path in paths:
        if path == "-" and stdin_name is None:
            yield ReadError("standard input needs a name that tells its format: --stdin-filename draft.md", culprit="-")
        elif path == "-":
            yield Found(str(stdin_name), sys.stdin.buffer.read(LARGEST + 1))
        elif Path(path).is_dir():
            yield from _walked(path, left_out, seen)
        else:
            yield from (one if isinstance(one, ReadError) else _bytes(one) for one in _new(files([path]), seen))


def _walked(folder: str, left_out: Callable[[str], bool], seen: set[str]) -> Iterator[Found | ReadError | PassedOver]:
    """Yield the files of a folder; where none is left to read, the reason is said."""
    there = passed = 0
    for one in files([folder]):
        if isinstance(one, ReadError):
            yield one
            there += 1
            continue
        there += 1
        if left_out(one):
            passed += 1
            continue
        yield from (_bytes(each, walked=True) for each in _new([one], seen) if isinstance(each, str))
    if not there:
        yield PassedOver("no document was found below it", culprit=folder)
    elif passed == there:
        files_ = "its only file" if passed == 1 else f"all of its {passed} files"
        yield PassedOver(f"nothing below it was read: exclude leaves out {files_}", culprit=folder)


def _new(found: Iterable[str | ReadError], seen: set[str]) -> Iterator[str | ReadError]:
    for one in found:
        known = os.path.realpath(one) if isinstance(one, str) else ""
        if known not in seen:
            seen |= {known} - {""}
            yield one


def _bytes(path: str, *, walked: bool = False) -> Found | ReadError:
    """Return the bytes of a file, up to one more than a document may hold."""
    try:
        with Path(path).open("rb") as file:
            return Found(path, file.read(LARGEST + 1), walked)
    except OSError as error:
        return ReadError(f"cannot be read: {error.strerror}", culprit=path)


def documents(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[Document, Origin] | OkrlintError]:
    """Yield every document that paths stand for, with its configuration; an error in the place of one.

    Raises:
        ConfigError: The command line itself asks for something that does not exist.
    """
    config_for(Path.cwd(), given, config_file)

    def left_out(path: str) -> bool:
        try:
            origin = _config(str(Path(path).parent), _frozen(given), config_file)
        except OkrlintError:
            return False  # the fault is told when the file's turn comes
        return excluded(path, origin.config.exclude, _base(origin))

    for source in sources(paths, stdin_name, left_out):
        if isinstance(source, OkrlintError):
            yield source
            continue
        path, data, walked = source
        tell(path)
        try:
            origin = _config(str(Path(path).parent), _frozen(given), config_file)
            if origin.config.language is not None:
                language(origin.config.language)
            yield named(read_document(path, data, headers=_headers(origin)), origin.config.paths, _base(origin)), origin
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
) -> Iterator[tuple[ReadDocument, Origin] | OkrlintError]:
    """Yield every document that paths stand for, its sentences read; the rest is as in `documents`."""
    for one in documents(paths, stdin_name=stdin_name, given=given, config_file=config_file, tell=tell):
        if isinstance(one, OkrlintError):
            yield one
            continue
        document, origin = one
        try:
            yield read(document, origin.config.language, origin.config.today), origin
        except OkrlintError as error:
            yield error


def _headers(origin: Origin) -> dict[str, Sequence[str]]:
    """Return the house's own names for the columns of its sheets."""
    return {str(name): own for name, own in origin.config.formats.headers.items()}


def _base(origin: Origin) -> Path:
    """Return the folder from which a configuration's patterns are read."""
    return origin.path.parent if origin.path is not None else Path.cwd()


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


def review(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
    rewrites: bool = False,
) -> Review:
    """Read what paths stand for and run the rules in force over it.

    Args:
        paths: Files and folders; `-` is standard input.
        stdin_name: The name under which standard input is read, for its format and its configuration.
        given: Values of the command line for the configuration.
        config_file: A configuration file named on the command line.
        tell: Is told each path before it is read, for progress.
        rewrites: Whether to ask those whom the configuration names for better sentences.

    Raises:
        ConfigError: The command line asks for something that does not exist.
    """
    made = Review()
    here = config_for(Path.cwd(), given, config_file)
    # What the command line names may be a card that only the house of what is checked has.
    houses = {here.house, *(find_house(Path(path).resolve()) for path in paths if path != "-")}
    rules(here.config, next((house for house in houses if house is not None), None), here.of)
    for one in read_all(paths, stdin_name=stdin_name, given=given, config_file=config_file, tell=tell):
        if isinstance(one, OkrlintError):
            made.errors.append(one)
            continue
        document, origin = one
        try:
            chosen = _rules(origin)
        except OkrlintError as error:
            if str(error) not in {str(each) for each in made.errors}:
                made.errors.append(error)
            continue
        document = with_past(document, chosen, _headers(origin))
        findings, faults = run(document, chosen)
        made.errors += faults
        config = origin.config
        findings = without_kept(findings, config.kept, document.document.path, _base(origin))
        findings = unsure_as_questions(findings, config.question_below)
        chosen_notes = notes(document, findings, config.notes_per_statement, config.question_below, origin.house)
        if rewrites:
            try:
                chosen_notes, faults = with_proposals(document, chosen_notes, chosen, config.rewrites)
            except OkrlintError as error:
                faults = [error]
            made.errors += [each for each in faults if str(each) not in {str(known) for known in made.errors}]
        made.documents.append(Reviewed(document, config, tuple(findings), tuple(chosen_notes)))
    made.errors += host().faults
    return made


_RULES: dict[int, tuple[Origin, list[Rule]]] = {}


def _rules(origin: Origin) -> list[Rule]:
    """Return the rules of a configuration, worked out once for all files that share it."""
    there = _RULES.get(id(origin))
    if there is None:
        with set_in(origin.of, "kept"):
            known(origin.config.kept, origin.house)
        there = _RULES[id(origin)] = (origin, rules(origin.config, origin.house, origin.of))
    return there[1]


@lru_cache(maxsize=1024)
def _config(folder: str, given: tuple[tuple[str, Any], ...], config_file: Path | None) -> Origin:
    return config_for(Path(folder), dict(given), config_file)


def _frozen(given: Mapping[str, Any] | None) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted((given or {}).items()))
