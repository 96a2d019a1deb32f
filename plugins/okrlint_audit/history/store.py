"""The file of a history: opened, brought to the schema of this okrlint, and waited for while somebody else writes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final

from okrlint.errors import ConfigError

if TYPE_CHECKING:
    import duckdb

#: Seconds to wait for whoever writes: saving an audit of a hundred thousand statements takes a few.
PATIENCE: Final = 30.0
#: Nothing is fetched, and little memory taken: the file is the history's, and the machine everybody's.
_SETTINGS: Final[dict[str, str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "512MB",
    "threads": "2",
    # The smallest blocks: the tables of a small organisation would fill hardly any of the usual ones.
    "default_block_size": "16384",
}


def migrations() -> list[str]:
    """Return what brings a file from each version to the next, from nothing to the first on."""
    folder = resources.files(__package__) / "schema"
    numbers = sorted(int(one.name.removesuffix(".sql")) for one in folder.iterdir() if one.name.endswith(".sql"))
    return [(folder / f"{number}.sql").read_text("utf-8") for number in numbers]


@contextmanager
def writing(path: Path, beside: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a history to write in one go: either all of it is kept, or nothing where it fails or is killed.

    `beside` is the only folder whose files it may read or write besides itself.

    Raises:
        ConfigError: The file cannot be written, is no history, or comes from a newer okrlint; DuckDB is not there;
            somebody else writes for too long.
    """
    with _opened(path, beside, read_only=False) as base:
        base.execute("BEGIN")
        _migrate(base, path)
        yield base
        base.execute("COMMIT")  # what was not committed is gone


@contextmanager
def reading(path: Path, beside: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a history to read; `beside` as for `writing`.

    Raises:
        ConfigError: As for `writing`; or there is no such file.
    """
    if not path.is_file():
        raise ConfigError("no such file", culprit=str(path))
    with _opened(path, beside, read_only=True) as base:
        if _version(base, path) == len(migrations()):
            yield base
            return
    with writing(path, beside):
        pass  # brought up to date
    with _opened(path, beside, read_only=True) as base:
        yield base


@contextmanager
def _opened(path: Path, beside: Path, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a base, close it in the end, and tell in a sentence what it does not like."""
    base = _connected(path, read_only=read_only)
    import duckdb  # noqa: PLC0415 - it is there, or nothing would be connected

    try:
        _confine(base, beside)
        yield base
    except duckdb.Error as error:
        what = "read" if read_only else "written"
        raise ConfigError(f"cannot be {what}: {_sentence(error)}", culprit=str(path)) from None
    finally:
        base.close()


def _connected(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        import duckdb  # noqa: PLC0415 - only for a history
    except ModuleNotFoundError:
        raise ConfigError("a history needs duckdb: pip install 'okrlint[audit]'", culprit=str(path)) from None
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return duckdb.connect(path, read_only=read_only, config=dict(_SETTINGS))
        except duckdb.IOException as error:
            if "lock" not in str(error):
                raise _unreadable(path, error) from None
            if time.monotonic() > until:
                raise ConfigError("somebody else has been writing it for too long", culprit=str(path)) from None
            time.sleep(0.1)
        except duckdb.Error as error:
            raise _unreadable(path, error) from None


def _confine(base: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Let a base reach one folder: a file from elsewhere may hold views of others."""
    base.execute("SET allowed_directories = ?", [[f"{folder.resolve()}/"]])
    base.execute("SET enable_external_access = false")
    base.execute("SET lock_configuration = true")


def _unreadable(path: Path, error: Exception) -> ConfigError:
    if not path.exists():
        return ConfigError("cannot be written there", culprit=str(path))
    if "not a valid DuckDB" in str(error):
        return ConfigError("is no history of okrlint: not a DuckDB file", culprit=str(path))
    return ConfigError(f"cannot be opened: {_sentence(error)}", culprit=str(path))


def _sentence(error: Exception) -> str:
    """Return the first line of what DuckDB says."""
    return (str(error).splitlines() or [type(error).__name__])[0]


def _migrate(base: duckdb.DuckDBPyConnection, path: Path) -> None:
    steps = migrations()
    version = _version(base, path)
    if version == 0:
        base.execute("CREATE TABLE history (version INTEGER NOT NULL)")
        base.execute("INSERT INTO history VALUES (0)")
    for step in steps[version:]:
        base.execute(step)
    base.execute("UPDATE history SET version = ?", [len(steps)])


def _version(base: duckdb.DuckDBPyConnection, path: Path) -> int:
    """Return the version of a file's schema; 0 for an empty file."""
    names = {name for (name,) in base.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not names:
        return 0
    row = base.execute("SELECT version FROM history").fetchone() if "history" in names else None
    if row is None:
        raise ConfigError("is a DuckDB file, but no history of okrlint", culprit=str(path))
    version = int(row[0])
    if version > len(migrations()):
        raise ConfigError("was written by a newer okrlint", culprit=str(path))
    return version
