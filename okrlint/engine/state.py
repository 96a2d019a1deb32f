"""All that decides over what is said of a document, as one key: where any of it changes, it is looked at anew."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from okrlint.engine.git import head
from okrlint.engine.known import find_baseline
from okrlint.engine.real import real
from okrlint.plugins.host import host

if TYPE_CHECKING:
    from okrlint.config import Config
    from okrlint.config.discovery import Origin


def key(path: str, data: bytes, origin: Origin, asked: Mapping[str, Any]) -> str:
    """Return the key of a document: its path and bytes, its configuration, the house, the day, git, and okrlint.

    `asked` is what the command asks for besides.
    """
    lies = real(path)
    folder = Path(lies).parent
    named = origin.config.baseline
    base = origin.path.parent if origin.path is not None else Path.cwd()
    baseline = base / named if named is not None else find_baseline(folder)
    parts = [
        code(),
        lies,
        path,
        str(base),
        _written(origin.config),
        repr(sorted(asked.items())),
        str(origin.config.today or date.today()),
        head(folder) or "",
        _house(origin.house),
        _content(baseline) if baseline is not None else "",
    ]
    told = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape"))
    told.update(b"\0")
    told.update(data)
    return told.hexdigest()


_WRITTEN: dict[int, tuple[Config, str]] = {}


def _written(config: Config) -> str:
    """Return a configuration as text, worked out once for all the documents that share it."""
    known = _WRITTEN.get(id(config))
    if known is None or known[0] is not config:
        known = _WRITTEN[id(config)] = (config, config.model_dump_json())
    return known[1]


def forget() -> None:
    """Write every configuration anew."""
    _WRITTEN.clear()


#: Folders that tools fill, and that decide over nothing.
_MADE: Final = frozenset({"__pycache__", "node_modules"})


@lru_cache(maxsize=1)
def code() -> str:
    """Return what changes with okrlint, its cards, its languages, and every plugin: files by time and size."""
    told = hashlib.sha256(sys.version.encode())
    package = Path(__file__).parent.parent
    # A checkout has the cards beside the package, a wheel inside it.
    beside = package.parent / "rules"
    folders = {package, *([beside] if beside.is_dir() and not (package / "rules").is_dir() else [])}
    for plugin in host().plugins:
        told.update(f"{plugin.label}\0{plugin.distribution}\0".encode())
        file = getattr(host().module(plugin.name), "__file__", None)
        if file is not None:
            folders.add(Path(file).parent if Path(file).name == "__init__.py" else Path(file))
    for folder in sorted(folders):
        for line in stamps(str(folder)):
            told.update(line.encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def stamps(folder: str) -> Iterator[str]:
    """Yield a line for each file below a folder, or for a file: its path, its time and its size."""
    if os.path.isfile(folder):  # noqa: PTH113 - a walk over a thousand files, where Path costs more than the rest
        yield _stamp(folder, os.stat(folder))  # noqa: PTH116 - as above
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.name in _MADE or entry.name.endswith(".pyc"):
                continue
            if entry.is_dir():
                yield from stamps(entry.path)
            else:
                yield _stamp(entry.path, entry.stat())


def _stamp(path: str, told: os.stat_result) -> str:
    return f"{path}\0{told.st_mtime_ns}\0{told.st_size}\n"


@lru_cache(maxsize=64)
def _house(house: Path | None) -> str:
    """Return what changes with the house's own cards."""
    return "".join(stamps(str(house))) if house is not None else ""


@lru_cache(maxsize=64)
def _content(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "unreadable"
