"""A baseline holds what is known by rule and content; only what is new counts, and nothing new slips in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.drafts import DRAFTS, each_code

FILE = Path(".okrlint", "baseline.json")
NEW = {"en": "- KR 4: Launch the harbour radio\n", "fr": "- RC 4 : Lancer la radio du port\n"}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return the place of a draft in a house of its own."""
    (tmp_path / "teams").mkdir()
    (tmp_path / "okrlint.toml").write_text('fail_on = "info"\n', "utf-8")
    return tmp_path / "teams" / "plan.md"


@each_code
def test_what_is_known_fails_no_more(code: str, run: Run, plan: Path) -> None:
    """Wherever the lines went meanwhile, and from whichever folder the command is run."""
    plan.write_text(DRAFTS[code], "utf-8")
    assert run("check", "teams").code == 1

    created = run("baseline", "create", "teams")
    plan.write_text("\n\n" + DRAFTS[code].replace("\n- ", "\n\n- "), "utf-8")

    assert (created.code, created.err) == (0, "")
    assert [run("check", "teams").code, run("check", "plan.md", cwd=plan.parent).code] == [0, 0]
    assert run("check", "teams", "--no-baseline").code == 1


@each_code
def test_what_is_new_is_told_alone(code: str, run: Run, plan: Path) -> None:
    """And the page says that there is more which was known."""
    plan.write_text(DRAFTS[code], "utf-8")
    run("baseline", "create", "teams")
    plan.write_text(DRAFTS[code] + NEW[code], "utf-8")
    done = run("check", "teams", "--format", "json")

    report = json.loads(done.out)
    assert done.code == 1
    assert {one["statement"]["text"] for one in report["findings"]} == {NEW[code].split(": ")[1].strip()}
    assert {one["by"] for one in report["settled"]} == {"baseline"}
    words = {"en": "known before", "fr": "déjà connus"}[code]
    assert words in run("check", "teams").out


def test_the_same_sentence_again_is_new(run: Run, plan: Path) -> None:
    """What was known once is not known twice."""
    plan.write_text("# Objective 1: Boats land on time\n- KR 1: Launch the board\n", "utf-8")
    run("baseline", "create", "teams")
    plan.write_text("# Objective 1: Boats land on time\n- KR 1: Launch the board\n- KR 2: Launch the board\n", "utf-8")

    report = json.loads(run("check", "teams", "--format", "json", "--select", "IMP001").out)

    assert [one["statement"]["id"] for one in report["findings"]] == ["KR2"]


@each_code
def test_what_is_mended_is_told_and_taken_away(code: str, run: Run, plan: Path) -> None:
    """By update, which keeps what still stands."""
    plan.write_text(DRAFTS[code], "utf-8")
    run("baseline", "create", "teams")
    before = (plan.parent.parent / FILE).read_text("utf-8")
    lines = DRAFTS[code].splitlines(keepends=True)
    plan.write_text("".join([*lines[:4], *lines[5:]]), "utf-8")

    told = run("check", "teams", "--format", "json")
    done = run("baseline", "update", "teams")

    assert json.loads(told.out)["gone"]
    assert done.code == 0
    after = (plan.parent.parent / FILE).read_text("utf-8")
    assert set(map(str.strip, after.replace("},", "}").split("\n"))) < set(
        map(str.strip, before.replace("},", "}").split("\n"))
    )
    assert json.loads(run("check", "teams", "--format", "json").out)["gone"] == []


def test_update_takes_on_nothing_new_unless_told(run: Run, plan: Path) -> None:
    """It says how much there is to talk about first."""
    plan.write_text(DRAFTS["en"], "utf-8")
    run("baseline", "create", "teams")
    plan.write_text(DRAFTS["en"] + NEW["en"], "utf-8")

    refused = run("baseline", "update", "teams")
    still = run("check", "teams").code
    taken = run("baseline", "update", "teams", "--take-new")

    assert (refused.code, still) == (1, 1)
    assert "not taken: talk first, or --take-new" in refused.out
    assert (taken.code, run("check", "teams").code) == (0, 0)


def test_a_baseline_is_never_overwritten(run: Run, plan: Path) -> None:
    """Create is for the first time."""
    plan.write_text(DRAFTS["en"], "utf-8")
    run("baseline", "create", "teams")
    before = (plan.parent.parent / FILE).read_bytes()
    plan.write_text(DRAFTS["en"] + NEW["en"], "utf-8")
    done = run("baseline", "create", "teams")

    assert done.code == 2
    assert done.err == "okrlint: .okrlint/baseline.json: there is a baseline already: okrlint baseline update\n"
    assert (plan.parent.parent / FILE).read_bytes() == before


def test_update_of_one_file_keeps_the_others(run: Run, plan: Path) -> None:
    """And forgets a file that is there no more."""
    other, gone = plan.with_name("other.md"), plan.with_name("gone.md")
    for path in (plan, other, gone):
        path.write_text(DRAFTS["en"], "utf-8")
    run("baseline", "create", "teams")
    gone.unlink()
    run("baseline", "update", "teams/plan.md")

    held = json.loads((plan.parent.parent / FILE).read_text("utf-8"))["findings"]
    assert set(held) == {"teams/plan.md", "teams/other.md"}


def test_show_tells_what_is_known(run: Run, plan: Path) -> None:
    """By rule, then by file, with the sentences."""
    plan.write_text(DRAFTS["fr"], "utf-8")
    run("baseline", "create", "teams")
    out = run("baseline", "show").out

    assert "known findings of 1 file in .okrlint/baseline.json" in out
    assert "\nteams/plan.md\n" in out
    assert "  MEA003  Réduire de 20 % l'attente à quai\n" in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is no baseline"),
        ('{"version": 9, "findings": {}}', "reads baselines of version 1"),
        ('{"version": 1, "findings": {"a.md": [{"rule": "IMP001"}]}}', "findings.a.md.0.fingerprint: field required"),
        ("[" * 100_000, "this is no baseline"),
    ],
)
def test_a_broken_baseline_is_told_in_one_sentence(text: str, said: str, run: Run, plan: Path) -> None:
    """With its name; nothing is told as if it were known."""
    plan.write_text(DRAFTS["en"], "utf-8")
    (plan.parent.parent / ".okrlint").mkdir()
    (plan.parent.parent / FILE).write_text(text, "utf-8")
    done = run("check", "teams")

    assert done.code == 2
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_configuration_may_name_its_baseline(run: Run, plan: Path) -> None:
    """And one that is not there is told."""
    plan.write_text(DRAFTS["en"], "utf-8")
    (plan.parent.parent / "okrlint.toml").write_text('fail_on = "info"\nbaseline = "known.json"\n', "utf-8")

    missing = run("check", "teams")
    run("baseline", "create", "teams")

    assert (missing.code, "known.json: cannot be read" in missing.err) == (2, True)
    assert (plan.parent.parent / "known.json").is_file()
    assert run("check", "teams").code == 0
