"""TOML is read as YAML and JSON are, each statement with its line; a broken file is told with its place."""

from __future__ import annotations

import io
import json
import time
import tomllib
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.formats import read_document
from okrlint.errors import ReadError
from okrlint.model import walk
from okrlint_formats.toml_nodes import nodes_of
from tests.formats.test_hostile import assert_read_or_refused
from tests.formats.test_spans import assert_all_cut
from tests.strategies import ANYTHING, LINE_ENDS, SENTENCES

ENGLISH = """
team = "Library"
cycle = "2031-Q3"
[[objectives]]
objective = "Parents find a book without asking"  # a remark
owner = 'Inès'
key_results = [
  "Visits from 4 to 10 a month",
  { key_result = "Questions at the desk \\u2013 from 90 to 40", baseline = 90, target = 40 },
]
[[objectives]]
objective = '''
Readers come back
and bring others'''
[[objectives.key_results]]
key_result = "Loans from 3 to 6"
[[objectives.key_results.check_ins]]
date = 2031-07-15
value = 4
"""
FRENCH = """
équipe = "Bibliothèque"
[[objectifs]]
objectif = "Les parents trouvent un livre sans demander"
responsable = "Inès"
résultats_clés = ["Visites de 4 à 10 par mois"]
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_and_arrays_of_tables(end: str) -> None:
    """Statements in arrays, inline tables and tables of their own stand where they say."""
    document = read_document("okr.toml", ENGLISH.replace("\n", end).encode())

    (found,) = document.sets
    first, second = found.objectives
    assert found.team is not None
    assert found.cycle is not None
    assert (found.team.text, found.cycle.text) == ("Library", "2031-Q3")
    assert first.owner is not None
    assert first.owner.text == "Inès"
    assert [(one.text.text, one.text.span.line) for one in first.key_results] == [
        ("Visits from 4 to 10 a month", 8),
        ("Questions at the desk – from 90 to 40", 9),
    ]
    target = first.key_results[1].target
    assert target is not None
    assert (target.text, target.span.line) == ("40", 9)
    assert (" ".join(second.text.text.split()), second.text.span.line) == ("Readers come back and bring others", 13)
    assert second.key_results[0].check_ins[0].on == date(2031, 7, 15)
    assert_all_cut(document)


def test_french_keys_in_quotation_marks() -> None:
    """TOML 1.0 wants accents in keys quoted."""
    text = FRENCH.replace("équipe =", '"équipe" =').replace("résultats_clés =", '"résultats_clés" =')

    (found,) = read_document("okr.toml", text.encode()).sets

    assert found.team is not None
    assert found.team.text == "Bibliothèque"
    assert found.objectives[0].text.text == "Les parents trouvent un livre sans demander"
    assert [one.text.span.line for one in found.objectives[0].key_results] == [6]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('team = "A"\nobjectives = [\n', ":3:1: broken TOML: "),
        ('team = "A"\ncycle = \n', ":2:9: broken TOML: invalid value"),
        ('team = "A"\nteam = "B"\n', ":2:11: broken TOML: cannot overwrite a value"),
        ("date = 2031-02-31\n", ":1:8: broken TOML: invalid date"),
    ],
)
def test_a_broken_file_is_told_with_line_and_column(text: str, place: str) -> None:
    """The place in the message is the place in the file."""
    with pytest.raises(ReadError) as caught:
        read_document("okr.toml", text.encode())

    assert str(caught.value).startswith("okr.toml" + place)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "{ b = " * 100_000,
        "[" + ".".join(["a"] * 100_000) + "]",
        ".".join(["a"] * 50_000) + " = 1\n" + ".".join(["b"] * 50_000) + " = 1\n",
        'a = "' + "\\" * 99_999,
        "[[objectives]]\n" * 20_000,
        "x = '''" + "'" * 100_000,
    ],
    ids=["lists", "tables", "header", "key", "escapes", "many", "quotes"],
)
def test_a_trap_is_refused_or_read_in_bounds(text: str) -> None:
    """A nest that no person writes ends in one sentence, and soon."""
    began = time.monotonic()

    assert_read_or_refused("okr.toml", text.encode())

    assert time.monotonic() - began < 10


def plain(node: yaml.Node) -> Any:
    """Return what a tree of nodes holds, scalars as they are written."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(one) for one in node.value]
    return node.value


def written(value: Any, *, indent: str = "") -> str:
    """Write a value as TOML, strings with every escape."""
    if isinstance(value, dict):
        pairs = ", ".join(f"{json.dumps(key)} = {written(one)}" for key, one in value.items())
        return f"{{ {pairs} }}"
    if isinstance(value, list):
        return f"[{indent}" + f",{indent}".join(written(one) for one in value) + f"{indent}]"
    return json.dumps(value).replace("\x7f", "\\u007f")


LETTERS = st.text(alphabet="ab é\"'\\\t\n#=[]{},.…", max_size=8)
VALUES = st.recursive(
    LETTERS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(LETTERS, VALUES, max_size=4), st.sampled_from(["", "\n  ", " # no\n"]))
def test_the_second_walk_sees_what_tomllib_sees(data: dict[str, Any], indent: str) -> None:
    """Whatever stands in keys, strings, arrays and tables inside one another."""
    made = io.StringIO()
    tables: list[tuple[str, Any]] = []
    for key, value in data.items():
        if isinstance(value, dict):
            tables.append((f"[{json.dumps(key)}]", value))
        elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            tables += [(f"[[{json.dumps(key)}]]", one) for one in value]
        else:
            made.write(f"{json.dumps(key)} = {written(value, indent=indent)} # end\n")
    for header, table in tables:
        made.write(f" {header} # table\n")
        for key, value in table.items():
            made.write(f"{json.dumps(key)}={written(value, indent=indent)}\n")

    assert tomllib.loads(made.getvalue()) == data
    assert plain(nodes_of(made.getvalue())) == data


@given(st.lists(SENTENCES, min_size=2, max_size=2), LINE_ENDS.filter(lambda end: end != "\r"))
def test_every_statement_keeps_its_place(sentences: list[str], end: str) -> None:
    """In every kind of string."""
    quoted = json.dumps(sentences[0], ensure_ascii=False)
    lines = ["[[objectives]]", f"objective = {quoted}", f"key_results = ['{sentences[1].replace(chr(39), '')}',", "]"]
    document = read_document("a.toml", end.join(lines).encode())

    assert [one.text.text for one, _, _ in walk(document)] == [sentences[0], sentences[1].replace("'", "")]
    assert_all_cut(document)


@given(st.lists(ANYTHING, max_size=6), st.sampled_from(["", "a = ", "[", "[[objectives]]\n", "a = '''", 'a."b" = "']))
def test_any_lines_give_a_document_or_a_plain_error(lines: list[str], prefix: str) -> None:
    """Noise is refused with its place."""
    assert_read_or_refused("a.toml", "\n".join(prefix + line for line in lines).encode())


@given(st.data())
def test_any_change_gives_a_document_or_a_plain_error(data: st.DataObject) -> None:
    """A sound file with a stretch cut out or put in."""
    start = data.draw(st.integers(0, len(ENGLISH)))
    end = data.draw(st.integers(start, min(start + 12, len(ENGLISH))))
    put = data.draw(st.text(alphabet="\"'[]{}=,.#\n\\a1-: ", max_size=3))

    assert_read_or_refused("a.toml", (ENGLISH[:start] + put + ENGLISH[end:]).encode())
