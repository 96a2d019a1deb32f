"""Exports of OKR and work tools are read as their public pages describe them; `exports/README.md` names the sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.engine.formats import read_document
from okrlint.model import Document, KeyResult, Objective, Statement
from tests.formats.test_sheets import Rows, key_results, ods, xlsx
from tests.formats.test_spans import assert_all_cut

EXPORTS = Path(__file__).parent / "exports"


def export(name: str) -> Document:
    """Read an export."""
    document = read_document(name, (EXPORTS / name).read_bytes())
    assert_all_cut(document)
    return document


def tree(document: Document) -> list[str]:
    """Return the statements of a document, each indented below the one it is under."""
    lines: list[str] = []

    def put(one: Statement, depth: int) -> None:
        lines.append("  " * depth + one.text.text)
        if isinstance(one, Objective):
            for each in one.key_results:
                put(each, depth + 1)
        if isinstance(one, Objective | KeyResult):
            for bet in one.initiatives:
                put(bet, depth + 1)

    for okr_set in document.sets:
        for one in (*okr_set.objectives, *okr_set.key_results, *okr_set.initiatives):
            put(one, 0)
    return lines


TREES = {
    "viva_goals.csv": """
Ferries leave on time
  Delays at the east quay fall from 9 to 3 minutes
  Cancelled crossings fall from 12 to 4 a month
Les voyageurs reviennent à bord
  La part d'abonnés passe de 40 à 60 %, tous quais confondus
""",
    "perdoo.csv": """
Ferries leave on time
  Delays at the east quay fall from 9 to 3 minutes
  Board at two doors
""",
    "weekdone.csv": """
Les bateaux partent à l'heure
  Les retards passent de 9 à 3 minutes
  Les annulations passent de 12 à 4 par mois
Les voyageurs reviennent à bord
  La part d'abonnés passe de 40 à 60 %
""",
    "jira.csv": """
Les bateaux partent à l'heure
  Les retards passent de 9 à 3 minutes
    Board at two doors
    Embarquer par deux portes à Bréhat
    Print the timetable larger
Paint the railing of the office
""",
    "asana.csv": """
Ferries leave on time
  Delays at the east quay fall from 9 to 3 minutes
    Board at two doors
  Cancelled crossings fall from 12 to 4 a month
""",
    "notion_objectives.csv": """
Les bateaux partent à l'heure
  Les retards passent de 9 à 3 minutes
  Les annulations passent de 12 à 4 par mois
Les voyageurs reviennent à bord
  La part d'abonnés passe de 40 à 60 %
""",
    "notion_key_results.csv": """
Ferries leave on time
  Delays at the east quay fall from 9 to 3 minutes
  Cancelled crossings fall from 12 to 4 a month
""",
    "notion_page.md": """
Les bateaux partent à l'heure
  Les retards passent de 9 à 3 minutes
  Les annulations passent de 12 à 4 par mois
Travellers come back on board
  Season ticket holders rise from 40 to 60%
""",
}


@pytest.mark.parametrize("name", TREES)
def test_what_is_under_what(name: str) -> None:
    """Objectives, key results and work are found and put where the tool had them."""
    assert tree(export(name)) == TREES[name].strip("\n").split("\n")


def test_every_export_is_tested_and_has_its_source() -> None:
    """No file lies about here that nobody reads, and each is in the list of sources."""
    files = {path.name for path in EXPORTS.iterdir()} - {"README.md"}
    told = (EXPORTS / "README.md").read_text("utf-8")

    assert files == set(TREES)
    assert [name for name in files if f"`{name}`" not in told] == []


@pytest.mark.parametrize("write", [xlsx, ods])
@pytest.mark.parametrize("name", ["viva_goals.csv", "perdoo.csv", "jira.csv"])
def test_the_same_export_as_a_workbook(name: str, write: object) -> None:
    """Tools offer Excel beside CSV: the rows are the same, and the places are cells."""
    import csv  # to write what was exported, not to read it

    with (EXPORTS / name).open(encoding="utf-8", newline="") as stream:
        rows: Rows = list(csv.reader(stream))
    assert callable(write)
    document = read_document(*write(rows, "Export"))

    assert tree(document) == TREES[name].strip("\n").split("\n")
    assert key_results(document)[0].text.span.cell is not None


def test_fields_of_the_tools() -> None:
    """Who answers for it, until when, how far it is: each in its field."""
    jira, asana = key_results(export("jira.csv"))[0], key_results(export("asana.csv"))[0]
    perdoo, notion = export("perdoo.csv").sets[0], export("notion_objectives.csv").sets[0]
    viva = export("viva_goals.csv")

    assert [str(one) for one in (jira.id, jira.owner, jira.target, jira.deadline, jira.priority)] == [
        "QUAY-2", "Inès Marchal", "3", "2031-09-30", "High",
    ]  # fmt: skip
    assert (str(asana.owner), str(asana.annotation)) == ("Noé Pons", "counted by hand")
    assert (str(perdoo.team), str(perdoo.cycle), str(perdoo.objectives[0].owner)) == ("Quay", "Q3 2031", "Inès Marchal")
    assert [str(one.owner) for one in notion.objectives] == ["Inès Marchal", "Noé Pons"]
    assert [(str(one.team), str(one.cycle)) for one in viva.sets] == [("Quay", "Q3 2031"), ("Pont", "Q3 2031")]


def test_a_list_of_work_alone_is_no_okr() -> None:
    """Jira without objectives, and Asana without such a section, hold tasks: none of our business."""
    jira = b"Summary,Issue key,Issue Type,Parent\nBoard at two doors,Q-1,Epic,\nSell tickets ashore,Q-2,Story,Q-1\n"
    asana = b"Task ID,Name,Section/Column,Parent task\n1,Board at two doors,To do,\n2,Sell tickets ashore,Doing,\n"

    for data in (jira, asana):
        document = read_document("export.csv", data)
        assert document.sets == ()
        assert document.skipped[0].reason == "a list without objectives or key results"
