"""A change of a statement in YAML or JSON, put at the places of the parsed nodes: comments and layout stay."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from okrlint.model import Document, Statement
from okrlint.model.change import LINKS, Change, Reword, SetField
from okrlint_formats.edits.nodes import Found, end_of, find, scalars
from okrlint_formats.edits.splice import Splice, line_end, line_of, spliced
from okrlint_formats.edits.tree_move import moved
from okrlint_formats.shapes import fields_of
from okrlint_formats.structured import WORDS


def edits(data: bytes, document: Document, statement: Statement, change: Change, language: str) -> Iterator[bytes]:
    """Yield ways to write a change into YAML or JSON, the best first; keys are English in every language."""
    del language
    found = find(document, statement.text.span.start)
    if found is None or not found.around:
        return
    if isinstance(change, Reword):
        ways = _reworded(document, found.scalar, change.text)
    elif isinstance(change, SetField):
        ways = _with_field(document, found, statement, change)
    else:
        ways = moved(document, found)
    for splices in ways:
        made = spliced(data, document.source, splices)
        if made is not None:
            yield made


def _reworded(document: Document, node: yaml.ScalarNode, words: str, name: str = "") -> Iterator[list[Splice]]:
    start, end = node.start_mark.index, end_of(document.source.text, node)
    for written in scalars(words, node, name=name, is_json=document.format == "json"):
        yield [Splice(start, end, written)]


def _with_field(document: Document, found: Found, statement: Statement, change: SetField) -> Iterator[list[Splice]]:
    home = found.around[0]
    if isinstance(home, yaml.SequenceNode):
        yield from _opened(document, found.scalar, statement, change, flow=bool(home.flow_style))
        return
    if not isinstance(home, yaml.MappingNode):
        return
    held = fields_of(home).get(change.name)
    is_json = document.format == "json"
    if isinstance(held, yaml.ScalarNode) and change.name in LINKS and held.value:
        start, end = held.start_mark.index, end_of(document.source.text, held)
        for written in scalars(change.value, held, is_json=is_json):
            yield [Splice(start, end, f"[{document.source.text[start:end]}, {written}]")]
    elif isinstance(held, yaml.ScalarNode):
        yield from _reworded(document, held, change.value, change.name)
    elif isinstance(held, yaml.SequenceNode) and change.name in LINKS and held.value:
        yield from _longer(document, held, change)
    elif held is None:
        for written in scalars(change.value, None, name=change.name, is_json=is_json):
            yield [_pair(document, home, found.scalar, change.name, written)]


def _opened(
    document: Document, node: yaml.ScalarNode, statement: Statement, change: SetField, *, flow: bool
) -> Iterator[list[Splice]]:
    """Make a mapping of a statement that is only its words."""
    source, is_json = document.source, document.format == "json"
    start, end = node.start_mark.index, end_of(document.source.text, node)
    own, quote = source.text[start:end], '"' if is_json else ""
    key = WORDS[statement.role][0]
    for written in scalars(change.value, None, name=change.name, is_json=is_json):
        if flow:
            yield [Splice(start, end, f"{{{quote}{key}{quote}: {own}, {quote}{change.name}{quote}: {written}}}")]
        else:
            indent = line_end(source) + " " * node.start_mark.column
            yield [Splice(start, end, f"{key}: {own}{indent}{change.name}: {written}")]


def _pair(document: Document, home: yaml.MappingNode, words: yaml.ScalarNode, name: str, written: str) -> Splice:
    """Put a key and its value behind the words of a statement."""
    source = document.source
    end = end_of(source.text, words)
    key = next(key for key, value in home.value if value is words)
    start, _ = line_of(source, key.start_mark.index)
    before = source.text[start : key.start_mark.index]
    own_line = line_end(source) + before if not before.strip() else " "
    if home.flow_style:
        quote = '"' if document.format == "json" else ""
        return Splice(end, end, f",{own_line}{quote}{name}{quote}: {written}")
    _, last = line_of(source, max(end - 1, 0))
    return Splice(last, last, f"{line_end(source)}{' ' * home.start_mark.column}{name}: {written}")


def _longer(document: Document, held: yaml.SequenceNode, change: SetField) -> Iterator[list[Splice]]:
    """Add a link to a list of links."""
    source, last = document.source, held.value[-1]
    end = end_of(source.text, last)
    for written in scalars(change.value, None, is_json=document.format == "json"):
        if held.flow_style:
            yield [Splice(end, end, f", {written}")]
        else:
            start, _ = line_of(source, last.start_mark.index)
            sign = source.text[start : last.start_mark.index]
            yield [Splice(end, end, f"{line_end(source)}{sign}{written}")]
