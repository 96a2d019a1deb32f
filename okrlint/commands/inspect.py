"""`okrlint inspect`: show how each statement was read, and why."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.commands.options import Progress, apart, complain, page, source_options
from okrlint.commands.outputs import report, reporter
from okrlint.errors import OkrlintError, ending
from okrlint.plugins.host import host


@click.command("inspect")
@source_options
@click.option("--format", "format_", default="text", show_default=True, metavar="NAME", help="text or jsonl.")
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
    """Show how each statement was read: its kind, its measure, and the words that carried the verdict.

    PATHS are files and folders; '-' is standard input.
    """
    from okrlint.review import read_all  # noqa: PLC0415 - `okrlint inspect --help` needs none of it

    chosen = reporter("inspect", format_)
    progress = Progress(quiet=quiet)
    errors: list[OkrlintError] = []

    found = read_all(
        paths,
        stdin_name=stdin_filename,
        given={"language": language},
        config_file=Path(config_file) if config_file else None,
        tell=progress,
    )
    failed = report(
        chosen,
        (document for document, _ in apart(found, errors)),
        page(quiet=quiet, no_color=no_color, language=language),
    )
    progress.done()
    errors += host().faults
    complain(errors)
    return failed or ending(errors)
