"""A word in the document keeps what was discussed: in every format that has comments or columns, in both languages."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.conftest import Run

MARKDOWN = "# Objective 1: Boats land on time\n{above}- KR 1: Launch the board{beside}\n- KR 2: Publish the timetable\n"
YAML = (
    "objectives:\n  - objective: Boats land on time\n    key_results:\n"
    "      {above}- text: Launch the board{beside}\n      - text: Publish the timetable\n"
)
TOML = (
    '[[objectives]]\nobjective = "Boats land on time"\n[[objectives.key_results]]\n'
    '{above}text = "Launch the board"{beside}\n[[objectives.key_results]]\ntext = "Publish the timetable"\n'
)
HTML = (
    "<h1>Objective 1: Boats land on time</h1><ul>\n{above}<li>KR 1: Launch the board{beside}</li>\n"
    "<li>KR 2: Publish the timetable</li></ul>"
)
DRAFTS = {"plan.md": MARKDOWN, "plan.yaml": YAML, "plan.toml": TOML, "plan.txt": MARKDOWN, "plan.html": HTML}
WORDS = ["ignore IMP001", "ignorer imp001", "ignore activity-as-key-result, MEA003", "ignore impact", "ignore"]


def comment(name: str, words: str) -> str:
    """Return a comment of a format."""
    return f"<!-- okrlint: {words} -->" if name.endswith((".md", ".html")) else f"# okrlint: {words}"


def checked(run: Run, path: Path, *arguments: str) -> dict[str, Any]:
    """Return the report on a file; nothing may be wrong with it."""
    done = run("check", path.name, "--format", "json", "--select", "IMP001", *arguments)
    assert done.code == 0
    made: dict[str, Any] = json.loads(done.out)
    return made


def told(report: dict[str, Any]) -> list[str]:
    """Return the sentences that are told of."""
    return [one["statement"]["text"] for one in report["findings"]]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("name", DRAFTS)
def test_a_word_beside_a_sentence_speaks_for_it(name: str, words: str, run: Run, tmp_path: Path) -> None:
    """And for no other; the sentence is read without it."""
    path = tmp_path / name
    path.write_text(
        DRAFTS[name].format(above="", beside="  " + comment(name, f"{words} -- the harbour asked")), "utf-8"
    )
    report = checked(run, path)

    assert told(report) == ["Publish the timetable"]
    (kept,) = report["settled"]
    assert (kept["by"], kept["reason"]) == ("document", "the harbour asked")
    assert [one["text"] for one in report["statements"]] == [
        "Boats land on time",
        "Launch the board",
        "Publish the timetable",
    ]


@pytest.mark.parametrize("name", DRAFTS)
def test_a_word_above_a_sentence_speaks_for_it(name: str, run: Run, tmp_path: Path) -> None:
    """On a line of its own, for what comes next and no more."""
    path = tmp_path / name
    indent = "\n      " if name.endswith("yaml") else "\n"
    path.write_text(DRAFTS[name].format(above=comment(name, "ignore IMP001") + indent, beside=""), "utf-8")

    assert told(checked(run, path)) == ["Publish the timetable"]


@pytest.mark.parametrize("word", ["ignore-file", "ignorer-fichier"])
@pytest.mark.parametrize("name", DRAFTS)
def test_a_word_may_speak_for_the_whole_file(name: str, word: str, run: Run, tmp_path: Path) -> None:
    """Wherever it stands."""
    path = tmp_path / name
    path.write_text(DRAFTS[name].format(above="", beside="  " + comment(name, f"{word} IMP001")), "utf-8")

    assert told(checked(run, path)) == []


@pytest.mark.parametrize("said", ["IMP001 -- the harbour asked", "ignore imp001 — the harbour asked"])
def test_a_sheet_has_a_column_for_it(said: str, run: Run, tmp_path: Path) -> None:
    """A cell speaks for its row, in CSV and in a workbook, and is no column of anything else."""
    rows = [
        ("Objective", "Key result", "okrlint", "Owner"),
        ("Boats land on time", "Launch the board", said, "Ines"),
        ("Boats land on time", "Publish the timetable", "", "Ines"),
    ]
    (tmp_path / "plan.csv").write_text("\n".join(",".join(row) for row in rows), "utf-8")
    book, stream = Workbook(), io.BytesIO()
    sheet = book.create_sheet(index=0)
    for row in rows:
        sheet.append(row)
    book.save(stream)
    (tmp_path / "plan.xlsx").write_bytes(stream.getvalue())

    for name in ("plan.csv", "plan.xlsx"):
        report = checked(run, tmp_path / name)
        assert told(report) == ["Publish the timetable"]
        assert [one["reason"] for one in report["settled"]] == ["the harbour asked"]


def test_a_page_may_explain_the_word_in_a_fence(run: Run, tmp_path: Path) -> None:
    """What stands in a code block is shown, not meant."""
    path = tmp_path / "plan.md"
    fence = "```\n<!-- okrlint: ignore-file IMP001 -->\n```\n\n"
    path.write_text(fence + MARKDOWN.format(above="", beside=""), "utf-8")

    assert told(checked(run, path)) == ["Launch the board", "Publish the timetable"]


def test_a_set_is_kept_by_the_word_above_it(run: Run, tmp_path: Path) -> None:
    """What a rule says of the whole set begins where the set does."""
    lines = "".join(f"- KR {n}: Late boats at quay {n} from 9 to 2 a week\n" for n in range(1, 9))
    text = f"<!-- okrlint: ignore FOC -- agreed -->\n# Objective 1: Boats land on time\n{lines}"
    (tmp_path / "plan.md").write_text(text, "utf-8")
    report = json.loads(run("check", "plan.md", "--format", "json", "--select", "FOC003").out)

    assert (report["findings"], len(report["settled"])) == ([], 1)


def test_a_word_that_keeps_nothing_is_told(run: Run, tmp_path: Path) -> None:
    """With its place; it fails nothing."""
    path = tmp_path / "plan.md"
    above = "<!-- okrlint: ignore IMP001 -- x -->\n"
    path.write_text(MARKDOWN.format(above="", beside="").replace("# Obj", above + "# Obj"), "utf-8")
    done = run("check", "plan.md", "--select", "IMP001")

    assert done.code == 0
    assert done.err == "okrlint: plan.md:1:1: this keeps nothing: IMP001 has nothing to say here\n"


def test_a_word_for_a_rule_that_is_switched_off_is_not_told(run: Run, tmp_path: Path) -> None:
    """It may be needed again when the rule runs."""
    path = tmp_path / "plan.md"
    path.write_text(MARKDOWN.format(above="", beside=" <!-- okrlint: ignore IMP001 -->"), "utf-8")

    assert run("check", "plan.md", "--select", "MEA003").err == ""


def test_a_word_for_an_unknown_rule_is_told_with_the_nearest(run: Run, tmp_path: Path) -> None:
    """It keeps nothing meanwhile."""
    path = tmp_path / "plan.md"
    path.write_text(MARKDOWN.format(above="", beside=" <!-- okrlint: ignore activity-as-result -->"), "utf-8")
    done = run("check", "plan.md", "--select", "IMP001", "--quiet")

    assert "Launch the board" in done.out
    assert done.err.startswith("okrlint: plan.md:2:26: no rule 'activity-as-result', did you mean")


@pytest.mark.parametrize(("reason", "left"), [(" -- the harbour asked", 1), ("", 2)])
def test_a_house_may_ask_for_reasons(reason: str, left: int, run: Run, tmp_path: Path) -> None:
    """Then a word without one keeps nothing, and that is said."""
    (tmp_path / "okrlint.toml").write_text("reasons_required = true\n", "utf-8")
    path = tmp_path / "plan.md"
    path.write_text(MARKDOWN.format(above="", beside=f" <!-- okrlint: ignore IMP001{reason} -->"), "utf-8")
    done = run("check", "plan.md", "--select", "IMP001", "--format", "json")

    assert len(json.loads(done.out)["findings"]) == left
    assert ("the house asks for a reason" in done.err) == (left == 2)


def test_a_hostile_page_of_blanks_is_read_in_no_time(run: Run, tmp_path: Path) -> None:
    """A word followed by a million blanks, again and again."""
    path = tmp_path / "plan.md"
    path.write_text(MARKDOWN.format(above="", beside="") + ("<!-- okrlint: ignore" + " " * 20_000) * 40, "utf-8")

    assert told(checked(run, path)) == ["Launch the board", "Publish the timetable"]
