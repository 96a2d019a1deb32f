"""From the leaves of a survey to the audit: one pass to count, and what only the whole can tell."""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from okrlint.organisation import Group, Organisation, Stated
from okrlint_audit.audit import Audit, Said, TeamCounts
from okrlint_audit.counts import Counts
from okrlint_audit.crossed import Spot, crossed
from okrlint_audit.hangs import alignment, alike, remarks
from okrlint_audit.leaf import Leaf, Voice
from okrlint_audit.moved import moved
from okrlint_audit.placed import Place, place, with_names
from okrlint_audit.survey import Survey
from okrlint_audit.tally import count, hear
from okrlint_audit.teams import Team

#: So many notes are told of a statement.
NOTES: Final = 2


@dataclass
class _Whole:
    """What is held of all documents at once: their groups and statements, and what was settled in them."""

    groups: list[Group] = field(default_factory=list)
    statements: list[Stated] = field(default_factory=list)
    hushed: set[tuple[str, str, str]] = field(default_factory=set)
    languages: Counter[str] = field(default_factory=Counter)

    def add(self, leaf: Leaf) -> None:
        self.groups += leaf.groups
        self.statements += leaf.statements
        self.hushed |= {(leaf.path, code, ident) for code, ident in leaf.hushed}
        self.languages[leaf.language] += len(leaf.statements)


@dataclass(frozen=True)
class _Known:
    """What need not be made again of a document: its statements, and where its groups stand."""

    stated: Mapping[str, Sequence[Stated]]
    places: Mapping[tuple[str, int], Place]


def _known(held: _Whole) -> _Known:
    stated: dict[str, list[Stated]] = defaultdict(list)
    for one in held.statements:
        stated[one.path].append(one)
    return _Known(stated, {(one.path, one.number): place(one) for one in held.groups})


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let nobody look for circles in what holds none: in a large organisation that takes a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def gather(
    survey: Survey, teams: Mapping[str, Team], given: Mapping[str, object] | None = None, language: str | None = None
) -> Audit:
    """Return what a survey tells of an organisation."""
    with _uncollected():
        return _gathered(survey, teams, given, language)


def _gathered(
    survey: Survey, teams: Mapping[str, Team], given: Mapping[str, object] | None, language: str | None
) -> Audit:
    held = _Whole()
    documents = 0
    for each in survey.spool.leaves():
        leaf = with_names(each, teams)
        if leaf.statements:
            documents += 1
            held.add(leaf)
    whole = Organisation(tuple(held.groups), tuple(held.statements))
    notes, faults = crossed(whole, frozenset(held.hushed), given)
    survey.errors += faults
    spoken = language or (held.languages.most_common(1)[0][0] if held.languages else "en")
    audit = Audit(made=date.today(), language=spoken, documents=documents)
    known = _known(held)
    audit.leaves = lambda: _said(survey, notes, known)
    for key, one in teams.items():
        audit.teams[one.name] = TeamCounts(key, one.name, one.level, one.coach)
        if one.level:
            audit.levels.setdefault(one.level, Counts())
    count(audit, whole, teams)
    hear(audit)
    audit.alignment = alignment(whole, {one.key: one.name for one in audit.teams.values()})
    audit.pairs = list(alike(whole))
    told = Counter(voice.code for voices in notes.values() for voice in voices)
    audit.opposed, audit.copies = told["FOC018"], told["FOC013"]
    texts = {(one.path, one.ident): one.text for one in whole.statements if one.role == "objective"}
    audit.moved = list(
        moved((whole.group(one), one, texts.get((one.path, one.objective), "")) for one in whole.statements)
    )
    audit.remarks = list(remarks(whole, spoken))
    audit.left_out = [str(error) for error in survey.errors]
    return audit


def _said(survey: Survey, crossed_: Mapping[Spot, Sequence[Voice]], known: _Known) -> Iterator[Said]:
    """Yield every statement with its notes, weightiest first and few; and a group's own notes before its statements."""
    for leaf in survey.spool.leaves(known.stated):
        by_ident: dict[str, list[Voice]] = defaultdict(list)
        for voice in leaf.voices:
            by_ident[voice.ident].append(voice)
        found: dict[str, set[str]] = defaultdict(set)
        for told in leaf.told:
            found[told.ident].add(told.code)
        for voice in by_ident.pop("", ()):
            # A note that gathers several statements is found in those, and not in their group.
            yield Said(
                known.places.get((leaf.path, voice.number)), leaf.path, None, (voice,), tuple({voice.code} & found[""])
            )
        for one in leaf.statements:
            across = crossed_.get((leaf.path, one.ident), ())
            voices = sorted([*by_ident.get(one.ident, ()), *across], key=lambda voice: (-voice.worth, voice.code))
            codes = {*found[one.ident], *(voice.code for voice in across)}
            at = known.places.get((leaf.path, one.number))
            yield Said(at, leaf.path, one, tuple(voices[:NOTES]), tuple(sorted(codes)))
