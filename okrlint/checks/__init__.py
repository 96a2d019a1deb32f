"""The kinds of check that rule cards parameterise: few and general, while rules are many and are data."""

from __future__ import annotations

from okrlint.checks import condition, counts, fields, history, similar, values
from okrlint.checks.kinds import CheckKind, Hit

__all__ = ["BUILTIN", "CheckKind", "Hit"]

BUILTIN: tuple[CheckKind, ...] = (
    condition.CONDITION,
    condition.WORDS,
    counts.COUNT,
    counts.LENGTH,
    counts.SHARE,
    fields.MISSING,
    fields.EQUAL,
    history.HISTORY,
    similar.LINK,
    similar.SIMILAR,
    values.CONTRADICTION,
)
