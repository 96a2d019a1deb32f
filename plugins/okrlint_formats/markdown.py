"""OKRs in Markdown: headings, nested bullets, labels and front matter.

Three ideas carry it. A label (`Objective 1:`, `KR 1.2`, `Résultat clé :`) says what a line is. A heading or a line that
is nothing but a label says what stands below it. Nesting says what belongs to what: below an objective, bullets
without a label are its key results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from okrlint.model import CheckIn, Document, Link, OkrSet, Skipped, Source, Text
from okrlint_formats.blocks import Block, blocks
from okrlint_formats.drafts import Draft, SetDraft, day, decision, finish, number, share
from okrlint_formats.front_matter import front_fields
from okrlint_formats.inline import cut, plain
from okrlint_formats.labels import ROLES, SET_FIELDS, Label, heading, label

#: Where a line of a block ends, with what opens the next one in a block quote.
_LINE_END: Final = re.compile(r"(?:\r\n|\n|\r)[ \t>]*")
_FIELDS_HERE: Final = frozenset(
    {"owner", "metric", "baseline", "target", "unit", "deadline", "confidence", "kind", "decision", "source",
     "status", "score", "priority", "rationale"}
)  # fmt: skip


def read(path: str, data: bytes) -> Document:
    """Read a Markdown document, or raise ReadError where it is no UTF-8 text."""
    source = Source.decode(path, data)
    front, found = blocks(source)
    reader = _Reader(source)
    language: str | None = None
    if front is not None:
        fields = front_fields(source, *front)
        language = fields.pop("language").text if "language" in fields else None
        reader.front(fields)
    for block in found:
        reader.take(block)
    return Document(
        path=path,
        format="markdown",
        source=source,
        language=language or reader.language,
        sets=reader.sets(),
        skipped=tuple(reader.skipped),
    )


class _Reader:
    """Walks the blocks and remembers under what it stands."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.skipped: list[Skipped] = []
        self.language: str | None = None
        self._set = SetDraft()
        self._done: list[SetDraft] = []
        self._objective: Draft | None = None
        self._key_result: Draft | None = None
        self._last: Draft | None = None
        # The role that a heading or a bare label gives to what stands below, and the depth it stands at.
        self._below: str | None = None
        self._below_depth = 0
        self._pending: tuple[str, str | None, int] | None = None

    def front(self, fields: dict[str, Text]) -> None:
        """Take the fields of the front matter for the set."""
        parent = fields.pop("parent", None)
        if parent is not None:
            self._set.parent = Link(kind="parent", target=parent)
        self._set.fields.update(fields)

    def sets(self) -> tuple[OkrSet, ...]:
        """Return the sets that hold a statement."""
        drafts = [draft for draft in (*self._done, self._set) if not draft.empty]
        return tuple(finish(draft, self.skipped) for draft in drafts)

    def take(self, block: Block) -> None:
        """Take one block; a line of it that begins with a label is one of its own."""
        for part in _at_labels(self.source, block):
            self._take(part)

    def _take(self, block: Block) -> None:
        text = plain(self.source, block.start, block.end)
        text = _without_box(self.source, text) if block.kind == "item" else text
        if not text.text or block.follows:
            return
        found = heading(text.text) if block.kind == "heading" else label(text.text)
        depth = block.depth - 100 if block.kind == "heading" else block.depth
        if found is None:
            self._unlabelled(block, text, depth)
            return
        rest = cut(self.source, text, found.length)
        if found.meaning in ROLES:
            self._role(found, rest, depth)
        else:
            self._field(found, text, rest, block, depth)

    def _role(self, found: Label, rest: Text, depth: int) -> None:
        role = str(found.meaning)
        if not rest.text:
            if role == "objective" or found.ident:
                self._pending = (role, found.ident, depth)
            self._below, self._below_depth = role, depth
            return
        self._add(Draft(role, rest, found.ident, depth))

    def _unlabelled(self, block: Block, text: Text, depth: int) -> None:
        if self._pending is not None and block.kind != "heading":
            role, ident, _ = self._pending
            self._pending = None
            self._add(Draft(role, text, ident, depth))
            return
        if block.kind == "heading":
            self._section(block, depth)
            return
        if block.kind == "paragraph":
            return
        below = self._role_below(depth)
        if below is not None:
            self._add(Draft(below, text, None, depth))

    def _role_below(self, depth: int) -> str | None:
        """Say what an item without a label is, from what it stands under."""
        last = self._last
        if last is not None and last.depth > 0 and depth > last.depth:
            if last.role == "objective":
                return "key_result"
            return self._below if self._below and self._below_depth > last.depth else None
        if self._below is not None and depth > self._below_depth:
            return self._below
        if self._objective is not None and depth > self._objective.depth:
            return "key_result"
        return None

    def _section(self, block: Block, depth: int) -> None:
        """A heading without a label ends what stood under a heading of its level or deeper."""
        del block
        self._pending = None
        if self._below_depth >= depth:
            self._below = None
        if self._objective is not None and self._objective.depth >= depth:
            self._objective = self._key_result = self._last = None

    def _add(self, draft: Draft) -> None:
        self._pending = None
        if draft.role == "objective":
            self._set.objectives.append(draft)
            self._objective, self._key_result = draft, None
            self._below, self._below_depth = None, 0
        elif draft.role == "key_result":
            home = self._objective.key_results if self._objective else self._set.key_results
            home.append(draft)
            self._key_result = draft
        else:
            self._home_of_initiative(draft).append(draft)
        self._last = draft

    def _home_of_initiative(self, draft: Draft) -> list[Draft]:
        under = self._key_result
        if under is not None and under.depth > 0 and draft.depth > under.depth:
            return under.initiatives
        return self._objective.initiatives if self._objective else self._set.initiatives

    def _field(self, found: Label, text: Text, rest: Text, block: Block, depth: int) -> None:
        """Take a field for the statement it stands under, or for the set."""
        name = str(found.meaning)
        under = self._last if self._last is not None and depth > self._last.depth else None
        if under is None and name in SET_FIELDS:
            self._set_field(name, rest)
        elif name == "check_in" and under is not None:
            under.check_ins.append(_check_in(self.source, text, rest, found))
        elif name in {"parent", "depends_on"} and under is not None:
            under.links.append(Link(kind="parent" if name == "parent" else "depends_on", target=rest))
        elif name in _FIELDS_HERE and under is not None and rest.text:
            under.fields[name] = rest
        elif name == "note" or block.kind != "item":
            self.skipped.append(Skipped(text=text, reason="a note, not a statement"))
        else:
            self._unlabelled(block, text, depth)

    def _set_field(self, name: str, rest: Text) -> None:
        if name == "language":
            self.language = rest.text
            return
        if name == "team" and not self._set.empty:
            kept = {key: value for key, value in self._set.fields.items() if key not in {"team", "owner"}}
            self._done.append(self._set)
            self._set = SetDraft(fields=kept)
            self._objective = self._key_result = self._last = None
        if name == "parent":
            self._set.parent = Link(kind="parent", target=rest)
        elif rest.text:
            self._set.fields[name] = rest


def _at_labels(source: Source, block: Block) -> Iterator[Block]:
    """Cut a block before each of its lines that begins with a label.

    Markdown joins lines that follow one another; people write `Team: …` and `Owner: …` below each other all the same. A
    field on a later line of an item belongs to the item, so it stands a little deeper.
    """
    begin, depth = block.start, block.depth
    for found in _LINE_END.finditer(source.text, block.start, block.end):
        end = _LINE_END.search(source.text, found.end(), block.end)
        line = plain(source, found.end(), end.start() if end else block.end)
        named = label(line.text) if block.kind != "heading" else None
        if named is None:
            continue
        yield replace(block, start=begin, end=found.start(), depth=depth)
        begin = found.end()
        depth = block.depth + (block.kind == "item" and named.meaning not in ROLES)
    yield replace(block, start=begin, end=block.end, depth=depth)


def _without_box(source: Source, text: Text) -> Text:
    """Take the check box off an item (`[x] Text`)."""
    if text.text[:3].lower() in {"[ ]", "[x]"} and text.text[3:4] in {" ", ""}:
        return cut(source, text, 3)
    return text


def _check_in(source: Source, text: Text, rest: Text, found: Label) -> CheckIn:
    """Read `Check-in 2026-05-04: 34 %; confidence: 0.6; learning: …; decision: adjust`.

    What stands first without a label is the value; the parts end with a semicolon.
    """
    values: dict[str, Text] = {}
    at = 0
    for part in rest.text.split(";"):
        begin, end = rest.offsets(at, at + len(part)) if part else rest.offsets(at, at)
        at += len(part) + 1
        words = plain(source, begin, end)
        named = label(words.text)
        key = str(named.meaning) if named else "value" if not values else "learning"
        if words.text:
            values[key] = cut(source, words, named.length) if named else words
    return CheckIn(
        on=day(text.text[: found.length]),
        value=number(values["value"].text) if "value" in values else None,
        confidence=share(values["confidence"].text) if "confidence" in values else None,
        learning=values.get("learning"),
        decision=decision(values["decision"].text) if "decision" in values else None,
    )
