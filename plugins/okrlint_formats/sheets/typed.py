"""Sheets with a column that says what each row is: the exports of tools, where a row may be under another one.

The kind of a row is taken by its meaning (`Objective`, `Résultat clé`, `Epic`, `Task`); what it is under, by the
parent's number or title, wherever that stands in the sheet, else by the order of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from okrlint.model import Link, Text
from okrlint.reading.fold import fold
from okrlint_formats import reasons
from okrlint_formats.drafts import Draft
from okrlint_formats.inline import part
from okrlint_formats.sheets.gathered import Context, Gathered, draft_of, give
from okrlint_formats.sheets.header import Layout
from okrlint_formats.sheets.said import in_one_line, sentence
from okrlint_formats.sheets.sheet import Cell, Row
from okrlint_formats.tables import STATEMENTS
from okrlint_formats.titles import title

_WHOSE: Final = r"(?:(?:team|company|individual|personal|strategic|annual|quarterly|department|organi[sz]ation) )?"
_WHOSE_FR: Final = r"(?: (?:d'equipe|individuel|strategique|d'entreprise|annuel|trimestriel|principal))?"
#: What the kind of a row may be called, folded, by the role that it takes.
KINDS: Final = (
    ("key_result", re.compile(rf"{_WHOSE}(?:key[ -]?results?|krs?|rcs?|resultats?[ -]cles?|results?){_WHOSE_FR}")),
    ("objective", re.compile(rf"{_WHOSE}(?:objectives?|objectifs?|goals?|big rock|o|okrs?){_WHOSE_FR}")),
    (
        "initiative",
        re.compile(
            r"initiatives?|projects?|projets?|epics?|epopees?|tasks?|taches?|sub-?tasks?|sous-taches?|stor(?:y|ies)"
            r"|user stor(?:y|ies)|recits?(?: utilisateur)?|bugs?|actions?|activit(?:y|ies|es?)|milestones?|jalons?"
            r"|features?|fonctionnalites?|deliverables?|livrables?|chantiers?|to-?dos?|issues?|tickets?"
            r"|plans?|approvals?|work items?"
        ),
    ),
)
#: How many rows tell whether a column says what each row is.
_SAMPLE: Final = 1_000
_SEPARATORS: Final = re.compile(r"\s*[,;|\n]\s*")
_MOST_PARENTS: Final = 20


def kind(words: str, *, section: bool = False) -> str | None:
    """Return the role of a row by what its kind, or the section it is in, is called; None where it is no OKR's part."""
    folded = fold(words).strip(" :.")
    found = next((role for role, pattern in KINDS if pattern.fullmatch(folded)), None)
    if section and found is None and (named := title(words)) is not None and named.sense in STATEMENTS:
        return str(named.sense)
    return found


def kind_column(rows: Sequence[Row], found: Layout) -> int | None:
    """Return the column that says what each row is, if there is one: some of its rows are objectives or key results."""
    for name in ("type", "section"):
        for at in found.named(name):
            below = (row.cells[at].words for row in rows[:_SAMPLE] if row.number > found.row and at in row.cells)
            if {"objective", "key_result"} & {kind(words, section=name == "section") for words in set(below)}:
                return at
    return None


@dataclass
class _Entry:
    """A row that is a statement; `names` are its numbers and its words, folded, and `under` those of its parent."""

    draft: Draft
    row: Row
    context: Context
    names: set[str] = field(default_factory=set)
    under: list[Text] = field(default_factory=list)
    parent: _Entry | None = None


def is_tree(found: Layout) -> bool:
    """Whether parents alone say what each row is, as in a list of OKRs of one cycle that was made to be loaded."""
    return {"id", "parent", "title", "cycle"} <= found.names


def read_typed(gathered: Gathered, rows: Sequence[Row], found: Layout, context: Context, at: int | None) -> None:
    """Read the rows below a header into sets.

    `at` is the column that says what each row is. Without one the tree does: what is under nothing, or holds others,
    is an objective, and what holds nothing is a key result.
    """
    reader = _Typed(gathered, found, context, at)
    pending = [row for row in rows if row.number > found.row and not row.hidden]
    holding = {fold(words) for row in pending for words in reader.parents(row)}
    for row in pending:
        reader.take(row, holding)
    reader.settle()


class _Typed:
    """Reads rows one by one, and puts each under its parent once all are known."""

    def __init__(self, gathered: Gathered, found: Layout, context: Context, at: int | None) -> None:
        self.gathered = gathered
        self.source = gathered.source
        self.found = found
        self.context = context
        self.at = at
        self.entries: list[_Entry] = []
        self._known: dict[str, _Entry] = {}
        self._told: set[str] = set()

    def parents(self, row: Row) -> list[str]:
        """Return the names of what a row is under."""
        held = (row.cells[at].words for at in self.found.named("parent") if at in row.cells)
        return [one for words in held for one in _SEPARATORS.split(words) if one]

    def take(self, row: Row, holding: set[str]) -> None:
        """Take one row; `holding` are the names of those that others are under."""
        under = [one for at in self.found.named("parent") if at in row.cells for one in self._texts(row.cells[at])]
        said = row.cells.get(self.at) if self.at is not None else None
        role: str | None
        if self.at is None:
            own = {fold(row.cells[at].words) for at in self.found.named("id") if at in row.cells}
            role = "objective" if not under or own & holding else "key_result"
        else:
            section = self.found.columns[self.at].name == "section"
            role = kind(said.words, section=section) if said is not None else self._below(under)
        if role is None:
            if said is not None and fold(said.words) not in self._told:
                self._told.add(fold(said.words))
                self.gathered.skip(said.text(self.source), reasons.OTHER_ROWS)
            return
        cell = self._words(row, role)
        held = sentence(self.source, in_one_line(self.source, cell.text(self.source)), role) if cell else None
        if cell is None or held is None:
            if cell is not None:
                self.gathered.skip(cell.text(self.source), reasons.PLACEHOLDER)
            return
        held.role = role
        entry = _Entry(draft_of(held), row, self._context(row), under=under)
        self._fields(entry, cell)
        entry.names |= {fold(held.text.text), fold(cell.words)} | ({fold(held.ident)} if held.ident else set())
        for name in entry.names:
            self._known.setdefault(name, entry)
        self.entries.append(entry)

    def _below(self, under: list[Text]) -> str | None:
        """Return the role of a row without a kind: what is under an objective is a key result, and so on."""
        parent = next((self._known[fold(one.text)] for one in under if fold(one.text) in self._known), None)
        if parent is None:
            return None
        return "key_result" if parent.draft.role == "objective" else "initiative"

    def _words(self, row: Row, role: str) -> Cell | None:
        """Return the cell that holds the sentence: the title's, else that of the role, else that of another."""
        names = ("title", role, *STATEMENTS)
        return next((row.cells[at] for name in names for at in self.found.named(name) if at in row.cells), None)

    def _texts(self, cell: Cell) -> list[Text]:
        """Return what a cell names: the whole of it, then each part of a list."""
        text = cell.text(self.source)
        ends = [(found.start(), found.end()) for found in _SEPARATORS.finditer(text.text)][:_MOST_PARENTS]
        starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text.text)]
        parts = [part(self.source, text, *one) for one in zip(starts, stops, strict=True)] if ends else []
        return [in_one_line(self.source, text), *(one for one in parts if one.text)]

    def _context(self, row: Row) -> Context:
        own: dict[str, Text] = {}
        for name in ("team", "cycle"):
            cell = next((row.cells[at] for at in self.found.named(name) if at in row.cells), None)
            if cell is not None:
                own[name] = in_one_line(self.source, cell.text(self.source))
        return Context({**self.context.fields, **own})

    def _fields(self, entry: _Entry, words: Cell) -> None:
        role = entry.draft.role
        for at, heading in sorted(self.found.columns.items()):
            cell = entry.row.cells.get(at)
            if cell is None or cell is words or heading.of not in {None, role}:
                continue
            value = in_one_line(self.source, cell.text(self.source))
            if heading.name == "id":
                entry.names.add(fold(value.text))
                entry.draft.ident = entry.draft.ident or value.text
            elif heading.name == "objective" and role != "objective":
                entry.under += self._texts(cell)
            elif heading.name not in {"type", "parent"}:
                give(entry.draft, heading.name, value, with_baseline=bool(self.found.named("baseline")))

    def settle(self) -> None:
        """Put every statement where it belongs; rows of work alone are no OKRs."""
        if not any(entry.draft.role != "initiative" for entry in self.entries):
            return
        objective: _Entry | None = None
        result: _Entry | None = None
        for entry in self.entries:
            entry.parent = next(
                (one for text in entry.under if (one := self._known.get(fold(text.text))) and one is not entry), None
            )
            if entry.draft.role == "objective":
                objective = result = entry
                continue
            if entry.parent is None and not entry.under:
                # A row of work that names no parent, where others do, stands by itself.
                by_order = entry.draft.role == "key_result" or not self.found.named("parent")
                entry.parent = (objective if entry.draft.role == "key_result" else result) if by_order else None
            result = entry if entry.draft.role == "key_result" else result
        for entry in self.entries:
            self._place(entry)

    def _place(self, entry: _Entry) -> None:
        home = self._home(entry)
        draft = entry.draft
        if draft.role == "objective":
            self.gathered.set_of(entry.context).objectives.append(draft)
            if entry.under:
                draft.links.append(Link(kind="parent", target=entry.under[0]))
        elif draft.role == "key_result":
            if home is None and entry.under:
                draft.links.append(Link(kind="parent", target=entry.under[0]))
            (home.key_results if home else self.gathered.set_of(entry.context).key_results).append(draft)
        else:
            (home.initiatives if home else self.gathered.set_of(entry.context).initiatives).append(draft)

    def _home(self, entry: _Entry) -> Draft | None:
        """Return the nearest statement above that can hold this one; a circle of parents holds nothing."""
        wanted = {"key_result": {"objective"}, "initiative": {"objective", "key_result"}}.get(entry.draft.role, set())
        seen = {id(entry)}
        above = entry.parent
        while above is not None and id(above) not in seen:
            if above.draft.role in wanted:
                return above.draft
            seen.add(id(above))
            above = above.parent
        return None
