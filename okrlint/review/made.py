"""A review: paths in, records out, with everything that went wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from okrlint.coaching import Note, notes, with_proposals
from okrlint.config import Config, config_for
from okrlint.config.discovery import Origin, find_house
from okrlint.engine.baseline import FILE, Baseline, Entry, empty, find_baseline, load
from okrlint.engine.findings import Finding, unsure_as_questions
from okrlint.engine.keep import known
from okrlint.engine.light import is_light
from okrlint.engine.past import with_past
from okrlint.engine.rulebook import Rule, rules, set_in
from okrlint.engine.run import run
from okrlint.engine.settle import Grounds, settle
from okrlint.engine.since import touched
from okrlint.errors import OkrlintError, ending
from okrlint.plugins.host import host
from okrlint.reading.document import ReadDocument
from okrlint.record import FindingRecord, NoteRecord, Record, StatementRecord
from okrlint.review.documents import base, headers, read_all
from okrlint.review.recorded import record

Ending = Literal[0, 1, 2, 3]
_HEAVINESS: Mapping[str, int] = {"error": 3, "warning": 2, "info": 1, "never": 9}


@dataclass(frozen=True, eq=False)
class Reviewed:
    """One document, the findings that stand in it, those that somebody settled, and the notes chosen from the first.

    `gone` are known findings that are there no more.
    """

    document: ReadDocument
    config: Config
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    settled: tuple[Finding, ...] = ()
    gone: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What a review is asked for besides its paths.

    Attributes:
        rewrites: Whether to ask those whom the configuration names for better sentences.
        since: A revision: only what was touched since the branch left it is told.
        baseline: Whether known findings are left out.
        fast: Whether to ask no model: rules that need a verdict (work or change?) are left out.
        held: The bytes of paths that stand open in an editor, instead of those on disk.
    """

    rewrites: bool = False
    since: str | None = None
    baseline: bool = True
    fast: bool = False
    held: Mapping[str, bytes] = field(default_factory=dict)


@dataclass
class Review:
    """What a run brought: a record for each document, in order, and the errors, each to be told once."""

    documents: list[Record] = field(default_factory=list)
    errors: list[OkrlintError] = field(default_factory=list)

    @property
    def notes(self) -> list[tuple[Record, NoteRecord]]:
        """Every note in order, each with the document that it speaks of."""
        return [(document, note) for document in self.documents for note in document.notes]

    @property
    def key_results(self) -> list[StatementRecord]:
        """Every key result that was read, without frames that nobody has filled in yet."""
        every = (one for document in self.documents for one in document.statements)
        return [one for one in every if one.role == "key_result" and not one.frame]

    def ending(self) -> Ending:
        """Return the exit code: 3 a plugin or rule failed, 2 something could not be read, 1 findings, else 0."""
        failed = ending(self.errors)
        if failed:
            return failed
        failing = any(fails(finding, document) for document in self.documents for finding in document.findings)
        return 1 if failing else 0


def fails(finding: FindingRecord, document: Record) -> bool:
    """Whether a finding is one that makes the command fail."""
    return _HEAVINESS[finding.severity] >= _HEAVINESS[document.fail_on]


def review(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
    asked: Asked = Asked(),
) -> Review:
    """Read what paths stand for and run the rules in force over it.

    Args:
        paths: Files and folders; `-` is standard input.
        stdin_name: The name under which standard input is read, for its format and its configuration.
        given: Values of the command line for the configuration.
        config_file: A configuration file named on the command line.
        tell: Is told each path before it is read, for progress.
        asked: What else is asked for.

    Raises:
        ConfigError: The command line asks for something that does not exist.
    """
    made = Review()
    found = examined(paths, stdin_name=stdin_name, given=given, config_file=config_file, tell=tell, asked=asked)
    for one in found:
        if isinstance(one, OkrlintError):
            made.errors.append(one)
        else:
            made.documents.append(record(one))
    return made


def examined(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
    asked: Asked = Asked(),
) -> Iterator[Reviewed | OkrlintError]:
    """Yield each document as the rules left it, and what failed in its place or on its way; as in `review`."""
    here = config_for(Path.cwd(), given, config_file)
    # What the command line names may be a card that only the house of what is checked has.
    houses = {here.house, *(find_house(Path(path).resolve()) for path in paths if path != "-")}
    rules(here.config, next((house for house in houses if house is not None), None), here.of)
    said: set[str] = set()
    found = read_all(
        paths,
        stdin_name=stdin_name,
        given=given,
        config_file=config_file,
        tell=tell,
        fast=asked.fast,
        held=asked.held,
    )
    for one in found:
        if isinstance(one, OkrlintError):
            yield one
            continue
        document, origin = one
        try:
            reviewed, faults = _looked_at(document, origin, asked)
        except OkrlintError as error:
            reviewed, faults = None, [error]
        for fault in faults:
            # A broken configuration fails every file below it in the same words.
            if str(fault) not in said:
                said.add(str(fault))
                yield fault
        if reviewed is not None:
            yield reviewed
    yield from host().faults


def _looked_at(document: ReadDocument, origin: Origin, asked: Asked) -> tuple[Reviewed, list[OkrlintError]]:
    """Run the rules of a configuration over a read document, and choose the notes."""
    config = origin.config
    chosen = [rule for rule in _rules(origin) if is_light(rule) or not asked.fast]
    document = with_past(document, chosen, headers(origin), fast=asked.fast)
    findings, faults = run(document, chosen)
    findings = unsure_as_questions(findings, config.question_below)
    grounds = Grounds(
        config,
        base(origin),
        origin.house,
        known_in(document.document.path, origin) if asked.baseline else None,
        touched(document.document, asked.since, headers(origin)) if asked.since is not None else None,
    )
    settlement = settle(document.document, findings, grounds, (rule.card.code for rule in chosen))
    faults += settlement.asides
    standing = settlement.standing
    chosen_notes = notes(document, standing, config.notes_per_statement, config.question_below, origin.house)
    if asked.rewrites:
        try:
            chosen_notes, unasked = with_proposals(document, chosen_notes, chosen, config.rewrites)
            faults += unasked
        except OkrlintError as error:
            faults.append(error)
    return Reviewed(document, config, standing, tuple(chosen_notes), settlement.settled, settlement.gone), faults


def known_in(path: str, origin: Origin) -> Baseline:
    """Return the known findings that hold for a file: those of the file that the configuration names, or the nearest.

    Raises:
        ConfigError: The baseline is wrong, or the one that the configuration names is not there.
    """
    named = origin.config.baseline
    if named is not None:
        return load(base(origin) / named)
    found = find_baseline(Path(path).resolve().parent)
    return load(found) if found is not None else empty(FILE)


_RULES: dict[int, tuple[Origin, list[Rule]]] = {}


def _rules(origin: Origin) -> list[Rule]:
    """Return the rules of a configuration, worked out once for all files that share it."""
    there = _RULES.get(id(origin))
    if there is None:
        with set_in(origin.of, "kept"):
            known(origin.config.kept, origin.house)
        there = _RULES[id(origin)] = (origin, rules(origin.config, origin.house, origin.of))
    return there[1]


def forget() -> None:
    """Work out the rules of every configuration anew."""
    _RULES.clear()
