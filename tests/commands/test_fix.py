"""`okrlint fix` mends what nobody need talk about, and nothing else; done twice it changes nothing more."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint_english.typography import tidy as english
from okrlint_french.typography import tidy as french
from tests.conftest import ROOT, Run
from tests.drafts import each_code

NB, NNB = "\u00a0", "\u202f"
ROUGH = {
    "en": (
        "# Objective 1 :Boats land on time\n\nOwner: Ines\n\n"
        f"- KR1 :  Late boats from 20{NB}000  to 9,000 a week , or 20 %\n"
        "  - Decision: below 12,000 on 1 June we drop the board\n"
    ),
    "fr": (
        "# Objectif 1: Les bateaux accostent à l'heure\n\nResponsable : Inès\n\n"
        "- RC1 : Réduire les retards de 20 000 à 9 000 par an,  soit 20%\n"
        "  - Décision : sous 12 000 au 1er juin, on arrête le panneau\n"
    ),
}
MENDED = {
    "en": (
        "# Objective 1: Boats land on time\n\nOwner: Ines\n\n"
        "- KR 1: Late boats from 20,000 to 9,000 a week, or 20%\n"
        "  - Decision: below 12,000 on 1 June we drop the board\n"
    ),
    "fr": (
        f"# Objectif 1{NB}: Les bateaux accostent à l’heure\n\nResponsable : Inès\n\n"
        f"- RC 1{NB}: Réduire les retards de 20{NNB}000 à 9{NNB}000 par an, soit 20{NNB}%\n"
        "  - Décision : sous 12 000 au 1er juin, on arrête le panneau\n"
    ),
}


@each_code
def test_labels_spaces_and_numbers_are_set_by_the_language(code: str, run: Run, tmp_path: Path) -> None:
    """And a second run changes nothing, and says nothing."""
    path = tmp_path / "plan.md"
    path.write_text(ROUGH[code], "utf-8")
    first, second = run("fix", "plan.md"), run("fix", "plan.md")

    assert path.read_text("utf-8") == MENDED[code]
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("plan.md: mended ")
    assert (second.code, second.out) == (0, "")


@each_code
def test_a_missing_field_gets_a_place_and_is_still_asked_for(code: str, run: Run, tmp_path: Path) -> None:
    """An open place is no owner: the rule goes on asking until somebody fills it in."""
    path = tmp_path / "plan.md"
    path.write_text({"en": "# Objective 1: Boats land\n", "fr": f"# Objectif 1{NB}: Des bateaux\n"}[code], "utf-8")
    run("fix", "plan.md")
    told = json.loads(run("check", "plan.md", "--format", "json", "--select", "FOC004").out)

    line = {"en": "- Owner: ‹one person›", "fr": "- Responsable : ‹une personne›"}[code]
    assert line in path.read_text("utf-8").splitlines()
    assert [one["code"] for one in told["findings"]] == ["FOC004"]


@each_code
def test_a_diff_is_shown_and_nothing_written(code: str, run: Run, tmp_path: Path) -> None:
    """One that `git apply` takes."""
    path = tmp_path / "plan.md"
    path.write_text(ROUGH[code], "utf-8")
    done = run("fix", ".", "--diff")

    assert path.read_text("utf-8") == ROUGH[code]
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, check=True, input=done.out.encode())
    assert path.read_text("utf-8") == MENDED[code]


@each_code
def test_suggestions_are_shown_and_never_written(code: str, run: Run, tmp_path: Path) -> None:
    """Each note's first frame in the place of the sentence."""
    path = tmp_path / "plan.md"
    sentence = {"en": "Launch the board", "fr": "Lancer le panneau"}[code]
    label = {"en": "KR 1: ", "fr": f"RC 1{NB}: "}[code]
    path.write_text(MENDED[code].splitlines()[0] + f"\n\n- {label}{sentence}\n", "utf-8")
    run("fix", "plan.md")
    before = path.read_text("utf-8")
    done = run("fix", "plan.md", "--suggest")

    assert path.read_text("utf-8") == before
    assert f"-- {label}{sentence}\n" in done.out
    assert f"+- {label}" in done.out
    assert "‹" in done.out


def test_what_cannot_be_edited_is_passed_by(run: Run, tmp_path: Path) -> None:
    """A page of HTML is read and not mended; a broken file is told, and the others are mended all the same."""
    (tmp_path / "a.html").write_text("<h1>Objective 1 : Boats land</h1>", "utf-8")
    (tmp_path / "b.yaml").write_text("objectives: [", "utf-8")
    (tmp_path / "c.md").write_text(ROUGH["en"], "utf-8")
    done = run("fix", ".")

    assert done.code == 2
    assert done.err.startswith("okrlint: ./b.yaml:1:14: broken YAML")
    assert (tmp_path / "c.md").read_text("utf-8") == MENDED["en"]


def test_the_examples_are_mended_to_what_is_read_the_same(run: Run, tmp_path: Path) -> None:
    """Every sentence keeps its kind and its numbers."""
    for path in (ROOT / "examples").rglob("*.md"):
        (tmp_path / path.name).write_bytes(path.read_bytes())

    def readings() -> list[tuple[str, str, object]]:
        rows = map(json.loads, run("inspect", ".", "--format", "jsonl").out.splitlines())
        return [(one["path"], one["reading"]["kind"], one["reading"].get("target")) for one in rows]

    before = readings()
    assert run("fix", ".").code == 0
    assert readings() == before


@given(st.text(alphabet="ab 12%,:;!?éÀ'«»\u00a0\u202f.", max_size=40))
def test_a_text_is_set_once(text: str) -> None:
    """Setting it again changes nothing."""
    assert english(english(text)) == english(text)
    assert french(french(text)) == french(text)


@pytest.mark.parametrize("text", ["see https://harbour.example/a?b=1;c", "at 10:30", "a ratio of 2:1", "C:\\boats"])
def test_what_is_no_sentence_stays(text: str) -> None:
    """Addresses, times, ratios."""
    assert english(text) == text
    assert french(text) == text
