"""Checks of statements against one another: copies, near copies, links that lead nowhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Literal

from okrlint.checks.kinds import CheckKind, Hit, Parameters, at
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint.reading.fold import fold


class Similar(Parameters):
    """Fires where two statements of one document say nearly the same.

    `to` compares with others of the same role, with the statement's own objective, or with the set's parent.
    """

    to: Literal["same role", "objective", "initiatives"] = "same role"
    at_least: float = 0.85


def _similar(parameters: Similar, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    concerned = [one for one in document.statements if one.role in roles]
    seen: list[ReadStatement] = []
    for one in concerned:
        others: list[str]
        if parameters.to == "objective":
            others = [one.objective.text.text] if one.objective else []
        elif parameters.to == "initiatives":
            others = [other.text for other in document.statements if other.role == "initiative"]
        else:
            others = [other.text for other in seen if other.okr_set is one.okr_set and one.okr_set is not None]
        seen.append(one)
        twin = next((other for other in others if _alike(one.text, other, parameters.at_least)), None)
        if twin is not None:
            yield at(one, other=twin)


def _alike(first: str, second: str, at_least: float) -> bool:
    """Compare what is written, without case and accents; the numbers must be the same."""
    a, b = fold(first).strip(" ."), fold(second).strip(" .")
    if [each for each in a if each.isdigit()] != [each for each in b if each.isdigit()]:
        return False
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return matcher.real_quick_ratio() >= at_least and matcher.quick_ratio() >= at_least and matcher.ratio() >= at_least


class LinkTo(Parameters):
    """Fires where a set or a statement that says what it serves points at nothing that is there.

    `require` asks for a parent at all.
    """

    require: bool = False


def _link(parameters: LinkTo, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    idents = {one.ident for one in document.statements} | {
        one.statement.id for one in document.statements if one.statement.id
    }
    for one in document.statements:
        if one.role not in roles:
            continue
        parents = [link for link in one.statement.links if link.kind == "parent"]
        if parameters.require and not parents and (one.okr_set is None or one.okr_set.parent is None):
            yield at(one)
        for link in one.statement.links:
            if link.target.text.startswith("#") and link.target.text[1:] not in idents:
                yield at(one, target=link.target.text)


SIMILAR = CheckKind("similar", Similar, _similar)
LINK = CheckKind("link", LinkTo, _link)
