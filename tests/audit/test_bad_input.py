"""An organisation as it is: contradictory, half unreadable, in two languages. The audit says what it left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.organisation import audited, told

GOOD = """# Team: Quay
Cycle: Q2 2026

## Objective 1: Passengers board without queueing
- KR 1: Wait at the quay from 9 to 2 minutes
"""


def test_documents_that_contradict_each_other_are_named(tmp_path: Path) -> None:
    """About a parent, and with two files for one team and cycle."""
    (tmp_path / "a.md").write_text(GOOD.replace("Cycle:", "Parent: Fleet\nCycle:"), "utf-8")
    (tmp_path / "b.md").write_text(GOOD.replace("Cycle:", "Parent: Harbour\nCycle:"), "utf-8")
    remarks = told(tmp_path)["remarks"]

    assert remarks == [
        "Team “Quay” (Q2 2026) serves “Fleet” in ./a.md, and “Harbour” in ./b.md.",
        "Team “Quay” (Q2 2026) stands in two documents, ./a.md and ./b.md; both are counted.",
    ]


def test_a_team_of_two_languages_and_no_cycle_anywhere_is_said(tmp_path: Path) -> None:
    """Each statement is read in its own language."""
    (tmp_path / "a.md").write_text(
        "# Team: Quay\n\n## Objective 1: Passengers board without queueing\n"
        "- KR 1: Wait at the quay from 9 to 2 minutes\n"
        "- KR 2: Réduire l'attente des passagers à quai de 9 à 2 minutes\n", "utf-8",
    )  # fmt: skip
    found = told(tmp_path)

    assert {one["language"] for one in found["statements"] if "language" in one} == {"en", "fr"}
    assert len(found["remarks"]) == 2
    assert found["cycles"] == {}


def test_a_few_broken_files_among_many_are_told_and_fail_nothing(tmp_path: Path) -> None:
    """With the reason of each."""
    for number in range(30):
        (tmp_path / f"{number}.md").write_text(GOOD.replace("Quay", f"Quay {number}"), "utf-8")
    (tmp_path / "x.yaml").write_text("objectives: [", "utf-8")
    (tmp_path / "y.json").write_text("{", "utf-8")
    (tmp_path / "z.md").write_bytes(b"\x00\xff\x00" * 50)
    done = audited(tmp_path)

    assert done.returncode == 0
    assert "30 documents" in done.stdout.replace("\u00a0", " ")
    assert [name for name in ("x.yaml", "y.json", "z.md") if name not in done.stderr] == []


def test_nothing_that_can_be_read_is_an_end_of_two(tmp_path: Path) -> None:
    """Some file must have been read."""
    (tmp_path / "x.yaml").write_text("objectives: [", "utf-8")

    assert audited(tmp_path, paths=("x.yaml",)).returncode == 2


def test_an_empty_organisation_is_said_to_be_empty(tmp_path: Path) -> None:
    """In words, and with no figure."""
    (tmp_path / "notes.md").write_text("# Lunch\n\nSoup.\n", "utf-8")
    done = audited(tmp_path)

    assert (done.returncode, done.stdout) == (0, "No OKRs were found here.\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--runner", "proceses"), "no runner 'proceses'"),
        (("--format", "htlm"), "no format 'htlm'"),
        (("--teams", "nowhere.csv"), "nowhere.csv: cannot be read"),
        (("--resume", "--no-cache"), "--resume:"),
        (("--resume",), "nothing to go on with"),
        (("--scheduler", "tcp://x:1"), "--scheduler:"),
    ],
)
def test_a_slip_on_the_command_line_is_one_sentence(options: tuple[str, ...], said: str, tmp_path: Path) -> None:
    """With its culprit, and no trace."""
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    done = audited(tmp_path, *options)

    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("name,parent\nQuay,Fleet\n", "has no column called team"),
        ("team,parent\nQuay,Fleet\nTeam Quay,Harbour\n", "serves 'Fleet', and in row 3 'Harbour'"),
    ],
)
def test_an_organisation_file_that_cannot_hold_is_refused(sheet: str, said: str, tmp_path: Path) -> None:
    """With the place."""
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    (tmp_path / "teams.csv").write_text(sheet, "utf-8")

    assert said in audited(tmp_path, "--teams", "teams.csv").stderr


def test_a_french_organisation_file_is_read(tmp_path: Path) -> None:
    """Semicolons and accents, as a French workbook writes them."""
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    (tmp_path / "équipes.csv").write_text("Équipe;Rattachement;Coach;Niveau\nQuay;Flotte;Léa;équipe\n", "utf-8-sig")
    team = told(tmp_path, "--teams", "équipes.csv")["teams"][0]

    assert (team["team"], team["coach"], team["level"]) == ("Quay", "Léa", "équipe")


def test_a_word_in_a_document_settles_what_only_the_whole_tells(tmp_path: Path) -> None:
    """As it settles everything else."""
    kept = GOOD.replace("- KR 1", "Parent: A calm sea\n- KR 1")
    (tmp_path / "a.md").write_text(kept, "utf-8")
    (tmp_path / "b.md").write_text(GOOD.replace("Quay", "Deck").replace("quay", "deck"), "utf-8")
    before = {one["code"] for one in told(tmp_path)["rules"]}
    (tmp_path / "a.md").write_text(
        kept.replace("## Obj", "<!-- okrlint: ignore FOC015 -- the board's -->\n\n## Obj"), "utf-8"
    )
    after = {one["code"] for one in told(tmp_path)["rules"]}

    assert before - after == {"FOC015"}
