"""A trend for machines, and the tables of a history as Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from okrlint.errors import WriteError
from okrlint.hookspecs import Page
from okrlint_audit.as_data import share_of
from okrlint_audit.history.data import Trend
from okrlint_audit.interval import Share

if TYPE_CHECKING:
    import duckdb

#: Raised when a field changes in a way that a reader must follow.
VERSION = 1


def as_json(trend: Trend, page: Page) -> Iterable[str]:
    """Yield a trend as JSON."""
    del page
    yield json.dumps({"version": VERSION, **_plain(trend)}, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a trend holds
    if isinstance(value, Share):
        return share_of(value)
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def parquet(base: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    """Write each table of a history as a Parquet file of its name; return the files.

    Raises:
        WriteError: They cannot be written there.
    """
    import duckdb  # noqa: PLC0415 - the base is open, so it is there

    made = []
    tables = base.execute("SELECT table_name FROM duckdb_tables() WHERE table_name <> 'history' ORDER BY 1").fetchall()
    for (table,) in tables:
        file = folder / f"{table}.parquet"
        try:
            base.table(f'"{table}"').write_parquet(str(file))
        except duckdb.Error as error:
            raise WriteError(f"cannot be written: {str(error).splitlines()[0]}", culprit=str(file)) from None
        made.append(file)
    return made
