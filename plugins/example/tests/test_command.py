"""The installed plugin in the real command: listed, tested by its card's examples, and used."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import okrlint_example
import pytest

from okrlint.engine.cardtest import run_examples

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_plugin_is_listed_with_its_hooks(run: Run) -> None:
    """Whoever installs it sees that it is there, and what it brings."""
    done = run("plugins")

    hooks = "okrlint_checks, okrlint_formats, okrlint_reports, okrlint_rules"
    assert f"example 1.0.0 (okrlint-example): {hooks}\n" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


def test_the_card_passes_its_own_examples_in_every_language_of_okrlint(run: Run) -> None:
    """Texts and examples in English and French are there, the bad ones draw the rule and the good ones do not."""
    cards = Path(okrlint_example.__file__).parent / "cards"

    assert run_examples([cards], coverage=True).failures == ()
    assert "0 failed" in run("rules", "test").stdout


def test_the_rule_stands_beside_those_of_okrlint_and_explains_itself(run: Run) -> None:
    """It is listed and explained like any other, in both languages."""
    assert "FOC901" in run("rules").stdout
    assert "One name everywhere" in run("explain", "FOC901", "--language", "en").stdout
    assert "Un seul nom partout" in run("explain", "one-name-everywhere", "--language", "fr").stdout


@pytest.mark.parametrize("what", ["plan.org", "."], ids=["named", "found in a folder"])
def test_an_org_document_is_coached(what: str, run: Run) -> None:
    """The note points at the words in the file, and a remark is no statement."""
    done = run("check", what)

    assert (done.returncode, done.stderr) == (0, "")
    assert "plan.org:10:5  Key result\n  Launch three boarding apps\n" in done.stdout
    assert "stands where a result should be IMP" in done.stdout
    assert "2 key results read" in done.stdout
    assert "remark" not in done.stdout


def test_the_report_of_a_check_is_csv(run: Run) -> None:
    """Its name is all that the command needs."""
    done = run("check", "plan.org", "--format", "csv")

    found = list(csv.DictReader(io.StringIO(done.stdout)))
    assert ("plan.org", "10", "IMP") in {(row["path"], row["line"], row["code"][:3]) for row in found}


def test_a_house_sets_the_limit_and_may_switch_the_rule_off(run: Run, tmp_path: Path) -> None:
    """A rule of a plugin is configured like any other."""
    config = tmp_path / "okrlint.toml"
    config.write_text("[rules.one-name-everywhere]\nat_most = 0\n", "utf-8")
    assert "“Ines” stands beside 1 key results" in run("check", "plan.org").stdout

    config.write_text('ignore = ["FOC901"]\n', "utf-8")
    assert "FOC901" not in run("check", "plan.org").stdout


def test_a_broken_document_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    """A slip in a file is a sentence and exit code 2, never a stack trace."""
    (tmp_path / "broken.org").write_text("* Calm piers :objective:\n:PROPERTIES:\n", "utf-8")

    done = run("check", "broken.org")

    assert (done.returncode, done.stderr) == (2, "okrlint: broken.org:2: this drawer has no :END:\n")
