"""Escaping: a text as Markdown in which nothing of it is taken for a mark, tried out on the reader itself.

First only what would be markup is escaped, so that common sentences stay as they were. If the reader then still makes
something else of the line, every sign is escaped and, for a sentence, a comment tells the reader to take it whole.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from okrlint.model import Source
from okrlint_formats.asides import is_placeholder
from okrlint_formats.block import Block
from okrlint_formats.outline import Node, outline
from okrlint_formats.statement import AS_WRITTEN, said

_MARKUP: Final = re.compile(
    r"[*`]|\\(?=[!-/:-@\[-`{-~\s]|$)|<(?=[A-Za-z/!?])|&(?=\#?\w{1,31};)|~(?=~)|(?<!\w)_|_(?!\w)|\[(?=.*\](?:\(|\[))"
    r"|#(?=#*$)",
    re.DOTALL,
)
_SIGNS: Final = re.compile(r"[!-/:-@\[-`{-~]")
#: Labels that cut a line in two wherever they stand.
_CUTS: Final = re.compile(r"[KR](?=(?:R|C|ey [Rr]esult|[ée]sultat [Cc]l[ée])\s?\d)")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


def sentence(label: str, text: str, role: str) -> str:
    """Return a labelled line that is read as a statement with exactly this text and no field."""
    for written in (_light(text), _heavy(text)):
        line = label + written
        if not _risky(text) and _says(line, text, role):
            return line
    return f"{label}{AS_WRITTEN} {_heavy(text)}"


def value(label: str, text: str, also: str = "") -> str:
    """Return a labelled line that is read as a field with exactly this value; the signs of `also` are escaped too."""
    escaped = re.sub(f"[{also}]", lambda found: "\\" + found.group(), _light(text)) if also else _light(text)
    node = _node(label + escaped, "item")
    alone = node is not None and node.title is None and (node.rest if label else node.text).text == text
    return label + (escaped if alone else _heavy(text))


def ways(text: str) -> tuple[str, ...]:
    """Return a text as Markdown, from what people would type to what leaves the reader no choice."""
    return tuple(dict.fromkeys((text, _light(text), _heavy(text), f"{AS_WRITTEN} {_heavy(text)}")))


def _risky(text: str) -> bool:
    """Whether what stands below a sentence could change how it is read."""
    return text.rstrip().endswith(("?", ":", "：")) or is_placeholder(text)


def _says(line: str, text: str, role: str) -> bool:
    node = _node(line, "heading" if role == "objective" else "item")
    if node is None or node.role != role:
        return False
    held = said(Source("", line), node, node.rest, role)
    return held.text is not None and held.text.text == text and not held.fields and held.commitment is None


def _node(line: str, kind: Literal["heading", "item"]) -> Node | None:
    """Return what the reader makes of a line; None where it makes several of it, or none."""
    found = outline(Source("", line), [Block(kind, 1, 0, len(line))]).children
    return found[0] if len(found) == 1 and not found[0].children else None


def _light(text: str) -> str:
    return _controls(_MARKUP.sub(lambda found: "\\" + found.group(), text))


def _heavy(text: str) -> str:
    escaped = _SIGNS.sub(lambda found: "\\" + found.group(), text)
    return _controls(_CUTS.sub(lambda found: f"&#{ord(found.group())};", escaped))


def _controls(text: str) -> str:
    return _CONTROL.sub(lambda found: f"&#{ord(found.group())};", text)
