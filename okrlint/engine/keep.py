"""What a team has discussed and keeps as it is: findings that a house leaves out, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from okrlint.config import Kept
from okrlint.config.near import nearest
from okrlint.engine.files import excluded
from okrlint.engine.findings import Finding
from okrlint.engine.rulebook import cards
from okrlint.errors import ConfigError


def keeper(kept: Sequence[Kept], path: str, base: Path) -> Callable[[Finding], Kept | None]:
    """Return what tells which entry of a configuration keeps a finding of a file, if one does.

    `base` is the folder from which the paths of the configuration count. A statement is named by its id, or by its
    sentence: then a new sentence is talked about anew.
    """
    mine = [one for one in kept if one.path is None or excluded(path, (one.path,), base)]
    return lambda finding: next((one for one in mine if _settles(one, finding)), None)


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
