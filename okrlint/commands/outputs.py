"""Which reports a command writes, and where: `--format NAME`, or `--output NAME` and `--output NAME=FILE`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from okrlint.commands.options import complain, emit, encoded
from okrlint.errors import ConfigError, OkrlintError, PluginError, WriteError
from okrlint.hookspecs import Page, Reported, Reporter
from okrlint.plugins.host import host

#: How wide a page in a file is.
WIDTH: Final = 80


@dataclass(frozen=True)
class Output:
    """A report to write; to standard output where there is no file."""

    reporter: Reporter
    file: Path | None = None


def outputs(given: Sequence[str], format_: str) -> list[Output]:
    """Return what `--output` asks of `okrlint check`, or what `--format` names where it asks for nothing.

    Raises:
        ConfigError: There is no such report, or two would run into one another.
    """
    made = []
    for one in given:
        name, equals, file = one.partition("=")
        if equals and not file:
            raise ConfigError(f"{one!r} names no file", culprit="--output")
        made.append(Output(reporter("check", name, "--output"), Path(file) if file else None))
    made = made or [Output(reporter("check", format_))]
    if sum(one.file is None for one in made) > 1:
        raise ConfigError(
            "only one report goes to standard output: give the others a file (NAME=FILE)", culprit="--output"
        )
    files = [os.path.realpath(one.file) for one in made if one.file is not None]
    for file in files:
        if files.count(file) > 1:
            raise ConfigError(f"two reports would write {file}", culprit="--output")
    return made


def reporter(of: Reported, name: str, option: str = "--format") -> Reporter:
    """Return a reporter by name, or raise ConfigError with those there are."""
    known: dict[str, Reporter] = {one.name: one for _, one in host().gather("okrlint_reports") if one.of == of}
    if name not in known:
        from okrlint.config.near import nearest  # noqa: PLC0415 - only a slip needs it

        there = ", ".join(known) or "none"
        raise ConfigError(f"no format {name!r} (there are: {there}){nearest(name, known)}", culprit=option)
    return known[name]


def deliver(wanted: Sequence[Output], run: object, page: Page, into: list[str | bytes] | None = None) -> int:
    """Write reports, each for itself; return what the worst of them asks to end with: 0, 2 or 3.

    What goes to standard output is put into a list as well, where one is given.
    """
    return max(_delivered(one, run, page, into) for one in wanted)


def _delivered(one: Output, run: object, page: Page, into: list[str | bytes] | None) -> int:
    if one.file is None and into is None:
        return report(one.reporter, run, page)
    if one.file is None:
        assert into is not None
        failed = report(one.reporter, run, page, into)
        emit(into)
        return failed
    made: list[str | bytes] = []
    failed = report(one.reporter, run, Page(width=WIDTH, quiet=page.quiet, language=page.language), made)
    if failed:
        return failed
    try:
        one.file.write_bytes(b"".join(map(encoded, made)))
    except OSError as error:
        complain([WriteError(f"cannot be written: {error.strerror}", culprit=str(one.file))])
        return 2
    return 0


def report(reporter: Reporter, run: object, page: Page, into: list[str | bytes] | None = None) -> int:
    """Write a report; return 3 and say whose it is where the reporter itself fails, else 0.

    It goes to standard output piece by piece, or into a list.
    """
    try:
        for piece in reporter.write(run, page):
            if into is None:
                emit([piece])
            else:
                into.append(piece)
    except (OkrlintError, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001 - a stranger's reporter may raise anything
        owner = next(
            (plugin.label for plugin, one in host().gather("okrlint_reports") if one.name == reporter.name), ""
        )
        said = f"report {reporter.name} failed: {type(error).__name__}: {error}".rstrip(": ")
        complain([PluginError(said, culprit=owner)])
        return 3
    return 0
