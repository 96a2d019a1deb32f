"""Who serves whom as a tree of teams, with its gaps: teams that serve nobody, or what nobody wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from okrlint_audit.audit import Audit


@dataclass
class Branch:
    """A team and the teams that serve it.

    `also` are the teams that it serves beside the one that it hangs below, `missing` what it says it serves and nobody
    wrote; `ring` tells that the way up from it comes back to it.
    """

    team: str
    below: list[Branch] = field(default_factory=list)
    also: Sequence[str] = ()
    missing: Sequence[str] = ()
    ring: bool = False


def tree(audit: Audit) -> tuple[Sequence[Branch], Sequence[str]]:
    """Return the trees of an organisation in its own order, and the teams that stand alone: above and below nobody."""
    edges, missing = audit.alignment.edges, audit.alignment.missing
    order = {one.name: at for at, one in enumerate(audit.teams.values())}
    first: dict[str, str] = {}
    for name in order:
        ups = [up for up in edges.get(name, ()) if up in order]
        if not ups:
            continue
        above = next((up for up in ups if not _leads(first, up, name)), None)
        if above is not None:
            first[name] = above
    below: dict[str, list[str]] = defaultdict(list)
    for name, above in first.items():
        below[above].append(name)
    branches = {
        name: Branch(
            name,
            also=[up for up in edges.get(name, ()) if up != first.get(name)],
            missing=missing.get(name, ()),
            ring=_comes_back(edges, name),
        )
        for name in order
    }
    for above, names in below.items():
        branches[above].below = [branches[name] for name in names]
    roots = [branches[name] for name in order if name not in first]
    alone = [one.team for one in roots if not (one.below or one.missing or one.also)]
    return [one for one in roots if one.below or one.missing or one.also], alone


def _comes_back(edges: Mapping[str, Sequence[str]], start: str) -> bool:
    """Whether some way up from a team comes back to it."""
    waiting, seen = list(edges.get(start, ())), set[str]()
    while waiting:
        at = waiting.pop()
        if at == start:
            return True
        if at not in seen:
            seen.add(at)
            waiting += edges.get(at, ())
    return False


def _leads(first: dict[str, str], start: str, to: str) -> bool:
    """Whether the way up from a team comes to another."""
    at: str | None = start
    while at is not None:
        if at == to:
            return True
        at = first.get(at)
    return False
