"""`okrlint cache`: what is kept of documents that did not change."""

from __future__ import annotations

import click

from okrlint.commands.options import emit
from okrlint.errors import WriteError


@click.group("cache")
def command() -> None:
    """What is kept of documents that did not change, in a folder of your own ($OKRLINT_CACHE_DIR names another)."""


@command.command("clear")
def clear() -> int:
    """Throw it away; the next check looks at every document anew."""
    from okrlint.engine.cache import clear as thrown_away  # noqa: PLC0415 - `--help` needs none
    from okrlint.engine.cache import folder  # noqa: PLC0415 - as above

    try:
        # The audit keeps a file of its own beside that of the check.
        there = any([thrown_away(), thrown_away(folder() / "audit.sqlite")])
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror}", culprit=str(folder())) from None
    emit(["thrown away\n" if there else "nothing was kept\n"])
    return 0
