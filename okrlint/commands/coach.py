"""`okrlint coach`: a conversation over a draft, in the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from okrlint.errors import ConfigError


@click.command("coach")
@click.argument("path", metavar="FILE", type=click.Path(dir_okay=False))
@click.option("--profile", metavar="NAME", help="The school to follow (see okrlint profiles).")
@click.option("--language", metavar="CODE", help="en or fr, to talk in (default: that of the document).")
@click.option("--rewrites", is_flag=True, help="Ask those whom the configuration names for better sentences.")
@click.option("--again", "anew", is_flag=True, help="Forget where a conversation was left, and begin anew.")
def command(path: str, profile: str | None, language: str | None, *, rewrites: bool, anew: bool) -> int:
    """Talk through FILE, statement by statement: what was noticed, one question, frames to start from.

    What you decide is written at once and changes nothing else in the file. Leave whenever you like; the same command
    goes on from there, with every word that you typed.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ConfigError("needs a terminal to talk in; okrlint check shows the same notes", culprit="okrlint coach")
    try:
        from okrlint.coach import talk  # noqa: PLC0415 - `--help` needs none of it
        from okrlint.coach.session import resumed  # noqa: PLC0415 - as above
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "prompt_toolkit":
            raise
        raise ConfigError("needs prompt_toolkit: pip install 'okrlint[coach]'", culprit="okrlint coach") from None

    session = resumed(Path(click.get_app_dir("okrlint")) / "coach", path)
    if anew:
        session.end()
        session = resumed(Path(click.get_app_dir("okrlint")) / "coach", path)
    talk(path, session, {"profile": profile}, language, rewrites=rewrites)
    return 0
