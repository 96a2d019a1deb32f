"""Tables: a row a key result, with the objective in a bold row, in a column, or above the table.

A header is matched by what it means, in English and in French; a table whose columns mean nothing known, or whose
header holds `KR 1`, `KR 2` … (a log of scores), is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from okrlint.model import Span, Text
from okrlint.reading.fold import fold
from okrlint_formats.labels import ROLES, label

#: What a column may be called, folded.
COLUMNS: Final[tuple[tuple[str, str], ...]] = (
    (
        "key_result",
        r"(?:key[ -]?results?|krs?|rcs?|resultats?[ -]cles?|results?|resultats?)(?: .{0,20})?|measure of success",
    ),
    ("objective", r"(?:objectives?|objectifs?|goals?)(?: .{0,20})?"),
    ("initiative", r"(?:initiatives?|actions?|projects?|projets?|chantiers?)(?: .{0,20})?"),
    (
        "owner",
        (
            r"(?:owners?|dri|assignees?|assigned to|attribue a|lead|responsables?|porteurs?|porteuses?|pilotes?"
            r"|who|qui)(?: .{0,12})?"
        ),
    ),
    ("priority", r"(?:priority|prio|priorite|rank|weight|poids)"),
    (
        "baseline",
        (
            r"(?:baseline|start(?:ing)?(?: value)?|from|initial(?: value)?|valeur (?:de depart|initiale)|base"
            r"|depart|point de depart|t0)"
        ),
    ),
    ("target", r"(?:targets?|goal value|to|cibles?|valeur cible|target value|vise)"),
    ("unit", r"(?:units?|unites?)"),
    ("metric", r"(?:metrics?|kpis?|indicators?|indicateurs?|mesures?)"),
    ("deadline", r"(?:due(?: date)?|deadline|end(?: date)?|echeance|date (?:limite|de fin|cible)|fin)"),
    ("confidence", r"(?:confidence|confiance)(?: .{0,10})?"),
    ("status", r"(?:status|statut|etat|state)"),
    (
        "score",
        (
            r"(?:(?:mid-?q|end-?q|final|projected|current|q\d)?\s?(?:score|actual|projection|progress|grade|result|end-q)s?"
            r"|avancement|progression|% ?(?:done|complete)|end-q)"
        ),
    ),
    ("annotation", r"(?:comments?|notes?|commentaires?|remarques?|links?|liens?|issue links?)"),
    ("team", r"(?:teams?|equipes?|entity|entite|department|departement|service|direction)"),
    ("cycle", r"(?:cycle|quarter|trimestre|period|periode|time ?(?:frame|period)|semestre)"),
    ("current", r"(?:current|actual|latest|present)(?: value)?|actuel(?:le)?|valeur actuelle|realise|aujourd'hui"),
    ("decision", r"decisions?(?: (?:informed|eclairee|a prendre))?"),
    ("source", r"(?:data )?source|source (?:des |de )donnees"),
    ("rationale", r"(?:why|rationale|pourquoi|raison|justification)"),
    (
        "type",
        (
            r"(?:(?:issue|work|item|row|record|okr|work item|goal) )?(?:types?|kinds?)|nature|categorie"
            r"|type (?:de |d')(?:ticket|ligne|tache|element|objectif)"
        ),
    ),
    (
        "id",
        (
            r"(?:(?:issue|task|item|okr|row|work|work item) )?(?:id|key|identifier|ref)"
            r"|identifiant|cle|reference|n°|numero"
        ),
    ),
    (
        "parent",
        (
            r"(?:(?:issue|task) )?parents?(?: row)?"
            r"(?: (?:ids?|key|name|title|link|task|issue|item|goal|okr|summary|identifier))?"
            r"|(?:aligned|aligns|linked) (?:to|with)|(?:parent|custom field \(parent) (?:objective|key result|link\)?)"
            r"|(?:objectif|resultat cle|id|tache|ticket|element) parente?|contribue a|aligne sur|epic link"
        ),
    ),
    (
        "title",
        (
            r"(?:(?:issue|task|item|okr|work item|goal) )?(?:titles?|names?|summary)|titre|nom|intitule|libelle|enonce"
            r"|nom de (?:la tache|l'element)|statement|wording|formulation|resume"
        ),
    ),
    ("section", r"sections?(?:/columns?)?|colonne|rubrique|bucket"),
)
_COLUMNS: Final = tuple((name, re.compile(words)) for name, words in COLUMNS)
_LOG: Final = re.compile(r"(?:kr|rc|key result|resultat cle)s? ?#? ?\d+")
_ORDINAL: Final = re.compile(r"\d{1,2}(?:\.\d)?[.)]?\s+(?=\S)")
STATEMENTS: Final = ("objective", "key_result", "initiative")


def column(header: str) -> str | None:
    """Return what a column's header means; None where it is unknown."""
    words = re.sub(r"^[\W_]+|[\W_]+$", "", fold(header))
    return next((name for name, pattern in _COLUMNS if pattern.fullmatch(words)), None)


#: Where a header may stand: people put a title and a few lines above it.
HEADER_WITHIN: Final = 12


@dataclass(frozen=True)
class Cell:
    """What a cell says, and whether all of it is bold."""

    text: Text
    strong: bool = False


@dataclass
class Row:
    """One line of a table that holds statements, with the fields that stand beside them."""

    said: list[tuple[str, Text]] = field(default_factory=list)
    fields: dict[str, Text] = field(default_factory=dict)


def rows_of(cells: Sequence[Sequence[Cell]]) -> list[Row] | None:
    """Return what the rows of a table hold; None where it is no table of OKRs."""
    at = _header(cells)
    if at is None:
        return _labelled(cells)
    names = [column(cell.text.text) for cell in cells[at]]
    logged = [_LOG.fullmatch(fold(cell.text.text).strip(" *")) is not None for cell in cells[at]]
    if any(logged):
        if "objective" not in names:
            return None
        names = ["key_result" if log else name for log, name in zip(logged, names, strict=True)]
    if not any(name in STATEMENTS for name in names):
        # Objectives in bold rows, key results below them, under a header that is the name of the team.
        names = ["key_result", *names[1:]]
    return list(_rows(cells[at + 1 :], names))


def _header(cells: Sequence[Sequence[Cell]]) -> int | None:
    for at, row in enumerate(cells[:HEADER_WITHIN]):
        names = [column(cell.text.text) for cell in row]
        if any(name in STATEMENTS for name in names) and sum(bool(cell.text.text) for cell in row) > 1:
            return at
        if len(row) > 2 and names[0] in _UNTOLD and len({one for one in names[1:] if one in _BESIDE}) > 1:
            return at
    return None


#: What the first column may be called where it holds statements without saying so.
_UNTOLD: Final = frozenset({None, "title", "id", "type", "section"})
_BESIDE: Final = frozenset({"owner", "priority", "score", "target", "baseline", "confidence", "metric"})


def _rows(cells: Sequence[Sequence[Cell]], names: Sequence[str | None]) -> Iterator[Row]:
    objective, enumerated = "", False
    # A cell that spans rows stands in each of them: what it says is said once.
    told: set[Span] = set()
    for line in cells:
        row = Row()
        only = [cell for cell in line if cell.text.text]
        if enumerated and only and _ORDINAL.match(only[0].text.text):
            continue  # what the row above it announces with a colon
        enumerated = bool(only) and only[0].text.text.endswith(":")
        if enumerated and len(only) == 1 and not only[0].strong and row_is_aside(only[0].text.text):
            continue
        for index, (cell, name) in enumerate(zip(line, names, strict=False)):
            if not cell.text.text or name is None:
                continue
            if name in STATEMENTS:
                said, found = cell.text, label(cell.text.text)
                bare = found is not None and found.meaning in ROLES and found.length >= len(cell.text.text)
                if bare and index + 1 < len(line) and line[index + 1].text.text:
                    said = line[index + 1].text
                role = str(found.meaning) if found and found.meaning in ROLES else name
                if name == "key_result" and cell.strong and len(only) == 1 and "objective" not in names:
                    role = "objective"
                if said.span in told:
                    continue
                told.add(said.span)
                if role == "objective":
                    if fold(said.text) == objective:
                        continue
                    objective = fold(said.text)
                row.said.append((role, said))
            elif name not in row.fields and not any(said is cell.text for _, said in row.said):
                row.fields[name] = cell.text
        if row.said:
            yield row


def row_is_aside(words: str) -> bool:
    """Whether a row alone is a remark on those below it ("The following will not get done:")."""
    return re.match(r"(?:the following|les suivants|ci-dessous|below|dropped|abandonne)", fold(words)) is not None


def _labelled(cells: Sequence[Sequence[Cell]]) -> list[Row] | None:
    """Read a table without a header that tells, where its first cells are labels (`KR 1`, `Objectif`)."""
    found: list[Row] = []
    told: set[Span] = set()
    for line in cells:
        words = [cell.text for cell in line if cell.text.text]
        named = label(words[0].text) if len(words) > 1 else None
        if named is None or named.meaning not in ROLES or words[1].span in told:
            continue
        told.add(words[1].span)
        if named.length >= len(words[0].text):
            found.append(Row([(str(named.meaning), words[1])]))
    return found or None
