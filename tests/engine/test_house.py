"""A house's own cards in `.okrlint/rules` stand beside the others, for everything below their folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

CARD = """\
code: FOC906
name: no-shouting
family: focus
severity: warning
applies_to: [objective]
check: {kind: words, words: {en: [urgent], fr: [urgent]}}
texts:
  en: {title: No shouting, noticed: [It shouts.], why: Because., question: [Why so loud?]}
  fr: {title: Sans crier, noticed: [Ça crie.], why: Parce que., question: [Pourquoi si fort ?]}
sources: [{who: the house, where: here}]
examples:
  en: {bad: [Urgent repairs everywhere], good: [Tenants wait less for repairs]}
  fr: {bad: [Tout est urgent chez nous], good: [Les locataires attendent moins]}
"""
DRAFT = "# Objective 1: Urgent repairs for all tenants\n\n- KR 1: Repairs take 3 days instead of 9\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a folder with a house's card and a draft two folders below it."""
    rules = tmp_path / ".okrlint" / "rules"
    rules.mkdir(parents=True)
    (rules / "no-shouting.yaml").write_text(CARD, "utf-8")
    team = tmp_path / "teams" / "repairs"
    team.mkdir(parents=True)
    (team / "okr.md").write_text(DRAFT, "utf-8")
    return tmp_path


def codes(run: Run, *arguments: str, cwd: Path | None = None) -> set[str]:
    """Check, and return the codes that were found."""
    done = run("check", *arguments, "--format", "json", cwd=cwd)
    assert not done.err
    return {finding["code"] for finding in json.loads(done.out)["findings"]}


def test_a_card_of_the_house_is_in_force_below_its_folder(run: Run, house: Path) -> None:
    """From the house's folder and from a team's own."""
    assert "FOC906" in codes(run, "teams", cwd=house)
    assert "FOC906" in codes(run, "okr.md", cwd=house / "teams" / "repairs")


def test_a_card_of_the_house_can_be_named_from_elsewhere(run: Run, house: Path) -> None:
    """`--select` knows the cards of what is checked, wherever the command runs."""
    assert codes(run, str(house / "teams"), "--select", "no-shouting", cwd=Path("/")) == {"FOC906"}


def test_another_house_is_not_concerned(run: Run, tmp_path: Path) -> None:
    """Beside the house nothing of it is known."""
    (tmp_path / "okr.md").write_text(DRAFT, "utf-8")

    assert "FOC906" not in codes(run, "okr.md")
    assert "no rule" in run("check", "okr.md", "--select", "FOC906").err


def test_the_house_s_card_is_explained_listed_and_tested(run: Run, house: Path) -> None:
    """What holds of a built-in card holds of it."""
    assert "No shouting" in run("explain", "FOC906", cwd=house).out
    assert "no-shouting" in run("rules", cwd=house).out
    assert "0 failed" in run("rules", "test", cwd=house).out


def test_a_broken_card_of_the_house_is_told_with_its_file(run: Run, house: Path) -> None:
    """Exit 2, one sentence, no trace."""
    card = house / ".okrlint" / "rules" / "no-shouting.yaml"
    card.write_text(CARD.replace("family: focus\n", ""), "utf-8")

    done = run("check", "teams", cwd=house)

    assert done.code == 2
    assert f"{card}: family: is missing" in done.err
    assert "Traceback" not in done.err


def test_severities_take_codes_in_any_case(run: Run, house: Path) -> None:
    """`[rules.foc906]` speaks of FOC906."""
    (house / "okrlint.toml").write_text('[rules.foc906]\nseverity = "off"\n', "utf-8")

    assert "FOC906" not in codes(run, "teams", cwd=house)


@pytest.mark.parametrize(("checked", "where"), [("teams", "."), ("repairs", "teams"), (".", "teams/repairs")])
def test_what_the_house_excludes_is_left_out_wherever_one_stands(
    checked: str, where: str, run: Run, house: Path
) -> None:
    """Patterns are read from the folder of the configuration, not from the one that is walked."""
    (house / "okrlint.toml").write_text('exclude = ["teams/repairs/old.md"]\n', "utf-8")
    (house / "teams" / "repairs" / "old.md").write_text(DRAFT, "utf-8")

    done = run("check", checked, "--format", "json", cwd=house / where)

    assert [Path(one["path"]).name for one in json.loads(done.out)["documents"]] == ["okr.md"]


def test_an_excluded_file_that_is_named_is_read(run: Run, house: Path) -> None:
    """Who names a file means it."""
    (house / "okrlint.toml").write_text('exclude = ["*.md"]\n', "utf-8")

    done = run("check", "okr.md", "--format", "json", cwd=house / "teams" / "repairs")

    assert len(json.loads(done.out)["documents"]) == 1


@pytest.mark.parametrize("command", [["rules"], ["explain", "FOC906"], ["check", "teams"]], ids=lambda words: words[0])
def test_a_card_in_one_language_alone_is_shown_in_it(command: list[str], run: Run, house: Path) -> None:
    """A house that speaks French alone needs no English texts."""
    card = house / ".okrlint" / "rules" / "no-shouting.yaml"
    lines = [line for line in CARD.splitlines() if not line.startswith("  en:")]
    card.write_text("\n".join(lines), "utf-8")

    done = run(*command, cwd=house)

    assert done.code == 0, done.err
    assert "Sans crier" in done.out
