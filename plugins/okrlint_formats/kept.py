"""What a walk through a page keeps: the sets in the making, the fields of the set, and what was left out and why."""

from __future__ import annotations

from okrlint.model import Link, OkrSet, Skipped, Source, Text
from okrlint.reading.fold import fold
from okrlint_formats import reasons
from okrlint_formats.drafts import Draft, SetDraft, finish
from okrlint_formats.inline import part
from okrlint_formats.labels import Label
from okrlint_formats.levels import Place
from okrlint_formats.outline import Node
from okrlint_formats.statement import said
from okrlint_formats.titles import dated


class Kept:
    """Sets and statements as they are found, in order."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.skipped: list[Skipped] = []
        self.language: str | None = None
        #: How many statements were added so far.
        self.added = 0
        self._set = SetDraft()
        self._done: list[SetDraft] = []

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

    def set_field(self, name: str, rest: Text) -> None:
        """Take a field for the set; a second team below statements opens another set."""
        if name == "language":
            self.language = rest.text
            return
        if name == "team" and not self._set.empty:
            kept = {key: value for key, value in self._set.fields.items() if key not in {"team", "owner"}}
            self._done.append(self._set)
            self._set = SetDraft(fields=kept)
        if name == "parent":
            self._set.parent = Link(kind="parent", target=rest)
        elif rest.text:
            self._set.fields[name] = rest

    def dated(self, node: Node) -> None:
        """Take the period that a title names among other words ("OKRs of the quay, Q3 2031") for the cycle."""
        found = dated(node.text.text) if node.block.kind == "heading" else None
        if found is not None:
            self.cycle(part(self.source, node.text, *found))

    def cycle(self, period: Text) -> None:
        """Take a period for the cycle; where statements stand above it, what is below it is another set."""
        held = self._set.fields.get("cycle")
        if not self._set.empty:
            if held is not None and fold(held.text) == fold(period.text):
                return
            kept = {key: value for key, value in self._set.fields.items() if key != "cycle"}
            self._done.append(self._set)
            self._set = SetDraft(fields={**kept, "cycle": period}, parent=self._set.parent)
        elif held is None:
            self._set.fields["cycle"] = period

    def add(
        self, role: str, node: Node, text: Text, place: Place, found: Label | None = None, owner: Text | None = None
    ) -> Draft | None:
        """Add one statement; None where it holds nothing but a placeholder."""
        held = said(self.source, node, text, role)
        if held.text is None:
            self.skip(node, reasons.PLACEHOLDER)
            return None
        draft = Draft(role, held.text, found.ident if found else None, fields=held.fields, commitment=held.commitment)
        if found and found.owner:
            owner = part(self.source, node.text, *found.owner)
        if owner is not None:
            draft.fields.setdefault("owner", owner)
        self._home(draft, place)
        return draft

    def _home(self, draft: Draft, place: Place) -> None:
        self.added += 1
        if draft.role == "objective":
            self._set.objectives.append(draft)
        elif draft.role == "key_result":
            (place.objective.key_results if place.objective else self._set.key_results).append(draft)
        elif place.parent is not None and place.parent.role == "key_result":
            place.parent.initiatives.append(draft)
        else:
            (place.objective.initiatives if place.objective else self._set.initiatives).append(draft)

    def skip(self, node: Node, reason: str) -> None:
        """Remember what was left out, and why."""
        if node.text.text:
            self.skipped.append(Skipped(text=node.text, reason=reason))

    def new_set(self) -> None:
        """Begin another set, without anything of the one before."""
        self._done.append(self._set)
        self._set = SetDraft()
