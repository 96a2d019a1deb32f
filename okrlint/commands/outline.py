"""`okrlint outline`: show which OKRs were found in a file, and what was left out."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.commands.options import Progress, apart, complain, page, source_options
from okrlint.commands.outputs import report, reporter
from okrlint.errors import OkrlintError, ending
from okrlint.plugins.host import host


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

    found = outline_all(
        paths,
        stdin_name=stdin_filename,
        given={"language": language},
        config_file=Path(config_file) if config_file else None,
        tell=progress,
    )
    failed = report(chosen, apart(found, errors), page(quiet=quiet, no_color=no_color, language=language))
    progress.done()
    errors += host().faults
    complain(errors)
    return failed or ending(errors)
