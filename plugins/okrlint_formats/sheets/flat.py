"""Sheets whose columns are objectives and key results: a row a key result, or one column for each.

The objective is repeated in every row, left blank below the first, or merged down. A line across the table says the
team, the period or the objective of the rows below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from okrlint.model import Link, Text
from okrlint.reading.fold import fold
from okrlint_formats import reasons
from okrlint_formats.drafts import Draft
from okrlint_formats.inline import cut
from okrlint_formats.labels import ROLES, SET_FIELDS, label
from okrlint_formats.sheets.gathered import Context, Gathered, draft_of, give
from okrlint_formats.sheets.header import Headers, Heading, Layout, layout
from okrlint_formats.sheets.said import Sentence, in_one_line, sentences
from okrlint_formats.sheets.sheet import Cell, Row
from okrlint_formats.tables import STATEMENTS, column
from okrlint_formats.titles import title

_TEAM_LINE: Final = re.compile(r"(?:team|equipe|service|squad|direction|departement|department|pole|tribe)\b.{2,40}")


def read_flat(gathered: Gathered, rows: Sequence[Row], found: Layout, context: Context, house: Headers | None) -> None:
    """Read the rows below a header into sets."""
    reader = _Flat(gathered, _with_titles(found), context)
    names = {fold(cell.words) for row in rows if row.number == found.row for cell in row.cells.values()}
    for row in rows:
        if row.number <= found.row or row.hidden:
            continue
        again = layout(row, house) if names & {fold(cell.words) for cell in row.cells.values()} else None
        if again is not None and len(again.columns) > 1:
            reader.found, reader.now = _with_titles(again), _Now()
        elif not reader.line(row):
            reader.take(row)


def _with_titles(found: Layout) -> Layout:
    """Say what a column that is only called `Name` holds: the role that has no column of its own."""
    names = found.names
    role = None
    if "objective" not in names and "key_result" in names:
        role = "objective"
    elif "objective" in names and "key_result" not in names:
        role = "key_result"
    titles = found.named("title")
    if role is not None and titles:
        found.columns[titles[0]] = Heading(role)
        found.of_objectives = role == "objective"
    return found


@dataclass
class _Now:
    """What the last row left open: the objective and the key result that the next one may go on with."""

    objective: Draft | None = None
    key_result: Draft | None = None


@dataclass
class _Said:
    """The statements of one row by the column that holds them."""

    objectives: dict[int, Draft] = field(default_factory=dict)
    key_results: dict[int, list[Draft]] = field(default_factory=dict)
    initiatives: dict[int, list[Draft]] = field(default_factory=dict)


class _Flat:
    """Reads rows one by one."""

    def __init__(self, gathered: Gathered, found: Layout, context: Context) -> None:
        self.gathered = gathered
        self.source = gathered.source
        self.found = found
        self.context = context
        self.now = _Now()

    def line(self, row: Row) -> bool:
        """Take a row that is one line across the table; whether it was one."""
        homes = {cell.home for cell in row.cells.values()}
        if len(homes) != 1:
            return False
        cell = next(iter(row.cells.values()))
        if cell.home[0] != row.number:
            return False  # it goes on with the row above
        text = in_one_line(self.source, cell.text(self.source))
        named = label(text.text)
        opened = title(text.text, strict=True)
        heading = self.found.columns.get(cell.column)
        if named is not None and named.meaning in SET_FIELDS - {"language", "parent"}:
            self._sets(str(named.meaning), cut(self.source, text, named.length))
        elif opened is not None and opened.period:
            self._sets("cycle", text)
        elif _TEAM_LINE.fullmatch(fold(text.text)) and (cell.strong or len(row.cells) > 1):
            self._sets("team", text)
        elif "objective" not in self.found.names and (cell.strong or len(row.cells) > 1) and named is None:
            self._objective(sentences(self.source, text, "objective"))
        elif (heading is None and (named is None or named.meaning not in ROLES)) or len(row.cells) == 1:
            return False
        else:
            role = heading.name if heading and heading.name in STATEMENTS else "objective"
            self._say(cell, role, _Said())
        return True

    def _sets(self, name: str, text: Text) -> None:
        if text.text:
            self.context = Context({**self.context.fields, name: text})
            self.now = _Now()

    def _objective(self, said: Iterable[Sentence]) -> None:
        for one in said:
            self.now = _Now(self.gathered.objective(one, self.context))

    def take(self, row: Row) -> None:
        """Take a row of statements and fields."""
        for name in ("team", "cycle"):
            for at in self.found.named(name):
                cell = row.cells.get(at)
                text = in_one_line(self.source, cell.text(self.source)) if cell is not None else None
                known = self.context.fields.get(name)
                if text is not None and text.text and (known is None or fold(known.text) != fold(text.text)):
                    self._sets(name, text)
        said = _Said()
        for role in STATEMENTS:
            for at in self.found.named(role):
                cell = row.cells.get(at)
                if cell is not None:
                    self._say(self._spelt(row, cell), role, said)
        self._fields(row, said)

    def _spelt(self, row: Row, cell: Cell) -> Cell:
        """Return the cell behind one that is a number alone (`KR 1`), where no header claims it."""
        named, behind = label(cell.words), row.cells.get(cell.column + 1)
        bare = named is not None and named.meaning in ROLES and named.length >= len(cell.words)
        return behind if bare and behind is not None and cell.column + 1 not in self.found.columns else cell

    def _say(self, cell: Cell, role: str, said: _Said) -> None:
        text = cell.text(self.source)
        if role == "objective" and (known := self.gathered.by_ident.get(fold(text.text))) is not None:
            if known is not self.now.objective:
                self.now = _Now(known)
            said.objectives[cell.column] = known
            return
        held = list(sentences(self.source, text, role))
        if not held and re.search(r"[^\W\d_]{3}", text.text):
            self.gathered.skip(text, reasons.PLACEHOLDER)
        for one in held:
            if one.role == "objective":
                draft = self.gathered.objective(one, self.context)
                if draft is not self.now.objective:
                    self.now = _Now(draft)
                said.objectives[cell.column] = draft
            elif one.role == "key_result":
                said.key_results.setdefault(cell.column, []).append(self._key_result(one))
            else:
                said.initiatives.setdefault(cell.column, []).append(self._initiative(one))

    def _key_result(self, one: Sentence) -> Draft:
        objective = self.now.objective
        under = objective.key_results if objective else self.gathered.set_of(self.context).key_results
        words = fold(one.text.text)
        known = next((each for each in reversed(under[-12:]) if fold(each.text.text) == words), None)
        if known is None:
            known = draft_of(one)
            under.append(known)
        self.now.key_result = known
        return known

    def _initiative(self, one: Sentence) -> Draft:
        above = self.now.key_result or self.now.objective
        under = above.initiatives if above else self.gathered.set_of(self.context).initiatives
        words = fold(one.text.text)
        known = next((each for each in reversed(under[-12:]) if fold(each.text.text) == words), None)
        if known is None:
            known = draft_of(one)
            under.append(known)
        return known

    def _fields(self, row: Row, said: _Said) -> None:
        several = len(self.found.named("key_result")) > 1
        often = Counter(one.name for one in self.found.columns.values() if one.number is None and one.of is None)
        for at, heading in sorted(self.found.columns.items()):
            cell = row.cells.get(at)
            if cell is None or heading.name in STATEMENTS:
                continue
            value = in_one_line(self.source, cell.text(self.source))
            if heading.name == "parent" and self.now.objective is not None:
                self._give(self.now.objective, heading, value)
                continue
            for draft in self._whose(
                at, heading, said, apart=self.found.of_objectives or (several and often[heading.name] < 2)
            ):
                self._give(draft, heading, value)

    def _whose(self, at: int, heading: Heading, said: _Said, *, apart: bool) -> list[Draft]:
        """Return the statements that a field belongs to: those it names, else those of the column before it."""
        if heading.of == "objective" or (heading.of is None and apart and said.objectives):
            return list(said.objectives.values())
        if heading.of == "initiative":
            return [one for drafts in said.initiatives.values() for one in drafts]
        numbered = [col for col in said.key_results if self.found.columns.get(col, heading).number == heading.number]
        if heading.number is not None:
            return [one for col in numbered for one in said.key_results[col]]
        if said.key_results:
            before = [col for col in said.key_results if col < at] or list(said.key_results)
            many = len(self.found.named("key_result")) > 1
            nearest = [max(before)] if many else list(said.key_results)
            claimed = max((col for col in self.found.named("key_result") if col < at), default=None) if many else None
            if claimed is not None and claimed not in said.key_results:
                return []  # the key result before it is blank
            return [one for col in nearest for one in said.key_results[col]]
        if heading.of == "key_result":
            return []
        return list(said.objectives.values()) or [one for drafts in said.initiatives.values() for one in drafts]

    def _give(self, draft: Draft, heading: Heading, value: Text) -> None:
        if heading.name == "parent":
            if fold(value.text) not in {fold(link.target.text) for link in draft.links}:
                draft.links.append(Link(kind="parent", target=value))
        elif heading.name == "id":
            draft.ident = draft.ident or value.text
            if draft.role == "objective":
                self.gathered.by_ident.setdefault(fold(value.text), draft)
        else:
            name = "kind" if heading.name == "type" else heading.name
            give(draft, name, value, with_baseline=bool(self.found.named("baseline")))


def read_lines(gathered: Gathered, rows: Iterable[Row], context: Context) -> bool:
    """Read a sheet that has no header, where labels say what a line is (`Objectif :`, `KR 1`); whether any did."""
    reader = _Flat(gathered, Layout(), context)
    read = False
    for row in rows:
        cells = [cell for _, cell in sorted(row.cells.items()) if cell.home == (row.number, cell.column)]
        if row.hidden or not cells:
            continue
        named = label(cells[0].words)
        if named is None:
            continue
        bare = named.length >= len(cells[0].words)
        if named.meaning in ROLES and not (bare and len(cells) < 2):
            reader._say(cells[1] if bare else cells[0], str(named.meaning), _Said())  # noqa: SLF001 - of this module
            read = True
    return read


def above(gathered: Gathered, rows: Iterable[Row], context: Context) -> Context:
    """Return what the lines above a header say of all rows below it: the team, the period, the owner."""
    fields = dict(context.fields)
    for row in rows:
        cells = [cell for _, cell in sorted(row.cells.items()) if cell.home == (row.number, cell.column)]
        for cell, behind in zip(cells, [*cells[1:], None], strict=True):
            text = in_one_line(gathered.source, cell.text(gathered.source))
            named, opened, name = label(text.text), title(text.text, strict=True), column(text.text.rstrip(" :"))
            if named is not None and named.meaning in SET_FIELDS - {"language", "parent"}:
                rest = cut(gathered.source, text, named.length)
                rest = behind.text(gathered.source) if not rest.text and behind is not None else rest
                if rest.text:
                    fields[str(named.meaning)] = rest
            elif name in {"team", "cycle", "owner"} and behind is not None:
                fields[name] = behind.text(gathered.source)
            elif opened is not None and opened.period:
                fields.setdefault("cycle", text)
    return Context(fields)
