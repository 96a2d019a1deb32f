"""Spreadsheets from outside may hold anything: a reader gives a document or one plain error, in bounded time."""

from __future__ import annotations

import builtins
import io
import time
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from okrlint.engine.formats import read_document
from okrlint.errors import ReadError
from okrlint.model import walk
from okrlint_formats import reasons
from okrlint_formats.sheets.sheet import MOST_ROWS
from tests.formats.test_hostile import assert_read_or_refused
from tests.formats.test_sheets import csv, key_results, objectives, ods, saved, xlsx
from tests.formats.test_spans import assert_all_cut
from tests.strategies import ANYTHING, SENTENCES

GOOD = [("Objective", "Key result", "Target"), ("Ferries leave on time", "Delays from 9 to 3 minutes", "3")]
HEADERS = [
    "Objective", "Objectif", "Key result", "KR1", "KR 2", "Résultat clé", "Cible", "Target", "Owner", "Porteur", "Type",
    "ID", "Parent", "Name", "Titre", "Équipe", "Cycle", "Initiative", "Confidence", "Current", "Score", "Status",
]  # fmt: skip
KINDS = ["Objective", "Key result", "Tâche", "Epic", "KPI", "O1", "1", "2", ""]
#: A wall clock of a busy machine: generous, and far below what no bound would take.
SECONDS = 60


def repacked(data: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """Return an archive with some parts changed, added, or left out."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        parts: dict[str, bytes | None] = {name: old.read(name) for name in old.namelist()}
        for name, content in {**parts, **changed}.items():
            if content is not None:
                new.writestr(name, content)
    return held.getvalue()


def refused(name: str, data: bytes) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(ReadError) as caught:
        read_document(name, data)
    assert caught.value.culprit == name
    return str(caught.value)


CELLS = st.one_of(ANYTHING, SENTENCES, st.sampled_from(KINDS + HEADERS), st.text(max_size=20))
TABLES = st.tuples(
    st.lists(st.sampled_from(HEADERS), min_size=1, max_size=6),
    st.lists(st.lists(CELLS, max_size=6), max_size=6),
    st.integers(min_value=0, max_value=3),
).map(lambda made: [*([["OKR"]] * made[2]), made[0], *made[1]])


def quoted(rows: list[list[str]], mark: str) -> str:
    """Write rows with every cell in quotation marks."""
    return "\r\n".join(mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)


@given(rows=TABLES, mark=st.sampled_from([",", ";", "\t"]), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_table_in_csv_is_read_or_refused(rows: list[list[str]], mark: str, encoding: str) -> None:
    """Whatever stands in the cells, what is called a statement stands where it says."""
    assert_read_or_refused("a.csv", quoted(rows, mark).encode(encoding, "replace"))


@given(data=st.one_of(st.binary(max_size=300), st.text(alphabet='a;,\t"\r\n é\0', max_size=80).map(str.encode)))
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.xlsx", "a.ods"])
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    """Noise ends in a document or in one sentence."""
    assert_read_or_refused(name, data)


def cleaned(cell: str) -> str:
    """Leave out the characters that XML cannot hold."""
    return "".join(one for one in cell if one >= " " and one.isprintable())


@settings(max_examples=40, deadline=None)
@given(rows=TABLES, merges=st.lists(st.sampled_from(["A1:A3", "A2:B4", "B2:B3", "C1:D1", "A5:F9"]), max_size=2))
def test_any_table_in_xlsx_is_read(rows: list[list[str]], merges: list[str]) -> None:
    """Merged cells, formulas and odd characters are all read."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([cleaned(cell) for cell in row])
    for stretch in merges:
        sheet.merge_cells(stretch)

    assert_all_cut(read_document("a.xlsx", saved(book)))


@settings(max_examples=25, deadline=None)
@given(rows=TABLES)
def test_any_table_in_ods_is_read(rows: list[list[str]]) -> None:
    """The same, as LibreOffice keeps it."""
    name, data = ods([[cleaned(cell) for cell in row] for row in rows])

    assert_all_cut(read_document(name, data))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("written", [xlsx(GOOD), ods(GOOD)], ids=["xlsx", "ods"])
def test_a_workbook_with_wrong_bytes_is_read_or_refused(written: tuple[str, bytes], data: st.DataObject) -> None:
    """A byte that flipped, or XML that was cut: never more than one error."""
    name, whole = written
    if data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(whole) - 1))
        assert_read_or_refused(name, whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :])
        return
    part = "content.xml" if name.endswith("ods") else "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        xml = archive.read(part)
    at, end = sorted((data.draw(st.integers(0, len(xml))), data.draw(st.integers(0, len(xml)))))
    assert_read_or_refused(name, repacked(whole, {part: xml[:at] + xml[end:]}))


@pytest.mark.parametrize("write", [xlsx, ods])
def test_an_archive_that_is_cut_short_is_refused(write: Callable[..., tuple[str, bytes]]) -> None:
    """Half a download is told as that."""
    name, data = write(GOOD)

    assert "the workbook is cut short or damaged" in refused(name, data[: len(data) // 2])
    assert "this is no " in refused(name, b"Objective,Key result\n")


@pytest.mark.parametrize("write", [xlsx, ods])
def test_another_archive_is_refused(write: Callable[..., tuple[str, bytes]]) -> None:
    """A ZIP of something else has no sheets."""
    name, _ = write(GOOD)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("readme.txt", "Rope")

    assert "this is a ZIP archive, but no" in refused(name, held.getvalue())


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(write: Callable[..., tuple[str, bytes]]) -> None:
    """What an archive claims to hold is looked at first."""
    name, data = write(GOOD)
    bomb = repacked(data, {"xl/media/a.bin": bytes(301_000_000)})
    assert len(bomb) < 1_000_000

    started = time.monotonic()
    assert "too large once unpacked" in refused(name, bomb)
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize(("write", "part"), [(xlsx, "xl/worksheets/sheet1.xml"), (ods, "content.xml")])
def test_xml_that_declares_entities_is_refused(write: Callable[..., tuple[str, bytes]], part: str) -> None:
    """No spreadsheet writes them; attacks do."""
    name, data = write(GOOD)
    evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'

    assert "declares XML entities" in refused(name, repacked(data, {part: evil}))


def test_an_old_or_locked_workbook_is_told() -> None:
    """People see why, and what to do."""
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

    assert "save it as .xlsx" in refused("a.xlsx", old)
    assert "locked with a password" in refused("a.xlsx", old + "EncryptedPackage".encode("utf-16-le"))


def test_the_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without openpyxl, one sentence says what to install; other sheets are read all the same."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "openpyxl":
            raise ImportError(name)
        return real(name, *rest)

    name, data = xlsx(GOOD)
    other = ods(GOOD)
    monkeypatch.setattr(builtins, "__import__", without)

    assert "pip install 'okrlint[sheets]'" in refused(name, data)
    assert len(key_results(read_document(*other))) == 1


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_a_hundred_thousand_rows_are_bounded_and_said(kind: str) -> None:
    """The first rows are read, and the place where reading ended is told."""
    rows = 100_000
    row = ("Ferries of the quay leave on time", "Delays at the quay fall from 9 to 3 minutes", "3")
    if kind == "csv":
        name, data = csv([GOOD[0], *[row] * rows])
    elif kind == "xlsx":
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Plan")
        sheet.append(GOOD[0])
        for _ in range(rows):
            sheet.append(row)
        name, data = "okrs.xlsx", saved(book)
    else:
        name, data = ods([GOOD[0], row])
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = archive.read("content.xml").decode()
        first = content.index("<table:table-row", content.index("</table:table-row>"))
        end = content.index("</table:table-row>", first) + len("</table:table-row>")
        content = content[:first] + content[first:end] * rows + content[end:]
        data = repacked(data, {"content.xml": content.encode()})
    started = time.monotonic()
    document = read_document(name, data)

    assert time.monotonic() - started < SECONDS
    assert len(objectives(document)) == 1
    (left,) = document.skipped
    assert left.reason == reasons.TOO_MANY
    assert left.text.span.cell == (None if kind == "csv" else f"Plan!A{MOST_ROWS + 1}")
    assert kind != "csv" or left.text.span.line == MOST_ROWS + 1


def test_a_row_of_nothing_that_is_repeated_a_million_times_costs_nothing() -> None:
    """LibreOffice writes blank stretches so; a filled one is as long as the sheet may be."""
    name, data = ods(GOOD)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml").decode()
    at = content.rindex("<table:table-row")
    blank = '<table:table-row table:number-rows-repeated="9"><table:table-cell/></table:table-row>'
    spread = content[:at] + blank + content[at:].replace(
        "<table:table-row", '<table:table-row table:number-rows-repeated="999999999"', 1
    )  # fmt: skip
    document = read_document(name, repacked(data, {"content.xml": spread.encode()}))

    assert key_results(document)[0].text.span.cell == "Plan!B11"
    assert len(key_results(document)) == 1


def test_formulas_give_the_value_that_was_stored_and_are_never_evaluated() -> None:
    """A formula without a stored value, or one that failed, is said with its cell."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan"
    for row in [*GOOD, ("Travellers come back", "=1+1", "#REF!")]:
        sheet.append(row)
    data = saved(book)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    stored = xml.replace("<v></v>", "<v/>").replace("<v />", "<v/>")
    assert "<f>1+1</f><v/>" in stored
    words = stored.replace('<c r="B3"', '<c r="B3" t="str"').replace("<v/>", "<v>Season tickets from 40 to 60</v>")
    kept = repacked(data, {"xl/worksheets/sheet1.xml": words.encode()})

    assert [one.text.text for one in key_results(read_document("a.xlsx", kept))][1:] == ["Season tickets from 40 to 60"]
    assert [(one.text.span.cell, one.reason) for one in read_document("a.xlsx", data).skipped] == [
        ("Plan!B3", "a formula without a stored value"),
        ("Plan!C3", "a formula that failed"),
    ]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"Objective,Key result\nFerries,Delays\x00 fall\n", "a.csv: this is no text but a binary file"),
        (b"Objective,Key result\nFerries,Delays\x81 fall\n", "a.csv:2:15: this is neither UTF-8 nor Windows-1252"),
        (b"\xef\xbb\xbfObjective\n\xe9", "a.csv:2:1: this is not UTF-8 text"),
        (b"\xff\xfeO\x00b\x00\x00\xd8", "a.csv:1:3: this is not UTF-16 text"),
    ],
)
def test_wrong_characters_are_told_with_line_and_column(data: bytes, place: str) -> None:
    """The place in the message is the place in the file."""
    assert refused("a.csv", data).startswith(place)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_marks_of_every_program(encoding: str, mark: str) -> None:
    """The same statements at the same lines, whatever wrote the file; decimal commas are in quotation marks."""
    rows = [
        ["Objectif", "Résultat clé", "Départ", "Cible"],
        ["Les bateaux partent à l'heure", 'Retards « à quai » de 9 à 3 "minutes"', "9,5", "3"],
    ]
    document = read_document("a.csv", quoted(rows, mark).encode(encoding))

    (found,) = key_results(document)
    assert found.text.text == 'Retards « à quai » de 9 à 3 "minutes"'
    assert (str(found.baseline), found.text.span.line) == ("9,5", 2)
    assert_all_cut(document)


def test_excel_names_the_mark_itself() -> None:
    """`sep=` is an instruction, not a row."""
    (found,) = key_results(read_document("a.csv", b"sep=|\nObjective|Key result\nFerries leave; on time|Delays fall\n"))

    assert found.text.span.line == 3


def test_a_quotation_mark_that_nothing_closes_is_a_character() -> None:
    """The rows below it are not swallowed."""
    data = (
        'Objective;Key result\nFerries leave on time;"Fast" crossings from 4 to 9\nMore come back;40" of water to 12\n'
    )

    assert [one.text.text for one in key_results(read_document("a.csv", data.encode()))] == [
        '"Fast" crossings from 4 to 9', '40" of water to 12',
    ]  # fmt: skip


def test_the_file_that_excel_keeps_beside_an_open_workbook_is_nothing() -> None:
    """A folder with an open workbook can be checked."""
    assert read_document("folder/~$okrs.xlsx", b"\x05Ines").sets == ()


@pytest.mark.parametrize("write", [csv, xlsx, ods])
def test_columns_beyond_those_that_are_read_are_told_once(write: Callable[[Any], tuple[str, bytes]]) -> None:
    """Nothing is left out in silence, and not once for each row."""
    far: list[str | None] = [None] * 250
    rows = [
        ["Objective", "Key result", *far, "far"],
        ["Boats leave on time each day", "From 3 to 5 a day"],
        [None, "From 4 to 6 a day", *far, "further"],
        [None, "From 5 to 7 a day"],
    ]

    document = read_document(*write(rows))

    assert [one.reason for one in document.skipped].count(reasons.TOO_WIDE) == 1
    assert len(list(walk(document))) == 4
