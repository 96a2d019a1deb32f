"""The audit as one page that opens anywhere: no script, nothing fetched, in the language of most statements.

Text from documents is escaped by the templates; the page forbids itself to run or to fetch anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from okrlint.errors import ConfigError
from okrlint.hookspecs import Page
from okrlint.organisation import Stated
from okrlint.printable import printable
from okrlint_audit import pictures
from okrlint_audit.as_text import alignment, headline, shares
from okrlint_audit.audit import Audit, Said
from okrlint_audit.dates import cycle
from okrlint_audit.tree import tree
from okrlint_audit.words import FAMILIES, colon, family, listen, number, percent, text

if TYPE_CHECKING:
    import jinja2

#: Statements whose notes stand in full, from the latest cycle back; of earlier ones, their titles.
FULL: Final = 20_000
#: Pairs that are shown; the other reports have all of them.
PAIRS: Final = 100
#: Pieces that are gathered before they are written.
CHUNK: Final = 64


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one document says of one team in one cycle: its statements with their notes, and notes on the whole."""

    team: str
    cycle: str
    level: str
    path: str
    language: str
    full: bool
    said: Sequence[Said]


def write(audit: Audit, page: Page) -> Iterable[str]:
    """Yield the page."""
    del page
    language = audit.language
    template = _environment(language).get_template("report.html")
    roots, alone = tree(audit)
    families = [name for name in FAMILIES if any(one.whole.families[name] for one in audit.teams.values())]
    yield from _chunks(
        template.generate(
            audit=audit,
            language=language,
            headline=headline(audit),
            shares=[(name, share) for name, share in shares(audit.whole) if share.of],
            shift=pictures.shift(audit),
            families=families,
            heat=pictures.heat,
            columns=pictures.columns(audit),
            alignment=list(alignment(audit)),
            roots=roots,
            alone=alone,
            pairs=audit.pairs[:PAIRS],
            sheets=_sheets(audit),
            full_all=audit.whole.statements <= FULL,
        )
    )


def _environment(language: str) -> jinja2.Environment:
    try:
        import jinja2  # noqa: PLC0415 - only for a page
    except ModuleNotFoundError:
        raise ConfigError("a page needs Jinja2: pip install 'okrlint[audit]'", culprit="--format html") from None
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("okrlint_audit"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        t=lambda name, **slots: text(name, language, **slots),
        family=lambda name: family(name, language),
        listen=lambda name: listen(name, language),
        mark=_mark,
        colon=colon(language),
    )
    made.filters.update(
        clean=lambda said: printable(" ".join(str(said).split())),
        quoted=lambda said: text("quoted", language, said=said),
        percent=lambda share: percent(share, language),
        number=lambda n: number(n, language),
        cycle=partial(cycle, language=language),
    )
    return made


def _sheets(audit: Audit) -> Iterator[Sheet]:
    """Yield the statements, document by document and team by team."""
    full = _full(audit)
    said = (one for one in audit.leaves() if one.stated is None or not one.stated.frame or one.voices)
    for (path, at), few in groupby(said, key=lambda one: (one.path, one.place)):
        entries = list(_joined(few))
        yield Sheet(
            at.team if at is not None else "",
            at.cycle if at is not None else "",
            at.level if at is not None else "",
            path.removeprefix("./"),
            next((one.stated.language for one in entries if one.stated is not None), audit.language),
            at is None or at.cycle_key in full,
            entries,
        )


def _joined(few: Iterable[Said]) -> Iterator[Said]:
    """Yield statements, the notes on the whole of them as one entry."""
    for whole, same in groupby(few, key=lambda one: one.stated is None):
        if not whole:
            yield from same
            continue
        said = list(same)
        yield replace(said[0], voices=[voice for one in said for voice in one.voices])


def _full(audit: Audit) -> set[str]:
    """Return the cycles of which every note stands in full."""
    total = audit.whole.statements - sum(one.statements for one in audit.cycles.values())
    full = {""} if total <= FULL else set()
    for key, counts in reversed(audit.cycles.items()):
        total += counts.statements
        if total > FULL:
            break
        full.add(key)
    return full


def _chunks(pieces: Iterable[str]) -> Iterator[str]:
    """Yield pieces many at a time: a template makes very small ones."""
    few: list[str] = []
    for piece in pieces:
        few.append(piece)
        if len(few) >= CHUNK:
            yield "".join(few)
            few.clear()
    yield "".join(few)


def _mark(one: Stated) -> str:
    """Return the name of what a statement was read as: a change, work, or neither."""
    if one.kind == "outcome":
        return "change"
    return "work" if one.is_work else "other"
