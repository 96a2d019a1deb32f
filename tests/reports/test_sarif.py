"""SARIF is what the published schema and the format's own validator accept, and finds a note again on another line."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ROOT, Run
from tests.drafts import DRAFTS, each_code, write_all

TOOL = ROOT / ".tools" / "sarif"
#: The validator asks every tool for an address of its rules' pages and of its own project; okrlint has none to give.
UNASKED = {"SARIF2005", "SARIF2012"}

needs_tool = pytest.mark.skipif(not (TOOL / ".complete").is_file(), reason=".ci/tools fetches the SARIF validator")


def log(run: Run, *arguments: str, cwd: Path | None = None) -> dict[str, Any]:
    """Return the log of a check."""
    made: dict[str, Any] = json.loads(run("check", "--format", "sarif", *arguments, cwd=cwd).out)
    return made


@needs_tool
@each_code
def test_a_log_is_valid_against_the_published_schema(code: str, run: Run, tmp_path: Path) -> None:
    """With a sheet, a strange path and a file that cannot be read among what was checked."""
    write_all(tmp_path, code)
    schema = json.loads((TOOL / "sarif-2.1.0.json").read_text("utf-8-sig"))

    made = log(run, ".")

    assert made["runs"][0]["results"]
    assert list(Draft202012Validator(schema).iter_errors(made)) == []


@needs_tool
@each_code
def test_the_official_validator_finds_no_error(code: str, run: Run, tmp_path: Path) -> None:
    """Microsoft's multitool checks what a schema cannot: places that exist, rules that are there."""
    write_all(tmp_path, code)
    run("check", ".", "--output", f"sarif={tmp_path / 'log.sarif'}")

    subprocess.run(
        [TOOL / "Sarif.Multitool", "validate", "log.sarif", "--output", "told.sarif", "--level", "Error;Warning"],
        cwd=tmp_path,
        env={"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "HOME": str(tmp_path)},
        capture_output=True,
        check=False,
        timeout=120,
    )

    told = json.loads((tmp_path / "told.sarif").read_text("utf-8-sig"))["runs"][0]["results"]
    assert [one["message"] for one in told if one["ruleId"] not in UNASKED] == []


@each_code
def test_a_fingerprint_survives_lines_that_move(code: str, run: Run, tmp_path: Path) -> None:
    """And changes with the sentence, as what was said of the old one says nothing of the new."""
    draft = tmp_path / "plan.md"

    def prints(text: str) -> dict[str, set[str]]:
        draft.write_text(text, "utf-8")
        found: dict[str, set[str]] = {}
        for one in log(run, "plan.md")["runs"][0]["results"]:
            found.setdefault(one["ruleId"], set()).add(one["partialFingerprints"]["okrlint/v1"])
        return found

    before = prints(DRAFTS[code])
    moved = prints("\n\n" + DRAFTS[code].replace("\n- ", "\n\n- "))
    reworded = prints(DRAFTS[code].replace("3 kiosks", "4 kiosks").replace("3 bornes", "4 bornes"))

    assert before
    assert before == moved
    assert before["MEA003"] == reworded["MEA003"]
    assert before != reworded


def test_paths_are_those_of_the_repository(run: Run, tmp_path: Path) -> None:
    """Wherever in it the command is run, and with every sign that an address may not hold."""
    write_all(tmp_path, "en")
    (tmp_path / ".git").mkdir()

    results = log(run, "plan.md", cwd=tmp_path / "équipe à quai")["runs"][0]["results"]

    places = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}
    assert places == {"%C3%A9quipe%20%C3%A0%20quai/plan.md"}


def test_the_same_sentence_twice_has_two_fingerprints(run: Run, tmp_path: Path) -> None:
    """A viewer that meets one twice throws one away."""
    (tmp_path / "plan.md").write_text("# Objective 1: Boats land\n- KR 1: Launch the board\n- KR 2: Launch the board\n")

    made = [one["partialFingerprints"]["okrlint/v1"] for one in log(run, ".")["runs"][0]["results"]]

    assert len(set(made)) == len(made)


def test_every_rule_explains_itself(run: Run, tmp_path: Path) -> None:
    """A viewer shows the page of the rule, in the language of the documents."""
    write_all(tmp_path, "fr")

    rules = log(run, "équipe à quai")["runs"][0]["tool"]["driver"]["rules"]

    assert all(rule["help"]["markdown"].startswith(f"# {rule['id']} ") for rule in rules)
    assert any("Pourquoi" in rule["help"]["markdown"] for rule in rules)
