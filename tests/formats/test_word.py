"""Word documents are read as Markdown is: headings, lists with their levels, tables, bold lines, tracked changes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.formats import read_document
from okrlint.model import Document, OkrSet, walk
from tests.conftest import Run
from tests.formats.test_spans import assert_all_cut
from tests.strategies import ANYTHING, SENTENCES

Fill = Callable[[WordDocument], object]


def written(fill: Fill) -> bytes:
    """Return the bytes of a Word document that a test fills in."""
    document = docx.Document()
    fill(document)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def read(fill: Fill) -> Document:
    """Write a document and read it."""
    found = read_document("okr.docx", written(fill))
    assert_all_cut(found)
    return found


def said(document: Document) -> list[tuple[str, str, str | None]]:
    """Return role, words and place of every statement."""
    return [(one.role, one.text.text, one.text.span.cell) for one, _, _ in walk(document)]


def only(document: Document) -> OkrSet:
    """Return the one set of a document."""
    (found,) = document.sets
    return found


def add(document: WordDocument, inner: str) -> None:
    """Append a paragraph in Word's own XML."""
    document.element.body.insert(len(document.element.body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))


@pytest.mark.parametrize(
    ("team", "label", "goal", "owner", "bet"),
    [
        ("Team: Quay", "Objective 1: ", "Ferries leave on time", "Owner: Noé", "Initiative: Paint the quay"),
        ("Équipe : Quai", "Objectif 1 : ", "Les bacs partent à l’heure", "Responsable : Noé", "Action : Peindre"),
    ],
)
def test_headings_and_lists_with_their_levels(team: str, label: str, goal: str, owner: str, bet: str) -> None:
    """A bullet below an objective is its key result, what is deeper belongs to that; a blank line is no paragraph."""

    def fill(document: WordDocument) -> None:
        document.add_heading("OKR", 0)
        document.add_paragraph(team)
        document.add_heading(label + goal, 1)
        document.add_paragraph("")
        document.add_paragraph("9 → 3 minutes", style="List Bullet")
        document.add_paragraph(owner, style="List Bullet 2")
        document.add_paragraph(bet, style="List Bullet 2")
        document.add_paragraph("4 → 6 bacs", style="List Number")

    document = read(fill)

    found = only(document)
    assert found.team is not None
    assert found.team.text == team.split(":")[1].strip()
    (objective,) = found.objectives
    assert (objective.text.text, objective.text.span.cell) == (goal, "¶3")
    first, second = objective.key_results
    assert (first.text.text, first.text.span.cell) == ("9 → 3 minutes", "¶4")
    assert first.owner is not None
    assert first.owner.text == "Noé"
    assert [one.text.text for one in first.initiatives] == [bet.split(":")[1].strip()]
    assert (second.text.text, second.text.span.cell) == ("4 → 6 bacs", "¶7")


def test_a_level_that_word_keeps_in_the_paragraph_counts() -> None:
    """Lists made with a button have no style of their own."""
    item = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r>'

    def fill(document: WordDocument) -> None:
        document.add_heading("Objective 1: Ferries leave on time", 1)
        add(document, item.format(0, "Delays from 9 to 3 minutes"))
        add(document, item.format(1, "Owner: Inès"))

    (result,) = only(read(fill)).objectives[0].key_results

    assert result.owner is not None
    assert (result.text.text, result.owner.text) == ("Delays from 9 to 3 minutes", "Inès")


def test_bold_lines_are_headings_of_what_follows() -> None:
    """People make a line bold where they want a heading."""

    def fill(document: WordDocument) -> None:
        document.add_heading("OKRs Q3 2031", 1)
        for goal, result in (
            ("Ferries leave on time", "Delays from 9 to 3 minutes"),
            ("Les bacs sont pleins", "Remplissage de 40 % à 70 %"),
        ):
            line = document.add_paragraph()
            line.add_run(goal[:4]).bold = True
            line.add_run(goal[4:]).bold = True
            document.add_paragraph(result, style="List Bullet")

    assert [(role, words) for role, words, _ in said(read(fill))] == [
        ("objective", "Ferries leave on time"),
        ("key_result", "Delays from 9 to 3 minutes"),
        ("objective", "Les bacs sont pleins"),
        ("key_result", "Remplissage de 40 % à 70 %"),
    ]


def test_what_was_deleted_is_not_read_and_what_was_inserted_is() -> None:
    """A document under review reads as if every change were taken."""
    change = 'w:id="1" w:author="Noé" w:date="2031-01-01T00:00:00Z"'

    def fill(document: WordDocument) -> None:
        document.add_heading("Objective 1: Ferries leave on time", 1)
        add(
            document,
            f"<w:r><w:t xml:space='preserve'>KR 1: Delays from 9 to </w:t></w:r>"
            f"<w:del {change}><w:r><w:delText>5</w:delText></w:r></w:del>"
            f"<w:ins {change}><w:r><w:t>3</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> minutes</w:t></w:r>",
        )
        add(document, f"<w:del {change}><w:r><w:delText>KR 2: Gone</w:delText></w:r></w:del>")
        add(document, f"<w:moveFrom {change}><w:r><w:t>KR 3: Moved away</w:t></w:r></w:moveFrom>")
        add(document, f"<w:pPr><w:rPr><w:del {change}/></w:rPr></w:pPr><w:r><w:t>KR 4: Crossings</w:t></w:r>")
        add(document, "<w:r><w:t xml:space='preserve'> from 40 to 60 a day</w:t></w:r>")

    assert [words for _, words, _ in said(read(fill))] == [
        "Ferries leave on time",
        "Delays from 9 to 3 minutes",
        "Crossings from 40 to 60 a day",
    ]


def test_hidden_text_is_left_out() -> None:
    """Whether the words themselves are hidden, or their style is; a switch that is off hides nothing."""

    def fill(document: WordDocument) -> None:
        document.styles["Quote"].font.hidden = True
        line = document.add_paragraph("Objective 1: Ferries leave")
        line.add_run(" never").font.hidden = True
        line.add_run(" on time").font.hidden = False
        document.add_paragraph("KR 1: Nobody sees this", style="Quote")

    assert [words for _, words, _ in said(read(fill))] == ["Ferries leave on time"]


def test_links_fields_and_contents() -> None:
    """The words of a link are read, its address is not; a table of contents holds no OKR."""

    def fill(document: WordDocument) -> None:
        document.add_paragraph("Objective 1: Not this one", style=document.styles.add_style("toc 1", 1))
        document.add_heading("Objective 1: Ferries leave on time", 1)
        link = '<w:hyperlink w:anchor="x"><w:r><w:t>from 9 to 3</w:t></w:r></w:hyperlink>'
        code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        add(document, f"<w:r><w:t xml:space='preserve'>KR 1: Delays </w:t></w:r>{link}{code}<w:r><w:t> min</w:t></w:r>")

    assert [words for _, words, _ in said(read(fill))] == ["Ferries leave on time", "Delays from 9 to 3 min"]


@pytest.mark.parametrize(
    ("header", "goal"),
    [
        (("Objective", "Key results", "Owner"), "Ferries leave on time"),
        (("Objectif", "Résultats clés", "Responsable"), "Les bacs partent à l’heure"),
    ],
)
def test_a_table_with_merged_cells_and_a_list_in_a_cell(header: tuple[str, str, str], goal: str) -> None:
    """An objective over two rows is one; the key results in one cell are as many as its list has items."""

    def fill(document: WordDocument) -> None:
        document.add_heading("OKR Q3 2031", 1)
        table = document.add_table(3, 3)
        for cell, words in zip(table.rows[0].cells, header, strict=True):
            cell.text = words
        table.cell(1, 0).merge(table.cell(2, 0)).text = goal
        cell = table.cell(1, 1)
        cell.paragraphs[0].text = "9 → 3 minutes"
        cell.paragraphs[0].style = "List Bullet"
        cell.add_paragraph("40 → 60 bacs", style="List Bullet")
        table.cell(1, 2).text = "Inès"
        table.cell(2, 1).text = "0 → 1 quai"
        table.cell(2, 2).text = "Noé"

    document = read(fill)

    assert said(document) == [
        ("objective", goal, "table1!A2"),
        ("key_result", "9 → 3 minutes", "table1!B2"),
        ("key_result", "40 → 60 bacs", "table1!B2"),
        ("key_result", "0 → 1 quai", "table1!B3"),
    ]
    owners = [one.owner.text if one.owner else None for one in only(document).objectives[0].key_results]
    assert owners == ["Inès", "Inès", "Noé"]


def test_a_cell_over_columns_keeps_the_others_in_their_column() -> None:
    """A row that spans the table is the objective of those below it."""

    def fill(document: WordDocument) -> None:
        table = document.add_table(3, 3)
        for cell, words in zip(table.rows[0].cells, ("Key result", "Baseline", "Target"), strict=True):
            cell.text = words
        table.cell(1, 0).merge(table.cell(1, 2)).text = "Objective 1: Ferries leave on time"
        for cell, words in zip(table.rows[2].cells, ("Delays at the quay", "9", "3"), strict=True):
            cell.text = words

    (objective,) = only(read(fill)).objectives

    (result,) = objective.key_results
    assert objective.text.text == "Ferries leave on time"
    assert result.baseline is not None
    assert result.target is not None
    assert (result.text.text, result.baseline.text, result.target.text) == ("Delays at the quay", "9", "3")


def test_a_frame_of_one_cell_is_no_table() -> None:
    """People put a box around a whole objective."""

    def fill(document: WordDocument) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.paragraphs[0].text = "Objective 1: Ferries leave on time"
        cell.add_paragraph("Delays from 9 to 3 minutes", style="List Bullet")

    assert said(read(fill)) == [
        ("objective", "Ferries leave on time", "table1!A1"),
        ("key_result", "Delays from 9 to 3 minutes", "table1!A1"),
    ]


@given(SENTENCES, ANYTHING)
def test_no_character_is_taken_for_markup(sentence: str, noise: str) -> None:
    """What Markdown would read as emphasis, a link or an entity is plain text in Word, in runs of any weight."""

    def fill(document: WordDocument) -> None:
        document.add_paragraph("Objective 1: Ferries leave on time")
        line = document.add_paragraph("KR 1: " + sentence + " ")
        line.add_run(noise).bold = True
        line.add_run(" zz")

    result = only(read(fill)).objectives[0].key_results[0]

    whole = "".join(f"{sentence} {noise} zz".split())
    # An arrow (-->) opens a result, in Word as elsewhere.
    assert "".join(result.text.text.split()) == whole or result.annotation is not None


def test_a_finding_names_the_paragraph(run: Run, tmp_path: Path) -> None:
    """Whoever has the document open finds the place."""

    def fill(document: WordDocument) -> None:
        document.add_heading("Objective 1: Shops reorder without calling us", 1)
        document.add_paragraph("KR 1: Launch the new portal", style="List Bullet")

    (tmp_path / "okr.docx").write_bytes(written(fill))

    done = run("check", "okr.docx")

    assert done.code == 0
    assert "okr.docx:¶2  Key result" in done.out
    assert "(okr.docx:¶2)" in done.out.replace("\n", " ")


@given(st.lists(st.tuples(st.sampled_from(["Normal", "List Bullet", "Heading 2", "Title"]), ANYTHING), max_size=6))
def test_any_paragraphs_give_spans_that_hold(lines: list[tuple[str, str]]) -> None:
    """Whatever stands in a document, what is called a statement stands where it says."""

    def fill(document: WordDocument) -> None:
        for style, text in lines:
            document.add_paragraph(text, style=style)

    read(fill)
