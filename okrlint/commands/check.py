"""`okrlint check`: read OKRs and coach."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from okrlint.commands.options import (
    Progress,
    complain,
    emit,
    encoded,
    format_option,
    page,
    said,
    source_options,
    tell,
    words,
)
from okrlint.commands.outputs import deliver, outputs

if TYPE_CHECKING:
    from okrlint.engine.cache import Cache
    from okrlint.engine.same import LastTime

#: From here on a plugin or a rule failed: it may not the next time.
FAILED: Final = 3


@click.command("check")
@source_options
@click.option("--select", multiple=True, metavar="RULES", help="Only these: codes, names or families.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these: codes, names or families.")
@click.option("--profile", metavar="NAME", help="The school to follow (see okrlint profiles).")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="The least severity that makes the command fail (default: error).",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day from which to look at cycles and check-ins (default: today).",
)
@click.option("--since", metavar="REV", help="Tell only what was touched since the branch left this revision.")
@click.option("--no-baseline", is_flag=True, help="Tell known findings too.")
@click.option("--fast", is_flag=True, help="Structure, words and numbers alone: no model is asked.")
@click.option("--watch", "watch_", is_flag=True, help="Stay, and show the page again whenever something changes.")
@click.option("--no-cache", is_flag=True, help="Look at every document anew, and keep nothing.")
@click.option("--rewrites", is_flag=True, help="Ask those whom the configuration names for better sentences.")
@format_option("text", "json", "markdown", "sarif", "github", "gitlab", "rdjson", "junit")
@click.option(
    "--output",
    "output",
    multiple=True,
    metavar="NAME[=FILE]",
    help="A report, to a file or to standard output; may be given several times.",
)
def command(  # noqa: PLR0913, PLR0917 - click hands over each option by name
    paths: tuple[str, ...],
    stdin_filename: str | None,
    language: str | None,
    config_file: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    fail_on: str | None,
    today: datetime | None,
    format_: str,
    output: tuple[str, ...],
    since: str | None,
    *,
    rewrites: bool,
    no_baseline: bool,
    fast: bool,
    no_cache: bool,
    watch_: bool,
    quiet: bool,
    no_color: bool,
) -> int:
    """Read OKRs and coach: what was noticed, why it matters, one good question, a frame.

    PATHS are files and folders; '-' is standard input.

    Ends with 0, with 1 where a finding is at or above --fail-on, with 2 where something could not be read, with 3
    where a rule or a plugin failed.
    """
    from okrlint.engine.cache import Cache  # noqa: PLC0415 - `okrlint check --help` needs none of it

    given = {
        "language": language,
        "select": words(select),
        "ignore": words(ignore),
        "profile": profile,
        "fail_on": fail_on,
        "today": today.date() if today else None,
    }
    shown = page(quiet=quiet, no_color=no_color, language=language)
    cache = None if no_cache else Cache()
    # What depends on more than files, or writes some, is never said from memory.
    alone = not (since or rewrites or output or config_file or watch_ or "-" in paths)
    before = _last_time(cache, paths, [given, fast, no_baseline, format_, shown]) if cache and alone else None
    known = before.said() if before is not None else None
    if known is not None:
        emit([known.out])
        tell(known.err)
        return known.ending
    from okrlint.review import Asked, review  # noqa: PLC0415 - as above

    wanted = outputs(output, format_)

    def look() -> int:
        progress = Progress(quiet=quiet)
        made = review(
            paths,
            stdin_name=stdin_filename,
            given=given,
            config_file=Path(config_file) if config_file else None,
            tell=progress,
            asked=Asked(rewrites=rewrites, since=since, baseline=not no_baseline, fast=fast),
            cache=cache,
        )
        progress.done()
        pieces: list[str | bytes] = []
        failed = deliver(wanted, made, shown, pieces if before is not None else None)
        complain(made.errors)
        ended = failed or made.ending()
        if before is not None and ended < FAILED:
            before.keep(Said(b"".join(map(encoded, pieces)).decode(), said(made.errors), ended))
        return ended

    if not watch_:
        from okrlint.engine.same import Said  # noqa: PLC0415 - as above

        return look()
    from okrlint.commands.watch import watch  # noqa: PLC0415 - few keep a terminal open

    watch([*paths, *([config_file] if config_file else [])], look)
    return 0


def _last_time(cache: Cache, paths: tuple[str, ...], told: list[object]) -> LastTime:
    from okrlint.engine.same import LastTime  # noqa: PLC0415 - as above

    return LastTime(cache, paths, told)
