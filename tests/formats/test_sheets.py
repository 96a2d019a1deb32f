"""One reader for every kind of spreadsheet: what is read, and at which cell, is the same in CSV, XLSX and ODS."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from odfdo import Document as OdfDocument
from odfdo import Table
from openpyxl import Workbook
from openpyxl.styles import Font

from okrlint.engine.formats import read_document
from okrlint.model import Document, KeyResult, Objective
from okrlint_formats import reasons
from tests.formats.test_spans import assert_all_cut, texts

Rows = Sequence[Sequence[str | float | None]]


def csv(rows: Rows) -> tuple[str, bytes]:
    """Write rows as French Excel does."""
    lines = (";".join("" if cell is None else str(cell) for cell in row) for row in rows)
    return "okrs.csv", "\r\n".join(lines).encode("cp1252")


def xlsx(rows: Rows, name: str = "Plan") -> tuple[str, bytes]:
    """Write rows as a workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    return "okrs.xlsx", saved(book)


def saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def ods(rows: Rows, name: str = "Plan") -> tuple[str, bytes]:
    """Write rows as a spreadsheet of one sheet."""
    document = OdfDocument("spreadsheet")
    document.body.clear()
    table = Table(name)
    document.body.append(table)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell is not None:
                table.set_value((x, y), cell)
    held = io.BytesIO()
    document.save(held)
    return "okrs.ods", held.getvalue()


WRITERS = [csv, xlsx, ods]
every = pytest.mark.parametrize("write", WRITERS)


def objectives(document: Document) -> list[tuple[str, list[str]]]:
    """Return every objective with the words of its key results."""
    return [
        (one.text.text, [each.text.text for each in one.key_results])
        for okr_set in document.sets
        for one in okr_set.objectives
    ]


def key_results(document: Document) -> list[KeyResult]:
    """Return every key result."""
    held = [one for okr_set in document.sets for one in okr_set.key_results]
    return [one for each in document.sets for objective in each.objectives for one in objective.key_results] + held


def only(document: Document) -> Objective:
    """Return the one objective."""
    (found,) = document.sets[0].objectives
    return found


@every
@pytest.mark.parametrize(
    "rows",
    [
        [
            ("Objective", "Key result", "Baseline", "Target", "Unit", "Owner", "Due", "Confidence", "Status"),
            ("Ferries leave on time", "Delays fall from 9 to 3 minutes", 9, 3, "min", "Inès", None, "0.6", "on track"),
            (None, "Cancelled crossings from 12 to 4", 12, 4, "a month", "Noé", None, "40%", "at risk"),
        ],
        [
            ("Objectif", "Résultat clé", "Départ", "Cible", "Unité", "Porteur", "Échéance", "Confiance", "Statut"),
            ("Ferries leave on time", "Delays fall from 9 to 3 minutes", 9, 3, "min", "Inès", None, "0,6", "on track"),
            ("Ferries leave on time", "Cancelled crossings from 12 to 4", 12, 4, "month", "Noé", "", "40 %", "at risk"),
        ],
    ],
    ids=["en", "fr"],
)  # fmt: skip
def test_a_row_a_key_result(write: Callable[[Rows], tuple[str, bytes]], rows: Rows) -> None:
    """The objective is left blank below the first row, or repeated: it is one all the same."""
    document = read_document(*write(rows))

    assert_all_cut(document)
    assert objectives(document) == [
        ("Ferries leave on time", ["Delays fall from 9 to 3 minutes", "Cancelled crossings from 12 to 4"])
    ]
    first, second = key_results(document)
    assert [str(value) for value in (first.baseline, first.target, first.unit, first.owner, first.status)] == [
        "9", "3", "min", "Inès", "on track",
    ]  # fmt: skip
    assert (first.confidence, second.confidence) == (0.6, 0.4)


@every
def test_key_results_in_columns_of_their_own(write: Callable[[Rows], tuple[str, bytes]]) -> None:
    """Fields go to the key result that they name; what names none is the objective's."""
    rows = [
        ("Objectif", "KR1", "Cible KR1", "KR 2", "Cible du KR 2", "Responsable"),
        ("Les bateaux partent à l'heure", "Retards de 9 à 3 minutes", "3", "Annulations de 12 à 4", "4", "Léa"),
        ("Les voyageurs reviennent", None, None, "Abonnements de 40 à 60 %", "60", "Noé"),
    ]
    document = read_document(*write(rows))

    assert objectives(document) == [
        ("Les bateaux partent à l'heure", ["Retards de 9 à 3 minutes", "Annulations de 12 à 4"]),
        ("Les voyageurs reviennent", ["Abonnements de 40 à 60 %"]),
    ]
    assert [str(one.target) for one in key_results(document)] == ["3", "4", "60"]
    assert [str(one.owner) for one in document.sets[0].objectives] == ["Léa", "Noé"]


def test_fields_repeated_behind_each_column() -> None:
    """Where `Target` comes again behind every key result, each belongs to the one before it."""
    rows = [
        ("Objective", "KR1", "Target", "KR2", "Target"),
        ("Ferries leave on time", "Delays fall to a few minutes", "3", "Fewer crossings are cancelled", "4"),
        ("Travellers come back", None, "7", "More season tickets are renewed", "60"),
    ]
    document = read_document(*csv(rows))

    assert [str(one.target) for one in key_results(document)] == ["3", "4", "60"]


@every
def test_a_header_below_a_title_and_fields_of_the_set(write: Callable[[Rows], tuple[str, bytes]]) -> None:
    """Lines above the header tell the team, the cycle and the owner of all that follows."""
    rows = [
        ("OKR du port",),
        ("Équipe", "Quai"),
        ("Période : T3 2031",),
        *[(None,)] * 9,
        (None, "Objectif", "Résultat clé"),
        (None, "Les bateaux partent à l'heure", "Retards de 9 à 3 minutes"),
    ]
    document = read_document(*write(rows))

    (okr_set,) = document.sets
    assert (str(okr_set.team), str(okr_set.cycle)) == ("Quai", "T3 2031")
    assert objectives(document) == [("Les bateaux partent à l'heure", ["Retards de 9 à 3 minutes"])]


def test_merged_cells_say_what_they_say_once() -> None:
    """An objective that is merged down holds the key results beside it, and is one statement at its own cell."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "OKR du quai"
    sheet.append(["Objectif", "Résultat clé", "Porteur"])
    sheet.append(["Les bateaux partent à l'heure", "Retards de 9 à 3 minutes", "Léa"])
    sheet.append([None, "Annulations de 12 à 4 par mois", None])
    sheet.append(["Les voyageurs reviennent", "Abonnements de 40 à 60 %", "Noé"])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("C2:C3")
    document = read_document("okrs.xlsx", saved(book))

    first, second = document.sets[0].objectives
    assert [one.text.text for one in first.key_results] == [
        "Retards de 9 à 3 minutes",
        "Annulations de 12 à 4 par mois",
    ]
    assert len(second.key_results) == 1
    assert [str(one.owner) for one in key_results(document)] == ["Léa", "Léa", "Noé"]
    assert [one.text.span.cell for one in (first, *first.key_results)] == [
        "'OKR du quai'!A2", "'OKR du quai'!B2", "'OKR du quai'!B3",
    ]  # fmt: skip


def test_merged_cells_of_an_open_document() -> None:
    """ODS says it another way, and is read the same."""
    document = OdfDocument("spreadsheet")
    document.body.clear()
    table = Table("Plan")
    document.body.append(table)
    for place, words in {
        "A1": "Objective", "B1": "Key result", "A2": "Ferries leave on time",
        "B2": "Delays fall from 9 to 3 minutes", "B3": "Cancelled crossings from 12 to 4",
    }.items():  # fmt: skip
        table.set_value(place, words)
    table.set_span((0, 1, 0, 2))
    held = io.BytesIO()
    document.save(held)

    (objective,) = read_document("okrs.ods", held.getvalue()).sets[0].objectives
    assert [one.text.span.cell for one in (objective, *objective.key_results)] == ["Plan!A2", "Plan!B2", "Plan!B3"]


def test_a_line_across_the_table() -> None:
    """A team, a period or, where no column is for it, an objective above the rows that it holds."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    rows: Rows = [
        ["Résultat clé", "Cible"],
        ["Équipe Quai"],
        ["Les bateaux partent à l'heure"],
        ["Retards de 9 à 3 minutes", 3],
        ["Équipe : Pont"],
        ["Objectif : Les voyageurs reviennent"],
        ["Abonnements de 40 à 60 %", 60],
    ]
    for row in rows:
        sheet.append(list(row))
    for number in (2, 3):
        sheet.cell(number, 1).font = Font(bold=True)
    document = read_document("okrs.xlsx", saved(book))

    assert [str(one.team) for one in document.sets] == ["Équipe Quai", "Pont"]
    assert objectives(document) == [
        ("Les bateaux partent à l'heure", ["Retards de 9 à 3 minutes"]),
        ("Les voyageurs reviennent", ["Abonnements de 40 à 60 %"]),
    ]


def test_sheets_named_for_teams_and_periods() -> None:
    """Where several sheets hold OKRs, their names are teams; a period in a name is the cycle."""
    book = Workbook()
    book.remove(book["Sheet"])
    for name in ("Quai T3 2031", "Pont T3 2031"):
        sheet = book.create_sheet(name)
        sheet.append(["Objectif", "Résultat clé"])
        sheet.append(["Les bateaux partent à l'heure", f"Retards au {name[:4]} de 9 à 3 minutes"])
    book.create_sheet("Mode d'emploi").append(["Lisez ce classeur de gauche à droite."])
    document = read_document("okrs.xlsx", saved(book))

    assert [(str(one.team), str(one.cycle)) for one in document.sets] == [("Quai", "T3 2031"), ("Pont", "T3 2031")]
    assert document.sets[0].team is not None
    assert document.sets[0].team.span.cell == "Quai T3 2031"
    (left,) = document.skipped
    assert left.text.span.cell == "'Mode d''emploi'!A1"
    assert left.reason == reasons.NO_HEADER


@pytest.mark.parametrize(("name", "cycle"), [("FY24-Q1", "FY24-Q1"), ("Plan", None), ("OKR S1 2031", "S1 2031")])
def test_one_sheet_is_no_team(name: str, cycle: str | None) -> None:
    """The name of the only sheet is what a program or habit gave it; a period in it still tells."""
    document = read_document(*xlsx([("Objective", "Key result"), ("Ferries leave on time", "Delays 9 to 3")], name))

    (okr_set,) = document.sets
    assert okr_set.team is None
    assert (str(okr_set.cycle) if okr_set.cycle else None) == cycle


def test_what_is_hidden_is_left_out_and_said() -> None:
    """Hidden rows and sheets are work that somebody put away."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan"
    sheet.append(["Objective", "Key result"])
    for number in range(4):
        sheet.append([f"Ferries of quay {number} leave on time", f"Delays at quay {number} from 9 to 3 minutes"])
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].hidden = True
    away = book.create_sheet("Old")
    away.append(["Objective", "Key result"])
    away.sheet_state = "hidden"
    document = read_document("okrs.xlsx", saved(book))

    assert [one.text.span.cell for one in document.sets[0].objectives] == ["Plan!A2", "Plan!A5"]
    assert [(one.text.span.cell, one.reason) for one in document.skipped] == [
        ("Plan!A3", reasons.HIDDEN_ROWS),
        ("Old!A1", reasons.HIDDEN_SHEET),
    ]


def test_values_are_read_as_the_sheet_shows_them() -> None:
    """A share is a percentage, a day is written in full, and a number has no noise behind it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Objective", "Key result", "Baseline", "Target", "Due", "Confidence"])
    sheet.append(["Travellers come back", "Season tickets are renewed", 0.1 + 0.2, 0.6, date(2031, 9, 30), 0.7])
    sheet["D2"].number_format = "0%"
    (found,) = key_results(read_document("okrs.xlsx", saved(book)))

    assert (str(found.baseline), str(found.target), str(found.deadline)) == ("0.3", "60%", "2031-09-30")
    assert found.confidence == 0.7


def test_the_current_value_is_a_check_in_beside_a_baseline() -> None:
    """Without a baseline it is where the way to the target begins."""
    row = ("Travellers come back", "Season tickets are renewed")
    beside = read_document(*csv([("Objective", "KR", "Baseline", "Current"), (*row, "40", "45,5")]))
    alone = read_document(*csv([("Objectif", "KR", "Actuel", "Cible"), (*row, "45", "60")]))

    assert [one.value for one in key_results(beside)[0].check_ins] == [45.5]
    assert str(key_results(alone)[0].baseline) == "45"


@pytest.mark.parametrize("column", ["Initiatives", "Actions"])
def test_initiatives_in_a_column(column: str) -> None:
    """A bet stands under the key result of its row; a list in one cell is several."""
    rows = [
        ("Objective", "Key result", column),
        ("Ferries leave on time", "Delays from 9 to 3 minutes", "- Board at two doors\n- Sell tickets ashore"),
        (None, None, "Print the timetable larger"),
    ]
    (found,) = key_results(read_document(*xlsx(rows)))

    assert [one.text.text for one in found.initiatives] == [
        "Board at two doors", "Sell tickets ashore", "Print the timetable larger",
    ]  # fmt: skip


def test_several_key_results_in_one_cell() -> None:
    """Lines that are numbered or labelled are a statement each; other line ends read as blanks."""
    rows = [
        ("Objective", "Key results"),
        ("Ferries\nleave on time", "KR1: Delays from 9 to 3 minutes\nKR2: Cancelled crossings from 12 to 4"),
    ]
    document = read_document(*xlsx(rows))

    assert_all_cut(document)
    assert objectives(document) == [
        ("Ferries leave on time", ["Delays from 9 to 3 minutes", "Cancelled crossings from 12 to 4"])
    ]
    assert [one.id for one in key_results(document)] == ["KR1", "KR2"]


@every
@pytest.mark.parametrize("french", [False, True])
def test_rows_that_say_what_they_are(write: Callable[[Rows], tuple[str, bytes]], french: bool) -> None:  # noqa: FBT001 - a parameter
    """The kind of a row gives its role, and its parent its place, in whatever order they stand."""
    header = ("Type", "Identifiant", "Intitulé", "Parent") if french else ("Type", "ID", "Title", "Parent ID")
    kinds = ("Tâche", "Résultat clé", "Objectif") if french else ("Task", "Key Result", "Objective")
    rows = [
        header,
        (kinds[0], "T1", "Board at two doors", "K1"),
        (kinds[1], "K1", "Delays from 9 to 3 minutes", "O1"),
        (kinds[2], "O1", "Ferries leave on time", None),
        ("KPI", "X1", "Nights without a crossing", "O1"),
    ]
    document = read_document(*write(rows))

    objective = only(document)
    assert objective.text.text == "Ferries leave on time"
    assert [one.text.text for one in objective.key_results] == ["Delays from 9 to 3 minutes"]
    assert [one.text.text for one in objective.key_results[0].initiatives] == ["Board at two doors"]
    assert [one.reason for one in document.skipped] == ["rows of this kind are no part of OKRs"]


def test_parents_by_title_and_by_order() -> None:
    """A parent may be named by its words; rows without a column for it follow what stands above them."""
    by_title = [
        ("Type", "Name", "Parent"),
        ("Key result", "Delays from 9 to 3 minutes", "Ferries leave on time"),
        ("Objective", "Ferries leave on time", None),
    ]
    by_order = [("Type", "Name"), *((row[0], row[1]) for row in reversed(by_title[1:]))]

    for rows in (by_title, by_order):
        document = read_document(*csv(rows))
        assert objectives(document) == [("Ferries leave on time", ["Delays from 9 to 3 minutes"])]


def test_parents_in_a_circle_hold_nothing() -> None:
    """No statement is lost, and the reader comes to an end."""
    rows = [
        ("Type", "ID", "Title", "Parent"),
        ("Key result", "1", "Delays from 9 to 3 minutes", "2"),
        ("Key result", "2", "Cancelled crossings from 12 to 4", "1"),
        ("Task", "3", "Board at two doors", "3"),
    ]
    document = read_document(*csv(rows))

    assert sorted(texts(document)) == [
        "Board at two doors", "Cancelled crossings from 12 to 4", "Delays from 9 to 3 minutes",
    ]  # fmt: skip


def test_objectives_and_key_results_in_two_sheets() -> None:
    """A key result finds its objective by the number it has in another sheet."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Objectifs"
    for row in (["Référence", "Objectif", "Porteur"], ["O1", "Les bateaux partent à l'heure", "Léa"]):
        first.append(row)
    second = book.create_sheet("Résultats clés")
    for row in (["Objectif", "Résultat clé"], ["O1", "Retards de 9 à 3 minutes"]):
        second.append(row)
    document = read_document("okrs.xlsx", saved(book))

    assert objectives(document) == [("Les bateaux partent à l'heure", ["Retards de 9 à 3 minutes"])]


def test_a_column_of_teams_and_of_cycles() -> None:
    """Each team in each cycle has a set; a blank cell goes on with the one above."""
    rows = [
        ("Équipe", "Trimestre", "Objectif", "Résultat clé"),
        ("Quai", "T3 2031", "Les bateaux partent à l'heure", "Retards de 9 à 3 minutes"),
        (None, None, None, "Annulations de 12 à 4 par mois"),
        ("Pont", "T3 2031", "Les voyageurs reviennent", "Abonnements de 40 à 60 %"),
    ]
    document = read_document(*csv(rows))

    assert [(str(one.team), str(one.cycle), len(one.objectives)) for one in document.sets] == [
        ("Quai", "T3 2031", 1),
        ("Pont", "T3 2031", 1),
    ]
    assert [len(each) for _, each in objectives(document)] == [2, 1]


def test_a_second_table_below_the_first() -> None:
    """A header that comes again opens a table of its own."""
    rows = [
        ("Objective", "Key result", "Target"),
        ("Ferries leave on time", "Delays from 9 to 3 minutes", "3"),
        (None,),
        ("Key result", "Objective", "Owner"),
        ("Season tickets from 40 to 60 %", "Travellers come back", "Noé"),
    ]
    document = read_document(*csv([[cell.replace("é", "e") if cell else cell for cell in row] for row in rows]))

    assert objectives(document) == [
        ("Ferries leave on time", ["Delays from 9 to 3 minutes"]),
        ("Travellers come back", ["Season tickets from 40 to 60 %"]),
    ]


@every
@pytest.mark.parametrize(
    "rows",
    [
        [("product", "price"), ("Rope of forty metres", "12")],
        [("Name", "Result", "Date"), ("boiler", "ok", "2031"), ("engine", "ok", "2031")],
        [("Task", "Owner"), ("Board at two doors tomorrow", "Noe")],
    ],
)
def test_a_table_without_okrs_gives_none(write: Callable[[Rows], tuple[str, bytes]], rows: Rows) -> None:
    """A list of products, measurements or tasks is read, and holds nothing; the place and the reason are said."""
    document = read_document(*write(rows))

    assert texts(document) == []
    assert len(document.skipped) == 1


def test_labels_without_a_header() -> None:
    """A sheet that is used as a page is read by the labels of its lines."""
    rows = [
        ("Équipe : Quai",),
        ("Objectif 1 : Les bateaux partent à l'heure",),
        ("KR 1", "Retards de 9 à 3 minutes"),
        ("KR 2 : Annulations de 12 à 4 par mois",),
    ]
    document = read_document(*xlsx(rows))

    assert objectives(document) == [
        ("Les bateaux partent à l'heure", ["Retards de 9 à 3 minutes", "Annulations de 12 à 4 par mois"])
    ]
    assert str(document.sets[0].team) == "Quai"


@every
def test_a_house_names_its_own_headers(write: Callable[[Rows], tuple[str, bytes]]) -> None:
    """What a house calls its columns wins over what okrlint would take them for."""
    rows = [
        ("Ce que nous voulons", "Preuve attendue", "Objectif"),
        ("Les bateaux partent à l'heure", "Retards de 9 à 3 minutes", "3"),
    ]
    house = {"objective": ("Ce que nous voulons",), "key_result": ("preuve  ATTENDUE",), "target": ("Objectif",)}
    name, data = write(rows)
    document = read_document(name, data, headers=house)

    assert objectives(document) == [("Les bateaux partent à l'heure", ["Retards de 9 à 3 minutes"])]
    assert str(key_results(document)[0].target) == "3"
    assert objectives(read_document(name, data)) != objectives(document)
