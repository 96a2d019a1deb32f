"""Several reports in one run: each where it was asked for, and none into another."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run
from tests.drafts import each_code, write_all


@each_code
def test_several_reports_come_of_one_run(code: str, run: Run, tmp_path: Path) -> None:
    """One to standard output, the others into files."""
    write_all(tmp_path, code)
    done = run("check", "équipe à quai", "--output", "sarif=out.sarif", "--output", "github", "--output", "json=r.json")

    assert done.code == 0
    assert done.out.startswith("::")
    results = json.loads((tmp_path / "out.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert len(results) == len(json.loads((tmp_path / "r.json").read_text("utf-8"))["findings"]) > 2


def test_with_files_alone_nothing_is_printed(run: Run, tmp_path: Path) -> None:
    """Whoever wants the page too says `--output text`."""
    write_all(tmp_path, "en")

    assert run("check", "plan.xlsx", "--output", "text=page.txt").out == ""
    assert "B2  Key result" in (tmp_path / "page.txt").read_text("utf-8")


def test_two_reports_never_run_into_one_another(run: Run, tmp_path: Path) -> None:
    """Neither on standard output nor in a file; nothing is written."""
    write_all(tmp_path, "en")

    both = run("check", ".", "--output", "json", "--output", "github")
    same = run("check", ".", "--output", "json=a", "--output", "github=./a")

    assert (both.code, both.out) == (2, "")
    assert "only one report goes to standard output" in both.err
    assert (same.code, (tmp_path / "a").exists()) == (2, False)


def test_a_report_that_cannot_be_written_is_told_and_the_others_are(run: Run, tmp_path: Path) -> None:
    """The command ends with 2, as something asked for was not done."""
    write_all(tmp_path, "en")
    done = run("check", "plan.xlsx", "--output", "sarif=missing/out.sarif", "--output", "json=r.json")

    assert done.code == 2
    assert done.err == "okrlint: missing/out.sarif: cannot be written: No such file or directory\n"
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["findings"]


def test_an_unknown_report_is_told_with_the_nearest(run: Run, tmp_path: Path) -> None:
    """Before anything is read."""
    write_all(tmp_path, "en")
    done = run("check", ".", "--output", "sariff=x")

    assert done.code == 2
    assert "--output: no format 'sariff'" in done.err
    assert "did you mean 'sarif'?" in done.err
