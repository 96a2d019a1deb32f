"""`okrlint profiles`: the schools that disagree, and what each one changes."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.commands.options import emit


@click.command("profiles")
@click.option("--language", default="en", show_default=True, metavar="CODE", help="en or fr.")
def command(language: str) -> int:
    """List the profiles: what each one holds, what it changes, and on whose word."""
    from okrlint.coaching.page import held  # noqa: PLC0415 - `--help` needs none
    from okrlint.config import Config, find_house  # noqa: PLC0415 - as above
    from okrlint.engine.languages import language as language_named  # noqa: PLC0415 - as above
    from okrlint.engine.rulebook import profiles  # noqa: PLC0415 - as above

    typeset = language_named(language).typeset
    # The one in force where nobody chose comes first.
    known = profiles(find_house(Path.cwd())).values()
    for profile in sorted(known, key=lambda one: (one.name != Config().profile, one.name)):
        title = profile.title.get(language) or next(iter(profile.title.values()), "")
        why = profile.why.get(language) or next(iter(profile.why.values()), "")
        lines = [f"{profile.name}: {typeset(title)}", f"  {typeset(why)}"]
        lines += [f"  {code}: {severity}" for code, severity in profile.rules.items()]
        lines += [
            f"  {code}: {', '.join(f'{key} = {value}' for key, value in given.items())}"
            for code, given in profile.parameters.items()
        ]
        lines += [f"  {held(one, language)}" for one in profile.sources]
        emit(["\n".join(lines) + "\n\n"])
    return 0
