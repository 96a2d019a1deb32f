"""The span cut out of the source is the text, in every format and whatever the characters."""

from __future__ import annotations

import json

import yaml
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.formats import read_document
from okrlint.model import Document, Text, walk
from tests.strategies import BOMS, LINE_ENDS, SENTENCES


def assert_cut(document: Document, text: Text) -> None:
    """The pieces of a text stand in the source where they say; a whole text is its span."""
    source = document.source.text
    if not text.pieces:
        assert source[text.span.start : text.span.end] == text.text
    for piece in text.pieces:
        if piece.verbatim:
            assert source[piece.start : piece.end] == piece.text
    if text.pieces:
        assert "".join(piece.text for piece in text.pieces) == text.text
    line = document.source.lines[text.span.line - 1]
    assert source[text.span.start] == (line + "\n")[text.span.column - 1]


def texts(document: Document) -> list[str]:
    """Return what the statements of a document say."""
    return [statement.text.text for statement, _, _ in walk(document)]


def assert_all_cut(document: Document) -> None:
    """Every statement of a document is where its span says."""
    for statement, _, _ in walk(document):
        assert_cut(document, statement.text)


@given(st.lists(SENTENCES, min_size=3, max_size=3), LINE_ENDS, BOMS)
def test_markdown_keeps_every_statement_and_its_place(said: list[str], end: str, bom: bytes) -> None:
    """Headings, bullets, tabs, any line end and a byte order mark change no character of a statement."""
    lines = [
        f"## Objective 1: {said[0]}",
        "",
        f"- KR 1.1: {said[1]}",
        "\t- Owner: Ana",
        f"-   Résultat clé 2 : {said[2]}",
    ]
    document = read_document("a.md", bom + end.join(lines).encode())

    assert texts(document) == [sentence.strip() for sentence in said]
    assert_all_cut(document)


@given(st.lists(SENTENCES, min_size=2, max_size=2), LINE_ENDS)
def test_markdown_markup_inside_a_statement_is_taken_off_in_pieces(said: list[str], end: str) -> None:
    """Bold, links and a broken line leave the words, each with its place."""
    raw = f"- KR 1: **{said[0]}** see [{said[1]}](https://example.org/a_(b)){end}  and more"
    document = read_document("a.md", raw.encode())

    assert texts(document) == [f"{said[0]} see {said[1]} and more"]
    assert_all_cut(document)


@given(st.lists(SENTENCES, min_size=2, max_size=2), BOMS, st.booleans())
def test_json_statements_are_where_their_spans_say(said: list[str], bom: bytes, escaped: bool) -> None:  # noqa: FBT001
    """Escapes stand for their characters; the place is that of the escape."""
    data = {"objectives": [{"objective": said[0], "key_results": [{"key_result": said[1]}]}]}
    document = read_document("a.json", bom + json.dumps(data, ensure_ascii=escaped, indent=1).encode())

    assert texts(document) == [sentence.strip() for sentence in said]
    assert_all_cut(document)


@given(
    st.lists(SENTENCES, min_size=2, max_size=2),
    st.sampled_from([None, '"', "'", "|", ">"]),
    st.sampled_from([20, 80, 1000]),
    BOMS,
)
def test_yaml_statements_are_where_their_spans_say(said: list[str], style: str | None, width: int, bom: bytes) -> None:
    """Plain, quoted, literal and folded scalars all give the statement, and its place."""
    data = {"team": "é😀", "objectives": [{"objective": said[0], "key_results": [said[1]]}]}
    written = yaml.safe_dump(data, allow_unicode=True, default_style=style, width=width, sort_keys=False)
    document = read_document("a.yaml", bom + written.encode())

    assert [" ".join(text.split()) for text in texts(document)] == [" ".join(one.split()) for one in said]
    assert_all_cut(document)


@given(st.lists(SENTENCES, min_size=1, max_size=3), LINE_ENDS, BOMS, st.booleans())
def test_lists_of_statements_are_where_their_spans_say(
    said: list[str],
    end: str,
    bom: bytes,
    escaped: bool,  # noqa: FBT001
) -> None:
    """A statement a line, escaped or not, keeps its characters and its place."""
    lines = [json.dumps({"role": "key_result", "text": one}, ensure_ascii=escaped) for one in said]
    document = read_document("a.jsonl", bom + end.join(lines).encode())

    assert texts(document) == [sentence.strip() for sentence in said]
    assert_all_cut(document)
