"""From a line to the statement in it: names, results, tags and quotation marks around the sentence are taken off."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from okrlint.model import Source, Text
from okrlint.reading.fold import fold
from okrlint_formats.asides import STATUS, Commitment, is_placeholder, trailing, unquoted
from okrlint_formats.inline import cut, part, plain
from okrlint_formats.outline import Node

#: A sentence has more words than this; what has fewer is one more name.
NAME: Final = 3
#: A comment before a sentence that says: nothing in it is a result, an owner or a tag.
AS_WRITTEN: Final = "<!-- as written -->"
_LAST_BOLD: Final = re.compile(r"[.!?)»”\"’]\s*(?:\*\*|__)(?=[^*_]+(?:\*\*|__)[\s.]*$)")
_CODE: Final = re.compile(r"[A-Z]{1,2}\d{1,2}(?:\.\d+)?\s?[:.)–-]\s*(?=\S)")
_ROW_NUMBER: Final = re.compile(r"\d{1,2}[.)]?\s+(?=[A-ZÀ-Þ])")
_BOLD_NAME: Final = re.compile(r"(?:[^*\n]{2,60})(?:\*\*|__)(?:[ \t]*\\|  +)?(?:\r\n|\n|\r)[ \t>]*(?=\S)")
_TAGGED_NAME: Final = re.compile(r"[^:\n\[]{2,60}\[(?:[A-Za-zÀ-ÿ]+)\]\s?[:：]\s+(?=\S)")
#: A name and a bullet inside a bullet ("Upward: - Loans from 3 to 5").
_BULLETED_NAME: Final = re.compile(r"[^:\n]{2,30}\s?:\s+[-–]\s+(?=\S)")
#: Lines behind a sentence that are no part of it: steps with boxes to tick, and examples.
_BEHIND: Final = re.compile(
    r"(?:\r\n|\n|\r)[ \t>]*(?=\[(?:[ xX]|\\?_)\]\s|(?:e\.g\.|i\.e\.|p\. ?ex\.|par exemple|for example)\W)",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[^\"“«]{2,40}\s(?:--|–|—|-)\s[\"“«]\s?")
#: A word of status in a tag or in back-ticks of its own, behind the sentence.
_BADGE: Final = re.compile(
    rf"\s*(?:<(?P<tag>[a-z]\w{{0,20}})[^<>\n]{{0,100}}>|`|\*\*)\s*(?P<status>{STATUS})\s*(?:</(?P=tag)>|`|\*\*)?\s*$"
)
_STRUCK: Final = re.compile(r"[\s>*+\[-]*~{1,2}[^~]+~{1,2}\s*\S{0,3}")


@dataclass
class Said:
    """A statement's text and the fields that its line held; `text` is None where a template left only a placeholder."""

    text: Text | None
    fields: dict[str, Text] = field(default_factory=dict)
    commitment: Commitment | None = None


def is_as_written(source: Source, node: Node, text: Text) -> bool:
    """Whether the writer of a labelled line says that its sentence is to be taken whole."""
    before = source.text[node.block.start : text.span.start].removesuffix("\\")
    return node.label is not None and before.rstrip().endswith(AS_WRITTEN)


#: A sentence of more characters is none that somebody wrote beside a score: what stands around it is not looked for.
LONGEST: Final = 5_000


def said(source: Source, node: Node, text: Text, role: str) -> Said:
    """Return what a line says in a role, without what stands around the sentence."""
    labelled = node.label is not None
    if is_as_written(source, node, text) or node.block.end - node.block.start > LONGEST:
        return Said(text)
    if role == "objective" and node.block.kind == "row":
        text = _without(source, text, _ROW_NUMBER)
    if not labelled:
        text = _without(source, text, _CODE)
    text = _without(source, _without_lines(source, node, text), _BULLETED_NAME)
    text, badge = _without_badge(source, node, text)
    text = _without_bold_result(source, _without_name(source, node, text))
    outer = trailing(source, text)
    bare = unquoted(source, outer.text)
    inner = trailing(source, bare) if bare is not outer.text else None
    sentence = _last_quoted(source, inner.text if inner else bare)
    if node.children and role == "objective":
        sentence = part(source, sentence, 0, len(sentence.text.rstrip(" :：\u00a0\u202f")))
    fields: dict[str, Text] = {"status": badge} if badge else {}
    for held in (outer.fields, inner.fields if inner else {}, node.cut.fields):
        for name, value in held.items():
            fields.setdefault(name, value)
    if _STRUCK.fullmatch(source.text[node.block.start : node.block.end]):
        struck = source.text.index("~", node.block.start)
        fields.setdefault("status", source.cut(struck, struck + 2))
    letters = r"\w" if labelled else r"[^\W\d_]{2}"
    empty = is_placeholder(sentence.text) or not re.search(letters, sentence.text)
    return Said(None if empty else sentence, fields, outer.commitment or node.cut.commitment)


def _without(source: Source, text: Text, pattern: re.Pattern[str]) -> Text:
    found = pattern.match(text.text)
    return cut(source, text, found.end()) if found else text


def _without_name(source: Source, node: Node, text: Text) -> Text:
    """Cut off the bold name that stands before a statement: on its own line, or with a commitment before its colon."""
    named = _BOLD_NAME.match(source.text[text.span.start : node.block.end])
    if named and node.label is not None:
        inner = plain(source, text.span.start + named.end(), node.block.end)
        if len(inner.text.split()) > NAME:
            return inner
    return _without(source, text, _TAGGED_NAME)


def _without_lines(source: Source, node: Node, text: Text) -> Text:
    """Cut off the lines behind a sentence that are no part of it."""
    found = _BEHIND.search(source.text[text.span.start : node.block.end])
    if found is None or not found.start():
        return text
    kept = plain(source, text.span.start, text.span.start + found.start())
    return part(source, text, 0, len(kept.text.rstrip(" :\\")))


def _without_badge(source: Source, node: Node, text: Text) -> tuple[Text, Text | None]:
    """Cut off a badge behind the sentence, and return it as the status that it says."""
    found = _BADGE.search(fold(source.text[text.span.start : node.block.end]))
    if found is None or not found.start() or node.block.kind == "row":
        return text, None
    before = plain(source, text.span.start, text.span.start + found.start())
    status = plain(source, *(text.span.start + at for at in found.span("status")))
    return part(source, text, 0, len(before.text)), status


def _without_bold_result(source: Source, text: Text) -> Text:
    """Cut off bold words behind the end of the sentence: people write the result there."""
    found = _LAST_BOLD.search(source.text[text.span.start : text.span.end + 4])
    if found is None:
        return text
    kept = plain(source, text.span.start, text.span.start + found.start() + 1)
    return part(source, text, 0, len(kept.text)) if len(kept.text.split()) > NAME else text


def _last_quoted(source: Source, text: Text) -> Text:
    """Take the quoted sentence where a short name stands before it (`Support -- "Answers come within a day"`)."""
    found = _QUOTED.match(text.text)
    if found and text.text[-1] in '"”»':
        return part(source, text, found.end(), len(text.text) - 1)
    return text
