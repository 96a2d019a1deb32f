"""`okrlint check --watch`: the page again whenever something that it was made of changes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from okrlint.commands.options import complain, emit
from okrlint.config.discovery import HOUSE
from okrlint.engine.files import files
from okrlint.engine.known import FILE
from okrlint.errors import ConfigError, OkrlintError, ReadError
from okrlint.review.forget import forget

#: Seconds between two looks at the disk: soon enough for who saves and looks over, seldom enough for a laptop.
EVERY: Final = 0.5
_DECIDING: Final = ("okrlint.toml", "pyproject.toml", FILE)


def watch(paths: Sequence[str], look: Callable[[], object]) -> None:
    """Look now and after every change of what paths stand for, until interrupted; what fails is said, and watched on.

    Raises:
        ConfigError: Standard input is among the paths: it does not change.
    """
    if "-" in paths:
        raise ConfigError("standard input cannot be watched", culprit="--watch")
    before: object = None
    with suppress(KeyboardInterrupt):
        while True:
            now = tuple(_stamps(paths))
            if now != before:
                _show(look, first=before is None)
            before = now
            time.sleep(EVERY)


def _show(look: Callable[[], object], *, first: bool) -> None:
    if not first:
        forget()
    if sys.stdout.isatty():
        click.clear()
    elif not first:
        emit(["\n"])
    try:
        look()
    except OkrlintError as error:
        complain([error])


def _stamps(paths: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the time and size of every file that decides what is shown."""
    for one in files(paths):
        yield from _stamp(Path(one)) if not isinstance(one, ReadError) else iter(())
    for path in paths:
        folder = Path(path).resolve()
        for above in (folder, *folder.parents):
            for name in _DECIDING:
                yield from _stamp(above / name)
            house = above / HOUSE
            if house.is_dir():
                for card in sorted(house.rglob("*.y*ml")):
                    yield from _stamp(card)


def _stamp(path: Path) -> Iterator[tuple[str, int, int]]:
    try:
        told = path.stat()
    except OSError:
        return
    yield str(path), told.st_mtime_ns, told.st_size
