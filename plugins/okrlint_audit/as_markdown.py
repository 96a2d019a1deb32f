"""The audit as a page of Markdown: for a wiki, a message, a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from okrlint.hookspecs import Page
from okrlint_audit.as_text import alignment, headline, shares
from okrlint_audit.audit import Audit
from okrlint_audit.interval import Share
from okrlint_audit.words import colon, listen, number, percent, text

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def write(audit: Audit, page: Page) -> Iterable[str]:
    """Yield the page."""
    del page
    language = audit.language
    yield f"# {text('title', language)}\n\n"
    if not audit.documents:
        yield text("nothing", language) + "\n"
        return
    yield headline(audit) + "\n\n"
    yield from _shares(audit)
    if audit.cycles:
        yield from _table(
            audit, "cycles", "cycle", ((audit.cycle_names[key], one.changes) for key, one in audit.cycles.items())
        )
    if audit.levels:
        yield from _table(audit, "levels", "level", ((name, one.changes) for name, one in audit.levels.items()))
    yield from _table(audit, "teams_head", "team", ((name, one.whole.changes) for name, one in audit.teams.items()))
    yield f"\n## {text('rules', language)}\n\n"
    for rule in audit.rules:
        title = plain(rule.title)
        found, where = text("found_on", language, n=rule.findings), text("in_teams", language, n=rule.teams)
        yield f"- **{rule.code}** {title}{colon(language)} {found} {where}\n"
    yield f"\n## {text('alignment', language)}\n\n"
    for line in alignment(audit):
        yield f"- {plain(line)}\n"
    if audit.alignment.depth:
        yield f"- {_line('depth', audit.alignment.depth, language)}\n"
    yield f"\n## {text('focus', language)}\n\n"
    for name, many in (("most_objectives", audit.most_objectives), ("most_key_results", audit.most_key_results)):
        yield f"- {_line(name, many, language)}\n"
    if audit.per_note:
        yield f"\n## {text('per_note', language)}\n\n"
        told = (text("statements", language, n=count) for count in audit.per_note.values())
        yield from (f"- {many}{colon(language)} {said}\n" for many, said in zip(audit.per_note, told, strict=True))
    yield from _moved(audit)
    yield from _agenda(audit)
    for name, lines in (("remarks", audit.remarks), ("left_out", audit.left_out)):
        if lines:
            yield f"\n## {text(name, language)}\n\n"
            yield from (f"- {plain(line)}\n" for line in lines)
    yield f"\n{text('limits', language)}\n"


def _line(name: str, many: int, language: str) -> str:
    return f"{text(name, language)}{colon(language)} {number(many, language)}"


def plain(said: str) -> str:
    """Return words that Markdown shows as they are, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(said.split()))


def _shares(audit: Audit) -> Iterator[str]:
    language = audit.language
    for name, share in shares(audit.whole):
        if share.of:
            told = percent(share.value, language) if share.told else text("too_few", language)
            yield f"- {text(name, language)}{colon(language)} **{told}** ({share.part}/{share.of})\n"


def _table(audit: Audit, title: str, column: str, rows: Iterable[tuple[str, Share]]) -> Iterator[str]:
    language = audit.language
    yield f"\n## {text(title, language)}\n\n"
    yield f"| {text(column, language)} | {text('changes', language)} | n |\n|---|---:|---:|\n"
    for name, share in rows:
        yield f"| {plain(name)} | {percent(share.value, language)} | {share.of} |\n"


def _moved(audit: Audit) -> Iterator[str]:
    if audit.moved:
        yield f"\n## {text('moved', audit.language)}\n\n"
        for one in audit.moved:
            before, after = f"{one.before} ({one.before_cycle})", f"{one.after} ({one.after_cycle})"
            yield f"- {plain(one.team)}{colon(audit.language)} {plain(before)} → {plain(after)}\n"


def _agenda(audit: Audit) -> Iterator[str]:
    language = audit.language
    yield f"\n## {text('agenda', language)}\n\n{text('agenda_why', language)}\n"
    for team in audit.teams.values():
        yield f"\n### {plain(team.name)}\n\n"
        if not team.talks:
            yield text("quiet", language) + "\n"
        for talk in team.talks:
            yield f"- **{plain(talk.title)}** ({talk.code}, {talk.count})\n"
            for statement, question in talk.examples:
                yield f"  - {plain(statement)}{' — ' if statement else ''}{plain(question)}\n"
            heard = listen(talk.family, language)
            if heard:
                yield f"  - {text('listen', language)}{colon(language)} {plain(heard)}\n"
