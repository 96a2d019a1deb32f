"""The sets of a workbook in the making: one for each team and cycle, and which objective is which.

Rows of several sheets may speak of one objective: by its words, or by its number in another sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from okrlint.model import CheckIn, Skipped, Source, Text
from okrlint.reading.fold import fold
from okrlint_formats.drafts import COMMON, OF_KEY_RESULT, Draft, SetDraft, number
from okrlint_formats.sheets.said import Sentence

#: The fields that a statement of each role takes from its row.
FIELDS: Final = {
    "objective": frozenset({*COMMON, "deadline", "rationale", "current"}),
    "key_result": frozenset({*COMMON, *OF_KEY_RESULT, "confidence", "current"}),
    "initiative": frozenset(COMMON),
}


@dataclass
class Context:
    """What holds for a row: the team, the cycle and the owner, from columns, from lines above it or from the sheet."""

    fields: dict[str, Text] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """What tells one set from another."""
        return tuple(fold(self.fields[name].text) if name in self.fields else "" for name in ("team", "cycle"))  # type: ignore[return-value]


@dataclass
class Gathered:
    """Every set of a workbook, the objectives in them, and what was left out."""

    source: Source
    sets: dict[tuple[str, str], SetDraft] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    by_ident: dict[str, Draft] = field(default_factory=dict)
    _objectives: dict[tuple[str, str, str], Draft] = field(default_factory=dict)

    def set_of(self, context: Context) -> SetDraft:
        """Return the set of a team and a cycle."""
        return self.sets.setdefault(context.key, SetDraft(fields=dict(context.fields)))

    def objective(self, said: Sentence, context: Context) -> Draft:
        """Return the objective that a cell says: a new one, or the one that was said before."""
        key = (*context.key, fold(said.text.text))
        known = self._objectives.get(key)
        if known is None:
            known = self._objectives[key] = draft_of(said)
            self.set_of(context).objectives.append(known)
            if said.ident:
                self.by_ident.setdefault(fold(said.ident), known)
        return known

    def skip(self, text: Text, reason: str) -> None:
        """Remember what was left out, and why."""
        self.skipped.append(Skipped(text=text, reason=reason))


def draft_of(said: Sentence) -> Draft:
    """Return the draft of a statement."""
    return Draft(said.role, said.text, said.ident, fields=dict(said.fields), commitment=said.commitment)


def give(draft: Draft, name: str, value: Text, *, with_baseline: bool) -> None:
    """Give a field to a statement that has a place for it and does not have it yet.

    Today's value is a check-in beside a baseline; without one it is where the way to the target begins.
    """
    if name not in FIELDS[draft.role] or not value.text:
        return
    if name != "current":
        draft.fields.setdefault(name, value)
    elif draft.role == "key_result" and not with_baseline:
        draft.fields.setdefault("baseline", value)
    elif not draft.check_ins and (seen := number(value.text)) is not None:
        draft.check_ins.append(CheckIn(value=seen))
