"""The kinds of check that rule cards parameterise: few and general, while rules are many and are data."""

from __future__ import annotations

from okrlint.checks import (
    acronyms,
    across,
    condition,
    counts,
    eased,
    fields,
    history,
    progress,
    similar,
    together,
    values,
)
from okrlint.checks.kinds import CheckKind, Hit

__all__ = ["BUILTIN", "CheckKind", "Hit"]

BUILTIN: tuple[CheckKind, ...] = (
    across.ALIGNED,
    across.OPPOSED,
    across.SHARED,
    acronyms.ACRONYMS,
    condition.CONDITION,
    condition.WORDS,
    counts.COUNT,
    counts.LENGTH,
    counts.SHARE,
    eased.EASED,
    fields.MISSING,
    fields.EQUAL,
    fields.NAMED,
    history.HISTORY,
    progress.CALENDAR,
    progress.REACHED,
    similar.LINK,
    similar.SIMILAR,
    together.BET,
    together.TOGETHER,
    together.UNTOUCHED,
    values.CONTRADICTION,
    values.PRECISION,
)
