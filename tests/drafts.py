"""A folder of drafts that the tests of reports share: notes of every kind, and everything that could break a format."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

DRAFTS = {
    "en": (
        "# OKR\n\n## Objective 1: Passengers board without queueing\n\n"
        "- KR 1: Launch 3 kiosks, and train the crews: “fast” & <b>cheap</b> @harbour #12\n"
        "- KR 2: Waiting time at the quay down by 20%\n"
        "- KR 3: Late boats from 9 to 2 a week\n"
    ),
    "fr": (
        "# OKR\n\n## Objectif 1 : Les passagers embarquent sans attendre\n\n"
        "- RC 1 : Déployer 3 bornes, et former les équipages : « vite » & <b>bien</b> @port #12\n"
        "- RC 2 : Réduire de 20 % l'attente à quai\n"
        "- RC 3 : Bateaux en retard de 9 à 2 par semaine\n"
    ),
}
SHEET = [("Objective", "Key result"), ("Boats land on time", "Launch the board 😀")]
each_code = pytest.mark.parametrize("code", DRAFTS)


def write_all(folder: Path, code: str) -> None:
    """Write a draft, a sheet, a name with a blank and an accent, and a file that cannot be read."""
    (folder / "équipe à quai").mkdir()
    (folder / "équipe à quai" / "plan.md").write_text(DRAFTS[code], "utf-8")
    book = Workbook()
    sheet = book.create_sheet(index=0)
    for row in SHEET:
        sheet.append(row)
    book.save(folder / "plan.xlsx")
    (folder / "broken.yaml").write_text("objectives: [\n", "utf-8")
