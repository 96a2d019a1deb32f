"""The action and the GitLab job: valid for those who read them, and their scripts run as they stand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

DRAFT = "# Objective 1: Boats land on time\n- KR 1: Launch the board\n- KR 2: Waiting time down by 20%\n"


@pytest.mark.parametrize(
    ("schema", "file"), [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "ci/gitlab.yml")]
)
def test_the_file_is_valid_by_its_published_schema(schema: str, file: str) -> None:
    """As SchemaStore publishes it."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / file)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a repository with a commit, and a sentence that was added since."""
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "the plan.md").write_text(DRAFT, "utf-8")
    who = ["-c", "user.name=Ines", "-c", "user.email=ines@harbour.example", "-c", "commit.gpgsign=false"]
    for words in (["init", "--quiet"], ["add", "-A"], ["commit", "--quiet", "-m", "Begin"]):
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True)
    (tmp_path / "okrs" / "the plan.md").write_text(DRAFT + "- KR 3: Publish the timetable\n", "utf-8")
    # Where a server would have installed it.
    scripts = tmp_path / "temp" / "okrlint" / "bin"
    scripts.mkdir(parents=True)
    (scripts / "okrlint").symlink_to(Path(sys.executable).parent / "okrlint")
    return tmp_path


def bash(script: str, folder: Path, **values: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a server does: bash stops at the first fault."""
    there = {"RUNNER_TEMP": str(folder / "temp"), "PATH": f"{folder / 'temp/okrlint/bin'}:{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, **there, **values},
        capture_output=True,
        text=True,
        check=False,
    )


def step() -> str:
    """Return the script of the action that checks."""
    action: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    return str(action["runs"]["steps"][-1]["run"])


def test_the_action_annotates_and_writes_what_is_asked_for(house: Path) -> None:
    """Only what the pull request touched; a value of somebody else is no part of the script."""
    values = {"PATHS": "okrs", "ARGS": "--fail-on warning", "SARIF": "out.sarif", "COMMENT": "comment.md"}
    done = bash(step(), house, SINCE="HEAD", **values)

    assert done.returncode == 1
    assert [line.split(",")[1] for line in done.stdout.splitlines() if "IMP001" in line] == ["line=4"]
    assert json.loads((house / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert "Publish the timetable" in (house / "comment.md").read_text("utf-8")
    hostile = bash(step(), house, SINCE="none", PATHS="okrs;touch${IFS}x $(touch y)", ARGS="", SARIF="", COMMENT="")
    assert hostile.returncode == 2
    assert not (house / "x").exists()
    assert not (house / "y").exists()


def test_the_action_tells_all_where_the_base_is_not_there(house: Path) -> None:
    """A shallow clone holds one commit."""
    done = bash(step(), house, SINCE="0" * 40, PATHS="okrs", ARGS="", SARIF="", COMMENT="")

    assert done.returncode == 0
    assert done.stdout.count("IMP001") == 2


def test_the_gitlab_job_writes_its_two_reports(house: Path) -> None:
    """And the page for whoever opens the job."""
    job: Any = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))["okrlint"]
    values = {**job["variables"], "OKRLINT_PATHS": "okrs", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"}
    done = bash("\n".join(job["script"]), house, **values)

    assert done.returncode == 0, done.stderr
    assert "Publish the timetable" in done.stdout
    quality = json.loads((house / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert {one["location"]["lines"]["begin"] for one in quality if one["check_name"] == "IMP001"} == {4}
    assert (house / job["artifacts"]["reports"]["junit"]).read_text("utf-8").startswith("<?xml")
