"""`okrlint outline`: show which OKRs were found in a file, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.commands.options import Progress, complain, page, report, reporter, source_options
from okrlint.errors import OkrlintError, PluginError
from okrlint.plugins.host import host

if TYPE_CHECKING:
    from okrlint.review import Outlined


@click.command("outline")
@source_options
@click.option("--format", "format_", default="text", show_default=True, metavar="NAME", help="text or json.")
def command(
    paths: tuple[str, ...],
    stdin_filename: str | None,
    language: str | None,
    config_file: str | None,
    format_: str,
    *,
    quiet: bool,
    no_color: bool,
) -> int:
    """Show the tree of OKRs that was found, each with its place and fields, and what was left out and why.

    PATHS are files and folders; '-' is standard input. --quiet leaves out what was left out.

    Ends with 0, with 2 where something could not be read, with 3 where a plugin failed.
    """
    from okrlint.review import outline_all  # noqa: PLC0415 - `okrlint outline --help` needs none of it

    chosen = reporter("outline", format_)
    progress = Progress(quiet=quiet)
    errors: list[OkrlintError] = []

    def outlines() -> Iterator[Outlined]:
        found = outline_all(
            paths,
            stdin_name=stdin_filename,
            given={"language": language},
            config_file=Path(config_file) if config_file else None,
            tell=progress,
        )
        for one in found:
            if isinstance(one, OkrlintError):
                errors.append(one)
            else:
                yield one

    failed = report(chosen, outlines(), page(quiet=quiet, no_color=no_color, language=language))
    progress.done()
    errors += host().faults
    complain(errors)
    if failed or any(isinstance(error, PluginError) for error in errors):
        return 3
    return 2 if errors else 0
