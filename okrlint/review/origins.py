"""What a command is asked for: the files that paths stand for, each with the configuration that holds where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from okrlint.config import Config, config_for
from okrlint.config.discovery import Origin
from okrlint.engine.files import excluded
from okrlint.errors import OkrlintError
from okrlint.review.sources import Found, sources


@dataclass(frozen=True)
class Asked:
    """What a review is asked for besides its paths.

    Attributes:
        rewrites: Whether to ask those whom the configuration names for better sentences.
        since: A revision: only what was touched since the branch left it is told.
        baseline: Whether known findings are left out.
        fast: Whether to ask no model: rules that need a verdict (work or change?) are left out.
        held: The bytes of paths that stand open in an editor, instead of those on disk.
    """

    rewrites: bool = False
    since: str | None = None
    baseline: bool = True
    fast: bool = False
    held: Mapping[str, bytes] = field(default_factory=dict)


#: Nothing beside the paths.
NOTHING: Final = Asked()


def found(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
    held: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[tuple[Found, Origin] | OkrlintError]:
    """Yield every file that paths stand for, with its configuration; an error in the place of one.

    `held` are the bytes of paths that stand open in an editor.

    Raises:
        ConfigError: The command line itself asks for something that does not exist.
    """
    config_for(Path.cwd(), given, config_file)

    def left_out(path: str) -> bool:
        try:
            origin = _config(str(Path(path).parent), _frozen(given), config_file)
        except OkrlintError:
            return False  # the fault is told when the file's turn comes
        return excluded(path, origin.config.exclude, base(origin))

    for source in sources(paths, stdin_name, left_out, held):
        if isinstance(source, OkrlintError):
            yield source
            continue
        tell(source.path)
        try:
            yield source, _config(str(Path(source.path).parent), _frozen(given), config_file)
        except OkrlintError as error:
            yield error


def headers(origin: Origin) -> dict[str, Sequence[str]]:
    """Return the house's own names for the columns of its sheets."""
    return headers_of(origin.config)


def headers_of(config: Config) -> dict[str, Sequence[str]]:
    """Return the names of columns that a configuration gives."""
    return {str(name): own for name, own in config.formats.headers.items()}


def base(origin: Origin) -> Path:
    """Return the folder from which a configuration's patterns are read."""
    return origin.path.parent if origin.path is not None else Path.cwd()


def origin_of(path: str) -> Origin:
    """Return the configuration that holds for a file, the same one as long as none is forgotten.

    Raises:
        ConfigError: A file or a value is wrong.
    """
    return _config(str(Path(path).parent), (), None)


@lru_cache(maxsize=1024)
def _config(folder: str, given: tuple[tuple[str, Any], ...], config_file: Path | None) -> Origin:
    return config_for(Path(folder), dict(given), config_file)


def _frozen(given: Mapping[str, Any] | None) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted((given or {}).items()))


def forget() -> None:
    """Find every configuration anew."""
    _config.cache_clear()
