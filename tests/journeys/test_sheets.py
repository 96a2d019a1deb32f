"""A house that keeps its OKRs in a sheet: its own headers, and notes at its cells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.conftest import Run

HOUSE = '[formats.headers]\nkey_result = ["Preuve attendue"]\n'


def write(folder: Path) -> Path:
    """Write a workbook as a house keeps it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan"
    sheet.append(["Objectif", "Preuve attendue"])
    sheet.append(["Les voyageurs reviennent à bord", "Lancer trois campagnes de publicité"])
    book.save(folder / "okrs.xlsx")
    (folder / "okrlint.toml").write_text(HOUSE, "utf-8")
    return folder / "okrs.xlsx"


def test_a_note_names_the_cell(run: Run, tmp_path: Path) -> None:
    """In the text, and beside the line in JSON."""
    write(tmp_path)
    shown, said = run("check", "okrs.xlsx"), run("check", "--format", "json", "okrs.xlsx")

    assert "okrs.xlsx:Plan!B2  Résultat clé" in shown.out
    assert "Plan!B2" in {finding["cell"] for finding in json.loads(said.out)["findings"]}


def test_config_show_says_which_file_names_the_headers(run: Run, tmp_path: Path) -> None:
    """The names of columns are values like others."""
    write(tmp_path)

    assert "formats.headers.key_result = ('Preuve attendue',)" in run("config", "show", ".").out


@pytest.mark.parametrize("wrong", ['[formats.headers]\nkey_reslt = ["Preuve"]\n', "[formats]\nheader = 1\n"])
def test_a_misspelt_name_of_a_column_is_told(run: Run, tmp_path: Path, wrong: str) -> None:
    """One sentence with the file, and no stack trace."""
    write(tmp_path)
    (tmp_path / "okrlint.toml").write_text(wrong, "utf-8")
    done = run("check", "okrs.xlsx")

    assert done.code == 2
    assert "okrlint.toml: formats." in done.err
    assert "Traceback" not in done.err
