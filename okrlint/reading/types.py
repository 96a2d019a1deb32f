"""What a reading holds. The labels and their definitions are those of docs/labels.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

Kind = Literal["activity", "output", "outcome", "learning", "aspiration", "unclear"]
Direction = Literal["increase", "decrease", "maintain", "reach"]
Comparator = Literal["=", ">=", ">", "<=", "<", "by", "times"]

KINDS: Final[tuple[Kind, ...]] = ("activity", "output", "outcome", "learning", "aspiration", "unclear")
WORK: Final = frozenset({"activity", "output"})

#: Flags that any statement may carry, in the order in which they are printed.
MEASURE_FLAGS: Final = (
    "has_metric",
    "has_baseline",
    "has_target",
    "has_unit",
    "has_deadline",
    "is_relative_change_without_baseline",
    "is_binary",
    "is_vanity_metric",
    "multiple_statements",
)
#: Flags of objectives alone.
OBJECTIVE_FLAGS: Final = (
    "is_initiative_posing_as_objective",
    "is_metric_posing_as_objective",
    "vague",
    "names_beneficiary",
)
#: What the rules want to know besides: a target left open (XXX, TBD, "from X to Y"), an output that only counts how
#: often something was held or run (three campaigns, twelve interviews), and an objective of two aims, finished or not.
EXTRA_FLAGS: Final = ("has_placeholder", "is_activity_volume", "names_two_aims")
FLAGS: Final = (*MEASURE_FLAGS, *OBJECTIVE_FLAGS, *EXTRA_FLAGS)


@dataclass(frozen=True, slots=True)
class Slice:
    """Words of the statement: `text` is the statement from `start` to `end`, in characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that carried the verdict, the signal that they gave and its weight for that verdict."""

    start: int
    end: int
    text: str
    signal: str
    weight: float


@dataclass(frozen=True, slots=True)
class Measure:
    """How the change is to be seen. Numbers are expanded ("2 M€" is 2000000.0); percentages stay as written.

    `direction` follows the numbers where both ends are given; `said` is what the words alone say, which may contradict
    them. `unit` is `%`, a currency code, a time unit (ms, s, min, h, day, week, month, year), `score`, `points`,
    `ratio`, another unit's symbol, or `count:` and the counted noun.
    """

    metric: Slice | None = None
    baseline: float | None = None
    target: float | None = None
    unit: str | None = None
    direction: Direction | None = None
    said: Direction | None = None
    comparator: Comparator | None = None
    deadline: Slice | None = None
    baseline_words: Slice | None = None
    target_words: Slice | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one statement means.

    Attributes:
        kind: One of the six kinds of the guideline.
        confidence: How sure the verdict is, from 0 to 1.
        language: The code of the language that it was read in.
        flags: The names of the labels that hold, all of them among `FLAGS`.
        vague_terms: Words that two honest readers could judge differently.
        measure: The metric, its start, its target and its time.
        evidence: The words that carried the verdict, heaviest first.
        actor: Who acts or changes, in the statement's own words, or None.
        thing: What is acted on or what changes, in the statement's own words, or None.
        means: The work that is named as the way to a change ("by launching …"; "Launch …" where what follows "to" is
            the commitment), or None.
        topics: The lemmas of the words that say what it speaks of: no small words, verbs of doing or numbers.
        deep: Whether the network was asked because the light reading was unsure.
    """

    kind: Kind
    confidence: float
    language: str
    flags: frozenset[str]
    vague_terms: tuple[Slice, ...] = ()
    measure: Measure = field(default_factory=Measure)
    evidence: tuple[Evidence, ...] = ()
    actor: Slice | None = None
    thing: Slice | None = None
    means: Slice | None = None
    topics: frozenset[str] = frozenset()
    deep: bool = False

    @property
    def is_work(self) -> bool:
        """Whether it describes doing: an activity or an output."""
        return self.kind in WORK
