"""`okrlint audit`: read a whole organisation."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from okrlint.commands.options import complain, format_option, page, words
from okrlint.commands.outputs import Output, deliver, reporter
from okrlint.engine.cache import folder
from okrlint.errors import ConfigError, ending
from okrlint.plugins.host import host

if TYPE_CHECKING:
    from collections.abc import Callable

    from okrlint.hookspecs import Runner
    from okrlint_audit.audit import Audit

#: Bytes of new documents from which on a pool of processes is worth its start (benchmarks/audit.py measures it).
THRESHOLD: Final = 40_000
#: Documents that are kept: an organisation of ten thousand teams over many cycles.
KEPT: Final = 200_000


@click.command("audit")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--teams", "teams_file", metavar="FILE", help="A sheet with team, parent, coach, level.")
@click.option("--profile", metavar="NAME", help="The school to follow (see okrlint profiles).")
@click.option("--select", multiple=True, metavar="RULES", help="Only these: codes, names or families.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these: codes, names or families.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day to look from.")
@click.option("--language", metavar="CODE", help="The language of the page (default: that of most statements).")
@click.option("--owners", is_flag=True, help="Show the names of owners; they are left out otherwise.")
@click.option("--fast", is_flag=True, help="Structure, words and numbers alone: no model is asked.")
@click.option("--runner", default=None, metavar="NAME", help="here, processes, or one of a plugin (default: by size).")
@click.option("--processes", type=click.IntRange(min=1), help="How many processes (default: as many as cores).")
@click.option("--scheduler", metavar="ADDRESS", help="The scheduler of a runner on many machines: tcp://host:8786.")
@click.option("--resume", is_flag=True, help="Go on with an audit that was cut off.")
@click.option("--no-cache", is_flag=True, help="Read every document anew, and keep nothing.")
@format_option("text", "html", "markdown", "csv", "xlsx", "json")
@click.option("--output", "-o", metavar="FILE", help="Write the report to a file.")
@click.option("--save", metavar="FILE", help="Keep the audit in a history (see okrlint trend).")
@click.option("--event", default="", metavar="TEXT", help="What happened that the history is to mark: a workshop.")
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
@click.option("--no-color", is_flag=True, help="Print no colours (NO_COLOR does the same).")
def command(  # noqa: PLR0913, PLR0917 - click hands over each option by name
    paths: tuple[str, ...],
    teams_file: str | None,
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: object,
    language: str | None,
    runner: str | None,
    processes: int | None,
    scheduler: str | None,
    format_: str,
    output: str | None,
    save: str | None,
    event: str,
    *,
    owners: bool,
    fast: bool,
    resume: bool,
    no_cache: bool,
    quiet: bool,
    no_color: bool,
) -> int:
    """Read a whole organisation's OKRs as one: what changes, what is work, and which conversations are worth having.

    PATHS are files and folders. Nobody is ranked, and no share is told of fewer than five statements.

    Ends with 0, with 2 where nothing could be read, with 3 where a rule or a plugin failed.
    """
    from okrlint.engine.cache import Cache  # noqa: PLC0415 - `okrlint audit --help` needs none of it
    from okrlint_audit.gather import gather  # noqa: PLC0415 - as above
    from okrlint_audit.survey import Way, survey  # noqa: PLC0415 - as above
    from okrlint_audit.teams import read_teams  # noqa: PLC0415 - as above

    if resume and no_cache:
        raise ConfigError("what was read is kept in the cache, which --no-cache leaves alone", culprit="--resume")
    if scheduler and runner is None:
        raise ConfigError("a scheduler needs a runner that has one: --runner dask", culprit="--scheduler")
    if event and not save:
        raise ConfigError("an event is marked in a history: --save FILE", culprit="--event")
    kept_in = _history(save)
    wanted = [Output(reporter("audit", format_), Path(output) if output else None)]
    shown = page(quiet=quiet, no_color=no_color, language=language)
    given = {
        "profile": profile,
        "select": words(select),
        "ignore": words(ignore),
        "today": today.date() if today else None,  # type: ignore[attr-defined] # click hands over a datetime
    }
    teams = read_teams(teams_file) if teams_file else {}
    cache = None if no_cache else Cache(folder() / "audit.sqlite", KEPT)
    progress = _Progress(quiet=quiet)
    count = processes or os.cpu_count() or 1
    way = Way(lambda size: _runner(runner, size, count), _Settings(count, scheduler), fast, progress)
    made = survey(paths, way, cache, given)
    progress.done()
    if resume and not made.taken:
        raise ConfigError("there is nothing to go on with: no audit of these documents was begun", culprit="--resume")
    try:
        audit = gather(made, teams, given, language)
        audit.owners = owners
        audit.event = " ".join(event.split())
        # Whoever reads the report may stop halfway: what is to be kept is kept first.
        unsaved = _kept(kept_in, audit) if kept_in and audit.documents and not made.gave_up else None
        failed = deliver(wanted, audit, shown)
    finally:
        made.spool.close()
    complain(made.errors)
    if unsaved is not None:
        raise unsaved
    if made.gave_up is not None:
        return 2
    # Of an organisation some documents are always broken: that is told, and fails nothing as long as some were read.
    ended = ending([*made.errors, *host().faults])
    return max(failed, 0 if ended == 2 and audit.documents else ended)


def _history(file: str | None) -> Callable[[Audit], object] | None:
    """Return what keeps an audit in a file, once it is known that it can; None where nobody wants it kept."""
    if file is None:
        return None
    from okrlint_audit.history.save import ready, save  # noqa: PLC0415 - only where a history is kept

    path = Path(file)
    ready(path)
    return lambda audit: save(audit, path)


def _kept(keep: Callable[[Audit], object], audit: Audit) -> ConfigError | None:
    """Keep an audit; return what is wrong where it cannot be kept, which is no reason to lose the report."""
    try:
        keep(audit)
    except ConfigError as error:
        return error
    return None


class _Settings:
    """What a runner is told."""

    def __init__(self, processes: int, scheduler: str | None) -> None:
        self.processes = processes
        self.scheduler = scheduler


def _runner(name: str | None, size: int, processes: int) -> Runner:
    """Return the runner that is asked for, or the one that work of a size is worth."""
    known: dict[str, Runner] = {one.name: one for _, one in host().gather("okrlint_runners")}
    wanted = name or ("processes" if size > THRESHOLD and processes > 1 else "here")
    if wanted not in known:
        from okrlint.config.near import nearest  # noqa: PLC0415 - only a slip needs it

        there = ", ".join(known) or "none"
        raise ConfigError(f"no runner {wanted!r} (there are: {there}){nearest(wanted, known)}", culprit="--runner")
    return known[wanted]


class _Progress:
    """A line on standard error that tells how far it is, and how long it will take; only on a terminal."""

    #: Below this many seconds nobody waits long enough to want to know.
    AFTER: Final = 1.0

    def __init__(self, *, quiet: bool) -> None:
        self._shown = sys.stderr.isatty() and not quiet
        self._begun = time.monotonic()
        self._first: int | None = None
        self._told = False

    def __call__(self, done: int, of: int) -> None:
        """Tell that so many documents of so many are done."""
        if self._first is None:
            self._first = done
        passed = time.monotonic() - self._begun
        if not self._shown or passed < self.AFTER:
            return
        here = done - self._first
        left = f"  about {_span(passed / here * (of - done))} left" if here else ""
        click.echo(f"\r\x1b[Kokrlint: {done} of {of} documents{left}", nl=False, err=True)
        self._told = True

    def done(self) -> None:
        """Take the line away."""
        if self._told:
            click.echo("\r\x1b[K", nl=False, err=True)


def _span(seconds: float) -> str:
    """Return a time as people say it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min"
