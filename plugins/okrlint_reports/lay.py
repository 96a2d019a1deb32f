"""Laying text out in columns: wrapping, indenting, and underlining words with or without colours."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from okrlint.hookspecs import Page
from okrlint.printable import printable

if TYPE_CHECKING:
    from okrlint.model import Span
    from okrlint.record import Place

#: Wider than this, lines are hard to read even where the terminal has room.
WIDEST = 88


def columns(page: Page) -> int:
    """Return the width to lay out in."""
    return max(40, min(page.width, WIDEST))


def paint(page: Page, text: str, **style: object) -> str:
    """Return the text styled, where the reader sees colours."""
    shown = printable(text)
    return click.style(shown, **style) if page.colour else shown  # type: ignore[arg-type]


def wrapped(page: Page, text: str, first: str = "", rest: str | None = None) -> str:
    """Return a paragraph wrapped to the page; `first` stands before its first line, `rest` before the others."""
    return textwrap.fill(
        printable(text),
        width=columns(page),
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def underlined(page: Page, text: str, spans: Iterable[tuple[int, int]], margin: str) -> Iterator[str]:
    """Yield the lines of a statement with some of its words underlined.

    With colours the words themselves are underlined; without, a line of tildes stands below them.
    """
    text = printable(text)
    marked = {index for start, end in spans for index in range(start, end)}
    for start, end in _lines(text, columns(page) - len(margin)):
        line = text[start:end]
        if page.colour:
            runs = _runs(start, end, marked)
            parts = (click.style(text[a:b], underline=True, bold=True) if on else text[a:b] for a, b, on in runs)
            yield margin + "".join(parts)
            continue
        yield margin + line.replace("\t", " ")
        tildes = "".join(
            ("~" if index in marked else " ") * _width(text[index]) for index in range(start, end)
        ).rstrip()
        if tildes:
            yield margin + tildes


def _runs(start: int, end: int, marked: set[int]) -> Iterator[tuple[int, int, bool]]:
    at = start
    while at < end:
        on = at in marked
        stop = at
        while stop < end and (stop in marked) == on:
            stop += 1
        yield at, stop, on
        at = stop


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where each line of a wrapped text begins and ends; blanks at a break belong to no line."""
    start, size = 0, len(text)
    while start < size:
        end, used, blank = start, 0, None
        while end < size and used + _width(text[end]) <= width:
            used += _width(text[end])
            blank = end if text[end] == " " else blank
            end += 1
        if end < size and text[end] != " " and blank is not None and blank > start:
            end = blank
        yield start, end
        start = end
        while start < size and text[start] == " ":
            start += 1


def _width(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200b\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def where(span: Span | Place) -> str:
    """Return a place as a terminal opens it: line and column, or the cell of a sheet."""
    return span.cell or f"{span.line}:{span.column}"
