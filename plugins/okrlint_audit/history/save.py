"""An audit put behind those that were saved before it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from okrlint_audit.audit import Audit
from okrlint_audit.history.store import writing
from okrlint_audit.history.titles import titles

if TYPE_CHECKING:
    import duckdb


def ready(path: Path) -> None:
    """Make sure that an audit can be kept in a file, before anybody waits for one.

    Raises:
        ConfigError: As for `okrlint_audit.history.store.writing`.
    """
    with tempfile.TemporaryDirectory(prefix="okrlint-history-") as folder, writing(path, Path(folder)):
        pass


def save(audit: Audit, path: Path) -> int:
    """Keep an audit in a history, made if it is not there; return its number in it.

    Raises:
        ConfigError: As for `okrlint_audit.history.store.writing`.
    """
    with tempfile.TemporaryDirectory(prefix="okrlint-history-") as folder:
        # Written down first and taken in at once: row by row would take a hundred times as long.
        with _Rows(Path(folder)) as rows:
            _write(audit, rows)
        with writing(path, Path(folder)) as base:
            (number,) = base.execute("SELECT coalesce(max(audit), 0) + 1 FROM audit").fetchone() or (1,)
            head = [number, audit.made, datetime.now(UTC).replace(tzinfo=None), audit.event]
            head += [metadata.version("okrlint"), audit.language, audit.documents]
            base.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", head)
            for table, file in rows.files.items():
                _take_in(base, table, file, number)
    return int(number)


def _write(audit: Audit, rows: _Rows) -> None:
    for place, team in enumerate(audit.teams.values()):
        rows.put("team", place=place, team=team.key, name=team.name, level=team.level, coach=team.coach)
    for key, name in audit.cycle_names.items():
        rows.put("cycle", cycle=key, name=name)
    for one in audit.moved:
        rows.put(
            "moved", team=one.team, before_cycle=one.before_cycle, after_cycle=one.after_cycle,
            before=one.before, after=one.after,
        )  # fmt: skip
    drawn: set[str] = set()
    place = 0
    for said in audit.leaves():
        at, stated = said.place, said.stated
        home = {"team": at.key if at else "", "cycle": at.cycle_key if at else ""}
        if stated is not None:
            rows.put(
                "statement", place=place, path=said.path, line=stated.line, id=stated.ident, **home,
                level=at.level if at else "", role=stated.role, text=stated.text, language=stated.language,
                kind=stated.kind, confidence=round(stated.confidence, 4), frame=stated.frame, baseline=stated.baseline,
                target=stated.target, decided=stated.decided, check_ins=stated.check_ins, learnt=stated.learnt,
            )  # fmt: skip
        for code in said.found:
            rows.put("finding", place=place if stated is not None else None, path=said.path, **home, rule=code)
        drawn |= {*said.found}
        place += stated is not None
    # As the audit tells a rule, else as the book has it; a house's own that no note told of has its code alone.
    named = {**titles(audit.language), **{one.code: (one.family, one.title) for one in audit.rules}}
    for code in sorted(drawn):
        family, title = named.get(code, ("", code))
        rows.put("rule", rule=code, family=family, title=title)


@dataclass
class _Rows:
    """Rows of tables, each table in a file of its own."""

    folder: Path
    _open: dict[str, IO[str]] = field(default_factory=dict)
    _stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    @property
    def files(self) -> Mapping[str, Path]:
        """The files of the tables that have rows."""
        return {table: Path(file.name) for table, file in self._open.items()}

    def put(self, table: str, **row: Any) -> None:  # noqa: ANN401 - what a cell holds
        if table not in self._open:
            file = (self.folder / f"{table}.ndjson").open("w", encoding="utf-8")
            self._open[table] = self._stack.enter_context(file)
        self._open[table].write(json.dumps(row) + "\n")


def _take_in(base: duckdb.DuckDBPyConnection, table: str, file: Path, number: int) -> None:
    columns = _columns(base, table)
    typed = ", ".join(f"{name}: '{kind}'" for name, kind in columns.items())
    names = ", ".join(columns)
    # The names are those of the schema; what people wrote is in the file and in the parameters.
    base.execute(
        f"INSERT INTO {table} (audit, {names}) SELECT ?, {names} "  # noqa: S608 - as above
        f"FROM read_json(?, format = 'newline_delimited', columns = {{{typed}}}, maximum_object_size = 67108864)",
        [number, str(file)],
    )


def _columns(base: duckdb.DuckDBPyConnection, table: str) -> Mapping[str, str]:
    rows = base.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table]
    ).fetchall()
    return {name: kind for name, kind in rows if name != "audit"}
