"""What a team has discussed and keeps as it is: findings that a house leaves out, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from okrlint.config import Kept
from okrlint.config.near import nearest
from okrlint.engine.files import excluded
from okrlint.engine.findings import Finding
from okrlint.engine.rulebook import cards
from okrlint.errors import Aside, ConfigError

#: What makes a pattern of a path, or a folder.
_PATTERN: Final = re.compile(r"[*?\[!]|/$")


class Keeper:
    """The entries of a configuration that speak of a file, and which of them keep something in it.

    `base` is the folder from which the paths of the configuration count. A statement is named by its id, or by its
    sentence: then a new sentence is talked about anew.
    """

    def __init__(self, kept: Sequence[Kept], path: str, base: Path) -> None:
        self._mine = [one for one in kept if one.path is None or excluded(path, (one.path,), base)]
        self._used: set[int] = set()

    def of(self, finding: Finding) -> Kept | None:
        """Return the entry that keeps a finding, if one does."""
        found = next((at for at, one in enumerate(self._mine) if _settles(one, finding)), None)
        if found is None:
            return None
        self._used.add(found)
        return self._mine[found]

    def unused(self, path: str, house: Path | None, in_force: frozenset[str]) -> Iterator[Aside]:
        """Yield what to say of entries that name this very file and keep nothing in it, of rules that are in force.

        What a pattern or no path says may hold for another file, which may not be read this time.
        """
        codes = {name: card.code for _, card in cards(house) for name in (card.code.lower(), card.name)}
        for at, one in enumerate(self._mine):
            named = one.path is not None and not _PATTERN.search(one.path)
            if named and at not in self._used and codes.get(one.rule.lower()) in in_force:
                about = f" of {one.statement!r}" if one.statement is not None else ""
                yield Aside(f"kept keeps nothing here: {one.rule} has nothing to say{about}", culprit=path)


def _settles(kept: Kept, finding: Finding) -> bool:
    if kept.rule.lower() not in {finding.card.code.lower(), finding.card.name}:
        return False
    one = finding.statement
    if kept.statement is None:
        return True
    return one is not None and kept.statement in {one.ident, _plain(one.text)}


def _plain(text: str) -> str:
    return " ".join(text.split())


def known(kept: Sequence[Kept], house: Path | None) -> None:
    """Refuse a rule that does not exist, or raise ConfigError with the nearest."""
    names = {name for _, card in cards(house) for name in (card.code.lower(), card.name)}
    for one in kept:
        if one.rule.lower() not in names:
            raise ConfigError(f"no rule {one.rule!r}{nearest(one.rule, names)}")
