"""A key result of YAML or JSON made an initiative: its entry goes from one list of the same mapping to the other."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from okrlint.model import Document, Source
from okrlint_formats.edits.nodes import Found, end_of
from okrlint_formats.edits.splice import Splice, line_end, line_of
from okrlint_formats.shapes import fields_of, key


def moved(document: Document, found: Found) -> Iterator[list[Splice]]:
    """Yield ways to move an entry from the key results to the initiatives."""
    place = _place(found)
    if place is None:
        return
    entry, held, home = place
    others = fields_of(home).get("initiatives")
    renamed = _renamed(entry)
    if others is None and len(held.value) == 1:
        name = next(each for each, value in home.value if value is held)
        quote = '"' if name.style == '"' else ""
        yield [Splice(name.start_mark.index, name.end_mark.index, f"{quote}initiatives{quote}"), *renamed]
        return
    written = _written(document.source, entry, renamed)
    if held.flow_style:
        yield from _of_flow(document, held, entry, home, others, written)
    else:
        yield from _of_block(document.source, held, entry, home, others, written)


def _place(found: Found) -> tuple[yaml.Node, yaml.SequenceNode, yaml.MappingNode] | None:
    """Return the entry of a statement, the list it is in and the mapping of that list."""
    nodes = (found.scalar, *found.around)
    at = 0 if isinstance(found.around[0], yaml.SequenceNode) else 1
    if len(nodes) < at + 3:
        return None
    entry, held, home = nodes[at : at + 3]
    if not isinstance(held, yaml.SequenceNode) or not isinstance(home, yaml.MappingNode):
        return None
    return entry, held, home


def _renamed(entry: yaml.Node) -> list[Splice]:
    """Return the change of the key of an entry's words, where it says that they are a key result."""
    names = [each for each, _ in entry.value] if isinstance(entry, yaml.MappingNode) else []
    found = next((each for each in names if key(str(each.value)) == "key_result"), None)
    if found is None:
        return []
    quote = found.style if found.style in {'"', "'"} else ""
    return [Splice(found.start_mark.index, found.end_mark.index, f"{quote}initiative{quote}")]


def _written(source: Source, entry: yaml.Node, renamed: list[Splice]) -> str:
    """Return an entry as it stands, with its key renamed."""
    start, end = entry.start_mark.index, end_of(source.text, entry)
    text = source.text[start:end]
    for one in renamed:
        text = text[: one.start - start] + one.words + text[one.end - start :]
    return text


def _of_flow(
    document: Document,
    held: yaml.SequenceNode,
    entry: yaml.Node,
    home: yaml.MappingNode,
    others: yaml.Node | None,
    written: str,
) -> Iterator[list[Splice]]:
    """Move an entry between lists with brackets, with the comma that parted it from its neighbour."""
    source, entries = document.source, held.value
    at = entries.index(entry)
    before = source.text[entries[at - 1].end_mark.index : entry.start_mark.index] if at else ", "
    if at + 1 < len(entries):
        out = Splice(entry.start_mark.index, entries[at + 1].start_mark.index, "")
        before = source.text[entry.end_mark.index : entries[at + 1].start_mark.index]
    else:
        start = entries[at - 1].end_mark.index if at else entry.start_mark.index
        out = Splice(start, entry.end_mark.index, "")
    if isinstance(others, yaml.SequenceNode) and others.flow_style:
        last = others.value[-1].end_mark.index if others.value else others.start_mark.index + 1
        yield [out, Splice(last, last, (before if others.value else "") + written)]
    elif others is None:
        name = next(each for each, value in home.value if value is held)
        quote = '"' if document.format == "json" else ""
        line, _ = line_of(source, name.start_mark.index)
        lead = source.text[line : name.start_mark.index]
        parted = line_end(source) + lead if not lead.strip() else " "
        if home.flow_style:
            end = held.end_mark.index
            yield [out, Splice(end, end, f",{parted}{quote}initiatives{quote}: [{written}]")]
        else:
            end = line_of(source, held.end_mark.index)[1]
            yield [out, Splice(end, end, f"{line_end(source)}{lead}initiatives: [{written}]")]


def _of_block(
    source: Source,
    held: yaml.SequenceNode,
    entry: yaml.Node,
    home: yaml.MappingNode,
    others: yaml.Node | None,
    written: str,
) -> Iterator[list[Splice]]:
    """Move an entry between lists with a dash a line."""
    begin, _ = line_of(source, entry.start_mark.index)
    sign = source.text[begin : entry.start_mark.index]
    _, last = line_of(source, max(end_of(source.text, entry) - 1, 0))
    number = source.place(last)[0]
    after = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
    if sign.strip() != "-":
        return
    written += source.text[end_of(source.text, entry) : last]  # a comment behind the words goes along
    name = next(each for each, value in home.value if value is held)
    out = Splice(begin, after, "")
    if len(held.value) == 1:
        out = Splice(line_of(source, name.start_mark.index)[0], after, "")
    new_line = line_end(source)
    if isinstance(others, yaml.SequenceNode) and others.value and not others.flow_style:
        final = others.value[-1]
        start, _ = line_of(source, final.start_mark.index)
        their_sign = source.text[start : final.start_mark.index]
        _, end = line_of(source, max(end_of(source.text, final) - 1, 0))
        yield [out, Splice(end, end, new_line + their_sign + _indented(written, sign, their_sign))]
    elif others is None:
        final = held.value[-1]
        _, end = line_of(source, max(end_of(source.text, final) - 1, 0))
        line, _ = line_of(source, name.start_mark.index)
        lead = " " * (name.start_mark.index - line)
        yield _added(out, end, f"{new_line}{lead}initiatives:{new_line}{sign}{written}", new_line)


def _added(out: Splice, end: int, words: str, new_line: str) -> list[Splice]:
    """Put words at the end of a list of which a line is taken out, also where that line is the last."""
    if out.start < end <= out.end:
        return [Splice(out.start, out.end, words.lstrip("\r\n") + (new_line if end < out.end else ""))]
    return [out, Splice(end, end, words)]


def _indented(text: str, old: str, new: str) -> str:
    """Return an entry of several lines as deep as its new neighbours."""
    first, *lines = text.split("\n")
    more = len(new) - len(old)
    moved_lines = [
        " " * more + line if more >= 0 else line[min(-more, len(line) - len(line.lstrip())) :] for line in lines
    ]
    return "\n".join([first, *moved_lines])
