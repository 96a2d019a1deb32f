"""`okrlint convert` writes what was read in another format, overwrites nothing, and tells what a format cannot hold."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml

from okrlint.engine.carried import same
from okrlint.engine.formats import read_document
from okrlint.model import Document
from tests.conftest import ROOT, Run

EN = """\
---
team: Quay
cycle: 2031-Q3
language: en
---
## Objective 1: Ferries leave on time

- Why: the last boat home is no lottery
- KR 1.1: Delays from 9 to 3 minutes => 5 minutes
  - Owner: Noé
  - Confidence: 0.6
  - Check-in 2031-07-15: 7; confidence: 50%; learning: fog; decision: adjust
  - Initiative: Board by the rear door
- [P1] 95% of crossings leave as announced
"""
FR = """\
équipe: Quai
cycle: T3 2031
langue: fr
objectives:
  - objective: Les navettes partent à l’heure
    key_results:
      - id: RC-7
        key_result: "Owner: retards de 9 à 3 minutes [P0]"
        responsable: Noé
        commitment: committed
        related: [O4, "O5: autre"]
"""


def document(path: Path) -> Document:
    """Read a file."""
    return read_document(str(path), path.read_bytes())


@pytest.mark.parametrize(("source", "text"), [("okr.md", EN), ("okr.yaml", FR)], ids=["en", "fr"])
@pytest.mark.parametrize("to", ["markdown", "yaml", "json", "csv", "xlsx"])
def test_a_converted_file_says_the_same(source: str, text: str, to: str, run: Run, tmp_path: Path) -> None:
    """In either language, and in every format that is written."""
    (tmp_path / source).write_text(text, "utf-8")
    ending = {"markdown": "md"}.get(to, to)

    done = run("convert", source, "--to", to, "--output", f"new.{ending}")

    assert (done.code, done.out, done.err) == (0, "", f"okrlint: wrote new.{ending}\n")
    assert same(document(tmp_path / source), document(tmp_path / f"new.{ending}"))


def test_markdown_has_the_labels_of_the_document_s_language(run: Run, tmp_path: Path) -> None:
    """A French document gets French labels; a sentence that would be read otherwise says that it is as written."""
    (tmp_path / "okr.yaml").write_text(FR, "utf-8")

    written = run("convert", "okr.yaml", "--to", "markdown").out

    assert "## Objectif : Les navettes partent à l’heure\n" in written
    assert "- Résultat clé : <!-- as written --> Owner\\: retards de 9 à 3 minutes \\[P0\\]\n" in written
    assert "  - Responsable : Noé\n" in written
    assert "  - Type d’engagement : engagé\n" in written
    assert "- Key result: " in run("convert", "okr.yaml", "--to", "markdown", "--language", "en").out


def test_a_common_sentence_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    """Only what would be taken for a mark is escaped."""
    (tmp_path / "okr.md").write_text(EN, "utf-8")

    written = run("convert", "okr.md", "--to", "markdown").out

    assert "- KR 1.1: Delays from 9 to 3 minutes\n  - Owner: Noé\n" in written
    assert "  - Annotation: 5 minutes\n" in written
    assert "\\" not in written


def test_yaml_keeps_to_the_published_schema(run: Run, tmp_path: Path) -> None:
    """Editors find nothing to underline in it."""
    schema = json.loads(run("schema").out)
    for source in (ROOT / "examples").glob("*/*.*"):
        written = run("convert", str(source), "--to", "yaml").out
        jsonschema.validate(yaml.safe_load(written), schema, cls=jsonschema.Draft202012Validator)
    (tmp_path / "okr.yaml").write_text(FR, "utf-8")
    written = run("convert", "okr.yaml", "--to", "json").out
    jsonschema.validate(json.loads(written), schema, cls=jsonschema.Draft202012Validator)


def test_a_file_that_is_there_is_kept(run: Run, tmp_path: Path) -> None:
    """Only --force overwrites it."""
    (tmp_path / "okr.md").write_text(EN, "utf-8")
    (tmp_path / "okr.yaml").write_text("mine", "utf-8")

    kept = run("convert", "okr.md", "--output", "okr.yaml")

    assert (kept.code, kept.err) == (2, "okrlint: okr.yaml: is there already; --force overwrites it\n")
    assert (tmp_path / "okr.yaml").read_text("utf-8") == "mine"
    assert run("convert", "okr.md", "--output", "okr.yaml", "--force").code == 0
    assert same(document(tmp_path / "okr.md"), document(tmp_path / "okr.yaml"))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["okr.md", "okr.yaml"]


def test_several_documents_become_one_and_it_is_said(run: Run, tmp_path: Path) -> None:
    """Their sets stand one after the other, each with its own team; a mixed pair keeps its languages."""
    (tmp_path / "a.md").write_text(EN, "utf-8")
    (tmp_path / "b.yaml").write_text(FR, "utf-8")
    (tmp_path / "c.md").write_text("# Lunch\n\nSoup on Mondays.\n", "utf-8")

    done = run("convert", ".", "--to", "yaml", "--output", "all.yaml")

    assert done.code == 0
    assert done.err.splitlines() == [
        "okrlint: ./c.md: no OKR found here",
        "okrlint: 2 documents are now one yaml document in all.yaml, 2 sets one after the other",
    ]
    sets = document(tmp_path / "all.yaml").sets
    assert [str(one.team) for one in sets] == ["Quay", "Quai"]
    assert [one.objectives[0].language for one in sets] == ["en", "fr"]


def test_what_a_format_cannot_hold_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    """Markdown has no place for a list without a tree, and YAML none for a key result without words."""
    (tmp_path / "list.jsonl").write_text('{"text": "Ferries leave on time", "role": "unknown"}\n', "utf-8")

    done = run("convert", "list.jsonl", "--to", "markdown", "--output", "list.md")

    assert done.code == 1
    assert done.err.splitlines()[0] == "okrlint: list.jsonl:1:11: markdown cannot hold the statement"


def test_nothing_to_write_writes_nothing(run: Run, tmp_path: Path) -> None:
    """And ends with 2, as there is nothing to go on with."""
    (tmp_path / "lunch.md").write_text("# Lunch\n\nSoup on Mondays.\n", "utf-8")

    done = run("convert", "lunch.md", "gone.md", "--output", "x.yaml")

    assert done.code == 2
    assert "lunch.md: no OKR found here" in done.err
    assert "gone.md: no such file or folder" in done.err
    assert not (tmp_path / "x.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "markdwn"), "did you mean 'markdown'?"),
        ((), "say which format to write"),
        (("--output", "x.jsonl"), "no format 'jsonl' is written"),
        (("--output", "x.odt"), "no format reads '.odt' files"),
        (("--output", "nowhere/x.yaml"), "cannot be written: No such file or directory"),
    ],
)
def test_a_slip_is_told_in_one_sentence(arguments: tuple[str, ...], said: str, run: Run, tmp_path: Path) -> None:
    """Nothing is written, and no stack trace is shown."""
    (tmp_path / "okr.md").write_text(EN, "utf-8")

    done = run("convert", "okr.md", *arguments)

    assert done.code == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["okr.md"]


def test_a_plugin_s_format_is_written_too(run: Run, tmp_path: Path) -> None:
    """And one that fails is told under its plugin's name."""
    from tests.plugins.test_host import install

    code = (
        "from okrlint import Format, hookimpl\n"
        "def read(path, data):\n    raise OSError('no eyes')\n"
        "def write(document, language):\n    raise OSError('no ink')\n"
        "@hookimpl\ndef okrlint_formats():\n    return [Format('inky', ('.ink',), read, write=write)]\n"
    )
    (tmp_path / "okr.md").write_text(EN, "utf-8")
    places = [install(tmp_path / "site", "house", code), os.environ.get("PYTHONPATH")]
    search = os.pathsep.join(one for one in places if one)

    done = run("convert", "okr.md", "--to", "inky", PYTHONPATH=search)

    assert "plugin house 2.5: format inky could not be written: OSError: no ink" in done.err
    assert done.code == 3
