"""A trend for people: on a terminal, and as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from okrlint.hookspecs import Page
from okrlint.printable import printable
from okrlint_audit.as_markdown import plain
from okrlint_audit.as_text import bold
from okrlint_audit.dates import cycle, day
from okrlint_audit.history.data import Event, Line, Shift, Trend
from okrlint_audit.interval import FEWEST, Share
from okrlint_audit.words import colon, number, percent, text

WIDEST: Final = 100
#: So many cycles stand side by side on a terminal, and so many sentences that were rewritten below; Markdown has all.
CYCLES: Final = 5
SENTENCES: Final = 5
#: The words of a row before its figures.
_LABEL: Final = 40


@dataclass(frozen=True)
class Head:
    """A heading."""

    said: str


@dataclass(frozen=True)
class Said:
    """A sentence; `item` in a list."""

    said: str
    item: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under a heading each; the first cell of a row is its name.

    `latest` is how many columns a terminal shows; `words` tells that the last of them holds words and no figures.
    """

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    latest: int = 10
    words: bool = False


Block = Head | Said | Table


def blocks(trend: Trend, most: int | None = None) -> Iterator[Block]:
    """Yield what there is to say, part by part; no more than so many of the sentences that were rewritten."""
    language = trend.language
    if not trend.audits:
        yield Said(text("trend_none", language))
        return
    first, last = (day(one.made, language) for one in (trend.audits[0], trend.audits[-1]))
    if len(trend.audits) == 1:
        yield Said(text("trend_one", language, first=first))
    else:
        many = text("audits", language, n=len(trend.audits))
        yield Said(text("trend_made", language, audits=many, first=first, last=last))
    if len(trend.versions) > 1:
        yield Said(text("versions", language, versions=", ".join(trend.versions)))
    yield Head(text("audits_head", language))
    yield _audits(trend)
    if trend.cycles:
        yield Head(text("side_by_side", language))
        yield Said(text("side_is", language))
        yield _cycles(trend)
    if len(trend.audits) > 1 or trend.moved:
        yield from _moved(trend, most)
    for event in trend.events:
        yield from _event(event, language)


def _audits(trend: Trend) -> Table:
    language = trend.language
    header = [text(name, language) for name in ("date", "statements_many", "changes", "rate", "event")]
    rows = [
        [
            day(one.made, language),
            number(one.line.statements, language),
            percent(one.line.changes.value, language),
            _rate(one.line, language),
            one.event,
        ]
        for one in trend.audits
    ]
    return Table(header, rows, words=True)


def _cycles(trend: Trend) -> Table:
    language, lines = trend.language, trend.cycles
    rows = [[text(name, language), *(number(each, language) for each in counts)] for name, counts in (
        ("teams_many", [one.teams for one in lines]), ("key_results_many", [one.key_results for one in lines]),
    )]  # fmt: skip
    shares: list[tuple[str, Sequence[Share]]] = [
        ("changes", [one.changes for one in lines]),
        ("measured", [one.measured for one in lines]),
        ("aimed", [one.aimed for one in lines]),
        ("informing", [one.informing for one in lines]),
        ("learning", [one.learning for one in lines]),
    ]
    for at, (name, each) in enumerate(shares):
        label = text(name, language)
        rows.append([f"… {label}" if at else label, *(percent(one.value, language) for one in each)])
    rows.append([text("rate", language), *(_rate(one, language) for one in lines)])
    rows.append([text("seen_on", language), *(one.made.isoformat() for one in lines)])
    return Table(["", *(cycle(one.name, language) for one in lines)], rows, CYCLES)


def _rate(line: Line, language: str) -> str:
    if line.statements < FEWEST:
        return "–"
    return number(round(100 * line.notes / line.statements), language)


def _moved(trend: Trend, most: int | None) -> Iterator[Block]:
    language = trend.language
    yield Head(text("moved", language))
    if not trend.moved:
        yield Said(text("moved_none", language))
    for one in trend.moved[:most]:
        when = " → ".join(dict.fromkeys(cycle(name, language) for name in (one.before_name, one.after_name)))
        who = " ".join(part for part in (one.team, f"({when})" if when else "") if part)
        said = text("moved_one", language, before=one.before.rstrip(" ."), after=one.after.rstrip(" ."))
        yield Said(f"{who}{colon(language)} {said}" if who else said, item=True)
    if most is not None and len(trend.moved) > most:
        yield Said(text("more", language, n=len(trend.moved) - most))
    if trend.back:
        yield Said(text("moved_back", language, n=trend.back))


def _event(event: Event, language: str) -> Iterator[Block]:
    yield Head(text("after_event", language, event=event.text, date=day(event.made, language)))
    if event.until is None:
        yield Said(text("after_waits", language))
        return
    if event.written < FEWEST:
        yield Said(text("after_few", language))
        return
    yield Said(
        text(
            "after_written",
            language,
            written=text("statements", language, n=event.written),
            teams=text("teams", language, n=event.teams),
            until=day(event.until, language),
        )
    )
    if not event.shifts:
        yield Said(text("after_quiet", language))
        return
    header = [text(name, language) for name in ("rule", "before", "after", "movement")]
    yield Table(header, [_shift(one, language) for one in event.shifts], words=True)
    yield Said(text("whence", language))


def _shift(one: Shift, language: str) -> Sequence[str]:
    told = [
        text("share_of", language, share=percent(each.value, language), n=number(each.of, language))
        for each in (one.before, one.after)
    ]
    return f"{one.rule} {one.title}", *told, text("faded" if one.fell else "grew", language)


def as_text(trend: Trend, page: Page) -> Iterable[str]:
    """Yield a trend as a terminal shows it."""
    width = max(60, min(page.width, WIDEST))
    yield bold(page, text("trend", trend.language)) + "\n"
    for block in blocks(trend, SENTENCES):
        if isinstance(block, Head):
            yield "\n" + bold(page, block.said) + "\n"
        elif isinstance(block, Said):
            begin = "  · " if block.item else "  "
            yield textwrap.fill(printable(block.said), width, initial_indent=begin, subsequent_indent=" " * len(begin))
            yield "\n"
        else:
            yield from _aligned(block, width)


def _aligned(table: Table, width: int) -> Iterator[str]:
    rows = [[row[0], *row[1:][-table.latest :]] for row in (table.header, *table.rows)]
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    widths[0] = min(widths[0], max(_LABEL, width - sum(widths[1:]) - 2 * len(widths)))
    for row in rows:
        cells = [row[0][: widths[0]].ljust(widths[0])]
        cells += [cell.rjust(size) for cell, size in zip(row[1:], widths[1:], strict=True)]
        if table.words:
            cells[-1] = row[-1]
        yield ("  " + "  ".join(cells)).rstrip() + "\n"


def as_markdown(trend: Trend, page: Page) -> Iterable[str]:
    """Yield a trend as a page of Markdown."""
    del page
    yield f"# {text('trend', trend.language)}\n"
    for block in blocks(trend):
        if isinstance(block, Head):
            yield f"\n## {plain(block.said)}\n"
        elif isinstance(block, Said):
            yield f"- {plain(block.said)}\n" if block.item else f"\n{plain(block.said)}\n\n"
        else:
            yield "\n"
            for at, row in enumerate((block.header, *block.rows)):
                yield "| " + " | ".join(map(plain, row)) + " |\n"
                if not at:
                    yield "|" + "---|" * len(row) + "\n"
