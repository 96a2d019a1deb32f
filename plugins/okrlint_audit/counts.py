"""What is counted of some statements: of a team, a level, a cycle, or all of them. docs/audit.md defines each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from okrlint.organisation import Stated
from okrlint_audit.interval import Share


@dataclass
class Counts:
    """Counts of key results and what stands around them.

    `change` are key results read as outcomes, `work` as activities or outputs; what is neither (a lesson to learn, an
    aspiration, a sentence that nobody can tell) counts in no share of the two.
    """

    objectives: int = 0
    key_results: int = 0
    initiatives: int = 0
    change: int = 0
    work: int = 0
    baseline: int = 0
    target: int = 0
    decided: int = 0
    checked: int = 0
    learnt: int = 0
    owned: int = 0
    due: int = 0
    last_day: int = 0
    groups: int = 0
    families: Counter[str] = field(default_factory=Counter)

    @property
    def changes(self) -> Share:
        """Key results that are changes, of those that are changes or work."""
        return Share(self.change, self.change + self.work)

    @property
    def measured(self) -> Share:
        """Key results that say from where to where."""
        return Share(self.baseline, self.key_results)

    @property
    def aimed(self) -> Share:
        """Key results that say how far."""
        return Share(self.target, self.key_results)

    @property
    def informing(self) -> Share:
        """Key results that name the decision that they inform, or that led to one."""
        return Share(self.decided, self.key_results)

    @property
    def learning(self) -> Share:
        """Key results that were checked in and hold what was learnt, of those that were checked in."""
        return Share(self.learnt, self.checked)

    @property
    def crowded(self) -> Share:
        """Key results that are due on the last day of their cycle, of those that name a day."""
        return Share(self.last_day, self.due)

    @property
    def statements(self) -> int:
        """All statements."""
        return self.objectives + self.key_results + self.initiatives

    def add(self, one: Stated, *, last: bool) -> None:
        """Count a statement; `last` tells whether it is due on the last day of its cycle."""
        if one.frame:
            return
        if one.role == "objective":
            self.objectives += 1
        elif one.role == "initiative":
            self.initiatives += 1
        elif one.role == "key_result":
            self._add_key_result(one, last=last)

    def _add_key_result(self, one: Stated, *, last: bool) -> None:
        self.key_results += 1
        self.change += one.kind == "outcome"
        self.work += one.is_work
        self.baseline += one.baseline and one.target
        self.target += one.target
        self.decided += one.decided
        self.checked += one.check_ins > 0
        self.learnt += one.check_ins > 0 and one.learnt
        self.owned += bool(one.owner)
        self.due += bool(one.due)
        self.last_day += bool(one.due) and last
