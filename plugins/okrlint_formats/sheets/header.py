"""The row that names the columns of a sheet: where it is, and what each of its cells means.

Headers are matched by what they mean, in English and in French, after those that the house names itself. A header may
say whose field it is (`Objective owner`, `Cible du KR 2`); key results may have a column each (`KR1`, `KR2`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from okrlint.reading.fold import fold
from okrlint_formats.sheets.sheet import Row
from okrlint_formats.tables import STATEMENTS, column

#: Where a header may stand: people put titles, logos and instructions above it.
HEADER_WITHIN: Final = 20
#: A header is a name, not a sentence.
LONGEST_HEADER: Final = 60

Headers = Mapping[str, Sequence[str]]

_KEY_RESULT: Final = r"(?:key[ -]?results?|resultats?[ -]cles?|krs?|rcs?)"
_ROLES: Final = (
    ("key_result", _KEY_RESULT),
    ("objective", r"(?:objectives?|objectifs?|goals?|okrs?)"),
    ("initiative", r"(?:initiatives?|actions?)"),
)
_OF: Final = r"(?: (?:of|of the|for|du|de la|des|pour le)| de l'| d')?"
_BEFORE: Final = tuple((role, re.compile(rf"{word} ?[-:/.]? ?(?P<rest>.+)")) for role, word in _ROLES)
_BEHIND: Final = tuple((role, re.compile(rf"(?P<rest>.+?){_OF} ?(?:{word})")) for role, word in _ROLES)
_NUMBERED: Final = (
    re.compile(rf"{_KEY_RESULT} ?(?:#|n°)? ?(?P<number>\d{{1,2}})(?: ?[-:/.]? ?(?P<rest>.*))?"),
    re.compile(rf"(?P<rest>.+?){_OF} ?{_KEY_RESULT} ?(?:#|n°)? ?(?P<number>\d{{1,2}})"),
)
#: Words that name the statement itself behind a role, and those that name what is said about it at length.
_ITSELF: Final = re.compile(
    r"(?:titles?|names?|text|titre|nom|intitule|libelle|enonce|texte|statement|wording|summary)s?"
)
_AT_LENGTH: Final = re.compile(r"(?:descriptions?|details?|detail)")
#: What `column` would take for a statement, as it begins with the name of one.
_FIELD: Final = re.compile(r"(?:goal|objective|objectif|result|resultat) (?:value|valeur|chiffre|vise)")
#: Jira writes the name of a field that somebody added in brackets.
_CUSTOM: Final = re.compile(r"(?:custom field|champ personnalise) ?\((.+)\)?")
#: Headers that many a sheet without OKRs has; they tell only beside others.
_COMMON: Final = re.compile(r"results?|resultats?|goals?|objectives?|objectifs?|title|name|nom|titre|type")


@dataclass(frozen=True)
class Heading:
    """What a column holds: the name of a statement or a field; `of` says whose field it is, `number` which one's."""

    name: str
    of: str | None = None
    number: int | None = None
    at_length: bool = False


@dataclass
class Layout:
    """The columns of a sheet by their number, and the number of the row that names them.

    `of_objectives` holds where a row is an objective, with its key results in a cell: its fields are the objective's.
    """

    columns: dict[int, Heading] = field(default_factory=dict)
    row: int = 0
    of_objectives: bool = False

    def named(self, name: str) -> list[int]:
        """Return the columns of a name, from left to right."""
        return [at for at, heading in sorted(self.columns.items()) if heading.name == name]

    @property
    def names(self) -> set[str]:
        """The names of the columns that are known."""
        return {heading.name for heading in self.columns.values()}


def heading(words: str, house: Headers | None = None) -> Heading | None:
    """Return what a header means; None where it is unknown."""
    folded = " ".join(re.sub(r"^[\W_]+|[\s:*.]+$", "", fold(words).replace("_", " ")).split())
    if not folded or len(folded) > LONGEST_HEADER:
        return None
    for name, own in (house or {}).items():
        if folded in {" ".join(fold(one).split()) for one in own}:
            return Heading(name)
    custom = _CUSTOM.fullmatch(folded)
    folded = custom.group(1) if custom else re.sub(r" ?\([^()]*\)$", "", folded) or folded
    for pattern in _NUMBERED:
        found = pattern.fullmatch(folded)
        if found:
            return _of("key_result", found.group("rest") or "", int(found.group("number")))
    plain = column(folded)
    if _FIELD.fullmatch(folded):
        return Heading("target")
    if plain is not None and plain not in STATEMENTS:
        return Heading(plain)
    for role, pattern in (*_BEFORE, *_BEHIND):
        found = pattern.fullmatch(folded)
        if found and (held := _of(role, found.group("rest"), None)) is not None:
            return held
    return Heading(plain) if plain is not None and len(folded.split()) <= 5 else None


def _of(role: str, rest: str, number: int | None) -> Heading | None:
    rest = rest.strip(" ()[]-:")
    if not rest or _ITSELF.fullmatch(rest):
        return Heading(role, number=number)
    if _AT_LENGTH.fullmatch(rest):
        return Heading(role, number=number, at_length=True)
    name = column(rest)
    return Heading(name, role, number) if name is not None and name not in STATEMENTS else None


def layout(row: Row, house: Headers | None = None) -> Layout | None:
    """Return the columns that a row names; None where it is no header of OKRs."""
    cells = [cell for cell in row.cells.values() if cell.home == (row.number, cell.column)]
    if any(len(cell.words) > LONGEST_HEADER for cell in cells) and len(cells) < 4:
        return None
    found = Layout(row=row.number)
    for cell in sorted(cells, key=lambda one: one.column):
        named = heading(cell.words, house)
        if named is not None:
            found.columns[cell.column] = named
    telling = [at for at in found.columns if not _COMMON.fullmatch(fold(row.cells[at].words).strip())]
    said = found.names & set(STATEMENTS) or ("title" in found.names and found.names & {"type", "parent", "section"})
    alone = len(cells) == 1 and len(cells[0].words.split()) <= 3
    if not said or not found.names - {"initiative"}:
        return None
    if len(found.columns) > 1 or (alone and telling) or (len(cells) > 1 and _are_names(row)):
        return _with_leads(_without_length(found), row)
    return None


def _are_names(row: Row) -> bool:
    """Whether all cells of a row are as short as names are."""
    return all(len(cell.words.split()) <= 5 and not re.search(r"\d", cell.words) for cell in row.cells.values())


def _without_length(found: Layout) -> Layout:
    """Leave out a description where the same statement has a column of its own."""
    named = {(one.name, one.number) for one in found.columns.values() if not one.at_length}
    found.columns = {
        at: one for at, one in found.columns.items() if not (one.at_length and (one.name, one.number) in named)
    }
    return found


def _with_leads(found: Layout, row: Row) -> Layout:
    """Take the owner for the team where a lead stands beside it, as in Perdoo: a group owns, a person leads."""
    said = {fold(row.cells[at].words).strip(): at for at in found.named("owner")}
    if "lead" in said and "owner" in said and "team" not in found.names:
        found.columns[said["owner"]] = Heading("team")
    return found


def header(rows: Sequence[Row], house: Headers | None = None) -> tuple[int, Layout] | None:
    """Return the place and the columns of the header among the first rows: the one that names most of them."""
    best: tuple[int, Layout] | None = None
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        found = layout(row, house)
        if found is not None and (best is None or len(found.columns) > len(best[1].columns)):
            best = at, found
    return best
