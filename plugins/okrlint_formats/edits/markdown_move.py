"""A key result of a Markdown page made an initiative: below the initiatives there are, else where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from okrlint.model import Document, Initiative, Objective, OkrSet, Source, Statement, walk
from okrlint_formats.as_markdown import labelled
from okrlint_formats.edits.splice import Splice, line_end, line_of

_BEGIN: Final = re.compile(r"[ \t>]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?")


def moved(source: Source, document: Document, statement: Statement, language: str) -> Iterator[list[Splice]]:
    """Yield ways to make an initiative of a key result."""
    others = _initiatives(document, statement)
    start, end = line_of(source, statement.text.span.start)
    words_start, words_end = statement.text.offsets(0, len(statement.text.text))
    line = labelled("initiative", statement.text.text, language)
    alone = not _holds_more(source, start, end) and source.place(words_end)[0] == source.place(start)[0]
    if others and alone:
        yield from _below(source, others[-1], (start, end), (words_start, words_end), line)
    yield from _here(source, (start, words_start, words_end), line)


def _initiatives(document: Document, statement: Statement) -> Sequence[Initiative]:
    """Return the initiatives of what a key result stands under."""
    home: Objective | OkrSet | None = None
    for one, objective, okr_set in walk(document):
        if one is statement:
            home = objective or okr_set
    return home.initiatives if home is not None else ()


def _holds_more(source: Source, start: int, end: int) -> bool:
    """Whether the line below is deeper than the line from `start` to `end`: it belongs to it."""
    number = source.place(end)[0]
    following = source.lines[number] if number < len(source.lines) else ""
    own = len(source.text[start:end]) - len(source.text[start:end].lstrip())
    return bool(following.strip()) and len(following) - len(following.lstrip()) > own


def _below(
    source: Source, last: Initiative, line: tuple[int, int], words: tuple[int, int], labelled_line: str
) -> Iterator[list[Splice]]:
    """Cut the line out and put it below the last initiative, as that one is written."""
    begin, _ = line_of(source, last.text.span.start)
    _, finish = line_of(source, max(last.text.span.end - 1, last.text.span.start))
    before = source.text[begin : last.text.offsets(0, 1)[0]]
    bare = _BEGIN.match(before)
    after = source.line_starts[source.place(line[1])[0]] if source.place(line[1])[0] < len(source.lines) else line[1]
    out = Splice(line[0], after, "")
    behind = source.text[words[1] : line[1]].rstrip()
    written = source.text[words[0] : words[1]] + behind
    new_line = line_end(source)
    signs = dict.fromkeys((_counted(before), bare.group() if bare else ""))
    for opening in signs:
        yield [out, Splice(finish, finish, new_line + opening + written)]
    for opening in [bare.group()] if bare else []:
        yield [out, Splice(finish, finish, new_line + opening + labelled_line + behind)]


def _counted(before: str) -> str:
    """Return what stands before a line with its last number one higher: `2. ` after `1. `, `Initiative 3: ` after 2."""
    found = list(re.finditer(r"\d+", before))
    if not found:
        return before
    start, end = found[-1].span()
    return before[:start] + str(int(before[start:end]) + 1) + before[end:]


def _here(source: Source, at: tuple[int, int, int], line: str) -> Iterator[list[Splice]]:
    """Put the label of an initiative where the label of the key result stands, or before the sentence."""
    start, words_start, words_end = at
    opening = _BEGIN.match(source.text, start, words_start)
    content = opening.end() if opening else start
    written = source.text[words_start:words_end]
    word, colon = line.split(":", 1)[0], ":"
    marked = re.match(r"(?P<sign>\*\*|__|\*|_)?[^*_]*?(?P=sign)?", source.text[content:words_start])
    sign = marked.group("sign") or "" if marked else ""
    for bold in dict.fromkeys((sign, "")):
        yield [Splice(content, words_end, f"{bold}{word}{colon}{bold} {written}")]
    yield [Splice(words_start, words_start, f"{word}{colon} ")]
    yield [Splice(content, words_end, line)]
