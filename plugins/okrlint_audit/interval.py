"""A share with its interval, and never one of fewer than five."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

#: Below so many statements a share says nothing, and may point at one person.
FEWEST: Final = 5
#: The quantile of the normal distribution for an interval of 95 %.
_Z: Final = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    part: int
    of: int

    @property
    def told(self) -> bool:
        """Whether there are enough to tell a share."""
        return self.of >= FEWEST

    @property
    def value(self) -> float | None:
        """The share, from 0 to 1; None where there are too few."""
        return self.part / self.of if self.told else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % score interval (Wilson 1927): where the share of many more of the same may lie."""
        if not self.told:
            return None
        share, n = self.part / self.of, self.of
        centre = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        return max(0.0, centre - half), min(1.0, centre + half)
