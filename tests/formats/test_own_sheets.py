"""CSV and XLSX as okrlint writes them: nothing of them runs, each cell has its place, and hostile files are refused."""

from __future__ import annotations

import csv
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.formats import read_document, write_document
from okrlint.errors import ReadError
from okrlint.model import Document, KeyResult, Objective, OkrSet, Source, Text, walk
from okrlint_formats import reasons
from okrlint_formats.as_sheet import unguarded
from tests.documents import NOWHERE, TREES

FORMULAS = ["=HYPERLINK(1)", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "'=already", "''=twice"]


def said(text: str) -> Document:
    """Return a document with one objective and one key result in its words."""
    key_result = KeyResult(text=Text(text=text, span=NOWHERE), target=Text(text="40", span=NOWHERE))
    objective = Objective(text=Text(text="Ferries leave on time", span=NOWHERE), key_results=(key_result,))
    return Document(path="x", format="x", source=Source("x", ""), sets=(OkrSet(objectives=(objective,)),))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_sentence_is_no_formula(text: str) -> None:
    """A spreadsheet that opens the file runs nothing of it."""
    rows = list(csv.reader(io.StringIO(write_document(said(text), "csv", "en").decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(write_document(said(text), "xlsx", "en"))).active
    assert sheet is not None

    assert rows[2][2] == f"'{text}"
    assert unguarded(rows[2][2]) == text
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet["C3"].value == text


def test_figures_are_numbers_in_a_sheet_and_the_header_is_held() -> None:
    """Whoever opens the sheet can calculate with a target."""
    sheet = openpyxl.load_workbook(io.BytesIO(write_document(said("Delays"), "xlsx", "fr"))).active
    assert sheet is not None

    assert [cell.value for cell in sheet[1]] == ["Type", "Objectif", "Résultat clé", "Initiative", "Cible"]
    assert sheet["E3"].value == 40
    assert sheet.freeze_panes == "A2"


def test_french_csv_is_what_a_french_spreadsheet_opens() -> None:
    """Semicolons, and a mark that says UTF-8."""
    written = write_document(said("Retards de 9 à 3 minutes"), "csv", "fr")

    assert written.startswith(b"\xef\xbb\xbfType;Objectif;R\xc3\xa9sultat cl\xc3\xa9;")


@given(TREES)
def test_every_csv_text_stands_where_it_says(document: Document) -> None:
    """An editor can point at each character of a sentence."""
    found = read_document("okr.csv", write_document(document, "csv", "en"))

    for statement, _, _ in walk(found):
        text = statement.text
        for at, character in enumerate(text.text):
            begin, end = text.offsets(at, at + 1)
            assert found.source.text[begin:end] == character
        assert found.source.place(text.span.start) == (text.span.line, text.span.column)


def test_a_cell_of_a_workbook_is_named() -> None:
    """A note about it says OKR!C3, not a line."""
    found = read_document("okr.xlsx", write_document(said("Delays from 9 to 3"), "xlsx", "en"))

    assert [one.text.span.cell for one, _, _ in walk(found)] == ["OKR!B2", "OKR!C3"]


def test_a_table_of_something_else_holds_no_okr() -> None:
    """It is told as left out."""
    found = read_document("lunch.csv", b"Day,Soup\nMonday,Leek\n")

    assert found.sets == ()
    assert [one.reason for one in found.skipped] == [reasons.NO_HEADER]


def bomb() -> bytes:
    """Return a small archive that unpacks to a hundred megabytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 100_000_000)
    return held.getvalue()


def far() -> bytes:
    """Return a workbook with one cell in the last row and column that there is."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["XFD1048576"] = "far"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize("data", [b"", b"no archive", bomb()], ids=["empty", "text", "bomb"])
def test_a_hostile_workbook_is_refused_in_one_sentence(data: bytes) -> None:
    """In bounded time and memory."""
    with pytest.raises(ReadError) as raised:
        read_document("okr.xlsx", data)

    assert "\n" not in str(raised.value)


def test_a_cell_at_the_far_end_of_a_sheet_is_not_walked_to() -> None:
    """A sheet that claims a million rows costs no more than those that are read."""
    assert read_document("okr.xlsx", far()).sets == ()


@given(st.binary(max_size=200) | st.text(alphabet="\",;\t\n\rab'= ", max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """A CSV file never brings a stack trace, and never stands still."""
    try:
        found = read_document("okr.csv", b"Type,Objective,Key result,Initiative\r\n" + data)
    except ReadError:
        return
    assert found.format == "csv"
