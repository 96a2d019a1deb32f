"""The audit as plain data: what reporters show. docs/audit.md says what each figure is and where it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from okrlint.organisation import Stated
from okrlint_audit.counts import Counts
from okrlint_audit.leaf import Voice
from okrlint_audit.placed import Place


@dataclass(frozen=True)
class Incidence:
    """A rule, and on how many statements and in how many teams it was found."""

    code: str
    family: str
    title: str
    findings: int
    teams: int


@dataclass(frozen=True)
class Pair:
    """Two statements of two teams that say nearly the same; `equal` where their figures are the same too."""

    one: Stated
    other: Stated
    team: str
    other_team: str
    equal: bool


@dataclass(frozen=True)
class Moved:
    """What a team wrote under the same name in two cycles: work before, a change after."""

    team: str
    before_cycle: str
    after_cycle: str
    before: str
    after: str


@dataclass(frozen=True)
class Talk:
    """A conversation worth having with a team: a rule, the statements that it speaks of, and what to ask and hear.

    `examples` are statements with the question of their note; `count` is how many notes there are.
    """

    code: str
    family: str
    title: str
    language: str
    count: int
    examples: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Alignment:
    """How the objectives hang together: how many say what they serve, and where that leads.

    `depth` is the length of the longest way up; `edges` are teams with the teams that they serve, `missing` teams with
    what they say they serve and nobody wrote.
    """

    objectives: int
    linked: int
    found: int
    orphans: int
    circles: int
    depth: int
    edges: Mapping[str, Sequence[str]] = field(default_factory=dict)
    missing: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass
class TeamCounts:
    """One team over all cycles, and in each."""

    key: str
    name: str
    level: str = ""
    coach: str = ""
    whole: Counts = field(default_factory=Counts)
    cycles: dict[str, Counts] = field(default_factory=dict)
    talks: Sequence[Talk] = ()


@dataclass
class Audit:
    """What an audit brought.

    Attributes:
        made: The day.
        language: The language of the page: that of most documents, or the one that was asked for.
        documents: How many documents hold OKRs.
        teams: In the organisation's own order.
        levels: Counts by level, as written; cycles likewise, in the order of time, by a key that `cycle_names` names.
        per_note: How many statements drew no note, one, two...
        leaves: Yields every statement with its place and notes, document by document.
        remarks: What the documents contradict each other in, a sentence each.
        event: What happened that the audit marks: a workshop, a new format.
        left_out: What could not be read or was passed over, a sentence each.
    """

    made: date
    language: str
    documents: int = 0
    whole: Counts = field(default_factory=Counts)
    teams: dict[str, TeamCounts] = field(default_factory=dict)
    levels: dict[str, Counts] = field(default_factory=dict)
    cycles: dict[str, Counts] = field(default_factory=dict)
    cycle_names: dict[str, str] = field(default_factory=dict)
    rules: Sequence[Incidence] = ()
    per_note: dict[int, int] = field(default_factory=dict)
    alignment: Alignment = field(default_factory=lambda: Alignment(0, 0, 0, 0, 0, 0))
    pairs: Sequence[Pair] = ()
    opposed: int = 0
    copies: int = 0
    moved: Sequence[Moved] = ()
    most_objectives: int = 0
    most_key_results: int = 0
    remarks: Sequence[str] = ()
    left_out: Sequence[str] = ()
    leaves: Callable[[], Iterator[Said]] = lambda: iter(())
    owners: bool = False
    event: str = ""


@dataclass(frozen=True)
class Said:
    """One statement with where it stands and the notes on it; a group's own notes come with no statement.

    `found` are the rules that found something in it, whether or not a note tells of each.
    """

    place: Place | None
    path: str
    stated: Stated | None
    voices: Sequence[Voice]
    found: Sequence[str] = ()
