"""What is committed to, and what is only reason or means (guideline, section 1, step 1).

A purpose clause that holds a number is the commitment; one that does not is a reason. Means never count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from okrlint.reading.language import VERB_CLASSES, Grammar
from okrlint.reading.quantities import Quantities
from okrlint.reading.tokens import Token


@dataclass(frozen=True, slots=True)
class Clauses:
    """The parts of a statement, as character ranges, end exclusive.

    Attributes:
        commitment: What must be true at the end.
        main: The sentence before any purpose or means.
        purpose: The purpose clause, whether or not it is the commitment.
        means: The clause of means.
        purpose_leads: Whether the purpose holds the number and is the commitment.
        joints: Where coordinated commitments meet inside the commitment.
    """

    commitment: tuple[int, int]
    main: tuple[int, int]
    purpose: tuple[int, int] | None
    means: tuple[int, int] | None
    purpose_leads: bool
    joints: tuple[int, ...]


#: A clause that opens a sentence is its commitment, not its reason.
FIRST: Final = 4
#: Markers that are also plain prepositions: only a verb behind them makes a purpose ("to above 90 %" is none).
_TIGHT: Final = re.compile(r"to$")


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def clauses(found: Quantities, tokens: Sequence[Token], grammar: Grammar) -> Clauses:
    """Split a masked statement into commitment, purpose and means."""
    text = found.masked
    end = len(text.rstrip(" .;!"))
    verbs = {token.start for token in tokens if token.classes & VERB_CLASSES}
    purpose = _clause(grammar.purpose, text, end, verbs)
    means = _clause(grammar.means, text, end, None)
    leads = purpose is not None and any(
        one.use == "target" and purpose[0] <= one.start < purpose[1] for one in found.quantities
    )
    main_end = min((clause[0] for clause in (purpose, means) if clause), default=end)
    if leads and purpose:
        inner = means if means and means[0] > purpose[0] else None
        commitment = (purpose[0], inner[0] if inner else purpose[1])
    else:
        commitment = (0, main_end)
    joints = tuple(
        joint.start()
        for joint in _compiled(grammar.joints).finditer(text, *commitment)
        if joint.start() > commitment[0] + 3
    )
    return Clauses(commitment, (0, main_end), purpose, means, leads, joints)


def _clause(pattern: str, text: str, end: int, verbs: set[int] | None) -> tuple[int, int] | None:
    """Return the first clause that a pattern opens; with `verbs`, one of them must stand within a few words."""
    for match in _compiled(pattern).finditer(text, FIRST, end):
        near = text[match.end() :].lstrip()
        begins = match.end() + len(text[match.end() :]) - len(near)
        if verbs is None or begins in verbs or not _TIGHT.match(match.group()):
            return match.start(), end
    return None
