"""An audit put behind those that were saved before it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from okrlint.cards.card import texts_in
from okrlint.engine.languages import language
from okrlint.engine.rulebook import cards
from okrlint_audit.audit import Audit
from okrlint_audit.history.store import writing

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
    for code, family, title in _titles(drawn, audit):
        rows.put("rule", rule=code, family=family, title=title)


def _titles(codes: Iterable[str], audit: Audit) -> Iterator[tuple[str, str, str]]:
    """Yield rules with their family and title: as the audit tells them, else as the book has them."""
    told = {one.code: (one.family, one.title) for one in audit.rules}
    book = {card.code: card for _, card in cards()}
    for code in sorted(codes):
        if code in told:
            yield code, *told[code]
        elif code in book:
            spoken, texts = texts_in(book[code], audit.language)
            yield code, book[code].family, language(spoken).typeset(texts.title)
        else:
            yield code, "", code


@dataclass
class _Rows:
    """Rows of tables, each table in a file of its own."""

    folder: Path
    files: dict[str, Path] = field(default_factory=dict)
    _open: dict[str, IO[str]] = field(default_factory=dict)
    _stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def put(self, table: str, **row: Any) -> None:  # noqa: ANN401 - what a cell holds
        if table not in self.files:
            self.files[table] = self.folder / f"{table}.ndjson"
            self._open[table] = self._stack.enter_context(self.files[table].open("w", encoding="utf-8"))
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
