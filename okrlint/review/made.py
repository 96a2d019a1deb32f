"""One document under the rules: read, run, settled, and put into notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from okrlint.coaching import Note, notes, with_proposals
from okrlint.config import Config, config_for
from okrlint.config.discovery import Origin, find_house
from okrlint.engine.baseline import Baseline, Entry, empty, load
from okrlint.engine.findings import Finding, unsure_as_questions
from okrlint.engine.keep import known
from okrlint.engine.known import FILE, find_baseline
from okrlint.engine.light import is_light
from okrlint.engine.past import with_past
from okrlint.engine.read import read
from okrlint.engine.rulebook import Rule, rules, set_in
from okrlint.engine.run import run
from okrlint.engine.settle import Grounds, settle
from okrlint.engine.since import touched
from okrlint.errors import OkrlintError
from okrlint.plugins.host import host
from okrlint.reading.document import ReadDocument
from okrlint.review.documents import as_told, document_of
from okrlint.review.origins import NOTHING, Asked, base, found, headers
from okrlint.review.sources import Found


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


def examined(
    paths: Sequence[str],
    *,
    given: Mapping[str, Any] | None = None,
    asked: Asked = NOTHING,
) -> Iterator[Reviewed | OkrlintError]:
    """Yield each document as the rules left it, and what failed in its place or on its way; as in `review`."""
    command_line(paths, given)
    said: set[str] = set()
    for one in found(paths, given=given, held=asked.held):
        if isinstance(one, OkrlintError):
            yield one
            continue
        reviewed, faults = look(*one, asked)
        for fault in faults:
            # A broken configuration fails every file below it in the same words.
            if str(fault) not in said:
                said.add(str(fault))
                yield fault
        if reviewed is not None:
            yield reviewed
    yield from host().faults


def command_line(paths: Sequence[str], given: Mapping[str, Any] | None, config_file: Path | None = None) -> None:
    """Refuse a command line that names what does not exist, or raise ConfigError, before any file is read."""
    here = config_for(Path.cwd(), given, config_file)
    # What the command line names may be a card that only the house of what is checked has.
    houses = {here.house, *(find_house(Path(path).resolve()) for path in paths if path != "-")}
    rules(here.config, next((house for house in houses if house is not None), None), here.of)


def look(file: Found, origin: Origin, asked: Asked) -> tuple[Reviewed | None, list[OkrlintError]]:
    """Read a file, run the rules over it and choose the notes; return that, and what failed on the way."""
    try:
        document = document_of(file, origin)
        return _looked_at(read(document, origin.config.language, origin.config.today, fast=asked.fast), origin, asked)
    except OkrlintError as error:
        return None, [as_told(error, file)]


def _looked_at(document: ReadDocument, origin: Origin, asked: Asked) -> tuple[Reviewed, list[OkrlintError]]:
    """Run the rules of a configuration over a read document, and choose the notes."""
    config = origin.config
    chosen = [rule for rule in rules_of(origin) if is_light(rule) or not asked.fast]
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
    # What a whole organisation may have something to say of is not known to be unused in one document.
    settled_here = (rule.card.code for rule in chosen if rule.kind.across is None)
    settlement = settle(document.document, findings, grounds, settled_here)
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


def rules_of(origin: Origin) -> list[Rule]:
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
