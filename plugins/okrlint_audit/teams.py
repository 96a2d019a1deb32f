"""The organisation file: which teams there are, what each serves, who coaches it, on which level it stands.

A sheet (CSV or a workbook) with a column `team` and any of `parent`, `coach`, `level`; French names are read too. Its
order is the organisation's own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from okrlint.engine.formats import LARGEST
from okrlint.errors import ConfigError
from okrlint.organisation.whole import team as team_name
from okrlint.reading.fold import fold

_COLUMNS: Final[Mapping[str, str]] = {
    "team": "team", "equipe": "team", "parent": "parent", "serves": "parent", "rattachement": "parent",
    "coach": "coach", "level": "level", "niveau": "level",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Team:
    """A team as the organisation file has it; what the file does not say is empty."""

    name: str
    parent: str = ""
    coach: str = ""
    level: str = ""


def read_teams(path: str) -> Mapping[str, Team]:
    """Return the teams of an organisation file by their folded name, in its order.

    Raises:
        ConfigError: The file cannot be read, has no column `team`, or names a team twice with different parents.
    """
    found: dict[str, Team] = {}
    for number, row in enumerate(_rows(Path(path)), 2):
        said = {name: " ".join(row.get(name, "").split()) for name in ("team", "parent", "coach", "level")}
        if not said["team"]:
            continue
        one = Team(said["team"], said["parent"], said["coach"], said["level"])
        known = found.setdefault(team_name(one.name), one)
        if known.parent != one.parent:
            before, now = known.parent or "nobody", one.parent or "nobody"
            raise ConfigError(f"team {one.name!r} serves {before!r}, and in row {number} {now!r}", culprit=path)
    return found


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    table = _workbook(path) if path.suffix.lower() == ".xlsx" else _text(path)
    names = [_COLUMNS.get(fold(each).strip(), "") for each in (table[0] if table else ())]
    if "team" not in names:
        raise ConfigError("has no column called team", culprit=str(path))
    for row in table[1:]:
        yield {name: value for name, value in zip(names, row, strict=False) if name}


def _text(path: Path) -> Sequence[Sequence[str]]:
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", culprit=str(path)) from None
    except UnicodeDecodeError:
        raise ConfigError("is no text in UTF-8", culprit=str(path)) from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise ConfigError(f"is no table: {error}", culprit=str(path)) from None


def _workbook(path: Path) -> Sequence[Sequence[str]]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - only for a workbook
    except ModuleNotFoundError:
        raise ConfigError("a workbook needs openpyxl: pip install 'okrlint[audit]'", culprit=str(path)) from None
    try:
        sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
        return [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}", culprit=str(path)) from None
    except Exception as error:  # noqa: BLE001 - a broken workbook may raise anything
        raise ConfigError(f"is no workbook: {type(error).__name__}", culprit=str(path)) from None
