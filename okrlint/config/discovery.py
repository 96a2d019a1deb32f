"""Finding the configuration of a file, and remembering which file set which value."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from okrlint.config.model import Config
from okrlint.config.near import nearest
from okrlint.errors import ConfigError, quoted

FILE = "okrlint.toml"
#: Where a house keeps rule cards of its own, in a folder above what is checked.
HOUSE = Path(".okrlint", "rules")


@dataclass(frozen=True)
class Origin:
    """A configuration and where each of its values comes from: a path, `the command line` or `the default`.

    `house` is the folder of the house's own rule cards, where there is one.
    """

    config: Config
    of: Mapping[str, str] = field(default_factory=dict)
    path: Path | None = None
    house: Path | None = None


def find_house(folder: Path) -> Path | None:
    """Return the nearest `.okrlint/rules` from a folder upwards: data alone, so that reading it runs nothing."""
    return next((above / HOUSE for above in (folder, *folder.parents) if (above / HOUSE).is_dir()), None)


def find_file(folder: Path) -> Path | None:
    """Return the nearest `okrlint.toml`, or `pyproject.toml` with `[tool.okrlint]`, from a folder upwards."""
    for above in (folder, *folder.parents):
        own = above / FILE
        if own.is_file():
            return own
        project = above / "pyproject.toml"
        if project.is_file() and "okrlint" in _table(_toml(project).get("tool", {}), "tool", project):
            return project
    return None


@lru_cache(maxsize=256)
def _load(path: Path) -> Config:
    """Read and validate one file."""
    data = _toml(path)
    if path.name == "pyproject.toml":
        data = _table(data["tool"]["okrlint"], "tool.okrlint", path)
    return _validated(data, str(path))


def _table(value: object, name: str, path: Path) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{name} is to be a table, not {quoted(value)}", culprit=str(path))
    return value


@lru_cache(maxsize=256)
def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"broken TOML: {error}", culprit=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", culprit=str(path)) from None


def _validated(data: Mapping[str, Any], culprit: str) -> Config:
    unknown = sorted(data.keys() - Config.model_fields.keys())
    if unknown:
        near = nearest(unknown[0], Config.model_fields)
        raise ConfigError(f"unknown key {quoted(unknown[0])}{near}", culprit=culprit)
    try:
        return Config.model_validate(data)
    except ValidationError as error:
        fault = error.errors()[0]
        # A part such as literal['error',…] is pydantic's own, and tells a person nothing.
        place = ".".join(str(part) for part in fault["loc"] if "[" not in str(part))
        raise ConfigError(f"{place}: {fault['msg']}", culprit=culprit) from None


def config_for(folder: Path, given: Mapping[str, Any] | None = None, file: Path | None = None) -> Origin:
    """Return the configuration that holds in a folder.

    Args:
        folder: Where the checked file lies; its parents are searched too.
        given: Values of the command line, which win; those that are None count as not given.
        file: A configuration file named on the command line, instead of the search.

    Raises:
        ConfigError: A file or a value is wrong.
    """
    path = file or find_file(folder.resolve())
    config = _load(path) if path else Config()
    of = {name: str(path) if name in config.model_fields_set else "the default" for name in Config.model_fields}
    wanted = {name: value for name, value in (given or {}).items() if value is not None}
    if wanted:
        config = _validated({**config.model_dump(exclude_unset=True), **wanted}, "the command line")
        of |= dict.fromkeys(wanted, "the command line")
    return Origin(config, of, path, find_house(folder.resolve()))


def forget() -> None:
    """Read every file anew."""
    _load.cache_clear()
    _toml.cache_clear()
