"""Inline Markdown, taken off with the place of every character kept."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Final

from okrlint.model import Piece, Source, Text

_MARKUP: Final = re.compile(
    r"""
    (?P<comment><!--.{0,3000}?-->)
  | (?P<escape>\\[!-/:-@\[-`{-~])
  | (?P<image>!\[[^\]\n]*\]\([^)\n]*\))
  | \[(?P<link>(?:[^\[\]\n]|\[[^\[\]\n]*\])+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[(?P<reference>[^\]\n]*)\])
  | (?P<tag></?[A-Za-z][^<>\n]{0,200}>)
  | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)
  | (?P<stars>(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|(?<=[\w.:;!?%)»])\*{2,3}|\*{2,3}(?=\w))
  | (?P<bars>(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))
  | (?P<strike>~~)
  | (?P<tick>`+)
  | (?P<end>(?:(?<![ \t])[ \t]+)?(?:\\)?(?:\r\n|\n|\r)[ \t>]*)
    """,
    re.VERBOSE | re.DOTALL,
)
_DROPPED: Final = ("comment", "image", "tag", "stars", "bars", "strike", "tick")


def plain(source: Source, start: int, end: int) -> Text:
    """Return the text of a stretch without its markup; a line break inside it reads as a blank."""
    pieces = [piece for piece in _pieces(source.text, start, end) if piece.text]
    return _trimmed(source, pieces, start)


def cut(source: Source, text: Text, length: int) -> Text:
    """Return a text without its first characters (a label), and without the blanks behind them."""
    return part(source, text, length, len(text.text))


def part(source: Source, text: Text, start: int, end: int) -> Text:
    """Return the characters `start` to `end` of a text, without the blanks around them."""
    pieces = text.pieces or (Piece(text=text.text, start=text.span.start, end=text.span.end),)
    kept: list[Piece] = []
    at = 0
    for piece in pieces:
        length = len(piece.text)
        first, last = max(start - at, 0), min(end - at, length)
        at += length
        if first < last:
            kept.append(_from(_upto(piece, last), first))
    return _trimmed(source, kept, text.span.end)


def joined(source: Source, texts: Sequence[Text]) -> Text:
    """Return several texts as one: the first as it stands, the others behind it with semicolons between them."""
    pieces: list[Piece] = []
    for number, text in enumerate(texts):
        own = text.pieces or (Piece(text=text.text, start=text.span.start, end=text.span.end),)
        if number:
            between = " " if number == 1 else "; "
            pieces.append(Piece(text=between, start=pieces[-1].end, end=own[0].start, verbatim=False))
        pieces += own
    return _trimmed(source, pieces, texts[0].span.end)


def _pieces(raw: str, start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for found in _MARKUP.finditer(raw, start, end):
        if found.start() > at:
            pieces.append(Piece(text=raw[at : found.start()], start=at, end=found.start()))
        at = found.end()
        name = "link" if found.group("link") else found.lastgroup
        reference = found.group("reference")
        if reference is not None and f"[{reference or found.group('link')}]:".lower() not in raw.lower():
            # Two tags side by side ([P0][Web]), not a link by reference: nothing defines one.
            pieces.append(Piece(text=found.group(), start=found.start(), end=at))
        elif name == "link":
            pieces += _pieces(raw, found.start("link"), found.end("link"))
        elif name == "escape":
            pieces.append(Piece(text=raw[at - 1 : at], start=at - 1, end=at))
        elif name == "end":
            pieces.append(Piece(text=" ", start=found.start(), end=at, verbatim=False))
        elif name == "entity":
            pieces.append(Piece(text=html.unescape(found.group()), start=found.start(), end=at, verbatim=False))
        elif name not in _DROPPED:
            pieces.append(Piece(text=found.group(), start=found.start(), end=at))
    if at < end:
        pieces.append(Piece(text=raw[at:end], start=at, end=end))
    return pieces


def _from(piece: Piece, length: int) -> Piece:
    if length == 0:
        return piece
    start = piece.start + length if piece.verbatim else piece.start
    return Piece(text=piece.text[length:], start=start, end=piece.end, verbatim=piece.verbatim)


def _upto(piece: Piece, length: int) -> Piece:
    end = piece.start + length if piece.verbatim else piece.end
    return Piece(text=piece.text[:length], start=piece.start, end=end, verbatim=piece.verbatim)


def _trimmed(source: Source, pieces: list[Piece], otherwise: int) -> Text:
    """Take the blanks off both ends, join neighbours, and wrap up."""
    while pieces and not pieces[0].text.strip():
        pieces = pieces[1:]
    while pieces and not pieces[-1].text.strip():
        pieces = pieces[:-1]
    if not pieces:
        return Text(text="", span=source.span(otherwise, otherwise))
    first = pieces[0].text
    pieces = [_from(pieces[0], len(first) - len(first.lstrip())), *pieces[1:]]
    pieces = [*pieces[:-1], _upto(pieces[-1], len(pieces[-1].text.rstrip()))]
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.verbatim and piece.verbatim and last.end == piece.start:
            joined[-1] = Piece(text=last.text + piece.text, start=last.start, end=piece.end)
        else:
            joined.append(piece)
    span = source.span(joined[0].start, joined[-1].end)
    whole = "".join(piece.text for piece in joined)
    only = len(joined) == 1 and joined[0].verbatim
    return Text(text=whole, span=span, pieces=() if only else tuple(joined))
