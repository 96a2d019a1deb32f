"""A review: paths in, notes out, with everything that went wrong on the way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from okrlint.coaching import Note, notes
from okrlint.config import Config, config_for
from okrlint.config.discovery import Origin, find_house
from okrlint.engine.files import excluded, files
from okrlint.engine.findings import Finding
from okrlint.engine.formats import read_document
from okrlint.engine.languages import language
from okrlint.engine.read import read
from okrlint.engine.rulebook import Rule, rules
from okrlint.engine.run import run
from okrlint.errors import OkrlintError, PluginError, ReadError, RuleError
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
        """Every key result that was read."""
        return [one for each in self.documents for one in each.document.statements if one.role == "key_result"]

    def ending(self) -> Ending:
        """Return the exit code: 3 a plugin or rule failed, 2 something could not be read, 1 findings, else 0."""
        if any(isinstance(error, PluginError | RuleError) for error in self.errors):
            return 3
        if self.errors:
            return 2
        failing = any(
            _HEAVINESS[finding.severity] >= _HEAVINESS[document.config.fail_on]
            for document in self.documents
            for finding in document.findings
        )
        return 1 if failing else 0


def sources(
    paths: Sequence[str], stdin_name: str | None, left_out: Callable[[str], bool] = lambda _: False
) -> Iterator[tuple[str, bytes] | ReadError]:
    """Yield (path, bytes) for every file that paths stand for; `-` is standard input under a given name.

    `left_out` says which files of a folder to pass over; a file that is named is always read.
    """
    for path in paths:
        if path == "-" and stdin_name is None:
            yield ReadError("standard input needs a name that tells its format: --stdin-filename draft.md", culprit="-")
            continue
        if path == "-":
            yield str(stdin_name), sys.stdin.buffer.read()
            continue
        walked = Path(path).is_dir()
        for one in files([path]):
            if isinstance(one, ReadError):
                yield one
                continue
            if walked and left_out(one):
                continue
            try:
                yield one, Path(one).read_bytes()
            except OSError as error:
                yield ReadError(f"cannot be read: {error.strerror}", culprit=one)


def read_all(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[ReadDocument, Origin] | OkrlintError]:
    """Yield every document that paths stand for, read, with its configuration; an error in the place of one.

    Raises:
        ConfigError: The command line itself asks for something that does not exist.
    """
    config_for(Path.cwd(), given, config_file)

    def left_out(path: str) -> bool:
        try:
            origin = _config(str(Path(path).parent), _frozen(given), config_file)
        except OkrlintError:
            return False  # the fault is told when the file's turn comes
        base = origin.path.parent if origin.path is not None else Path.cwd()
        return excluded(path, origin.config.exclude, base)

    for source in sources(paths, stdin_name, left_out):
        if isinstance(source, ReadError):
            yield source
            continue
        path, data = source
        tell(path)
        try:
            origin = _config(str(Path(path).parent), _frozen(given), config_file)
            if origin.config.language is not None:
                language(origin.config.language)
            document = read_document(path, data)
            yield read(document, origin.config.language), origin
        except OkrlintError as error:
            yield error


def review(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Review:
    """Read what paths stand for and run the rules in force over it.

    Args:
        paths: Files and folders; `-` is standard input.
        stdin_name: The name under which standard input is read, for its format and its configuration.
        given: Values of the command line for the configuration.
        config_file: A configuration file named on the command line.
        tell: Is told each path before it is read, for progress.

    Raises:
        ConfigError: The command line asks for something that does not exist.
    """
    made = Review()
    here = config_for(Path.cwd(), given, config_file)
    # What the command line names may be a card that only the house of what is checked has.
    houses = {here.house, *(find_house(Path(path).resolve()) for path in paths if path != "-")}
    rules(here.config, next((house for house in houses if house is not None), None))
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
        findings, faults = run(document, chosen)
        made.errors += faults
        config = origin.config
        chosen_notes = notes(document, findings, config.notes_per_statement, config.question_below)
        made.documents.append(Reviewed(document, config, tuple(findings), tuple(chosen_notes)))
    made.errors += host().faults
    return made


_RULES: dict[int, tuple[Origin, list[Rule]]] = {}


def _rules(origin: Origin) -> list[Rule]:
    """Return the rules of a configuration, worked out once for all files that share it."""
    known = _RULES.get(id(origin))
    if known is None:
        known = _RULES[id(origin)] = (origin, rules(origin.config, origin.house))
    return known[1]


@lru_cache(maxsize=1024)
def _config(folder: str, given: tuple[tuple[str, Any], ...], config_file: Path | None) -> Origin:
    return config_for(Path(folder), dict(given), config_file)


def _frozen(given: Mapping[str, Any] | None) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted((given or {}).items()))
