"""What CI servers read says the same as the page, in their own forms."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from pydantic import BaseModel, ConfigDict

from tests.conftest import Run
from tests.drafts import each_code, write_all

#: The fields that GitLab's documentation asks for, and the severities that it knows.
GITLAB: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {"path": {"type": "string", "pattern": "^[^/.]"}, "lines": {"required": ["begin"]}},
            },
        },
    },
}


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Position(_Closed):
    """As reviewdog's protocol buffers define it, as are those below."""

    line: int
    column: int


class Range(_Closed):
    """Two positions, the second one exclusive."""

    start: Position
    end: Position


class Location(_Closed):
    """A path, and maybe a range."""

    path: str
    range: Range | None = None


class Diagnostic(_Closed):
    """One note."""

    message: str
    location: Location
    severity: str
    code: dict[str, str]


class Result(_Closed):
    """A whole run."""

    source: dict[str, str]
    diagnostics: list[Diagnostic]


def told(run: Run, format_: str) -> str:
    """Return a report on everything below the folder; the broken file makes the command end with 2."""
    done = run("check", ".", "--format", format_)
    assert done.code == 2
    assert "broken.yaml" in done.err
    return done.out


def unescaped(text: str) -> str:
    """Return the text of a workflow command as GitHub's runner reads it."""
    for escape, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escape, sign)
    return text


@each_code
def test_github_reads_each_note_as_an_annotation(code: str, run: Run, tmp_path: Path) -> None:
    """One line a note, its place in it, nothing of the document able to end it or to begin another."""
    write_all(tmp_path, code)

    lines = told(run, "github").splitlines()

    read = [re.findall(r"\A::(error|warning|notice) ([^:]*)::(.*)\Z", line) for line in lines]
    assert [len(one) for one in read] == [1] * len(lines)
    notes = [
        {**dict(part.split("=", 1) for part in properties.split(",")), "message": unescaped(message), "level": level}
        for [(level, properties, message)] in read
    ]
    share = next(note for note in notes if "MEA003" in note["title"])
    assert unescaped(share["file"]) == "équipe à quai/plan.md"
    assert share["line"] == "6"
    assert "20" in share["message"]
    assert any("A1" in note["title"] or "B2" in note["title"] for note in notes if note.get("file") == "plan.xlsx")
    assert {note["level"] for note in notes if "broken.yaml" in note["message"]} == {"error"}


@each_code
def test_the_first_annotation_is_the_one_worth_most(code: str, run: Run, tmp_path: Path) -> None:
    """GitHub shows ten and no more."""
    write_all(tmp_path, code)

    levels = re.findall(r"(?m)^::(\w+) .*title=[A-Z]{3}", told(run, "github"))

    assert levels == sorted(levels, key=["error", "warning", "notice"].index)


@each_code
def test_gitlab_reads_a_list_with_a_fingerprint_each(code: str, run: Run, tmp_path: Path) -> None:
    """No two alike, or the server shows one of them."""
    write_all(tmp_path, code)

    made = json.loads(told(run, "gitlab"))

    Draft202012Validator(GITLAB).validate(made)
    assert len({one["fingerprint"] for one in made}) == len(made) > 2
    assert not any("?." in one["description"] or "?:" in one["description"] for one in made)


@each_code
def test_reviewdog_counts_columns_in_bytes(code: str, run: Run, tmp_path: Path) -> None:
    """So that a comment stands under the right words in a line with accents."""
    write_all(tmp_path, code)

    made = Result.model_validate_json(told(run, "rdjson"))

    one = next(one for one in made.diagnostics if one.code["value"] == "MEA003")
    line = (tmp_path / one.location.path).read_bytes().splitlines()[5]
    assert one.location.range is not None
    shown = line[one.location.range.start.column - 1 : one.location.range.end.column - 1].decode()
    assert "20" in shown
    assert any(one.location.path == "plan.xlsx" and one.location.range is None for one in made.diagnostics)


@each_code
def test_junit_fails_only_what_the_build_fails_on(code: str, run: Run, tmp_path: Path) -> None:
    """A wording to discuss is no failed test, unless the house says so; the parser is one that servers use."""
    write_all(tmp_path, code)

    def counts(*more: str) -> tuple[int, int, int]:
        done = run("check", ".", "--format", "junit", *more)
        made = JUnitXml.fromstring(done.out.encode())
        assert made.tests == sum(len(list(suite)) for suite in made)
        return made.tests, made.failures, made.errors

    calm, strict = counts(), counts("--fail-on", "warning")

    assert calm[0] == strict[0]
    assert calm[1:] == (0, 1)
    assert strict[1] > 0


def test_junit_holds_what_xml_cannot(run: Run, tmp_path: Path) -> None:
    """A control character in a draft does not break the report."""
    (tmp_path / "plan.md").write_text("# Objective 1: Boats land\n- KR 1: Launch \x1b[31m the board\n", "utf-8")

    done = run("check", ".", "--format", "junit")

    assert done.code == 0
    names = [case.name for suite in JUnitXml.fromstring(done.out.encode()) for case in suite]
    assert "KR1 Launch \ufffd[31m the board" in names
