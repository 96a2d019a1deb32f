"""`okrlint lsp`: the language server over standard input and output."""

from __future__ import annotations

import click

from okrlint.errors import ConfigError


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Over standard input and output; what it does anyway, as editors say it.")
@click.option("--fast", is_flag=True, help="Structure, words and numbers alone: no model is asked.")
def command(*, stdio: bool, fast: bool) -> int:
    """Speak to an editor: notes as one types, hovers, actions, outline, completion.

    An editor starts it; see docs/editors.md for how to tell yours.
    """
    del stdio
    try:
        from okrlint_editor.server import serve  # noqa: PLC0415 - `--help` needs no pygls
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        raise ConfigError(
            "the language server needs pygls: pip install 'okrlint[lsp]'", culprit="okrlint lsp"
        ) from None
    serve(fast=fast)
    return 0
