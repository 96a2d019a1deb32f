"""The coach's agenda: for every team the two or three conversations that are worth most.

A conversation is about one rule. Its weight is the value of the rule (the card says it) times the square root of how
often the team draws it in its latest cycle: what comes back is worth more, and ten times the same is not ten times as
much. Nothing is weighed against another team.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from okrlint_audit.audit import Talk
from okrlint_audit.leaf import Voice

MOST: Final = 3
#: Statements that stand as examples under a conversation.
SHOWN: Final = 3


@dataclass
class _Heard:
    voice: Voice
    count: int = 0
    examples: list[tuple[str, str]] = field(default_factory=list)


class Agenda:
    """What teams draw, gathered by team and cycle while an organisation is read."""

    def __init__(self) -> None:
        self._heard: dict[tuple[str, str], dict[str, _Heard]] = defaultdict(dict)

    def hear(self, team: str, cycle: str, voice: Voice, text: str) -> None:
        """Take a note of a team in a cycle, with the statement that it speaks of, if it is one."""
        heard = self._heard[team, cycle].setdefault(voice.code, _Heard(voice))
        heard.count += voice.count
        # The first note of a rule asks in full; a later one may leave the question out.
        if text and len(heard.examples) < SHOWN:
            heard.examples.append((text, voice.question))

    def talks(self, team: str, cycle: str) -> Sequence[Talk]:
        """Return what is worth a conversation, weightiest first."""
        heard = self._heard.get((team, cycle), {}).values()
        best = sorted(heard, key=lambda one: (-one.voice.worth * math.sqrt(one.count), one.voice.code))[:MOST]
        return [
            Talk(
                one.voice.code,
                one.voice.family,
                one.voice.title,
                one.voice.language,
                one.count,
                tuple(one.examples) or (("", one.voice.question),),
            )
            for one in best
        ]
