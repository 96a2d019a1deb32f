"""Nodes of YAML and JSON by where they stand, and new scalars as either writes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from okrlint.model import Document
from okrlint_formats.as_tree import MEASURED
from okrlint_formats.front_matter import loader
from okrlint_formats.scalars import composable

_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")


@dataclass(frozen=True)
class Found:
    """A scalar, and the nodes around it from the innermost to the root."""

    scalar: yaml.ScalarNode
    around: tuple[yaml.Node, ...]


def find(document: Document, offset: int) -> Found | None:
    """Return the scalar that stands at an offset; None where no value of a mapping or a list does."""
    text = document.source.text
    shown = composable(text) if document.format == "json" else text
    for root in yaml.compose_all(shown, Loader=loader()):
        if root.start_mark.index <= offset <= root.end_mark.index:
            return _find(root, offset)
    return None


def _find(root: yaml.Node, offset: int) -> Found | None:
    around: tuple[yaml.Node, ...] = ()
    node = root
    while not isinstance(node, yaml.ScalarNode):
        inner = next((one for one in _values(node) if one.start_mark.index <= offset < one.end_mark.index), None)
        if inner is None or inner in around:
            return None
        around = (node, *around)
        node = inner
    return Found(node, around)


def _values(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        yield from (value for _, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


def end_of(text: str, node: yaml.Node) -> int:
    """Return where a node's last word ends: a node of YAML may reach down to the next one."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style:
        return int(node.start_mark.index) + len(text[node.start_mark.index : node.end_mark.index].rstrip())
    inner = [each for pair in node.value for each in (pair if isinstance(pair, tuple) else (pair,))]
    return end_of(text, inner[-1]) if inner else int(node.end_mark.index)


def scalars(words: str, like: yaml.ScalarNode | None, *, name: str = "", is_json: bool) -> list[str]:
    """Return ways to write words as a scalar, the best first: `like` an older one, and as a number where one fits."""
    quoted = json.dumps(words, ensure_ascii=False)
    number = [words] if (name in MEASURED or name == "confidence") and _NUMBER.fullmatch(words) else []
    if is_json:
        return [*number, quoted]
    plain = str(yaml.safe_dump(words, allow_unicode=True, width=float("inf"))).split("\n")[0].strip()
    if like is not None and like.style == '"':
        return [quoted]
    if like is not None and like.style == "'":
        return ["'" + words.replace("'", "''") + "'", quoted]
    return [*number, plain, quoted]
