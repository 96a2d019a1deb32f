"""`okrlint trend`: what changed from audit to audit."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from okrlint.commands.options import format_option, page
from okrlint.commands.outputs import Output, deliver, reporter
from okrlint.errors import WriteError


@click.command("trend")
@click.argument("file", metavar="FILE")
@click.option("--language", metavar="CODE", help="The language of the page (default: that of the latest audit).")
@format_option("text", "markdown", "json")
@click.option("--output", "-o", metavar="FILE", help="Write the report to a file.")
@click.option("--parquet", metavar="FOLDER", help="Write the tables of the history there too, as Parquet.")
@click.option("--no-color", is_flag=True, help="Print no colours (NO_COLOR does the same).")
def command(
    file: str, language: str | None, format_: str, output: str | None, parquet: str | None, *, no_color: bool
) -> int:
    """Show what changed from audit to audit: cycles side by side, what became a change, which rules faded.

    FILE is what `okrlint audit --save FILE` wrote.
    """
    from okrlint_audit.history import as_data  # noqa: PLC0415 - `okrlint trend --help` needs none of it
    from okrlint_audit.history.store import reading  # noqa: PLC0415 - as above
    from okrlint_audit.history.trend import trend  # noqa: PLC0415 - as above

    wanted = [Output(reporter("trend", format_), Path(output) if output else None)]
    shown = page(quiet=False, no_color=no_color, language=language)
    with tempfile.TemporaryDirectory(prefix="okrlint-trend-") as nowhere:
        folder = Path(parquet) if parquet else Path(nowhere)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(f"cannot be made: {error.strerror}", culprit=str(folder)) from None
        with reading(Path(file), folder) as base:
            made = trend(base, language)
            if parquet:
                as_data.parquet(base, folder)
    return deliver(wanted, made, shown)
