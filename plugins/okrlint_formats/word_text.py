"""The words of a Word paragraph, written as Markdown writes them, so that one reader serves both.

Bold becomes `**…**`, a struck paragraph `~~…~~`, a paragraph that is nothing but a link a link; signs that Markdown
would take for markup are escaped. Deleted and hidden text, notes and fields' codes are left out, inserted text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from okrlint_formats.word_styles import Styles, W

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

#: What may stand around the runs of a paragraph and holds text that is there. Not `del` and `moveFrom`: that is gone.
_AROUND: Final = frozenset(W + name for name in ("ins", "moveTo", "smartTag", "fldSimple", "sdt", "sdtContent"))
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SIGNS: Final = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": " "}
_ESCAPED: Final = re.compile(r"[\\*_`<]|~~|&(?=#?\w{1,31};)|(?<=\])\(|(?m:^(?=>))")
_BLANKS: Final = re.compile(r"[^\S\u00a0\u202f\n]+")
_ENDS: Final = re.compile(r"[\x00\x0b-\x1f\x85\u2028\u2029]")


@dataclass(frozen=True)
class Run:
    """Words of one look; `link` is where they lead."""

    text: str
    bold: bool = False
    struck: bool = False
    link: str | None = None


def runs(document: WordDocument, styles: Styles, paragraph: Element) -> list[Run]:
    """Return the runs of a paragraph that a reader sees."""
    return list(_runs(document, styles, paragraph, paragraph, None))


def _runs(
    document: WordDocument, styles: Styles, paragraph: Element, holder: Element, link: str | None
) -> Iterator[Run]:
    for one in holder.iterchildren():
        if one.tag == W + "r":
            text = _words(one)
            if text and not styles.run_is("vanish", one, paragraph):
                bold = styles.run_is("b", one, paragraph)
                yield Run(text, bold, styles.run_is("strike", one, paragraph), link)
        elif one.tag == W + "hyperlink":
            yield from _runs(document, styles, paragraph, one, _target(document, one))
        elif one.tag in _AROUND:
            yield from _runs(document, styles, paragraph, one, link)


def _words(run: Element) -> str:
    said = []
    for one in run.iterchildren():
        if one.tag == W + "t":
            said.append(_ENDS.sub(" ", one.text or "").replace("\n", " "))
        elif one.tag in _SIGNS:
            said.append(_SIGNS[one.tag])
    return _BLANKS.sub(" ", "".join(said))


def _target(document: WordDocument, link: Element) -> str:
    """Return where a link leads; `#` for a place in the document itself."""
    ident = link.get(_RELATION)
    relation = document.part.rels.get(ident) if ident else None
    to = relation.target_ref if relation is not None and relation.is_external else "#"
    return re.sub(r"[\s()<>]", lambda found: f"%{ord(found.group()):02X}", to) or "#"


def marked(held: list[Run], *, plain: bool = False) -> str:
    """Return the text of runs with its marks; `plain` leaves bold out, where a style makes all of it so."""
    solid = [run for run in held if run.text.strip()]
    if not solid:
        return ""
    if plain:
        text = escaped("".join(run.text for run in held))
    else:
        text = "".join(_emboldened(bold, said) for bold, said in _by_bold(held))
    text = "\n".join(line.strip(" ") for line in text.strip().split("\n") if line.strip())
    if solid[0].link and all(run.link == solid[0].link for run in solid) and "\n" not in text:
        words = escaped("".join(run.text for run in held)).strip()
        return f"[{words}]({solid[0].link})"
    return f"~~{text}~~" if all(run.struck for run in solid) else text


def _by_bold(held: list[Run]) -> Iterator[tuple[bool, str]]:
    """Yield stretches of one weight; blanks between words have the weight of what is before them."""
    weights: list[tuple[bool, str]] = []
    for run in held:
        bold = run.bold if run.text.strip() or not weights else weights[-1][0]
        weights.append((bold, run.text))
    for bold, stretch in groupby(weights, key=lambda one: one[0]):
        yield bold, "".join(text for _, text in stretch)


def _emboldened(bold: bool, text: str) -> str:  # noqa: FBT001 - the weight is what the stretch has
    inner = text.strip()
    said = escaped(inner)
    if not bold or re.search(r"\w", inner) is None or "\n" in inner:
        return text.replace(inner, said, 1) if inner else text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}**{said}**{after}"


def escaped(text: str) -> str:
    """Return a text whose own signs are no markup."""
    return _ESCAPED.sub(lambda found: "\\~\\~" if found.group() == "~~" else "\\" + found.group(), text)
