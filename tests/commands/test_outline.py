"""`okrlint outline` shows what was found in a file, where, and what was left out and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from okrlint.engine.formats import read_document
from okrlint_formats.reasons import REASONS
from okrlint_reports.outline_words import REASONS_IN_FRENCH
from tests.conftest import Run

EN = """\
---
team: Quay
cycle: 2031-Q3
---
# Our OKRs

We wrote this page together.

## Objective 1: Ferries leave on time

- KR 1.1: Delays from 9 to 3 minutes
  - Owner: Noé
  - Confidence: 0.6
  - Confidence: quite
  - Phone the harbour
  - Check-in 2031-07-15: 7; confidence: 50%; learning: fog; decision: adjust
  - Initiative: Board by the rear door
- Note: as agreed
- TBD
- [Planning board](https://example.org/x)

## Lunch

```
make lunch
```
"""
FR = """\
---
équipe : Quai
cycle : T3 2031
---
# Nos OKR

Nous avons écrit cette page ensemble.

## Objectif 1 : Les navettes partent à l’heure

- RC 1.1 : Retards de 9 à 3 minutes
  - Responsable : Noé
  - Confiance : 0,6
  - Confiance : assez
  - Appeler le port
  - Point d’étape 2031-07-15 : 7 ; confiance : 50 % ; enseignement : brouillard ; décision : ajuster
  - Initiative : Embarquer par l’arrière
- Remarque : comme convenu
- TBD
- [Planning board](https://example.org/x)

## Déjeuner

```
make lunch
```
"""


def test_the_tree_is_shown_with_places_and_fields(run: Run, tmp_path: Path) -> None:
    """A person sees at a glance what was understood."""
    (tmp_path / "okr.md").write_text(EN, "utf-8")

    done = run("outline", "okr.md")

    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[:8] == [
        "okr.md: 1 objective, 1 key result and 1 initiative",
        "  team: Quay · cycle: 2031-Q3",
        "  9:17    Objective O1: Ferries leave on time",
        "  11:11     Key result KR1.1: Delays from 9 to 3 minutes",
        "              owner: Noé",
        "              check-in 2031-07-15: 7 · confidence: 50% · learning: fog ·",
        "              decision: adjust",
        "  17:17       Initiative: Board by the rear door",
    ]


def test_the_tree_is_shown_in_french(run: Run, tmp_path: Path) -> None:
    """A French document is shown in French, its reasons too, with French spacing."""
    (tmp_path / "okr.md").write_text(FR, "utf-8")

    lines = run("outline", "okr.md").out.splitlines()

    assert lines[0] == "okr.md\u00a0: 1 objectif, 1 résultat clé et 1 initiative"
    assert "  équipe\u00a0: Quai · cycle\u00a0: T3 2031" in lines
    assert "  9:17    Objectif O1\u00a0: Les navettes partent à l’heure" in lines
    assert "  19:3    «\u00a0TBD\u00a0»\u00a0: un texte à remplir" in lines


@pytest.mark.parametrize("text", [EN, FR], ids=["en", "fr"])
def test_what_was_left_out_is_told_with_its_line_and_reason(text: str, run: Run, tmp_path: Path) -> None:
    """Nothing that carries words goes missing without a word."""
    (tmp_path / "okr.md").write_text(text, "utf-8")

    (document,) = json.loads(run("outline", "okr.md", "--format", "json").out)["documents"]

    assert [(one["line"], one["reason"]) for one in document["skipped"]] == [
        (7, "a paragraph without a label"),
        (14, "a confidence that is not between 0 and 1"),
        (15, "a task below a key result, without a label"),
        (18, "a note"),
        (19, "a placeholder to fill in"),
        (20, "a link to somewhere else"),
        (22, "a heading with no OKR below it"),
        (25, "a block of code"),
    ]


def test_the_language_of_the_words_can_be_chosen(run: Run, tmp_path: Path) -> None:
    """As with the other commands, --language speaks for the page."""
    (tmp_path / "okr.md").write_text(EN, "utf-8")

    said = run("outline", "okr.md", "--language", "fr").out

    assert "  Laissé de côté\n" in said
    assert "un paragraphe sans étiquette" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Lunch\n\nSoup on Mondays for the whole team.\n", "okr.md: no OKR found here\n"),
        ("# Déjeuner\n\nDe la soupe le lundi pour toute l’équipe.\n", "okr.md\u00a0: aucun OKR trouvé ici\n"),
    ],
)
def test_a_document_without_okrs_says_so_in_one_sentence(text: str, said: str, run: Run, tmp_path: Path) -> None:
    """And what was passed over stands below it, for whoever expected some."""
    (tmp_path / "okr.md").write_text(text, "utf-8")

    done = run("outline", "okr.md")

    assert done.code == 0
    assert done.out.startswith(said)
    assert "3:1" in done.out
    assert run("outline", "okr.md", "--quiet").out == ""


def test_quiet_shows_the_tree_alone(run: Run, tmp_path: Path) -> None:
    """What was left out is left out."""
    (tmp_path / "okr.md").write_text(EN, "utf-8")

    said = run("outline", "okr.md", "--quiet").out

    assert "Objective O1" in said
    assert "Left out" not in said


def test_what_cannot_be_read_ends_with_two_and_the_rest_is_shown(run: Run, tmp_path: Path) -> None:
    """As with the other commands."""
    (tmp_path / "good.md").write_text(EN, "utf-8")
    (tmp_path / "broken.json").write_text("{")

    done = run("outline", "broken.json", "good.md", "gone.md")

    assert done.code == 2
    assert "Objective O1" in done.out
    assert "broken.json:1" in done.err
    assert "gone.md: no such file or folder" in done.err


def test_a_page_of_prose_does_not_bury_the_tree(run: Run, tmp_path: Path) -> None:
    """Neighbours with one reason share a line, and there is an end to the lines."""
    many = "".join(f"Some words.\n\nMore words of explanation {n}.\n\n```\nmake {n}\n```\n\n" for n in range(90))
    (tmp_path / "okr.md").write_text(EN + many, "utf-8")

    lines = run("outline", "okr.md").out.splitlines()

    assert len(lines) < 60
    assert "Some words.” and 1 more: a paragraph" in "\n".join(lines)
    assert lines[-1].endswith("--format json shows all of them.")


@pytest.mark.parametrize("name", ["okr.yaml", "okr.json"])
def test_a_key_that_means_nothing_is_told(name: str, run: Run, tmp_path: Path) -> None:
    """A slip such as `basline` is seen, with its place."""
    data = {"objectives": [{"objective": "Ferries leave on time", "key_results": [{"text": "Delays", "basline": 9}]}]}
    (tmp_path / name).write_text(json.dumps(data), "utf-8")

    (document,) = json.loads(run("outline", name, "--format", "json").out)["documents"]

    (skipped,) = document["skipped"]
    assert (skipped["text"], skipped["reason"]) == ("basline", "a key that means nothing known")


def test_every_reason_is_said_in_french() -> None:
    """French equals English."""
    assert set(REASONS_IN_FRENCH) == set(REASONS)


def test_every_statement_of_the_tree_is_in_the_json(run: Run, tmp_path: Path) -> None:
    """Machines get the whole tree, with a line and a column for each statement that point at its words."""
    (tmp_path / "okr.md").write_text(EN, "utf-8")
    lines = EN.splitlines()

    (document,) = json.loads(run("outline", "okr.md", "--format", "json").out)["documents"]

    found: list[dict[str, Any]] = []

    def gather(held: Any) -> None:
        if isinstance(held, dict):
            if "role" in held:
                found.append(held)
            for value in held.values():
                gather(value)
        if isinstance(held, list):
            for value in held:
                gather(value)

    gather(document["sets"])
    assert [one["role"] for one in found] == ["objective", "key_result", "initiative"]
    for one in found:
        assert lines[one["line"] - 1][one["column"] - 1 :].startswith(one["text"])


def test_reasons_come_in_the_order_of_the_lines() -> None:
    """Whoever reads along finds them where they stand."""
    places = [one.text.span.start for one in read_document("okr.md", EN.encode()).skipped]

    assert places == sorted(places)
