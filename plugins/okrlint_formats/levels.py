"""What levels say: the role of a bullet without a label, from what it stands under and how its page is laid out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from okrlint.model import Source
from okrlint_formats.drafts import Draft
from okrlint_formats.outline import Node, owners
from okrlint_formats.prose import is_away, is_group, is_prose, is_tagged, names_a_list


@dataclass(frozen=True)
class Place:
    """Where the walk stands: under which statement, and what titles have said.

    `okr` holds below a heading that speaks of OKRs, `below` is the role that a title gives, `parent` what the walk is
    inside, `apart` holds where an objective's key results have a title of their own, `labelled` where a label made
    the parent a statement.
    """

    okr: bool = False
    below: str | None = None
    objective: Draft | None = None
    parent: Draft | None = None
    apart: bool = False
    labelled: bool = False


@dataclass(frozen=True)
class Habits:
    """How a page is laid out, seen over all of it.

    `owners` are the words before a colon that name who is in charge; `owned_labels` holds where labels carry them too
    (`CFO KR:`). `lists_of_objectives` holds where bullets of the first level mostly hold others, `bets_below` where
    bullets below key results are initiatives.
    """

    owners: frozenset[str]
    owned_labels: bool
    lists_of_objectives: bool
    bets_below: bool


#: Fields that statements of every role have. Not the metric: below an objective, it is its proof.
_BESIDE: Final = frozenset({"owner", "deadline", "baseline", "target", "unit", "confidence", "decision", "status"})


def habits(source: Source, root: Node) -> Habits:
    """Return how a page is laid out."""
    return Habits(
        owners(root),
        any(one.label is not None and one.label.owner is not None for one in root.below()),
        _lists_of_objectives(root),
        _bets_below(source, root),
    )


def role_of_item(source: Source, node: Node, place: Place, page: Habits, *, owned: bool) -> str | None:
    """Return the role of a bullet without a label, `group` where it only gathers others, None where it is no OKR."""
    items = [one for one in node.children if one.block.kind == "item" and not _is_beside(one)]
    if place.below is not None:
        return _below_title(node, place, items)
    parent = place.parent.role if place.parent else None
    if owned and items and place.okr and not place.apart and parent != "initiative":
        return "objective"
    group = bool(items) and not owned and not is_tagged(node) and is_group(node.text.text)
    heads = node.strong and any(one.role == "key_result" for one in node.below())
    if parent == "initiative":
        return "initiative" if page.bets_below else None
    if parent == "key_result":
        return _below_key_result(node, place, page, owned=owned, group=group, heads=heads)
    if parent == "objective":
        return _below_objective(node, place, page, items, owned=owned, group=group, heads=heads)
    if not place.okr:
        return None
    if heads or (owned and page.owned_labels):
        return "objective"
    if items:
        return "group" if group else "objective"
    if _before_objectives(node):
        return None
    if page.lists_of_objectives:
        return "objective"
    return "key_result" if _among_statements(source, node) else None


def _is_beside(node: Node) -> bool:
    """Whether a line is a field that says nothing of what the line above it is (`Owner: Ana`)."""
    return node.label is not None and node.label.meaning in _BESIDE


def _below_title(node: Node, place: Place, items: list[Node]) -> str | None:
    if place.below == "key_result" and items and node.strong:
        return "objective"
    return "group" if items and not is_tagged(node) and is_group(node.text.text) else place.below


def _below_key_result(
    node: Node, place: Place, page: Habits, *, owned: bool, group: bool, heads: bool
) -> str | None:  # fmt: skip
    if heads or (owned and (place.labelled or page.owned_labels)):
        return "objective"
    if page.bets_below:
        return "initiative"
    if place.okr and group:
        return "group"
    return "key_result" if place.okr and (is_tagged(node) or owned) else None


def _below_objective(
    node: Node, place: Place, page: Habits, items: list[Node], *, owned: bool, group: bool, heads: bool
) -> str | None:
    if owned and page.owned_labels:
        return "objective"
    if place.apart or _apart(node):
        return None
    if heads:
        return "objective"
    if group:
        return "group"
    nested = place.okr and bool(items) and not node.boxed and not place.labelled and all(map(is_tagged, items))
    return "objective" if nested else "key_result"


def _of_parent(node: Node, name: str, work: Callable[[Node], bool]) -> bool:
    """Return what holds for everything below a parent, worked out once: there may be thousands beside a line."""
    parent = node.parent
    if parent is None:
        return False
    if name not in parent.known:
        parent.known[name] = work(parent)
    return parent.known[name]


def lines_are_objectives(node: Node) -> bool:
    """Whether lines beside this one are objectives: short, with a list below them."""
    return _of_parent(node, "lines_are_objectives", _lines_below_are)


def _lines_below_are(parent: Node) -> bool:
    outer = parent.parent.children if parent.parent else []
    around = [*parent.children, *(one for child in outer for one in child.children)]
    return any(
        one.block.kind == "paragraph"
        and any(child.block.kind == "item" for child in one.children)
        and not is_prose(one)
        for one in around
    )


def _lists_of_objectives(root: Node) -> bool:
    first = [
        node
        for node in root.below()
        if node.block.kind == "item" and node.block.depth == 1 and node.label is None and node.title is None
    ]
    holding = [one for one in first if any(child.block.kind == "item" for child in one.children)]
    return len(first) > 1 and len(holding) * 3 >= len(first)


def _bets_below(source: Source, root: Node) -> bool:
    """Whether bullets below key results are initiatives: the page explains the word and gives it no other place."""
    if re.search(r"^[\s>*_+-]*initiatives?\b", source.text.lower(), re.MULTILINE) is None:
        return False
    return not any(
        (one.role == "initiative" and one.rest.text) or (one.title and one.title.sense == "initiative")
        for one in root.below()
    )


def _among_statements(source: Source, node: Node) -> bool:
    """Whether a loose bullet has others beside it that are statements too, and no list of links."""

    def of(parent: Node) -> bool:
        beside = [one for one in parent.children if one.block.kind == "item"]
        return len(beside) > 1 and not any(is_away(source, one) for one in beside)

    return _of_parent(node, "among_statements", of)


def _before_objectives(node: Node) -> bool:
    """Whether headings with lists of their own follow in the section of a loose bullet: then it is an introduction."""
    return _of_parent(node, "before_objectives", _leads_to_objectives)


def _leads_to_objectives(parent: Node) -> bool:
    section: Node | None = parent
    while section is not None and section.block.kind != "heading" and section.level >= 0:
        section = section.parent
    return section is not None and any(
        child.block.kind == "heading"
        and child.title is None
        and any(one.block.kind in {"item", "row"} for one in child.below())
        for child in section.children
    )


def _apart(node: Node) -> bool:
    """Whether the key results beside this line stand under a title of their own."""
    return _of_parent(node, "apart", _sets_key_results_apart)


def _sets_key_results_apart(parent: Node) -> bool:
    return any(
        (one.title is not None and one.title.sense == "key_result")
        or bool(
            one.role == "key_result" and one.label and not one.label.ident and (not one.rest.text or names_a_list(one))
        )
        for one in parent.children
    )
