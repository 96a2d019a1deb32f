"""Drafts: what a format gathers while it reads, and how it becomes the frozen document model.

A draft takes fields under the names of okrlint.model; values that must be numbers or dates are read here, once for
every format, and a value that cannot be read is left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from okrlint.model import (
    CheckIn,
    Initiative,
    KeyResult,
    Link,
    Objective,
    OkrSet,
    Skipped,
    Statement,
    Text,
)
from okrlint.model.document import Decision
from okrlint.reading.fold import fold
from okrlint.reading.numbers import BARE, parse
from okrlint_formats import reasons
from okrlint_formats.asides import Commitment

COMMON: Final = ("owner", "annotation", "status", "score", "priority")
OF_KEY_RESULT: Final = ("metric", "baseline", "target", "unit", "deadline", "source", "kind", "decision")
DECISIONS: Final[dict[str, Decision]] = {
    "continue": "continue", "continuer": "continue", "poursuivre": "continue", "on continue": "continue",
    "adjust": "adjust", "ajuster": "adjust", "on ajuste": "adjust", "pivot": "adjust",
    "drop": "drop", "stop": "drop", "arreter": "drop", "abandonner": "drop", "on arrete": "drop",
}  # fmt: skip


@dataclass
class Draft:
    """A statement in the making."""

    role: str
    text: Text
    ident: str | None = None
    depth: int = 0
    fields: dict[str, Text] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    key_results: list[Draft] = field(default_factory=list)
    initiatives: list[Draft] = field(default_factory=list)
    language: str | None = None
    commitment: Commitment | None = None


@dataclass
class SetDraft:
    """A set in the making."""

    fields: dict[str, Text] = field(default_factory=dict)
    parent: Link | None = None
    objectives: list[Draft] = field(default_factory=list)
    key_results: list[Draft] = field(default_factory=list)
    initiatives: list[Draft] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether no statement was found."""
        return not (self.objectives or self.key_results or self.initiatives)


def everything(draft: SetDraft) -> Iterator[Draft]:
    """Yield every statement of a set that is in the making."""
    waiting = [*draft.objectives, *draft.key_results, *draft.initiatives]
    for one in waiting:
        yield one
        waiting += [*one.key_results, *one.initiatives]


def finish(draft: SetDraft, skipped: list[Skipped]) -> OkrSet:
    """Return the frozen set of a draft."""
    names = ("organisation", "team", "cycle", "level", "owner")
    return OkrSet(
        parent=draft.parent,
        objectives=tuple(_objective(one, skipped) for one in draft.objectives),
        key_results=tuple(_key_result(one, skipped) for one in draft.key_results),
        initiatives=tuple(_initiative(one) for one in draft.initiatives),
        **{name: draft.fields[name] for name in names if name in draft.fields},
    )


def _shared(draft: Draft) -> dict[str, Any]:
    shared: dict[str, Any] = {name: draft.fields[name] for name in COMMON if name in draft.fields}
    return {
        **shared,
        "id": draft.ident,
        "text": draft.text,
        "links": tuple(draft.links),
        "language": draft.language,
        "commitment": draft.commitment,
    }


def _initiative(draft: Draft) -> Initiative:
    return Initiative(**_shared(draft))


def _key_result(draft: Draft, skipped: list[Skipped]) -> KeyResult:
    own: dict[str, Any] = {name: draft.fields[name] for name in OF_KEY_RESULT if name in draft.fields}
    confidence: float | None = None
    if "confidence" in draft.fields:
        confidence = share(draft.fields["confidence"].text)
        if confidence is None:
            skipped.append(Skipped(text=draft.fields["confidence"], reason=reasons.CONFIDENCE))
    return KeyResult(
        **_shared(draft),
        **own,
        confidence=confidence,
        initiatives=tuple(_initiative(one) for one in draft.initiatives),
        check_ins=tuple(draft.check_ins),
    )


def _objective(draft: Draft, skipped: list[Skipped]) -> Objective:
    own: dict[str, Any] = {name: draft.fields[name] for name in ("deadline", "rationale") if name in draft.fields}
    return Objective(
        **_shared(draft),
        **own,
        key_results=tuple(_key_result(one, skipped) for one in draft.key_results),
        initiatives=tuple(_initiative(one) for one in draft.initiatives),
        check_ins=tuple(draft.check_ins),
    )


def loose(draft: Draft, objective: str | None, skipped: list[Skipped]) -> Statement:
    """Return the frozen statement of a draft that stands in no tree, with the words of the objective it belongs to."""
    made: Statement
    if draft.role == "objective":
        made = _objective(draft, skipped)
    elif draft.role == "key_result":
        made = _key_result(draft, skipped)
    else:
        made = _initiative(draft) if draft.role == "initiative" else Statement(**_shared(draft))
    return made.model_copy(update={"objective_text": objective})


def share(text: str) -> float | None:
    """Read a confidence: `0.6`, `0,6`, `60 %`, `6/10`; None where it is none of these."""
    match = re.fullmatch(r"\s*(\d+(?:[.,]\d+)?)\s*(%|/\s*(\d+))?\s*", text)
    if match is None:
        return None
    value = float(match.group(1).replace(",", "."))
    if match.group(2) == "%":
        value /= 100
    elif match.group(3) and float(match.group(3)):
        value /= float(match.group(3))
    return value if 0 <= value <= 1 else None


def number(text: str) -> float | None:
    """Read a value that stands alone in a field: `34`, `1 200`, `1,200`, `3,8 %`; None where it is no number."""
    match = re.search(rf"(?P<sign>-)?(?P<digits>{BARE})", text.replace("\u00a0", " ").replace("\u202f", " "))
    if match is None:
        return None
    value = parse(match["digits"], ".")
    return -value if match["sign"] else value


def day(text: str) -> date | None:
    """Read a day written `2026-05-04` or `04/05/2026`; None where it is no day."""
    match = re.search(r"(\d{4})-(\d\d)-(\d\d)", text)
    order = (1, 2, 3)
    if match is None:
        match, order = re.search(r"(\d{1,2})/(\d{1,2})/(\d{4})", text), (3, 2, 1)
    if match is None:
        return None
    try:
        return date(*(int(match.group(part)) for part in order))
    except ValueError:
        return None


def decision(text: str) -> Decision | None:
    """Read a decision (continue, adjust, drop; continuer, ajuster, arrêter); None where it is none."""
    words = fold(text).strip(" .!")
    return DECISIONS.get(words) or DECISIONS.get(words.split(" ")[0] if words else "")
