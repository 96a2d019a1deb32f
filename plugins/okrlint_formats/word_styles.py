"""What the styles and lists of a Word document make of a paragraph: a heading, a list item, bold, hidden.

A property stands at the words themselves, or in a style, or in the style that a style is based on; the nearest counts.
Built-in styles keep their English names in the file, in whatever language Word speaks; a house may name its own in
French (`Titre 2`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING: Final = re.compile(r"(?:heading|titre)\s?([1-9])\b", re.IGNORECASE)
_TITLE: Final = re.compile(r"title|titre|titre principal", re.IGNORECASE)
_LIST: Final = re.compile(r"list (?:bullet|number|paragraph)|liste?(?: à)? (?:puces|numéros)", re.IGNORECASE)
_LIST_LEVEL: Final = re.compile(r"(?:list (?:bullet|number)|liste à (?:puces|numéros)) ?([2-9])", re.IGNORECASE)
_CONTENTS: Final = re.compile(r"(?:toc|tm) ?(?:\d|heading)|table of (?:figures|authorities)", re.IGNORECASE)
_OFF: Final = frozenset({"0", "false", "off"})
#: Styles are based on one another; Word itself stops at eleven.
LONGEST_CHAIN: Final = 20
DEEPEST: Final = 9
#: The properties of a paragraph and of a run stand before all else in it.
_FIRST: Final = {W + "p": "pPr", W + "r": "rPr"}


def child(element: Element | None, *names: str) -> Any:  # noqa: ANN401 - lxml has no types
    """Return the first child of a name, going down name by name; None where there is none."""
    for name in names:
        if element is not None and name == _FIRST.get(element.tag):
            # Looking for it among a hundred thousand runs, for each of them, would take an hour.
            first = next(element.iterchildren(), None)
            element = first if first is not None and first.tag == W + name else None
        else:
            element = element.find(W + name) if element is not None else None
    return element


def value(element: Element | None) -> str | None:
    """Return the `val` of an element."""
    return element.get(W + "val") if element is not None else None


def is_on(element: Element) -> bool:
    """Whether a switch that is there is on; it is so without a value."""
    return (value(element) or "1").lower() not in _OFF


class Styles:
    """The styles and the lists of one document."""

    def __init__(self, document: WordDocument) -> None:
        self._styles: dict[str, Element] = {}
        self._default: str | None = None
        for style in document.styles.element.iterchildren(W + "style"):
            ident = style.get(W + "styleId")
            if ident:
                self._styles.setdefault(ident, style)
            if style.get(W + "default") in {"1", "true"} and style.get(W + "type") == "paragraph":
                self._default = ident
        self._levels = _linked_levels(document)

    def _chain(self, ident: str | None) -> Iterator[tuple[str, Element]]:
        for _ in range(LONGEST_CHAIN):
            if ident is None or ident not in self._styles:
                return
            style = self._styles[ident]
            yield ident, style
            ident = value(child(style, "basedOn"))

    def _of(self, paragraph: Element) -> list[tuple[str, Element]]:
        return list(self._chain(value(child(paragraph, "pPr", "pStyle")) or self._default))

    def _names(self, paragraph: Element) -> list[str]:
        return [(value(child(style, "name")) or "").strip() for _, style in self._of(paragraph)]

    def is_contents(self, paragraph: Element) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        return any(_CONTENTS.match(name) for name in self._names(paragraph)[:1])

    def heading(self, paragraph: Element) -> int | None:
        """Return the level of a heading, from 1; 0 for the title of the document, None for any other paragraph."""
        for name in self._names(paragraph):
            found = _HEADING.match(name)
            if found:
                return int(found.group(1))
            if _TITLE.fullmatch(name):
                return 0
        own = [child(paragraph, "pPr"), *(child(style, "pPr") for _, style in self._of(paragraph))]
        level = _number(next((one for each in own if (one := value(child(each, "outlineLvl")))), None))
        return level + 1 if level is not None and 0 <= level < DEEPEST else None

    def item(self, paragraph: Element) -> int | None:
        """Return how many lists an item is inside, from 1; None for a paragraph that is no item."""
        name = next(iter(self._names(paragraph)), "")
        direct = child(paragraph, "pPr", "numPr")
        if direct is not None:
            return self._depth(direct, 0)
        for ident, style in self._of(paragraph):
            held = child(style, "pPr", "numPr")
            named = _LIST_LEVEL.match(name)
            if held is not None:
                return int(named.group(1)) if named else self._depth(held, self._levels.get(ident, 0))
        named = _LIST_LEVEL.match(name)
        if named:
            return int(named.group(1))
        return 1 if _LIST.match(name) and "aragraph" not in name else None

    @staticmethod
    def _depth(numbering: Element, otherwise: int) -> int | None:
        if value(child(numbering, "numId")) == "0":
            return None
        level = _number(value(child(numbering, "ilvl")))
        return min(max(otherwise if level is None else level, 0), DEEPEST - 1) + 1

    def run_is(self, name: str, run: Element, paragraph: Element) -> bool:
        """Whether a switch (`b` for bold, `vanish` for hidden, `strike`) is on for a run of a paragraph."""
        own = child(run, "rPr", name)
        if own is not None:
            return is_on(own)
        chains = (self._chain(value(child(run, "rPr", "rStyle"))), iter(self._of(paragraph)))
        for chain in chains:
            for _, style in chain:
                held = child(style, "rPr", name)
                if held is not None:
                    return is_on(held)
        return False


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"\d{1,4}", text, re.ASCII) else None


def _linked_levels(document: WordDocument) -> dict[str, int]:
    """Return the level of the list that each style stands for, where the list says so."""
    part = next((one for one in document.part.rels.values() if one.reltype.endswith("/numbering")), None)
    root = getattr(part.target_part, "element", None) if part is not None and not part.is_external else None
    if root is None:
        return {}
    found: dict[str, int] = {}
    for level in root.iter(W + "lvl"):
        ident, depth = value(child(level, "pStyle")), _number(level.get(W + "ilvl"))
        if ident and depth is not None:
            found.setdefault(ident, depth)
    return found
