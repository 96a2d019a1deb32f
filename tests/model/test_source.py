"""A source keeps its characters, and every offset has one line and one column."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.errors import ReadError
from okrlint.model import Source
from tests.strategies import ANYTHING, LINE_ENDS

BOM = b"\xef\xbb\xbf"


def test_a_byte_order_mark_is_not_counted() -> None:
    """Editors show the first character in column 1, mark or no mark."""
    source = Source.decode("a.md", BOM + "Équipe".encode())

    assert source.text == "Équipe"
    assert source.place(0) == (1, 1)


def test_a_second_byte_order_mark_is_a_character() -> None:
    """Only the first one is a mark."""
    assert Source.decode("a.md", BOM + BOM + b"a").text == "\ufeffa"


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        pytest.param(b"\xff", 1, 1, "0xff", id="first"),
        pytest.param("délai\r\nclé ".encode() + b"\x80", 2, 5, "0x80", id="after CRLF"),
        pytest.param("😀\n\n".encode() + b"ab\xe9t\xe9", 3, 3, "0xe9", id="Latin-1"),
        pytest.param(BOM + b"ab\xfe", 1, 3, "0xfe", id="after a byte order mark"),
        pytest.param(b"ab\xf0\x9f", 1, 3, "0xf0", id="cut in the middle of an emoji"),
    ],
)
def test_wrong_bytes_are_refused_with_their_place(data: bytes, line: int, column: int, byte: str) -> None:
    """The first wrong byte is told by line and column, as an editor counts them."""
    with pytest.raises(ReadError, match="not UTF-8") as caught:
        Source.decode("team/a.md", data)

    assert (caught.value.line, caught.value.column) == (line, column)
    assert str(caught.value).startswith(f"team/a.md:{line}:{column}: ")
    assert byte in str(caught.value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("ab\ncX", (2, 2), id="LF"),
        pytest.param("ab\r\ncX", (2, 2), id="CRLF counts once"),
        pytest.param("ab\rcX", (2, 2), id="CR"),
        pytest.param("a\r\n\n\rX", (4, 1), id="mixed and empty lines"),
        pytest.param("😀éX", (1, 3), id="an emoji is one column"),
        pytest.param("20\u202f000\u00a0X", (1, 8), id="no-break spaces are one column each"),
        pytest.param("a\tX", (1, 3), id="a tab is one column"),
        pytest.param("a\u2028b\x0cX", (1, 5), id="a line separator and a form feed end no line"),
        pytest.param("e\u0301X", (1, 3), id="a combining accent is a character"),
    ],
)
def test_an_offset_has_a_line_and_a_column(text: str, found: tuple[int, int]) -> None:
    """Lines and columns count characters from 1."""
    assert Source("a.md", text).place(text.index("X")) == found


def test_lines_come_without_their_ends() -> None:
    """Every kind of end is taken off, and the last line may be empty."""
    assert Source("a.md", "a\r\nb\rc\n").lines == ["a", "b", "c", ""]
    assert Source("a.md", "").lines == [""]


def test_the_end_of_a_text_has_a_place() -> None:
    """A span may end where the text ends, on the line that an editor shows there."""
    source = Source("a.md", "ab\ncd\n")

    assert source.place(5) == (2, 3)
    assert source.place(6) == (3, 1)


def test_a_span_over_lines_knows_both_of_its_ends() -> None:
    """Start and end each have a line and a column."""
    span = Source("a.md", "un\r\ndeux\r\ntrois").span(1, 12)

    assert (span.line, span.column, span.end_line, span.end_column) == (1, 2, 3, 3)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param("  ab c  ", "ab c", id="blanks"),
        pytest.param("\u00a0ab\u202f", "ab", id="no-break spaces"),
        pytest.param("\r\n\tab\r\n", "ab", id="line ends and tabs"),
        pytest.param("😀", "😀", id="nothing to take off"),
    ],
)
def test_a_cut_leaves_the_blanks_around_it(raw: str, said: str) -> None:
    """The span is that of the words, not of the blanks."""
    source = Source("a.md", f"x{raw}y")
    text = source.cut(1, 1 + len(raw))

    assert text.text == said
    assert source.text[text.span.start : text.span.end] == said


def test_a_cut_of_blanks_alone_is_empty_where_it_began() -> None:
    """Nothing written still has a place."""
    text = Source("a.md", "ab\n   c").cut(3, 6)

    assert (text.text, text.span.start, text.span.end, text.span.line) == ("", 3, 3, 2)


def test_a_source_is_frozen() -> None:
    """What was read cannot be changed behind its spans."""
    source = Source("a.md", "a")

    with pytest.raises(dataclasses.FrozenInstanceError):
        source.text = "b"  # type: ignore[misc]


@given(st.lists(ANYTHING, min_size=1, max_size=5), LINE_ENDS)
def test_every_offset_comes_back_from_its_place(parts: list[str], end: str) -> None:
    """Place and offset undo each other, over every line end and every character."""
    source = Source("a.md", end.join(parts))

    assert [source.offset(*source.place(offset)) for offset in range(len(source.text) + 1)] == list(
        range(len(source.text) + 1)
    )
    assert len(source.lines) == len(source.line_starts)
    assert all(
        source.text[start:].startswith(line) for start, line in zip(source.line_starts, source.lines, strict=True)
    )


@given(ANYTHING, st.integers(0, 60), st.integers(0, 60))
def test_a_cut_is_its_span(text: str, start: int, length: int) -> None:
    """The source from start to end of a cut is the cut's text, without blanks around it."""
    source = Source("a.md", text)
    cut = source.cut(min(start, len(text)), min(start + length, len(text)))

    assert source.text[cut.span.start : cut.span.end] == cut.text == cut.text.strip()
