"""Where a link leads: what a statement says that it serves or waits for, found in the whole organisation."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from okrlint.organisation.data import Group, Stated
from okrlint.organisation.whole import Organisation, name, same_time, team, words


@dataclass(frozen=True, slots=True)
class Reached:
    """What a link leads to: statements, or else groups of a team that it names. Both empty: nothing that is there."""

    statements: tuple[Stated, ...] = ()
    groups: tuple[Group, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.statements or self.groups)


def reached(organisation: Organisation, path: str, group: Group | None, target: str) -> Reached:
    """Return what a link leads to, as it is written in a document.

    `#name` and a bare name are a statement's own name, in the document first; `other.md#name` is one of another
    document; else the words are those of an objective or key result, or a team's name. Of several that the words fit,
    those of the same time are meant.
    """
    asked = (path, group.number if group is not None else None, target)
    known = organisation.known.get(asked)
    if known is None:
        known = organisation.known[asked] = _reached(organisation, path, group, target)
    return known


def _reached(organisation: Organisation, path: str, group: Group | None, target: str) -> Reached:
    file, sharp, ident = target.partition("#")
    if sharp and file.strip():
        other = posixpath.normpath(posixpath.join(posixpath.dirname(path.replace("\\", "/")), file.strip()))
        found = organisation.by_name.get((other, ident.strip()))
        return Reached((found,)) if found is not None else Reached()
    wanted = target.strip().lstrip("#")
    here = organisation.by_name.get((path, wanted))
    if here is not None:
        return Reached((here,))
    for candidates in (organisation.by_id.get(name(wanted), ()), organisation.by_words.get(words(wanted), ())):
        if candidates:
            return Reached(_of_the_time(organisation, candidates, group))
    teams = organisation.by_team.get(team(wanted), ())
    timely = tuple(one for one in teams if group is None or same_time(one, group))
    return Reached(groups=timely or tuple(teams))


def _of_the_time(organisation: Organisation, candidates: Sequence[Stated], group: Group | None) -> tuple[Stated, ...]:
    """Return the candidates of the same time as a group; all of them where none is.

    A group's own statement is meant only where nobody else has it: what a team copied is its parent's.
    """
    homes = [(one, organisation.group(one)) for one in candidates]
    others = [(one, home) for one, home in homes if home is None or home is not group] or homes
    timely = [one for one, home in others if group is None or home is None or same_time(home, group)]
    return tuple(timely) or tuple(one for one, _ in others)
