"""What the name of a sheet says: the period (`T3 2026`, `FY24-Q1`), and the team where sheets are named for teams."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from okrlint.reading.fold import fold
from okrlint_formats.titles import PERIOD, title

_PERIOD: Final = re.compile(rf"(?<![a-z0-9])(?:{PERIOD})(?![a-z0-9])")
_TEAM: Final = re.compile(
    r"(?P<word>team|equipe|squad|tribe|tribu)\b[\s:_-]*(?=\S)"
    r"|(?:service|department|departement|direction|pole)\b ?(?=\S)"
)
#: What programs call a sheet, and what people call one that is for no team.
_NOBODY: Final = re.compile(
    r"(?:sheet|feuil(?:le)?|tabelle|hoja|tableau|table|data|donnees|export|import|plan|planning|main|general|all"
    r"|tous|toutes?|total|copie? (?:de |of )?.*|new|nouveau|okrs?|objectives?|objectifs?|goals?|key ?results?"
    r"|resultats? ?cles?|krs?|initiatives?|projects?|projets?|issues?|tasks?|taches?|query|report|rapport"
    r"|worksheet|annee|year|trimestre"
    r"|quarter|dashboard|tableau de bord|liste?s?|worklist|company|entreprise|organisation|your .*|rows?)[\s_-]*\d*"
)


@dataclass(frozen=True)
class Named:
    """Where the name of a sheet holds a team and a period, as characters of it; `plainly` says that it is a team."""

    team: tuple[int, int] | None = None
    period: tuple[int, int] | None = None
    plainly: bool = False


def named(sheet: str) -> Named:
    """Return what a sheet's name says."""
    folded = fold(sheet)
    period = max(_PERIOD.finditer(folded), key=lambda found: len(found.group()), default=None)
    rest = folded
    if period is not None:
        rest = rest[: period.start()] + " " * len(period.group()) + rest[period.end() :]
    rest = re.sub(r"(?<![a-z])okrs?(?![a-z])", lambda found: " " * len(found.group()), rest)
    words = re.search(r"[^\W_](?:.*[^\W_])?", rest)
    at = period.span() if period is not None else None
    if words is None or not re.search(r"[a-z]", words.group()):
        return Named(None, at)
    start, end = words.span()
    told = _TEAM.match(rest, start)
    if told is not None and told.end() < end:
        return Named((told.end() if told.group("word") else start, end), at, plainly=True)
    if _NOBODY.fullmatch(words.group()) or title(words.group()) is not None or "  " in words.group():
        return Named(None, at)
    return Named((start, end), at)
