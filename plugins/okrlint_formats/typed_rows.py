"""The table that okrlint writes, read again: a row says its type, and its sentence stands whole in a cell of its own.

A table with a column for the type and one each for objective, key result and initiative is taken for such a table;
nothing is cut off its sentences. People's own tables have fewer columns or more labels: `tables` reads them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from okrlint.model import CheckIn, Link, OkrSet, Skipped, Statement, Text
from okrlint.reading.fold import fold
from okrlint_formats import reasons
from okrlint_formats.asides import commitment
from okrlint_formats.columns import HEADERS, LINKS, OF_SET, OF_STATEMENT, TYPES
from okrlint_formats.drafts import Draft, SetDraft, day, decision, finish, loose, number, share

_NAMES: Final = {fold(header): name for headers in HEADERS.values() for name, header in headers.items()}
_TYPES: Final = {fold(word): name for types in TYPES.values() for name, word in types.items()}
_NEEDED: Final = frozenset({"type", "objective", "key_result", "initiative"})
_PLAIN: Final = frozenset(OF_STATEMENT) - {"id", "language", "commitment"}
#: In the column `Set`, the sign of a statement that stands in a list, outside any tree.
LOOSE: Final = "0"


@dataclass
class Typed:
    """What a table holds: the parts of a document."""

    sets: tuple[OkrSet, ...]
    statements: tuple[Statement, ...]
    language: str | None
    skipped: list[Skipped]


def typed(cells: Sequence[Sequence[Text | None]]) -> Typed | None:
    """Return what a table with a header in its first row holds; None where it is no table that okrlint wrote.

    A cell without words is None.
    """
    names = [_NAMES.get(fold(cell.text)) if cell else None for cell in cells[0]] if cells else []
    if not names or not _NEEDED.issubset(name for name in names if name):
        return None
    walk = _Walk()
    for row in cells[1:]:
        held: dict[str, list[Text]] = {}
        for name, cell in zip(names, row, strict=False):
            if name is not None and cell is not None and cell.text:
                held.setdefault(name, []).append(cell)
        if held:
            walk.row(held)
    sets = tuple(finish(one, walk.skipped) for one in walk.sets if not one.empty)
    statements = tuple(loose(draft, under, walk.skipped) for draft, under in walk.loose)
    return Typed(sets, statements, walk.language, walk.skipped)


@dataclass
class _Walk:
    """Goes down the rows and remembers what the next one may belong to."""

    sets: list[SetDraft] = field(default_factory=list)
    loose: list[tuple[Draft, str | None]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    language: str | None = None
    objective: Draft | None = None
    key_result: Draft | None = None
    last: Draft | None = None
    _known: tuple[str, ...] | None = None

    def row(self, held: dict[str, list[Text]]) -> None:
        first = {name: texts[0] for name, texts in held.items()}
        spoken = first.get("document_language")
        self.language = spoken.text if spoken else self.language
        kind = _TYPES.get(fold(first["type"].text)) if "type" in first else _filled(first)
        if kind == "check_in":
            self._check_in(first)
            return
        words = first.get("statement" if kind == "unknown" else kind or "")
        if kind is None or words is None:
            self.skipped.append(Skipped(text=next(iter(first.values())), reason=reasons.ENTRY))
            return
        draft = self._draft(kind, words, held, first)
        self.last = draft
        if "set" in first and first["set"].text == LOOSE:
            under = first.get("objective") if kind != "objective" else None
            self.loose.append((draft, under.text if under else None))
            return
        self._home(draft, first, self._set(first))

    def _set(self, first: dict[str, Text]) -> SetDraft:
        """Return the set a row belongs to: a new one where its number or its names are others than before."""
        key = tuple(first[name].text if name in first else "" for name in ("set", *OF_SET))
        if not self.sets or (any(key) and key != self._known):
            self._known = key
            fields = {name.removeprefix("set_"): first[name] for name in OF_SET if name in first}
            parent = fields.pop("parent", None)
            self.sets.append(SetDraft(fields=fields, parent=Link(kind="parent", target=parent) if parent else None))
            self.objective = self.key_result = None
        return self.sets[-1]

    def _home(self, draft: Draft, first: dict[str, Text], home: SetDraft) -> None:
        if draft.role == "objective":
            home.objectives.append(draft)
            self.objective, self.key_result = draft, None
            return
        objective = self.objective if "objective" in first else None
        if draft.role == "key_result":
            (objective or home).key_results.append(draft)
            self.key_result = draft
        elif "key_result" in first and self.key_result is not None:
            self.key_result.initiatives.append(draft)
        else:
            (objective or home).initiatives.append(draft)

    def _draft(self, role: str, words: Text, held: dict[str, list[Text]], first: dict[str, Text]) -> Draft:
        draft = Draft(role, words, fields={name: first[name] for name in _PLAIN if name in first})
        draft.ident = first["id"].text if "id" in first else None
        draft.language = first["language"].text if "language" in first else None
        if "commitment" in first:
            draft.commitment = commitment(first["commitment"].text)
            if draft.commitment is None:
                self.skipped.append(Skipped(text=first["commitment"], reason=reasons.COMMITMENT))
        draft.links = [Link(kind=kind, target=target) for kind in LINKS for target in held.get(kind, [])]
        return draft

    def _check_in(self, first: dict[str, Text]) -> None:
        if self.last is None:
            self.skipped.append(Skipped(text=next(iter(first.values())), reason=reasons.FIELD))
            return
        texts = {name: one.text for name, one in first.items()}
        self.last.check_ins.append(
            CheckIn(
                on=day(texts["date"]) if "date" in texts else None,
                value=number(texts["value"]) if "value" in texts else None,
                confidence=share(texts["confidence"]) if "confidence" in texts else None,
                learning=first.get("learning"),
                decision=decision(texts["decision"]) if "decision" in texts else None,
            )
        )


def _filled(first: dict[str, Text]) -> str | None:
    """Return what a row without a type is: the deepest of its words."""
    names = ("initiative", "key_result", "objective", "statement")
    found = next((name for name in names if name in first), None)
    return "unknown" if found == "statement" else found
