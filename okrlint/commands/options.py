"""Options and habits that several commands share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import click

from okrlint.errors import OkrlintError
from okrlint.hookspecs import Page
from okrlint.printable import printable

Command = TypeVar("Command", bound=Callable[..., Any])
Found = TypeVar("Found")


def source_options(command: Command) -> Command:
    """Add the options of every command that reads documents."""
    for option in reversed(
        (
            click.argument("paths", nargs=-1, required=True, metavar="PATHS..."),
            click.option("--stdin-filename", metavar="NAME", help="The name of what stands in for '-'."),
            click.option("--language", metavar="CODE", help="en or fr, instead of recognising it."),
            click.option(
                "--config",
                "config_file",
                type=click.Path(exists=True, dir_okay=False),
                help="Use this configuration file.",
            ),
            click.option("--quiet", "-q", is_flag=True, help="Print nothing but what was found."),
            click.option("--no-color", is_flag=True, help="Print no colours (NO_COLOR does the same)."),
        )
    ):
        command = option(command)
    return command


def format_option(*names: str) -> Callable[[Command], Command]:
    """Return the option that names a report: one of okrlint's own, or of a plugin."""
    return click.option(
        "--format",
        "format_",
        default="text",
        show_default=True,
        metavar="NAME",
        help=f"{', '.join(names)}, or one of a plugin.",
    )


def words(values: Sequence[str]) -> tuple[str, ...] | None:
    """Split `A,B` and repeated options into words; None where none was given."""
    split = tuple(word.strip() for value in values for word in value.split(",") if word.strip())
    return split or None


def page(*, quiet: bool, no_color: bool, language: str | None) -> Page:
    """Return how a report is to look on this standard output."""
    terminal = sys.stdout.isatty()
    colour = terminal and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((80, 24)).columns if terminal else 80
    return Page(colour=colour, width=width, quiet=quiet, language=language)


def encoded(piece: str | bytes) -> bytes:
    """Return a piece of a report as the bytes of a file: UTF-8, where it is text."""
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace")


def emit(pieces: Iterable[str | bytes]) -> None:
    """Write a report to standard output, piece by piece."""
    sys.stdout.buffer.writelines(map(encoded, pieces))
    sys.stdout.buffer.flush()


def complain(errors: Iterable[OkrlintError]) -> None:
    """Say each error on standard error, once."""
    tell(said(errors))


def said(errors: Iterable[OkrlintError]) -> tuple[str, ...]:
    """Return what there is to say of errors, each once."""
    return tuple(dict.fromkeys(str(error) for error in errors))


def tell(lines: Iterable[str]) -> None:
    """Say lines on standard error."""
    for line in lines:
        click.echo(f"okrlint: {printable(line)}", err=True)


def apart(found: Iterable[Found | OkrlintError], errors: list[OkrlintError]) -> Iterator[Found]:
    """Yield what was found as it comes, and put the errors among it into a list."""
    for one in found:
        if isinstance(one, OkrlintError):
            errors.append(one)
        else:
            yield one


class Progress:
    """A line on standard error that tells what is being read; only on a terminal, only when it takes long."""

    #: Below this many files nobody waits long enough to want to know.
    AFTER = 5

    def __init__(self, *, quiet: bool) -> None:
        self._shown = sys.stderr.isatty() and not quiet
        self._count = 0

    def __call__(self, path: str) -> None:
        """Tell that a path is being read."""
        self._count += 1
        if self._shown and self._count >= self.AFTER:
            line = f"okrlint: {self._count}  {printable(path)}"[: shutil.get_terminal_size((80, 24)).columns - 1]
            click.echo(f"\r\x1b[K{line}", nl=False, err=True)

    def done(self) -> None:
        """Take the line away."""
        if self._shown and self._count >= self.AFTER:
            click.echo("\r\x1b[K", nl=False, err=True)
