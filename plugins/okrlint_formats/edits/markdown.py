"""A change of a statement in Markdown: another sentence, a field as a bullet below it, another label before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from okrlint.model import Document, Source, Statement, Text
from okrlint.model.change import LINKS, Change, Reword, SetField
from okrlint_formats.as_markdown import field_line
from okrlint_formats.edits.markdown_move import moved
from okrlint_formats.edits.rows import cell_of_field
from okrlint_formats.edits.splice import Splice, line_end, line_of, spliced
from okrlint_formats.marks import ways

#: What may stand before the words of a bullet: the signs of a block quote, the bullet, blanks.
BULLET: Final = re.compile(r"(?P<quote>[ \t>]*)(?P<sign>[-*+]|\d{1,4}[.)])(?P<gap>[ \t]+)")
_HEADING: Final = re.compile(r"[ ]{0,3}#{1,6}[ \t]")
_UNDERLINE: Final = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*")
_AROUND: Final = "*_~`"


def edits(data: bytes, document: Document, statement: Statement, change: Change, language: str) -> Iterator[bytes]:
    """Yield ways to write a change into Markdown, the best first."""
    source = document.source
    if isinstance(change, Reword):
        found = _replaced(source, statement.text, change.text)
    elif isinstance(change, SetField):
        found = _with_field(source, statement, change, language)
    else:
        found = moved(source, document, statement, language)
    for splices in found:
        made = spliced(data, source, splices)
        if made is not None:
            yield made


def _replaced(source: Source, text: Text, words: str) -> Iterator[list[Splice]]:
    """Yield ways to put words where a text stands; then also without the markup that begins or ends at its edges."""
    start, end = text.offsets(0, len(text.text))
    wide_start, wide_end = start, end
    while wide_start > 0 and source.text[wide_start - 1] in _AROUND:
        wide_start -= 1
    while wide_end < len(source.text) and source.text[wide_end] in _AROUND:
        wide_end += 1
    for first, last in dict.fromkeys(((start, end), (wide_start, wide_end), (wide_start, end), (start, wide_end))):
        for written in ways(words):
            yield [Splice(first, last, written)]
    # In a row of a table, a bar would end the cell.
    if "|" in words:
        yield [Splice(start, end, words.replace("|", r"\|"))]


def _with_field(source: Source, statement: Statement, change: SetField, language: str) -> Iterator[list[Splice]]:
    held = getattr(statement, change.name, None) if change.name not in LINKS else None
    if isinstance(held, Text):
        yield from _replaced(source, held, change.value)
        return
    if held is not None:
        return  # a number or a word of a list: where it stands, the document does not say
    cell = cell_of_field(source, statement.text.span.start, change.name)
    if cell is not None:
        yield [Splice(*cell, f" {change.value.replace('|', chr(92) + '|')} ")]
        return
    line = field_line(change.name, change.value, language).removeprefix("-")
    for at, before, behind in _homes(source, statement):
        yield [Splice(at, at, before + line + behind)]


def _homes(source: Source, statement: Statement) -> Iterator[tuple[int, str, str]]:
    """Yield where a bullet below a statement may stand, with what goes before it, its sign included, and behind it."""
    new_line = line_end(source)
    start, end = line_of(source, statement.text.span.start)
    _, last = line_of(source, max(statement.text.span.end - 1, statement.text.span.start))
    bullet = BULLET.match(source.text, start, end)
    if bullet is not None:
        for indent in _indents(source, bullet, last):
            yield last, new_line + indent + _sign(bullet), ""
        return
    quote = re.match(r"[ \t>]*", source.text[start:end])
    indent = quote.group() if quote else ""
    below = source.text[last:].lstrip("\r\n").split("\n", 1)[0]
    if not _HEADING.match(source.text, start, end) and _UNDERLINE.fullmatch(below.rstrip("\r")):
        last = source.text.index(below, last) + len(below.rstrip("\r"))
    first = _first_bullet(source, last)
    if first is not None:
        yield first[0], first[1], new_line
    yield last, f"{new_line}{indent.rstrip()}{new_line}{indent}-", ""
    yield last, f"{new_line}{indent}-", ""
    yield last, f"{new_line}{indent.rstrip()}{new_line}{indent}-", new_line


def _indents(source: Source, bullet: re.Match[str], last: int) -> Iterator[str]:
    """Yield the indents that a bullet below another may have: that of those there are, the usual one, a wider one."""
    quote = bullet.group("quote")
    own = len(bullet.group().expandtabs(4))
    below = source.place(last)[0]
    found = BULLET.match(source.lines[below]) if below < len(source.lines) else None
    seen = found.group("quote") if found and len(found.group("quote")) > len(quote) else None
    tab = "\t" if "\t" in quote else ""
    usual = quote + " " * (own - len(quote.expandtabs(4)))
    yield from dict.fromkeys(one for one in (seen, quote + tab if tab else None, usual, quote + "    ") if one)


def _first_bullet(source: Source, last: int) -> tuple[int, str] | None:
    """Return where the next line with words begins, if it is a bullet, and the indent and sign of that bullet."""
    line = source.place(last)[0]
    while line < len(source.lines) and not source.lines[line].strip(" \t>"):
        line += 1
    found = BULLET.match(source.lines[line]) if line < len(source.lines) else None
    return (source.line_starts[line], found.group("quote") + _sign(found)) if found else None


def _sign(bullet: re.Match[str]) -> str:
    """Return the sign for a bullet beside or below another: its own, but no number."""
    return bullet.group("sign") if bullet.group("sign") in "-*+" else "-"
