"""The report as CSV can be read back, whatever stands in the documents."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from okrlint_example.table import COLUMNS, write

from okrlint.hookspecs import Page
from okrlint.review import review

SAID = 'Launch “3” apps, "now"; é 😀'


def rows(folder: Path, text: str) -> list[dict[str, str]]:
    """Review a document and return what its report holds."""
    (folder / "plan.org").write_text(text, "utf-8")
    report = "".join(write(review([str(folder / "plan.org")]), Page()))
    return list(csv.DictReader(io.StringIO(report, newline="")))


def test_each_place_is_a_line_with_every_column(tmp_path: Path) -> None:
    """Commas, quotes, accents and emoji stay in their cell."""
    found = rows(tmp_path, f"* Ferry passengers board without queueing :objective:\n** {SAID} :kr:\n")

    mine = [row for row in found if row["statement"] == SAID]
    assert {(row["line"], row["role"]) for row in mine} == {("2", "key_result")}
    assert "IMP" in {row["code"][:3] for row in mine}
    assert all(tuple(row) == COLUMNS for row in found)


def test_a_note_that_speaks_for_several_findings_has_a_line_for_each(tmp_path: Path) -> None:
    """Gathering saves a reader's time; in a sheet one filters."""
    twice = "* Ferry passengers board without queueing :objective:\n** Wait from 22 to 6 minutes :kr:\n" * 2

    assert [row["line"] for row in rows(tmp_path, twice) if row["code"] == "FOC004"] == ["1", "3"]


def test_a_note_on_a_set_has_no_statement(tmp_path: Path) -> None:
    """Its place is where the set begins."""
    owner = ":PROPERTIES:\n:OWNER: Ines\n:END:\n"
    results = "".join(f"** Late boats on line {number} from 9 to 2 :kr:\n{owner}" for number in range(4))
    found = rows(tmp_path, f"#+TEAM: Quayside\n* Ferry passengers board without queueing :objective:\n{results}")

    (row,) = [row for row in found if row["code"] == "FOC901"]
    assert (row["role"], row["statement"], row["line"], row["column"]) == ("set", "", "1", "9")
    assert row["message"].startswith("“Ines” stands beside 4 key results; beyond 3,")


@pytest.mark.parametrize("said", ["=1+1 apps launched", "+12% apps launched", "-3 apps launched", "@all launch apps"])
def test_a_cell_is_never_a_formula(said: str, tmp_path: Path) -> None:
    """A spreadsheet would run what somebody else wrote; a quote before it makes it text."""
    found = rows(tmp_path, f"* {said} :objective:\n")

    assert found
    assert {row["statement"] for row in found} == {f"'{said}"}
