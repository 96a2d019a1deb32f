"""What each piece of an outline is: an objective, a key result, an initiative, a field, or no OKR at all.

Five ideas carry it, the surest first. A label says what a line is. A title says what stands below it, or that nothing
below it is an OKR. A table's header names its columns (`tables`). Where a heading speaks of OKRs or names a period,
levels say the rest: what has bullets below it is an objective, the bullets are its key results. What is tagged (a check
box, a priority, an owner before a colon) is a statement at whatever depth.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, Literal

from okrlint.model import Document, Link, Skipped, Source, Text
from okrlint_formats import reasons
from okrlint_formats.asides import commitment
from okrlint_formats.block import Block
from okrlint_formats.check_ins import check_in
from okrlint_formats.drafts import Draft
from okrlint_formats.inline import joined, part, plain
from okrlint_formats.kept import Kept
from okrlint_formats.labels import ROLES, SET_FIELDS, Label
from okrlint_formats.levels import Habits, Place, habits, lines_are_objectives, role_of_item
from okrlint_formats.outline import Node, node_of, outline, owned
from okrlint_formats.prose import holds_tagged, is_away, is_compact, is_group, is_prose, is_tagged, names_a_list
from okrlint_formats.statement import is_as_written
from okrlint_formats.tables import Cell, rows_of
from okrlint_formats.titles import title

_FIELDS_HERE: Final = frozenset(
    {"owner", "metric", "baseline", "target", "unit", "deadline", "confidence", "kind", "decision", "source",
     "status", "score", "priority", "rationale", "annotation"}
)  # fmt: skip

_LINKS: Final[dict[str, Literal["parent", "depends_on", "related"]]] = {
    "parent": "parent", "depends_on": "depends_on", "related": "related",
}  # fmt: skip


def read_blocks(
    source: Source, name: str, blocks: list[Block], fields: dict[str, Text] | None = None, heading: str | None = None
) -> Document:
    """Return the document that a format's blocks make.

    `fields` are those of the front matter and `heading` is its title.
    """
    fields = dict(fields or {})
    language = fields.pop("language").text if "language" in fields else None
    root = outline(source, blocks)
    walk = _Walk(source, root)
    walk.skipped += _code(source, blocks, root)
    walk.front(fields)
    walk.walk(Place(okr=_opens(heading)))
    sets = walk.sets()
    return Document(
        path=source.path,
        format=name,
        source=source,
        language=language or walk.language,
        sets=sets,
        skipped=tuple(sorted(walk.skipped, key=lambda one: one.text.span.start)),
    )


def _code(source: Source, blocks: list[Block], root: Node) -> list[Skipped]:
    """Return the first line of each block of code that the outline left out."""
    kept = {one.block.code for one in root.below()}
    first = {block.code: block for block in reversed(blocks) if block.code not in kept and block.code}
    return [Skipped(text=plain(source, one.start, one.end), reason=reasons.CODE) for one in first.values()]


def _opens(heading: str | None) -> bool:
    found = title(heading) if heading else None
    return found is not None and found.sense == "okr"


class _Walk(Kept):
    """Walks the outline from above and gathers drafts."""

    def __init__(self, source: Source, root: Node) -> None:
        super().__init__(source)
        self.root = root
        self._page: Habits = habits(source, root)

    def walk(self, place: Place) -> None:
        """Walk the whole outline."""
        self._children(self.root, place)

    def _children(self, node: Node, place: Place) -> None:
        now = place
        for child in node.children:
            opened = self._visit(child, now)
            # A paragraph that is an objective holds the lists and titles that follow it on its level.
            if opened is not None:
                now = replace(now, objective=opened, parent=opened, labelled=False)

    def _visit(self, node: Node, place: Place) -> Draft | None:
        if node.rows:
            self._table(node, place)
            return None
        if node.label is not None:
            return self._labelled(node, node.label, place)
        if node.title is not None:
            self._titled(node, place)
            return None
        if node.block.kind == "heading":
            return self._heading(node, place)
        if node.block.kind == "item":
            return self._item(node, place)
        return self._paragraph(node, place)

    # What labels say

    def _labelled(self, node: Node, found: Label, place: Place) -> Draft | None:
        if found.meaning not in ROLES:
            self._field(node, found, place)
            return None
        role = str(found.meaning)
        if place.below == "initiative" and role == "key_result" and len(node.rest.text.split()) < 3:
            self.skip(node, reasons.POINTER)
            return None
        plural = node.text.text[: found.length].rstrip(" :：").lower().endswith("s") and found.ident is None
        lists = any(one.block.kind == "item" for one in node.children)
        asks = node.rest.text.endswith("?") and not is_as_written(self.source, node, node.rest)
        if lists and node.rest.text and (names_a_list(node) or asks):
            self._children(node, replace(place, below=role, apart=True))
            return None
        if plural and node.rest.text and node.block.kind == "paragraph" and not re.search(r"\d", node.rest.text):
            self.skip(node, reasons.MEANING)
            return None
        if not node.rest.text:
            return self._bare(node, found, role, place)
        if plural and ";" in node.rest.text:
            self._listed(node, role, place)
            return None
        draft = self.add(role, node, node.rest, place, found)
        self._children(node, self._inside(draft, place, labelled=True))
        return None if node.block.kind == "heading" or role != "objective" else draft

    def _listed(self, node: Node, role: str, place: Place) -> None:
        """Take a plural label with semicolons behind it for several statements ("Key results: …; …; …")."""
        at = 0
        for piece in node.rest.text.split(";"):
            words = part(self.source, node.rest, at, at + len(piece))
            at += len(piece) + 1
            if words.text:
                self.add(role, node, words, place)
        self._children(node, place)

    def _bare(self, node: Node, found: Label, role: str, place: Place) -> Draft | None:
        """A label alone: the next line is its text, or what stands below it are statements of the role."""
        first = node.children[0] if node.children else None
        words = first is not None and first.label is None and first.title is None and first.block.kind != "heading"
        plural = node.text.text.rstrip(" :：").lower().endswith("s") and found.ident is None
        single = (role == "objective" and not plural) or found.ident is not None
        said = first is not None and first.block.kind == "paragraph" and not first.text.text.endswith((":", "："))
        if first is not None and words and single and said and not is_prose(first):
            draft = self.add(role, first, first.text, place, found)
            inside = self._inside(draft, place, labelled=True)
            self._children(first, inside)
            self._rest_of(node, inside)
            return None
        inner = replace(place, below=role, apart=place.apart or role == "key_result")
        self._children(node, inner)
        return None

    def _rest_of(self, node: Node, place: Place) -> None:
        held, node.children = node.children, node.children[1:]
        self._children(node, place)
        node.children = held

    def _inside(self, draft: Draft | None, place: Place, *, labelled: bool = False) -> Place:
        if draft is None:
            return place
        objective = draft if draft.role == "objective" else place.objective
        return replace(place, below=None, objective=objective, parent=draft, apart=False, labelled=labelled)

    def _field(self, node: Node, found: Label, place: Place) -> None:
        """Take a field for the statement it stands under, or for the set."""
        name, rest = str(found.meaning), node.rest
        under = place.parent
        if name == "set":
            self.new_set()
        elif under is None and name in SET_FIELDS:
            self.set_field(name, rest)
        elif name == "check_in" and under is not None:
            under.check_ins.append(check_in(self.source, node.text, rest, found))
        elif name in _LINKS and under is not None and rest.text:
            under.links.append(Link(kind=_LINKS[name], target=rest))
        elif name == "commitment" and under is not None and commitment(rest.text) is not None:
            under.commitment = commitment(rest.text)
        elif name == "id" and under is not None and rest.text:
            under.ident = rest.text
        elif name == "language" and under is not None and node.block.kind == "item":
            under.language = rest.text
        elif name == "metric" and under is not None and under.role == "objective" and rest.text:
            # An objective has no metric: a line that names one below it is its proof.
            self.add("key_result", node, rest, place, found)
        elif name in _FIELDS_HERE and under is not None and rest.text:
            under.fields[name] = rest
        elif name in SET_FIELDS and name not in _FIELDS_HERE:
            self.set_field(name, rest)
        elif name == "note" or node.block.kind != "item":
            self.skip(node, reasons.NOTE if name == "note" else reasons.FIELD)
        else:
            self._item(node, place)
            return
        self._children(node, Place() if node.block.kind == "item" else place)

    # What titles say

    def _titled(self, node: Node, place: Place) -> None:
        if node.title is None:
            return
        sense = node.title.sense
        if sense == "aside":
            self._aside(node, place)
            return
        if sense == "okr":
            if node.title.period:
                self.cycle(node.text)
            else:
                self.dated(node)
            outer = place.parent if node.block.kind == "item" else None
            self._children(node, Place(okr=True, parent=outer, objective=outer))
            return
        self._children(node, replace(place, below=sense, apart=True))

    def _aside(self, node: Node, place: Place) -> None:
        """Leave out what a title turns away from; only what is labelled as an objective inside it is read."""
        for child in node.children:
            if child.role == "objective" and child.label and (child.rest.text or child.label.ident):
                self._visit(child, Place(okr=place.okr))
            elif (child.block.kind == "heading" and (_contents(node) or _reopens(node, child))) or (
                _is_title(child) and child.title is not None and child.title.sense in ROLES and _is_soft(node)
            ):
                self._visit(child, place)
            elif child.block.kind == "heading":
                self._aside(child, place)
            else:
                self.skip(child, reasons.LED_AWAY)

    # What levels say

    def _heading(self, node: Node, place: Place) -> Draft | None:
        text, owner = owned(self.source, node.text, self._page.owners)
        holds = any(one.block.kind in {"item", "row"} or one.role for one in node.below())
        named = owner is not None or not is_group(text.text) or holds_tagged(node)
        if place.okr and place.below is None and holds and named:
            draft = self.add("objective", node, text, replace(place, objective=None), owner=owner)
            self._children(node, self._inside(draft, place))
            return None
        if node.block.depth <= 1:
            self.dated(node)
        outside = place if place.below else replace(place, parent=None, objective=None, labelled=False)
        before = (self.added, len(self.skipped))
        self._children(node, outside)
        if before == (self.added, len(self.skipped)):
            self.skip(node, reasons.HEADING)
        return None

    def _paragraph(self, node: Node, place: Place) -> Draft | None:
        lists = any(one.block.kind == "item" and not is_away(self.source, one) for one in node.children)
        free = place.okr and place.below is None and (place.objective is None or not place.labelled)
        announced = node.text.text.rstrip().endswith((":", "："))
        if free and not announced and not is_prose(node) and not is_away(self.source, node):
            bare = place.parent is None or node.strong or lists
            line = not node.text.text.endswith(".") and lines_are_objectives(node)
            if bare and (lists or node.strong or line):
                draft = self.add("objective", node, node.text, replace(place, objective=None))
                self._children(node, self._inside(draft, place))
                return None
        if place.below and not lists and not announced and is_compact(node, place.below):
            draft = self.add(place.below, node, node.text, place)
            return draft if place.below == "objective" and not node.children else None
        if not (lists and announced):
            self.skip(node, reasons.PARAGRAPH)
        self._children(node, place)
        return None

    def _item(self, node: Node, place: Place) -> Draft | None:
        if is_away(self.source, node):
            self.skip(node, reasons.LINK)
            return None
        items = [one for one in node.children if one.block.kind == "item"]
        text, owner = owned(self.source, node.text, self._page.owners)
        role = role_of_item(self.source, node, place, self._page, owned=owner is not None)
        if role == "group":
            self._children(node, place)
            return None
        if role is None:
            below = place.parent.role if place.parent else None
            self.skip(node, reasons.TASK if below in {"key_result", "initiative"} else reasons.ITEM)
            self._children(node, replace(place, below=None, okr=False))
            return None
        draft = self.add(role, node, text, place, owner=owner)
        if (
            draft is not None
            and role == "key_result"
            and draft.text.text.endswith(":")
            and items
            and not any(map(is_tagged, items))
        ):
            self._enumerated(draft, items)
            return None
        inside = self._inside(draft, place)
        self._children(node, replace(inside, below=place.below) if place.below == "initiative" else inside)
        return None

    def _enumerated(self, draft: Draft, items: list[Node]) -> None:
        """A key result that ends in a colon holds what is listed below it."""
        draft.text = joined(self.source, [draft.text, *(one.text for one in items)])

    # What tables say

    def _table(self, node: Node, place: Place) -> None:
        cells = [[self._cell(*ends) for ends in row.cells] for row in node.rows]
        found = rows_of(cells)
        if found is None or (place.apart and place.below is None):
            first = next((cell.text for row in cells for cell in row if cell.text.text), None)
            if first is not None:
                self.skipped.append(Skipped(text=first, reason=reasons.TABLE))
            return
        for row in found:
            both = {"objective", "key_result"} <= {role for role, _ in row.said}
            for role, text in row.said:
                block = Block("row", 0, text.span.start, text.span.end)
                bare = node_of(self.source, block)
                draft = self.add(role, bare, bare.rest, place, bare.label)
                if draft is None:
                    continue
                # Beside a key result and its objective in one row, the fields are the key result's.
                for name, value in () if both and role == "objective" else row.fields.items():
                    if name in _FIELDS_HERE or name == "annotation":
                        draft.fields.setdefault(name, value)
                if draft.role != "initiative":
                    place = self._inside(draft, place)

    def _cell(self, start: int, end: int) -> Cell:
        raw = self.source.text[start:end].strip()
        return Cell(plain(self.source, start, end), strong=raw.startswith(("**", "__")) and raw.endswith(("**", "__")))


def _contents(node: Node) -> bool:
    return node.title is not None and node.title.contents


def _is_soft(node: Node) -> bool:
    return node.title is not None and node.title.soft


def _is_title(node: Node) -> bool:
    """Whether a line is plainly a title: bold, or nothing but a known title and a colon."""
    return node.strong or (node.text.text.endswith((":", "：")) and title(node.text.text, strict=True) is not None)


def _reopens(aside: Node, node: Node) -> bool:
    """Whether a heading below an aside opens OKRs again."""
    if node.title is None or node.title.period or not _is_soft(aside):
        return False
    return node.title.sense in ROLES or node.title.sense == "okr"
