"""`okrlint explain`: a rule card as a page."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.commands.options import emit


@click.command("explain")
@click.argument("rule", metavar="CODE|NAME")
@click.option("--language", metavar="CODE", help="en or fr (default: that of your locale, else en).")
@click.option("--format", "format_", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
def command(rule: str, language: str | None, format_: str) -> int:
    """Explain a rule: why, the question, examples, who holds it and who does not, how far to trust it."""
    from okrlint.coaching.page import page_of  # noqa: PLC0415 - `--help` needs no cards
    from okrlint.coaching.page_as import as_markdown, as_text  # noqa: PLC0415 - as above
    from okrlint.config import find_house  # noqa: PLC0415 - as above
    from okrlint.engine.rulebook import card_named  # noqa: PLC0415 - as above

    page = page_of(card_named(rule, find_house(Path.cwd())), language or _locale())
    emit(as_text(page) if format_ == "text" else [as_markdown(page)])
    return 0


def _locale() -> str:
    import os  # noqa: PLC0415 - kept beside its one use

    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en")
    return named[:2].lower()
