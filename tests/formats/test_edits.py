"""A change is written into a file as it is: the lines it needs, and no other byte."""

from __future__ import annotations

import difflib
import io
import re
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrlint.engine.carried import same
from okrlint.engine.edit import edited
from okrlint.engine.formats import format_to_write, read_document, write_document
from okrlint.errors import EditError
from okrlint.model import Document, walk
from okrlint.model.change import Change, Reword, SetField, ToInitiatives, changed
from okrlint.model.idents import idents
from tests.documents import SENTENCES, TREES, VALUES

ENGLISH = """# Team Ferries — Q3 2031

## Objective: Commuters cross the bay without waiting

- KR 1: Share of crossings on time from 71% to 90%
  - Owner: Ana
- KR 2: Launch three campaigns on the quay
- **Initiative:** Paint the boats

Notes follow.
"""
FRENCH = """# OKR T3 2031

### Les usagers traversent la baie sans attendre
Résultats clés :
* Part des traversées à l'heure de 71 % à 90 %
* Lancer **trois** campagnes

Initiatives :
* Repeindre les bateaux

### Les pilotes restent
* Départs de 12 à 4 par an
"""
TABLE = """# OKRs Q3

| Objective | Key result | Target | Owner |
|---|---|---|---|
| Boats leave on time | Share of departures on time | 90% | |
| | Launch the new pier | | Bo |
"""
YAML = """# our plan
team: Ferries   # the crew
objectives:
  - objective: "Commuters cross the bay without waiting"   # why
    key_results:
      - key_result: Share of crossings on time from 71% to 90%
        owner: Ana
      - Launch three campaigns on the quay   # half done
      - key_result: >-
          Paint the
          pier
        owner: Bo
    initiatives:
    - Repaint the boats
  - title: Crews stay
    krs:
      - Train 40 pilots
"""
JSON = """{"team": "Ferries", "objectives": [
  {"objective": "Commuters cross the bay without waiting",
   "key_results": [
     {"key_result": "Share of crossings on time from 71% to 90%", "owner": "Ana"},
     "Launch three campaigns",
     {
       "key_result": "Paint the \\u00e9 pier",
       "owner": "Bo"
     }
   ]}
]}
"""
CSV = """Équipe;Objectif;Résultat clé;Cible
Quais;Les usagers traversent sans attendre;"Part à l'heure; de 71 % à 90 %";90
;;Lancer trois campagnes;
"""
FILES = {
    "en.md": ENGLISH, "fr.md": FRENCH, "table.md": TABLE, "okr.yaml": YAML, "okr.json": JSON, "okr.csv": CSV,
}  # fmt: skip


def lines_of(name: str, of: str, change: Change) -> list[str]:
    """Return the lines that a change takes out and puts in."""
    before = FILES[name]
    after = edited(name, before.encode(), of, change).decode()
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


@pytest.mark.parametrize(
    ("name", "of", "change", "lines"),
    [
        ("en.md", "KR2", Reword("Queue falls from 20 to 5 minutes"),
         ["- - KR 2: Launch three campaigns on the quay", "+ - KR 2: Queue falls from 20 to 5 minutes"]),
        ("en.md", "KR1", SetField("owner", "Bo"), ["-   - Owner: Ana", "+   - Owner: Bo"]),
        ("en.md", "KR1", SetField("baseline", "71%"), ["+   - Baseline: 71%"]),
        ("en.md", "o1", SetField("rationale", "People trust the boat"), ["+ - Why: People trust the boat"]),
        ("en.md", "KR2", ToInitiatives(),
         ["- - KR 2: Launch three campaigns on the quay", "+ - **Initiative:** Launch three campaigns on the quay"]),
        ("fr.md", "o1.kr1", SetField("deadline", "fin septembre"), ["+   * Échéance : fin septembre"]),
        ("fr.md", "o2", SetField("owner", "Zoé"), ["+ * Responsable : Zoé"]),
        ("fr.md", "o1.kr2", ToInitiatives(),
         ["- * Lancer **trois** campagnes", "+ * Lancer **trois** campagnes"]),
        ("fr.md", "o2.kr1", ToInitiatives(),
         ["- * Départs de 12 à 4 par an", "+ * Initiative : Départs de 12 à 4 par an"]),
        ("table.md", "o1.kr1", SetField("owner", "Ana"),
         ["- | Boats leave on time | Share of departures on time | 90% | |",
          "+ | Boats leave on time | Share of departures on time | 90% | Ana |"]),
        ("table.md", "o1.kr2", Reword("Queue | pier"),
         ["- | | Launch the new pier | | Bo |", "+ | | Queue \\| pier | | Bo |"]),
        ("okr.yaml", "o1.kr2", ToInitiatives(),
         ["-       - Launch three campaigns on the quay   # half done",
          "+     - Launch three campaigns on the quay   # half done"]),
        ("okr.yaml", "o2.kr1", ToInitiatives(), ["-     krs:", "+     initiatives:"]),
        ("okr.yaml", "o1.kr2", SetField("target", "3"),
         ["-       - Launch three campaigns on the quay   # half done",
          "+       - key_result: Launch three campaigns on the quay",
          "+         target: 3   # half done"]),
        ("okr.yaml", "o1.kr3", SetField("deadline", "by June"), ["+         deadline: by June"]),
        ("okr.yaml", "o1", Reword('Say "hi" # now'),
         ['-   - objective: "Commuters cross the bay without waiting"   # why',
          '+   - objective: "Say \\"hi\\" # now"   # why']),
        ("okr.json", "o1.kr3", SetField("baseline", "71"), ['+        "baseline": 71,']),
        ("okr.json", "o1.kr2", ToInitiatives(),
         ['-      "Launch three campaigns",', "-    ]}", "+    ],", '+    "initiatives": ["Launch three campaigns"]}']),
        ("okr.json", "o1.kr3", Reword("Queue: from 20 to 5"),
         ['-        "key_result": "Paint the \\u00e9 pier",', '+        "key_result": "Queue: from 20 to 5",']),
        ("okr.csv", "o1.kr2", SetField("target", "3"),
         ["- ;;Lancer trois campagnes;", "+ ;;Lancer trois campagnes;3"]),
        ("okr.csv", "o1.kr2", Reword('File; "de" 20'),
         ["- ;;Lancer trois campagnes;", '+ ;;"File; ""de"" 20";']),
    ],
)  # fmt: skip
def test_only_the_lines_of_the_change_differ(name: str, of: str, change: Change, lines: list[str]) -> None:
    """In the habits of the file: its bullets, its quotation marks, its indents, its language."""
    assert sorted(lines_of(name, of, change)) == sorted(lines)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding: str, end: str) -> None:
    """A file from Windows stays one."""
    before = ENGLISH.replace("\n", end)

    after = edited("okr.md", before.encode(encoding), "KR1", SetField("baseline", "71 %"))

    assert after.decode(encoding) == before.replace(f"90%{end}", f"90%{end}  - Baseline: 71 %{end}")


def test_letters_of_windows_stay() -> None:
    """CSV of an older Excel is written in the letters that it is in, or not at all."""
    data = CSV.encode("cp1252")

    assert edited("okr.csv", data, "o1.kr2", Reword("Délai de 3 à 2 j")).decode("cp1252").count("Délai") == 1
    with pytest.raises(EditError, match="cannot be written here"):
        edited("okr.csv", data, "o1.kr2", Reword("Délai de 3 → 2 j, 日本"))


def workbook() -> bytes:
    """Return a workbook with a formula, its stored result, a style and a part that no library knows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "OKR"
    for row in (
        ["Ferries"], [], ["Objective", "Key result", "Baseline", "Target", "Owner", "Score"],
        ["Commuters cross without waiting", "Share of crossings on time", 71, 90, "Ana", "=C4/D4"],
        [None, "Launch three campaigns", None, None, None, None],
    ):  # fmt: skip
        sheet.append(row)
    packed = io.BytesIO()
    book.save(packed)
    again = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(again, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename.endswith("sheet1.xml"):
                assert b"<v />" in text or b"<v></v>" in text or b"<v/>" in text
                text = text.replace(b"<v />", b"<v>0.78</v>").replace(b"<v></v>", b"<v>0.78</v>")
                text = text.replace(b"<v/>", b"<v>0.78</v>")
            new.writestr(part, text)
        new.writestr("xl/vbaProject.bin", b"\0macro")
    return again.getvalue()


@pytest.mark.parametrize(
    ("change", "cell", "said"),
    [
        (Reword("Queue from 20 to 5 & less"), "B5", "Queue from 20 to 5 & less"),
        (SetField("target", "3"), "D5", 3),
        (SetField("owner", "Zoé"), "E5", "Zoé"),
        (SetField("deadline", "June"), "G5", "June"),
    ],
)
def test_a_workbook_keeps_its_other_parts(change: Change, cell: str, said: object) -> None:
    """Macros, formulas and their stored results are there again, byte for byte."""
    data = workbook()
    after = edited("okr.xlsx", data, "o1.kr2", change)

    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        names = [part.filename for part in old.infolist()]
        assert [part.filename for part in new.infolist()] == names
        differing = [name for name in names if old.read(name) != new.read(name)]
    assert differing == ["xl/worksheets/sheet1.xml"]
    sheet = openpyxl.load_workbook(io.BytesIO(after)).active
    values = openpyxl.load_workbook(io.BytesIO(after), data_only=True).active
    assert sheet is not None
    assert values is not None
    assert (sheet[cell].value, sheet["F4"].value, values["F4"].value) == (said, "=C4/D4", 0.78)


def test_a_formula_is_not_overwritten() -> None:
    """What is computed has its source elsewhere."""
    with pytest.raises(EditError, match="edit it by hand"):
        edited("okr.xlsx", workbook(), "o1.kr1", SetField("score", "5"))


@pytest.mark.parametrize("name", ["markdown", "yaml", "json", "csv", "xlsx"])
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(document=TREES, sentence=SENTENCES, value=VALUES, data=st.data())
def test_any_change_is_made_as_meant_or_refused(
    name: str, document: Document, sentence: str, value: str, data: st.DataObject
) -> None:
    """Whatever stands in the sentences, the fields and the change itself."""
    path = f"okr{format_to_write(name).suffixes[0]}"
    written = write_document(document, name, "en")
    before = read_document(path, written)
    statements = [one for one, _, _ in walk(before)]
    if not statements:
        return
    statement, of = data.draw(st.sampled_from(list(zip(statements, idents(before, statements), strict=True))))
    change: Change = data.draw(
        st.one_of(st.just(Reword(sentence)), st.just(SetField("owner", value)), st.just(ToInitiatives()))
    )

    try:
        after = edited(path, written, of, change)
    except EditError:
        return

    again = read_document(path, after)
    assert any(same(one, again) for one in changed(before, statement, _on_one_line(change)))


def _on_one_line(change: Change) -> Change:
    """Return a change as it is made: line breaks and tabs in its words become blanks."""
    if isinstance(change, Reword):
        return Reword(re.sub(r"[ \t\r\n]+", " ", change.text).strip())
    if isinstance(change, SetField):
        return SetField(change.name, re.sub(r"[ \t\r\n]+", " ", change.value).strip())
    return change


def test_a_field_below_a_bare_bullet_leaves_it_a_key_result() -> None:
    """A page without any label: what a line is, its level says, and a field below it changes nothing of that."""
    page = "# OKRs Q3\n\n- Boats leave on time all day\n  - Departures on time from 70% to 90%\n  - Queues are short\n"

    after = edited("okr.md", page.encode(), "o1.kr1", SetField("owner", "Ana")).decode()

    assert after == page.replace("90%\n", "90%\n    - Owner: Ana\n")


def test_a_key_that_is_sentence_and_field_changes_as_both() -> None:
    """Some people call the sentence of a key result its metric."""
    before = 'Objective: Boats leave on time\nKeyResults:\n  - Metric: "Departures on time"\n'

    after = edited("okr.yaml", before.encode(), "o1.kr1", Reword("Departures on time: 90%")).decode()

    assert after == before.replace("Departures on time", "Departures on time: 90%")
