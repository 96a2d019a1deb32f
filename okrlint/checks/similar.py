"""Checks of statements against one another: copies, near copies, links that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal

from okrlint.checks.kinds import CheckKind, Hit, Met, Parameters, at
from okrlint.organisation import Organisation, reached
from okrlint.reading.cycle import cycle
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint.reading.fold import fold

_FIGURES: Final = re.compile(r"\d+(?:[., ]\d+)*")


class Similar(Parameters):
    """Fires where two statements of one document say nearly the same.

    `to` compares with others of the same role, with the statement's own objective, with initiatives, or with those of
    the same role in an earlier cycle of the document (word for word).
    """

    to: Literal["same role", "objective", "initiatives", "earlier cycle"] = "same role"
    at_least: float = 0.85


def _similar(parameters: Similar, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    concerned = [one for one in document.statements if one.role in roles]
    seen: list[ReadStatement] = []
    by_text: dict[str, list[ReadStatement]] = {}
    for one in concerned:
        by_text.setdefault(fold(one.text).strip(" ."), []).append(one)
    for one in concerned:
        others: list[str]
        if parameters.to == "objective":
            others = [one.objective.text.text] if one.objective else []
        elif parameters.to == "earlier cycle":
            others = [other.text for other in by_text[fold(one.text).strip(" .")] if _is_earlier(other, one)]
        elif parameters.to == "initiatives":
            others = [other.text for other in document.statements if other.role == "initiative"]
        else:
            others = [other.text for other in seen if other.okr_set is one.okr_set and one.okr_set is not None]
        seen.append(one)
        twin = next((other for other in others if _alike(one.text, other, parameters.at_least)), None)
        if twin is not None:
            yield at(one, other=twin)


def kin(first: str, second: str, at_least: float) -> bool:
    """Whether two texts say nearly the same, whatever their figures are."""
    return _near(_FIGURES.sub("#", fold(first).strip(" .")), _FIGURES.sub("#", fold(second).strip(" .")), at_least)


def _alike(first: str, second: str, at_least: float) -> bool:
    """Compare what is written, without case and accents; the numbers must be the same."""
    (a, figures), (b, others) = _told(first), _told(second)
    return figures == others and _near(a, b, at_least)


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[str, str]:
    """Return a text without case and accents, and its digits alone; remembered: each is held against all others."""
    folded = fold(text).strip(" .")
    return folded, "".join(each for each in folded if each.isdigit())


def _near(a: str, b: str, at_least: float) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only where there are two to compare

    return fuzz.ratio(a, b) >= 100 * at_least


def _is_earlier(other: ReadStatement, one: ReadStatement) -> bool:
    """Whether a statement stands in another cycle of the same team, which came before."""
    mine, its = one.okr_set, other.okr_set
    if mine is None or its is None or mine is its or mine.cycle is None or its.cycle is None:
        return False
    if (mine.team and fold(mine.team.text)) != (its.team and fold(its.team.text)):
        return False
    now, then = cycle(mine.cycle.text), cycle(its.cycle.text)
    if now is not None and then is not None:
        return then.first < now.first
    return fold(mine.cycle.text) != fold(its.cycle.text) and its.cycle.span.start < mine.cycle.span.start


class LinkTo(Parameters):
    """Fires where a statement that says what it serves points at nothing that is there, or in the end at itself.

    `require` asks for a parent at all.
    """

    require: bool = False


def _link(parameters: LinkTo, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    idents = {name for one in document.statements for name in (one.ident, one.statement.id) if name}
    served = {name: _served(one) for one in document.statements for name in (one.ident, one.statement.id) if name}
    for one in document.statements:
        if one.role not in roles:
            continue
        parents = [link for link in one.statement.links if link.kind == "parent"]
        if parameters.require and not parents and (one.okr_set is None or one.okr_set.parent is None):
            yield at(one)
        for link in one.statement.links:
            target = link.target.text
            if target.startswith("#") and (
                target[1:] not in idents or (link.kind == "parent" and _leads_back(one, target[1:], served))
            ):
                yield at(one, target=target)


def _served(one: ReadStatement) -> tuple[str, ...]:
    """Return the names of the statements that one points to as its parents."""
    links = (link.target.text for link in one.statement.links if link.kind == "parent")
    return tuple(link[1:] for link in links if link.startswith("#"))


def _leads_back(one: ReadStatement, target: str, served: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether following parents from a link ends where it began."""
    own = {one.ident, one.statement.id}
    waiting, seen = [target], set[str]()
    while waiting:
        name = waiting.pop()
        if name in own:
            return True
        if name not in seen:
            seen.add(name)
            waiting += served.get(name, ())
    return False


def _link_across(parameters: LinkTo, roles: frozenset[str], whole: Organisation) -> Iterator[Met]:
    """Say of an organisation what `_link` says of a document: another document may hold what a link means.

    Circles are the business of the kind `aligned`, which sees those of several documents too.
    """
    for one in whole.statements:
        if one.role not in roles:
            continue
        group = whole.group(one)
        if parameters.require and not one.parents and (group is None or not group.parent):
            yield Met(one)
        for target in (*one.parents, *one.waits):
            if "#" in target and not reached(whole, one.path, group, target):
                yield Met(one, {"target": target})
                break


SIMILAR = CheckKind("similar", Similar, _similar)
LINK = CheckKind("link", LinkTo, _link, across=_link_across)
