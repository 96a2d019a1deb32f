"""Documents from outside may hold anything: a reader gives a document or one plain error, never more."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.formats import read_document
from okrlint.errors import ReadError
from okrlint.model import walk
from tests.formats.test_spans import assert_all_cut
from tests.strategies import ANYTHING

NAMES = ["a.md", "a.yaml", "a.json", "a.jsonl", "a.toml", "a.txt", "a.html"]


def assert_read_or_refused(name: str, data: bytes) -> None:
    """A reader gives a document whose spans hold, or one error of one line that names the file."""
    refused: ReadError | None = None
    try:
        assert_all_cut(read_document(name, data))
    except ReadError as error:
        refused = error
    assert refused is None or (refused.culprit == name and "\n" not in str(refused).strip())


@pytest.mark.parametrize("name", NAMES)
@given(data=st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_plain_error(name: str, data: bytes) -> None:
    """Bytes that are no text are refused with the place of the first wrong one."""
    assert_read_or_refused(name, data)


@pytest.mark.parametrize("name", NAMES)
@given(
    lines=st.lists(ANYTHING, max_size=8),
    prefix=st.sampled_from(["", "- ", "  - KR 1: ", "# O1 ", "team: ", "> "]),
)
def test_any_lines_give_spans_that_hold(name: str, lines: list[str], prefix: str) -> None:
    """Whatever a format makes of noise, what it calls a statement stands where it says."""
    assert_read_or_refused(name, "\n".join(prefix + line for line in lines).encode())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("deep.json", b"[" * 100_000),
        ("deep.yaml", b"[" * 100_000),
        ("deep.md", b"> " * 20_000 + b"- KR 1: x"),
        ("list.md", "\n".join("  " * n + "- KR 1: x" for n in range(2_000)).encode()),
        ("deep.jsonl", b'{"text": ' + b"[" * 100_000),
    ],
)
def test_a_deep_nest_is_refused_or_read_in_bounds(name: str, data: bytes) -> None:
    """A nest that no person writes ends in one sentence, not in a crash."""
    assert_read_or_refused(name, data)


def test_aliases_that_explode_are_refused() -> None:
    """YAML aliases cannot ask for more statements than a person would write."""
    leaf = "a: &a [" + ", ".join(["x"] * 200) + "]\n"
    branch = "objectives:\n" + "".join(f"- {{objective: o{n}, key_results: *a}}\n" for n in range(300))

    with pytest.raises(ReadError, match="more than 20000 statements"):
        read_document("bomb.yaml", (leaf + branch).encode())


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("a.yaml", b"team: A\nobjectives: [\n", ":3:1:"),
        ("a.json", b'{"team": "A",\n  "objectives": [,]}', ":2:18:"),
        ("a.jsonl", b'{"text": "Grow", "role": "key_result"}\n{"text": }', ":2:10:"),
        ("a.md", b"---\nteam: [A\n---\n", ":3:1:"),
        ("a.md", b"# O1 caf\xe9\n", ":1:9:"),
    ],
)
def test_a_broken_file_is_told_with_line_and_column(name: str, data: bytes, place: str) -> None:
    """The place in the message is the place in the file."""
    with pytest.raises(ReadError) as caught:
        read_document(name, data)

    assert str(caught.value).startswith(name + place)


def test_a_line_without_text_or_with_a_strange_role_is_told() -> None:
    """A list of statements says which line is none."""
    with pytest.raises(ReadError, match=r"a\.jsonl:2: a statement needs a text"):
        read_document("a.jsonl", b'{"text": "Grow"}\n{"role": "objective"}')
    with pytest.raises(ReadError, match="no role 'kr'"):
        read_document("a.jsonl", b'{"text": "Grow", "role": "kr"}')


def test_a_strange_role_of_a_page_is_told_in_one_short_sentence() -> None:
    """What is wrong is told so far that a person knows it again, and does not fill the screen."""
    with pytest.raises(ReadError, match="no role '") as caught:
        read_document("a.jsonl", b'{"text": "Grow", "role": "' + b"k" * 100_000 + b'"}')
    with pytest.raises(ReadError, match="no role \\[") as listed:
        read_document("a.jsonl", b'{"text": "Grow", "role": [' + b"1, " * 10_000 + b"1]}")

    assert max(len(str(caught.value)), len(str(listed.value))) < 200


def test_a_document_without_okrs_gives_none() -> None:
    """A page of prose and links is read and holds nothing."""
    document = read_document("a.md", b"# Links\n\nSome prose about goals.\n\n- [a](b)\n- [c](d)\n")

    assert list(walk(document)) == []


@pytest.mark.parametrize("name", ["okr.md", "okr.txt", "okr.html"])
def test_a_page_of_more_lines_than_anybody_writes_is_refused(name: str) -> None:
    """A log that is named like a page."""
    with pytest.raises(ReadError, match=f"{re.escape(name)}: the page has more than 100,000 lines"):
        read_document(name, b"- a line\n" * 100_001)


@pytest.mark.parametrize(
    "line",
    [
        "- Boats leave on time from 3 to 5 minutes\n",
        "Boats leave on time from 3 to 5 minutes\n",
        "KR 1: Boats leave on time from 3 to 5 minutes\n",
        "- CFO: Boats leave on time from 3 to 5 minutes\n",
        "Boats leave on time from 3 to 5 minutes\n\n",
    ],
)
def test_what_is_asked_of_a_line_does_not_grow_with_the_lines_beside_it(line: str) -> None:
    """Work is counted, not timed: the calls for a line of four times the lines are as many, but for a tenth."""

    def calls(many: int) -> float:
        counted = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal counted
            counted += event == "call"

        data = ("# OKRs Q3\n\n" + line * many).encode()
        sys.setprofile(count)
        try:
            read_document("okr.md", data)
        finally:
            sys.setprofile(None)
        return counted / many

    calls(10)  # what is imported and compiled once is none of a line
    assert calls(800) < 1.1 * calls(200)


@pytest.mark.parametrize("sign", ["\x7f", "\x85", "\x9f", "\u2028", "\uffff"])
def test_json_may_hold_what_yaml_may_not(sign: str) -> None:
    """The sentence is read with it, and its span holds."""
    sentence = f"Boats leave{sign} on time"
    tree = read_document("okr.json", f'{{"objectives": [{{"objective": "{sentence}"}}]}}'.encode())
    line = read_document("okr.jsonl", f'{{"text": "{sentence}"}}\n'.encode())

    for document in (tree, line):
        assert [one.text.text for one, _, _ in walk(document)] == [sentence]
        assert_all_cut(document)


@pytest.mark.parametrize("name", ["okr.html", "okr.md"])
def test_a_marked_section_of_any_name_is_passed_over(name: str) -> None:
    """What word processors leave in a page (`<![if !supportLists]>`), and what only looks like it."""
    page = (
        b"<h1>OKRs Q3</h1>\n<p><![oc x]>Objective: Boats leave on time</p><ul><li><![if !a]>KR 1: From 3 to 5</li></ul>"
    )

    assert [one.text.text for one, _, _ in walk(read_document(name, page))] == ["Boats leave on time", "From 3 to 5"]


def test_of_a_key_that_is_written_twice_the_last_counts() -> None:
    """As JSON has it, whatever the first one holds."""
    document = read_document("okr.jsonl", b'{"text": {"a": 1}, "text": "Boats leave on time"}\n')

    assert [one.text.text for one, _, _ in walk(document)] == ["Boats leave on time"]


def test_json_may_be_indented_with_tabs() -> None:
    """Also before its first bracket."""
    tree = read_document("okr.json", b'\t{\n\t"objectives":\t[\n\t\t{"objective": "Boats leave on time"}\n\t]\n}\n')
    line = read_document("okr.jsonl", b'\t\t{"text":\t"Boats leave on time"}\n')

    for document in (tree, line):
        assert [one.text.text for one, _, _ in walk(document)] == ["Boats leave on time"]
        assert_all_cut(document)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "a b c", "role": {"a": 1}}', "no role {'a': 1}"),
        ('{"text": "a b c", "role": ["objective"]}', "no role ['objective']"),
        ('{"text": "a b c", "id": [1]}', "the id of a statement is text"),
        ('{"text": "a b c", "language": {}}', "the language of a statement is text"),
    ],
)
def test_a_list_where_a_word_belongs_is_said_with_its_line(line: str, said: str) -> None:
    """Of a list of statements, the line that is wrong."""
    with pytest.raises(ReadError) as caught:
        read_document("okr.jsonl", f'{{"text": "x y z"}}\n{line}\n'.encode())

    assert str(caught.value).startswith(f"okr.jsonl:2: {said}")
