"""The language server: what okrlint has to say, in the editor, while the sentence is still warm."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from okrlint.hookspecs import Command, hookimpl

if TYPE_CHECKING:
    import click


def _lsp() -> click.Command:
    from okrlint_editor.command import command  # noqa: PLC0415 - imported when the command is called

    return command


@hookimpl
def okrlint_commands() -> Iterable[Command]:
    """Bring `okrlint lsp`."""
    return [Command("lsp", "Speak to an editor (language server, over standard input and output).", _lsp)]
