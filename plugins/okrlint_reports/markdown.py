"""A comment for a pull request: the notes by objective, the first five open and the rest folded.

Everything that came out of a document is escaped: a comment is read where links, pictures and mentions are live.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from okrlint.hookspecs import Page
from okrlint.record import NoteRecord, Record, StatementRecord
from okrlint_reports.lay import where
from okrlint_reports.summed import summary
from okrlint_reports.told import by_worth, from_root
from okrlint_reports.words import words

if TYPE_CHECKING:
    from okrlint.review import Review

#: So many notes stand open; more would hide the conversation below it.
OPEN: Final = 5
#: What Markdown gives a meaning, and what a forge makes a link or a message to somebody.
_SIGNS: Final = re.compile(r"[\\`*_\[\]#|~]|^[-+=]|^\d+(?=[.)])")
_LIVE: Final = re.compile(r"(?<=[@#:])(?=[\w/])|(?<=\bwww)(?=\.)", re.IGNORECASE)
_WORD_JOINER: Final = "\u2060"


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield the comment; it begins with a mark by which a script finds it again."""
    yield "<!-- okrlint -->\n"
    yield "".join(f"{_escaped(line)}\n\n" for line in summary(review, page))
    best = {id(note) for _, note in by_worth(review)[:OPEN]}
    shown = [entry for entry in review.notes if id(entry[1]) in best]
    folded = [entry for entry in review.notes if id(entry[1]) not in best]
    yield from _grouped(shown)
    if folded:
        language = page.language or folded[0][0].language
        said = words(language)["folded_1" if len(folded) == 1 else "folded_n"].format(n=len(folded))
        yield f"<details>\n<summary>{html.escape(said)}</summary>\n\n"
        yield from _grouped(folded)
        yield "</details>\n"
    for error in review.errors:
        yield f"- {_escaped(str(error))}\n"


def _grouped(entries: Sequence[tuple[Record, NoteRecord]]) -> Iterator[str]:
    for (path, objective), group in groupby(entries, key=lambda entry: (entry[0].path, _objective(*entry))):
        found = list(group)
        document = found[0][0]
        above = next((one for one in document.statements if one.id == objective), None)
        title = f"{_escaped(above.text)} · " if above else ""
        yield f"### {title}{_code(from_root(path))}\n\n"
        for _, note in found:
            yield from _note(document, note)


def _objective(document: Record, note: NoteRecord) -> str | None:
    one = None if note.gathers else document.about(note.finding)
    if one is None:
        return None
    return one.id if one.role == "objective" else one.objective


def _note(document: Record, note: NoteRecord) -> Iterator[str]:
    said = words(note.language)
    about = None if note.gathers else document.about(note.finding)
    if about is not None:
        yield f"> {_role(about, said[about.role])} {_escaped(about.text)}\n\n"
    tag = said["tentative_short"] if note.tentative else said[note.finding.severity]
    place = f"{from_root(document.path)}:{where(note.place)}"
    yield f"**{_escaped(note.title)}** ({_escaped(tag)} · {note.finding.code} · {_code(place)})\n\n"
    if not note.tentative:
        yield "".join(f"{_escaped(part)}\n\n" for part in (f"{note.message} {note.why}".strip(),) if part)
    if note.question:
        yield f"**{_escaped(note.question)}**\n\n"
    lines = [f"- → {_escaped(frame)}\n" for frame in note.rewrite]
    proposed = [f"{one.text} ({said['proposed'].format(by=one.by)})" for one in note.proposals]
    lines += [f"- ~ {_escaped(line)}\n" for line in proposed]
    yield "".join([*lines, "\n"] if lines else [])
    if note.advice:
        yield f"{_escaped(note.advice)}\n\n"


def _role(about: StatementRecord, named: str) -> str:
    return f"*{_escaped(named)}* `{about.id}`" if re.fullmatch(r"[\w.\-]+", about.id) else f"*{_escaped(named)}*"


def _escaped(text: str) -> str:
    """Return a text that is shown as it is: no markup, no HTML, no link, nobody called."""
    flat = _LIVE.sub(_WORD_JOINER, " ".join(text.split("\n")).strip())
    return html.escape(_SIGNS.sub(_escape, flat), quote=False)


def _escape(found: re.Match[str]) -> str:
    sign = found.group()
    if sign.isdigit():  # a number that would begin a list: its dot is escaped instead
        return f"{sign}{_WORD_JOINER}"
    return f"\\{sign}"


def _code(text: str) -> str:
    return f"`{text.replace('`', chr(0x2019))}`"
