"""The audit on one screen of a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

import click

from okrlint.hookspecs import Page
from okrlint.printable import printable
from okrlint_audit.audit import Audit
from okrlint_audit.counts import Counts
from okrlint_audit.dates import day
from okrlint_audit.interval import Share
from okrlint_audit.words import colon, number, percent, text

WIDEST: Final = 88
#: So many rules and teams fit on a screen; the other reports have all of them.
RULES: Final = 5
TEAMS: Final = 8
_BAR: Final = 20


def write(audit: Audit, page: Page) -> Iterable[str]:
    """Yield the summary."""
    language = audit.language
    width = max(40, min(page.width, WIDEST))
    if not audit.documents:
        yield text("nothing", language) + "\n"
        return
    yield bold(page, text("title", language)) + "\n"
    yield headline(audit) + "\n\n"
    yield from _shares(audit, language)
    if len(audit.cycles) > 1:
        yield "\n" + bold(page, text("cycles", language)) + "\n"
        for key, counts in list(audit.cycles.items())[-6:]:
            yield _row(audit.cycle_names[key], counts.changes, language)
    if audit.rules:
        yield "\n" + bold(page, text("rules", language)) + "\n"
        for rule in audit.rules[:RULES]:
            where = text("in_teams", language, n=rule.teams)
            title = rule.title
            line = f"  {rule.code}  {text('found_on', language, n=rule.findings):>10}  {where:<14}  {title}"
            yield printable(line)[:width] + "\n"
    yield "\n" + bold(page, text("alignment", language)) + "\n"
    for line in alignment(audit):
        yield textwrap.fill(line, width, initial_indent="  ", subsequent_indent="  ") + "\n"
    yield from _agenda(audit, page, width)
    if audit.remarks:
        yield "\n" + bold(page, text("remarks", language)) + "\n"
        for said in audit.remarks[:3]:
            yield textwrap.fill(printable(said), width, initial_indent="  ", subsequent_indent="  ") + "\n"
        if len(audit.remarks) > 3:
            yield "  " + text("more", language, n=len(audit.remarks) - 3) + "\n"


def headline(audit: Audit) -> str:
    """Return what was read, in one line."""
    language = audit.language
    return text(
        "made",
        language,
        documents=text("documents", language, n=audit.documents),
        teams=text("teams", language, n=len(audit.teams)),
        statements=text("statements", language, n=audit.whole.statements),
        date=day(audit.made, language),
    )


def alignment(audit: Audit) -> Iterator[str]:
    """Yield what there is to say of how it hangs together, a line each."""
    language, whole = audit.language, audit.alignment
    yield text(
        "linked", language, linked=number(whole.linked, language), n=number(whole.objectives, language),
        orphans=number(whole.orphans, language),
    )  # fmt: skip
    equal = sum(pair.equal for pair in audit.pairs)
    for name, count in (
        ("circles", whole.circles),
        ("pairs", len(audit.pairs)),
        ("opposed", audit.opposed),
        ("copies", audit.copies),
    ):
        if count:
            more = f" ({number(equal, language)} {text('equal_pairs', language)})" if name == "pairs" and equal else ""
            yield f"{text(name, language)}{colon(language)} {number(count, language)}{more}"


def shares(counts: Counts) -> Iterator[tuple[str, Share]]:
    """Yield the shares of some counts, each with the name of its text."""
    yield "changes", counts.changes
    yield "measured", counts.measured
    yield "aimed", counts.aimed
    yield "informing", counts.informing
    yield "learning", counts.learning
    yield "crowded", counts.crowded


def _shares(audit: Audit, language: str) -> Iterator[str]:
    whole = audit.whole
    first = True
    for name, share in shares(whole):
        if not share.of:
            continue
        said = text(name, language) if first else f"… {text(name, language)}"
        told = percent(share.value, language) if share.told else text("too_few", language)
        yield f"  {said:<44} {told:>6}  ({number(share.part, language)}/{number(share.of, language)})\n"
        if first and share.interval is not None:
            low, high = (percent(each, language) for each in share.interval)
            yield f"    {text('interval', language, low=low, high=high)}\n"
        first = False


def _row(name: str, share: Share, language: str) -> str:
    told = percent(share.value, language)
    bar = "█" * round(_BAR * share.value) if share.value is not None else ""
    count = f"({number(share.part, language)}/{number(share.of, language)})"
    return f"  {printable(name)[:24]:<24} {told:>6}  {bar:<{_BAR}}  {count}\n"


def _agenda(audit: Audit, page: Page, width: int) -> Iterator[str]:
    teams = [team for team in audit.teams.values() if team.talks]
    if not teams:
        return
    yield "\n" + bold(page, text("agenda", audit.language)) + "\n"
    for team in teams[:TEAMS]:
        titles = " · ".join(f"{one.title} ({one.count})" for one in team.talks)
        yield printable(_fitting(f"  {team.name}{colon(audit.language)} {titles}", width)) + "\n"
    if len(teams) > TEAMS:
        yield "  " + text("more", audit.language, n=len(teams) - TEAMS) + "\n"


def bold(page: Page, said: str) -> str:
    """Return words in bold, where the page has colours."""
    return click.style(printable(said), bold=True) if page.colour else printable(said)


def _fitting(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 2] + " …"
