"""What an audit counts is what was planted: nothing more, and nothing less."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from benchmarks.organisation import Planted
from tests.audit.organisation import audited, told

Organisation = tuple[Path, Planted]


@pytest.mark.parametrize(
    "name",
    ["objectives", "key_results", "initiatives", "change", "work", "baseline", "target", "decided", "checked", "learnt",
     "due", "last_day"],
)  # fmt: skip
def test_statements_are_counted_as_they_were_planted(
    name: str, organisation: Organisation, audit: dict[str, Any]
) -> None:
    """For the whole organisation."""
    assert getattr(organisation[1], name) > 0
    assert audit["whole"][name] == getattr(organisation[1], name)


def test_every_team_and_every_cycle_has_its_own_counts(organisation: Organisation, audit: dict[str, Any]) -> None:
    """Work and changes, team by team and cycle by cycle, in the order of the organisation file."""
    planted = organisation[1]
    teams = {one["team"]: [one["whole"]["change"], one["whole"]["work"]] for one in audit["teams"]}
    cycles = {name: [one["change"], one["work"]] for name, one in audit["cycles"].items()}
    order = (organisation[0] / "teams.csv").read_text("utf-8").splitlines()[1:]

    assert teams == planted.by_team
    assert cycles == planted.cycles
    assert list(teams) == [line.split(",")[0] for line in order]
    assert list(audit["levels"]) == ["company", "department", "team"]


def test_what_only_the_whole_tells_is_found(organisation: Organisation, audit: dict[str, Any]) -> None:
    """Links, circles, orphans, copies, doubles, measures pulled two ways, what moved from work to a change."""
    planted = organisation[1]
    found = {one["code"]: one["findings"] for one in audit["rules"]}

    assert (audit["alignment"]["linked"], audit["alignment"]["orphans"]) == (planted.linked, planted.orphans)
    assert (found["FOC015"], found["FOC019"]) == (planted.orphans, planted.unconfirmed)
    assert audit["alignment"]["circles"] == found["FOC016"] == planted.circles > 0
    assert audit["copies"] == planted.copies > 0
    assert audit["opposed"] == planted.opposed > 0
    assert len(audit["pairs"]) == planted.near_pairs
    assert sum(one["equal"] for one in audit["pairs"]) == planted.equal_pairs > 0
    assert len(audit["moved"]) == planted.moved > 0


def test_no_share_is_told_of_fewer_than_five(audit: dict[str, Any]) -> None:
    """Not of a team in a cycle either."""
    shares = [
        share
        for team in audit["teams"]
        for one in (team["whole"], *team["cycles"].values())
        for share in one["shares"].values()
    ]

    assert any(share["of"] < 5 for share in shares)
    assert all((share["share"] is None) == (share["of"] < 5) for share in shares)
    assert all(share["interval"][0] <= share["share"] <= share["interval"][1] for share in shares if share["of"] >= 5)


def test_names_of_owners_are_left_out_unless_asked_for(organisation: Organisation, audit: dict[str, Any]) -> None:
    """An audit speaks of teams."""
    assert "Ines" not in str(audit)
    assert "Ines" in str(told(organisation[0], "--owners"))


def test_the_runner_changes_nothing(organisation: Organisation) -> None:
    """Several processes tell what one tells, and so does what was kept."""
    folder = organisation[0]
    options = ("--format", "json", "--teams", "teams.csv", "--no-cache")
    here, there = (audited(folder, *options, "--runner", name).stdout for name in ("here", "processes"))

    assert here == there
    assert audited(folder, "--format", "json", "--teams", "teams.csv").stdout == here


def test_a_row_a_statement_goes_into_sheets(organisation: Organisation, audit: dict[str, Any], tmp_path: Path) -> None:
    """CSV and a workbook, which a real reader opens."""
    rows = list(csv.DictReader(io.StringIO(audited(organisation[0], "--format", "csv").stdout)))
    book = tmp_path / "audit.xlsx"
    done = audited(organisation[0], "--format", "xlsx", "-o", str(book), "--teams", "teams.csv")
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(book)}

    many = sum(audit["whole"][name] for name in ("objectives", "key_results", "initiatives"))
    assert done.returncode == 0
    assert len(rows) == many
    assert {row["reading"] for row in rows} >= {"outcome", "activity", "output"}
    assert len(sheets["teams"]) == 50 * 3 + 1
    header, *cells = sheets["statements"]
    assert [str(name) for name in header] == list(rows[0])
    # The organisation file gave the workbook levels; all else is the same, cell by cell.
    level = header.index("level")
    assert [_written(row, level) for row in cells] == [_written(tuple(row.values()), level) for row in rows]
    changes = {str(row[0]): 0 for row in sheets["teams"][1:]}
    for row in sheets["teams"][1:]:
        changes[str(row[0])] += int(str(row[6]))
    assert changes == {name: change for name, (change, _) in organisation[1].by_team.items()}
    assert {str(row[0]): row[3] for row in sheets["rules"][1:]} == {
        one["code"]: one["findings"] for one in audit["rules"]
    }


def _written(row: Sequence[object], but: int) -> list[str]:
    """Return cells as a sheet of text has them, without one of them."""
    return ["" if cell is None else str(cell) for at, cell in enumerate(row) if at != but]


@pytest.mark.parametrize(
    ("code", "words"), [("en", "Conversations worth having"), ("fr", "Des conversations qui valent")]
)
def test_the_summary_fits_one_screen_in_both_languages(code: str, words: str, organisation: Organisation) -> None:
    """On a terminal of eighty columns, some forty lines."""
    done = audited(organisation[0], "--language", code, "--teams", "teams.csv")

    assert words in done.stdout.replace("\u00a0", " ")
    assert len(done.stdout.splitlines()) <= 48
    assert max(map(len, done.stdout.splitlines())) <= 88


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_page_of_markdown_has_every_team(code: str, organisation: Organisation) -> None:
    """With its conversations."""
    text = audited(organisation[0], "--language", code, "--teams", "teams.csv", "--format", "markdown").stdout

    assert [name for name in organisation[1].by_team if f"### {name}\n" not in text] == []


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_page_of_markdown_tells_focus_and_how_much_is_noted(code: str, organisation: Organisation) -> None:
    """With colons as people of the language write them."""
    text = audited(organisation[0], "--language", code, "--teams", "teams.csv", "--format", "markdown").stdout
    wanted = {"en": ("Focus", "Notes on a statement", ":"), "fr": ("Concentration", "Notes par énoncé", "\u00a0:")}
    focus, notes, colon = wanted[code]

    assert f"\n## {focus}\n" in text
    assert f"\n## {notes}\n\n- 0{colon} " in text
    assert f"- {'Listen for' if code == 'en' else 'Écoutez'}{colon} " in text
