"""What the pictures of the report show: points of a line, shades, columns; where they stand, not how they look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from okrlint_audit.audit import Audit, TeamCounts
from okrlint_audit.counts import Counts
from okrlint_audit.interval import FEWEST, Share

#: The drawing ground of the shift, in the units of its view box; the margins hold the labels of the axes.
WIDTH: Final = 420
HEIGHT: Final = 220
LEFT, RIGHT, TOP, BOTTOM = 44, 16, 12, 32
#: So many cycles have their name below the line; of more, every second, third... has.
NAMED: Final = 6
#: Notes for a hundred statements from which each shade begins.
SHADES: Final = (1, 25, 50, 100)


@dataclass(frozen=True, slots=True)
class Point:
    """One cycle on the line of the shift; `y` is None where there are too few to tell a share."""

    x: float
    y: float | None
    low: float
    high: float
    name: str
    named: bool
    counts: Counts

    @property
    def share(self) -> Share:
        """The share that the point stands for."""
        return self.counts.changes


@dataclass(frozen=True, slots=True)
class Shift:
    """The share of changes over the cycles, as points, stretches of line and the band of their intervals.

    `grid` has the heights of a quarter, a half and so on, with the share.
    """

    points: Sequence[Point]
    lines: Sequence[str]
    bands: Sequence[str]
    grid: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the heat map: notes for a hundred statements (None of too few), and its shade from 0 to 4."""

    value: int | None
    shade: int


@dataclass(frozen=True, slots=True)
class Column:
    """So many statements drew so many notes; `part` is the share of the tallest column, from 0 to 1."""

    notes: str
    statements: int
    part: float


def shift(audit: Audit) -> Shift:
    """Return the line of the shift from doing to changing."""
    cycles = list(audit.cycles.items())
    step = (WIDTH - LEFT - RIGHT) / max(1, len(cycles) - 1)
    every = max(1, -(-len(cycles) // NAMED))
    points = []
    for at, (key, counts) in enumerate(cycles):
        share = counts.changes
        x = LEFT + at * step if len(cycles) > 1 else (LEFT + WIDTH - RIGHT) / 2
        low, high = share.interval or (0.0, 0.0)
        y = _height(share.value) if share.value is not None else None
        # The last cycle is the one that a reader looks for.
        named = (len(cycles) - 1 - at) % every == 0
        points.append(Point(round(x, 1), y, _height(low), _height(high), audit.cycle_names[key], named, counts))
    stretches = [list(few) for told, few in groupby(points, key=lambda one: one.y is not None) if told]
    return Shift(
        points,
        [" ".join(f"{one.x},{one.y}" for one in few) for few in stretches if len(few) > 1],
        [_band(few) for few in stretches if len(few) > 1],
        [(_height(share), share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)],
    )


def _height(share: float) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - share), 1)


def _band(points: Sequence[Point]) -> str:
    there = [f"{one.x},{one.high}" for one in points]
    back = [f"{one.x},{one.low}" for one in reversed(points)]
    return " ".join([*there, *back])


def heat(team: TeamCounts, families: Sequence[str]) -> Iterator[Cell]:
    """Yield a team's fields of the heat map, one for each family."""
    statements = team.whole.statements
    for family in families:
        if statements < FEWEST:
            yield Cell(None, 0)
            continue
        value = round(100 * team.whole.families[family] / statements)
        yield Cell(value, sum(value >= least for least in SHADES))


def columns(audit: Audit) -> Sequence[Column]:
    """Return how many statements drew no note, one, two..."""
    if not audit.per_note:
        return ()
    tallest = max(audit.per_note.values())
    return [
        Column(str(notes), audit.per_note.get(notes, 0), audit.per_note.get(notes, 0) / tallest)
        for notes in range(max(audit.per_note) + 1)
    ]
