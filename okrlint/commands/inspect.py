"""`okrlint inspect`: show how each statement was read, and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from okrlint.commands.options import Progress, complain, page, report, reporter, source_options
from okrlint.errors import OkrlintError, PassedOver, PluginError
from okrlint.plugins.host import host
from okrlint.reading.document import ReadDocument


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

    def documents() -> Iterator[ReadDocument]:
        found = read_all(
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
                yield one[0]

    failed = report(chosen, documents(), page(quiet=quiet, no_color=no_color, language=language))
    progress.done()
    errors += host().faults
    complain(errors)
    if failed or any(isinstance(error, PluginError) for error in errors):
        return 3
    return 2 if any(not isinstance(error, PassedOver) for error in errors) else 0
