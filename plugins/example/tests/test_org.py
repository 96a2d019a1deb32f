"""Org documents become statements, and each text is where its span says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from okrlint_example.org import read

from okrlint.errors import ReadError
from okrlint.model import Document, KeyResult, Text, walk

#: Begins with a letter, so that no word is taken for a state, a priority or a tag, and ends with none of Org's marks.
SENTENCES = st.text(alphabet="abéœ😀\u00a0’«»%€ :*#+[]12", max_size=30).map(lambda middle: f"Zé{middle}😀")
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
BOMS = st.sampled_from([b"", b"\xef\xbb\xbf"])


def assert_cut(document: Document, text: Text | None, said: str) -> None:
    """Assert that a text says so, and that its offsets and its line and column cut the same out of the source."""
    assert text is not None
    assert text.text == said
    assert document.source.text[text.span.start : text.span.end] == said
    assert document.source.offset(text.span.line, text.span.column) == text.span.start


@settings(deadline=None)
@given(st.tuples(*[SENTENCES] * 5), LINE_ENDS, BOMS)
def test_every_text_is_what_its_span_cuts_out_of_the_source(said: tuple[str, ...], end: str, bom: bytes) -> None:
    """Accents, an emoji, any line end and a byte order mark move no place."""
    team, objective, key_result, owner, initiative = said
    lines = [
        f"#+TEAM: {team}",
        f"* TODO {objective} \t :urgent:objective: ",
        f"** [#A] {key_result} :kr:",
        "DEADLINE: <2026-09-30 mer.>",
        "  :PROPERTIES:",
        f"  :OWNER:   {owner} ",
        "  :END:",
        f"*** {initiative} :initiative:",
    ]
    document = read("a.org", bom + end.join(lines).encode())

    (okrs,) = document.sets
    (top,) = okrs.objectives
    (result,) = top.key_results
    assert_cut(document, okrs.team, team)
    assert_cut(document, top.text, objective)
    assert_cut(document, top.status, "TODO")
    assert_cut(document, result.text, key_result)
    assert_cut(document, result.deadline, "2026-09-30 mer.")
    assert_cut(document, result.owner, owner)
    assert_cut(document, result.initiatives[0].text, initiative)


@settings(deadline=None)
@given(st.text(alphabet="*: \t\r\n#+[]<>AéTODO😀\u2028krEND-", max_size=80))
def test_whatever_stands_in_a_file_is_read_or_refused_in_one_sentence(text: str) -> None:
    """A format reads files that nobody wrote for it; it answers with a document or with ReadError."""
    try:
        document = read("a.org", text.encode())
    except ReadError:
        return
    for statement, _, _ in walk(document):
        assert_cut(document, statement.text, statement.text.text)
        assert statement.text.text


@pytest.mark.parametrize("blanks", [" ", "\t"])
def test_a_long_line_of_blanks_is_read_at_once(blanks: str) -> None:
    """A file of one line may not keep anybody waiting."""
    assert not read("a.org", f"* Quiet{blanks * 200_000}x".encode()).sets


def test_headlines_without_a_tag_are_headings_and_hand_nothing_down() -> None:
    """A year, a chapter and its remarks are no statements, and a property of theirs is nobody's."""
    text = "* 2026\n:PROPERTIES:\n:OWNER: Ines\n:END:\n** Passengers board in peace :objectif:\n*** Remarks\n"
    (okrs,) = read("a.org", text.encode()).sets

    assert [one.text.text for one in okrs.objectives] == ["Passengers board in peace"]
    assert okrs.objectives[0].owner is None


def test_a_key_result_under_no_objective_belongs_to_the_set() -> None:
    """The level decides under what a headline stands: one of the same level ends the objective."""
    document = read("a.org", b"* Calm piers :objective:\n* Complaints from 40 to 10 :kr:\n")

    assert isinstance(document.sets[0].key_results[0], KeyResult)
    assert document.sets[0].objectives[0].key_results == ()


def test_a_file_without_statements_has_no_set() -> None:
    """Otherwise rules would miss an owner in a shopping list."""
    assert read("a.org", b"#+TEAM: Quayside\n* Milk\n").sets == ()


@pytest.mark.parametrize("after", ["", "* Next :kr:\n"])
def test_a_drawer_that_is_never_closed_is_told_with_its_line(after: str) -> None:
    """Half of a document read in silence would be worse than none."""
    with pytest.raises(ReadError, match=r"a\.org:2: this drawer has no :END:"):
        read("a.org", f"* Calm piers :objective:\n:PROPERTIES:\n:OWNER: Ines\n{after}".encode())
