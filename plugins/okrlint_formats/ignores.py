"""The author's word that something was discussed and is kept: `okrlint: ignore IMP001 -- reason`, in a comment.

Markdown and HTML have it in a comment of theirs, YAML, TOML and plain text behind `#`,
a sheet in a column `okrlint`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from okrlint.model import Document, Ignore, Source, Text

#: Every run is bounded, as a hostile page may hold a million blanks.
_WORD: Final = (
    r"okrlint[ \t]{0,9}:[ \t]{0,9}(?:ignore|ignorer)(?P<whole>-file|-fichier)?(?![\w-])"
    r"(?P<rules>[\w\-, \t]{0,200}?)(?:[ \t]{0,9}(?:--|[—–])[ \t]{0,9}(?P<reason>[^\r\n]{0,500}?))?[ \t]{0,9}"
)
_MARKUP: Final = re.compile(rf"<!--\s{{0,9}}{_WORD}\s{{0,9}}-->", re.IGNORECASE)
_HASH: Final = re.compile(rf"(?<!\S)#[ \t]{{0,9}}{_WORD}(?=[\r\n]|\Z)", re.IGNORECASE)
_CELL: Final = re.compile(
    r"(?:(?:ignore|ignorer)\b)?(?P<whole>-file|-fichier)?(?P<rules>[\w\-, \t]{0,200}?)"
    r"(?:\s{0,9}(?:--|[—–])\s{0,9}(?P<reason>.{0,500}))?",
    re.IGNORECASE | re.DOTALL,
)
_FENCE: Final = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})")

Read = Callable[[str, bytes], Document]


def in_markup(read: Read) -> Read:
    """Return a reader that knows comments of Markdown and HTML, and reads the page as if they were blank."""
    return _knowing(read, _MARKUP, blank=True)


def behind_hash(read: Read, *, blank: bool = False) -> Read:
    """Return a reader that knows comments behind `#`; `blank` takes them away before the page is read."""
    return _knowing(read, _HASH, blank=blank)


def _knowing(read: Read, pattern: re.Pattern[str], *, blank: bool) -> Read:
    def knowing(path: str, data: bytes) -> Document:
        if b"okrlint" not in data.replace(b"\0", b""):  # as UTF-16 has them between letters
            return read(path, data)
        source = Source.decode(path, data)
        fenced = _fenced(source) if pattern is _MARKUP else frozenset()
        found = [one for one in pattern.finditer(source.text) if source.place(one.start())[0] not in fenced]
        if blank and found:
            data = _blanked(source.text, found).encode("utf-8", "surrogatepass")
        document = read(path, data)
        ignores = tuple(_ignore(source, one) for one in found)
        return document.model_copy(update={"source": source, "ignores": ignores}) if found else document

    return knowing


def _ignore(source: Source, found: re.Match[str]) -> Ignore:
    span = source.span(*found.span())
    text = Text(text=found.group(), span=span)
    return Ignore(
        rules=_rules(found),
        reason=(found["reason"] or "").strip(),
        text=text,
        lines=(span.line, span.end_line),
        whole=bool(found["whole"]),
    )


def _rules(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w\-]+", found["rules"]))


def of_cell(text: Text, lines: tuple[int, int]) -> Ignore | None:
    """Return the word in a cell of a sheet, for what stands in its row; None where the cell says something else."""
    found = _CELL.fullmatch(text.text.strip())
    if found is None or not text.text.strip():
        return None
    reason = (found["reason"] or "").strip()
    return Ignore(rules=_rules(found), reason=reason, text=text, lines=lines, whole=bool(found["whole"]))


def _blanked(text: str, found: list[re.Match[str]]) -> str:
    parts, at = [], 0
    for one in found:
        # Line ends stay, so that every line keeps its number; a comment is mostly on one line.
        parts += [text[at : one.start()], re.sub(r"[^\r\n]", " ", one.group())]
        at = one.end()
    return "".join([*parts, text[at:]])


def _fenced(source: Source) -> frozenset[int]:
    """Return the numbers of the lines inside code fences: a page may explain the word without meaning it."""
    inside: set[int] = set()
    fence = ""
    for number, line in enumerate(source.lines, 1):
        mark = _FENCE.match(line)
        if fence:
            inside.add(number)
            if mark and mark["fence"].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark:
            fence = mark["fence"]
    return frozenset(inside)
