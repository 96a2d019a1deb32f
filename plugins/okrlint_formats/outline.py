"""The outline of a document: every block under the heading, the line or the bullet that it stands below.

Headings hold what follows them; a line that is a title holds the lists below it; a bullet holds the deeper ones. What
each piece is, the outline leaves open: `roles` says it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from okrlint.model import Source, Text
from okrlint.reading.fold import fold
from okrlint_formats.asides import Cut, leading
from okrlint_formats.block import Block
from okrlint_formats.inline import cut, part, plain
from okrlint_formats.labels import OFFICE, ROLES, Label, heading, label
from okrlint_formats.titles import Title, introduces, title

#: Levels of what is no heading: a labelled objective, a title line, a bold line, a paragraph, then items by depth.
OBJECTIVE_LINE, TITLE_LINE, BOLD_LINE, PARAGRAPH, ITEM = 7.0, 8.0, 9.0, 10.0, 10.0
_NUMBERING: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*(?:[.)]|(?=\s+[A-ZÀ-Þ]))\s+(?=\S)")
#: All of it bold, but for a link or a result behind.
_STRONG: Final = re.compile(
    r"(?:\d+[.)]?\s+)?(?:\*\*|__)(?!\s)[^*]+(?:\*\*|__)[\s:：.]*(?:(?:=+>|-+>).*|\[[^\]]*\]\([^)]*\)\s*)?", re.DOTALL
)
# Blanks are looked for from where they begin alone: from each of them, a long run would cost its square.
_LINE_END: Final = re.compile(r"(?:(?<![ \t])[ \t]+)?\\?(?:\r\n|\n|\r)[ \t>]*")
#: A label in the middle of a line, behind the end of a sentence or at the start of bold words.
_INLINE_LABEL: Final = re.compile(
    r"(?:(?<=[.;!?])\s+|(?<!\s)\s+(?=\*\*|__|<strong>|<b>))(?=(?:\*\*|__|<strong>|<b>)?"
    r"(?:(?:KR|RC|Key [Rr]esult|R[ée]sultat [Cc]l[ée])\s?\d+(?:\.\d+)*|KRs|RCs|Key [Rr]esults|R[ée]sultats [Cc]l[ée]s)"
    r"\s?(?:\*\*|</strong>|</b>)?\s?[:：])"
)
_PREFIX: Final = re.compile(
    r"(?P<owner>[^\s:：](?:[^:：\n.;!?]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\b[A-Z][a-z]{3})\.){0,59}?)\s?[:：]+\s+(?=\S)"
)


@dataclass(eq=False)
class Node:
    """A block in the outline.

    `text` is the line without what stands before the sentence (check box, tags), `rest` what follows its label, or all
    of it. `strong` holds where the whole line is bold.
    """

    block: Block
    text: Text
    cut: Cut
    label: Label | None
    rest: Text
    title: Title | None
    strong: bool
    boxed: bool
    level: float
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    rows: list[Block] = field(default_factory=list)
    #: What `levels` worked out of everything below it.
    known: dict[str, bool] = field(default_factory=dict)

    @property
    def role(self) -> str | None:
        """The role that the label gives, if it gives one."""
        return str(self.label.meaning) if self.label and self.label.meaning in ROLES else None

    def below(self) -> Iterator[Node]:
        """Yield everything under it, in order."""
        for child in self.children:
            yield child
            yield from child.below()


def outline(source: Source, blocks: Iterable[Block]) -> Node:
    """Return the root of the outline."""
    root = _root(source)
    stack = [root]
    for block in _without_bare_code(source, [one for each in blocks for one in _parts(source, each)]):
        if block.kind == "row":
            _add_row(source, stack, block)
            continue
        node = node_of(source, block)
        if not node.text.text:
            continue
        while stack[-1].level >= node.level:
            stack.pop()
        node.parent = stack[-1]
        stack[-1].children.append(node)
        stack.append(node)
    return root


def _root(source: Source) -> Node:
    nothing = Text(text="", span=source.span(0, 0))
    return Node(Block("paragraph", 0, 0, 0), nothing, Cut(nothing), None, nothing, None, False, False, -1.0)  # noqa: FBT003 - neither bold nor a box


def _add_row(source: Source, stack: list[Node], block: Block) -> None:
    """Gather the rows of one table in one node."""
    last = stack[-1].children[-1] if stack[-1].children else None
    if last is not None and last.rows and last.rows[-1].table == block.table:
        last.rows.append(block)
        return
    while stack[-1].level >= PARAGRAPH:
        stack.pop()
    node = _root(source)
    node.block, node.level, node.parent, node.rows = block, PARAGRAPH, stack[-1], [block]
    stack[-1].children.append(node)


def node_of(source: Source, block: Block) -> Node:
    """Return the node of one block, without what stands below it."""
    raw = source.text[block.start : block.end].strip()
    before = plain(source, block.start, block.end)
    cut_off = leading(source, before)
    text = cut_off.text
    strong = _STRONG.fullmatch(raw) is not None
    if block.kind == "heading" or strong:
        numbered = _NUMBERING.match(text.text)
        text = cut(source, text, numbered.end()) if numbered else text
    named = title(text.text, strict=block.kind != "heading")
    found = label(text.text) if block.kind != "heading" or (named and named.sense == "okr") else heading(text.text)
    if found and found.meaning not in ROLES and block.kind == "heading" and found.length >= len(text.text):
        found = None
    rest = cut(source, text, found.length) if found else text
    if found and rest.text and (found.meaning in ROLES or block.kind == "item"):
        named = None
    if named is None and found is None and block.kind in {"paragraph", "item"}:
        sense = introduces(text.text)
        named = Title(sense) if sense else None
    loose = block.kind != "heading" and not strong and not text.text.endswith((":", "："))
    if named and loose and re.search(r"[:：]\s*\S", text.text):
        named = None
    if named and named.sense == "aside" and loose and (raw.startswith("[") or len(text.text.split()) > 3):
        named = None
    if named and named.sense == "okr" and not named.period and block.kind != "heading" and not strong:
        named = None
    boxed = re.match(r"\[[ xX]\]\s", before.text) is not None or before.text[:1] in "□☐☑☒"
    level = _level(block, found, rest, named, strong=strong or text.text.endswith(":"))
    return Node(block, text, cut_off, found, rest, named, strong, boxed, level)


def _level(block: Block, found: Label | None, rest: Text, named: Title | None, *, strong: bool) -> float:
    if block.kind == "heading":
        return float(block.depth)
    bare = found is not None and found.meaning in ROLES and not rest.text
    if block.kind == "item":
        above = bare or named is not None
        return ITEM + block.depth + (0.5 if block.follows else 0.0) - (0.5 if above and not block.follows else 0.0)
    if found is not None and found.meaning == "objective" and rest.text:
        return OBJECTIVE_LINE
    if bare or (named is not None and (strong or named.sense != "aside")):
        return TITLE_LINE - (0.5 if named is not None and named.period else 0.0)
    return BOLD_LINE if strong else PARAGRAPH


def _parts(source: Source, block: Block) -> Iterator[Block]:
    """Cut a block before each of its lines that begins with a label, and before labels inside a line.

    Markdown joins lines that follow one another; people write `Team: …` and `Owner: …` below each other all the same. A
    field on a later line of an item belongs to the item, so it stands a little deeper.
    """
    if block.kind in {"heading", "row"}:
        yield block
        return
    begin, depth = block.start, block.depth
    named_lines = _are_named(source, block)
    for found in _breaks(source, block):
        end = _LINE_END.search(source.text, found.end(), block.end)
        line = plain(source, found.end(), end.start() if end else block.end)
        named = label(leading(source, line).text.text)
        if named is None:
            if block.kind == "item" and _SIGN.match(line.text):
                # A sign begins a remark below the line; what stands above it is over.
                yield replace(block, start=begin, end=found.start(), depth=depth)
                depth += not _SIGN.match(plain(source, begin, found.start()).text)
                begin = found.end()
                continue
            quoted = found.group().strip(" \t\r\n\\") == ">"
            short = found.start() - begin < _LONGEST_SENTENCE
            if quoted or not (named_lines or (short and _is_apart(source, begin, found.start(), line.text))):
                continue
            yield replace(block, start=begin, end=found.start(), depth=depth)
            begin = found.end()
            depth = block.depth
            continue
        yield replace(block, start=begin, end=found.start(), depth=depth)
        begin = found.end()
        depth = block.depth + (block.kind == "item" and named.meaning not in ROLES)
    yield replace(block, start=begin, end=block.end, depth=depth)


_SIGN: Final = re.compile(r"(?:[•●◦▪■]|[➡→▶⏸][\ufe0f \t])\s*(?=\w)")
_NAMED_VALUE: Final = re.compile(r"[A-ZÀ-Þ][^:：.!?]{3,60}\s?[:：]\s*[~<>≤≥]?\s?[\d$€£][^:：]{0,60}")
#: A line shorter than this was ended by its writer, not by the width of a page.
_SHORT_LINE: Final = 68
#: No sentence has more characters: looking back further at every line of a page would cost the square of its length.
_LONGEST_SENTENCE: Final = 2_000


def _are_named(source: Source, block: Block) -> bool:
    """Whether every line of a paragraph is a name, a colon and a value ("Rating of the users: 4.2 / 5")."""
    lines = [one.strip() for one in source.text[block.start : block.end].splitlines()]
    return block.kind == "paragraph" and len(lines) > 1 and all(map(_NAMED_VALUE.fullmatch, lines))


def _is_apart(source: Source, begin: int, end: int, following: str) -> bool:
    """Whether a line behind a labelled sentence begins another: the sentence was over, and this one has a capital."""
    said, raw = plain(source, begin, end).text, source.text[begin:end]
    found = label(said)
    if found is None or found.meaning not in ROLES or not following:
        return False
    if found.length >= len(said):
        return found.ident is not None and not said.endswith((":", "："))
    last = raw.splitlines()[-1] if raw.splitlines() else raw
    if re.fullmatch(r"\W*(?:\*\*|__)[^*]+(?:\*\*|__)[\s:\\]*", last):
        return False  # a bold name, and its sentence below it
    over = said.endswith((".", "!", "?")) or len(last) < _SHORT_LINE
    return over and following[0].isupper() and len(said.split()) > 3


def _breaks(source: Source, block: Block) -> list[re.Match[str]]:
    found = [
        *_LINE_END.finditer(source.text, block.start, block.end),
        *_INLINE_LABEL.finditer(source.text, block.start, block.end),
    ]
    return sorted(found, key=lambda one: one.start())


def _without_bare_code(source: Source, blocks: list[Block]) -> Iterator[Block]:
    """Leave out blocks of code, but for those that carry labels: some people fence whole sets of OKRs."""
    labelled = Counter(
        block.code
        for block in blocks
        if block.code and (found := label(leading(source, plain(source, block.start, block.end)).text.text))
        if found.meaning in ROLES
    )
    yield from (block for block in blocks if not block.code or labelled[block.code])


def owners(root: Node) -> frozenset[str]:
    """Return, folded, the words before a colon that name who is in charge: an office, or what many lines begin with."""
    rests: dict[str, set[str]] = {}
    lines = 0
    for node in root.below():
        if node.label is not None or not node.text.text or node.block.kind == "row":
            continue
        lines += 1
        found = _PREFIX.match(node.text.text)
        if found and len(found.group("owner").split()) <= 7 and found.group("owner")[0].isupper():
            rests.setdefault(fold(found.group("owner")), set()).add(fold(node.text.text[found.end() :]))
    repeated = {name for name, said in rests.items() if len(said) > 1}
    count = sum(len(rests[name]) for name in repeated)
    many, most = count >= max(4, min(lines // 4, 12)), count >= max(8, lines // 4)
    return frozenset(
        name
        for name in rests
        if (many and name in repeated)
        or (most and len(name.split()) <= 4)
        or (OFFICE.search(name) and "kr" not in name)
    )


def owned(source: Source, text: Text, known: frozenset[str]) -> tuple[Text, Text | None]:
    """Split a line into what is said and who is in charge, where its words before the colon name one."""
    found = _PREFIX.match(text.text)
    if found and fold(found.group("owner")) in known:
        return cut(source, text, found.end()), part(source, text, *found.span("owner"))
    return text, None
