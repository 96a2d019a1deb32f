"""What a team has discussed and keeps is said no more, until the sentence changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

DRAFTS = {
    "en": "# Objective 1: Boats land on time\n- KR 1: Organise workshops with the crews\n- KR 2: Launch the board\n",
    "fr": "# Objectif 1 : Les bateaux accostent à l'heure\n"
    "- RC 1 : Organiser des ateliers avec les équipages\n- RC 2 : Lancer le panneau\n",
}
SENTENCES = {"en": "Organise workshops with the crews", "fr": "Organiser des ateliers avec les équipages"}
each_code = pytest.mark.parametrize("code", DRAFTS)


def drawn(run: Run, folder: Path, code: str, kept: str, text: str | None = None) -> list[str]:
    """Return the statements that still draw IMP001, by their ids."""
    (folder / "teams").mkdir(exist_ok=True)
    (folder / "teams" / "okr.md").write_text(text or DRAFTS[code], encoding="utf-8")
    (folder / "okrlint.toml").write_text(f'select = ["IMP001"]\n{kept}', encoding="utf-8")
    done = run("check", "teams", "--format", "json")
    assert (done.code, done.err) == (0, "")
    return [one["statement"]["id"] for one in json.loads(done.out)["findings"]]


@each_code
@pytest.mark.parametrize(
    ("rule", "path", "statement", "left"),
    [
        ("IMP001", None, "{sentence}", ["KR2"]),
        ("activity-as-key-result", "teams/", "{sentence}", ["KR2"]),
        ("imp001", "/teams/*.md", "KR1", ["KR2"]),
        ("IMP001", "others/", "{sentence}", ["KR1", "KR2"]),
        ("IMP002", None, "{sentence}", ["KR1", "KR2"]),
        ("IMP001", "okr.md", None, []),
    ],
)
def test_what_is_kept_is_not_told(
    rule: str, path: str | None, statement: str | None, left: list[str], code: str, run: Run, tmp_path: Path
) -> None:
    """By rule, by the files of a pattern, by the id or the sentence of a statement."""
    lines = [f'rule = "{rule}"', 'reason = "The crews asked for it"']
    lines += [f'path = "{path}"'] if path else []
    lines += [f'statement = "{statement.format(sentence=SENTENCES[code])}"'] if statement else []

    assert drawn(run, tmp_path, code, "[[kept]]\n" + "\n".join(lines) + "\n") == left


@each_code
def test_a_new_sentence_is_talked_about_anew(code: str, run: Run, tmp_path: Path) -> None:
    """What was agreed was agreed of the old one."""
    kept = f'[[kept]]\nrule = "IMP001"\nstatement = "{SENTENCES[code]}"\n'
    text = DRAFTS[code].replace("crews", "harbour masters").replace("équipages", "capitaineries")

    assert drawn(run, tmp_path, code, kept, text) == ["KR1", "KR2"]


def test_a_rule_that_does_not_exist_is_told(run: Run, tmp_path: Path) -> None:
    """With the nearest; nothing is kept by a slip."""
    (tmp_path / "okr.md").write_text(DRAFTS["en"], encoding="utf-8")
    (tmp_path / "okrlint.toml").write_text('[[kept]]\nrule = "activity-as-result"\n', encoding="utf-8")
    done = run("check", "okr.md")

    assert done.code == 2
    assert "kept: no rule 'activity-as-result', did you mean 'activity-as-key-result'?" in done.err


@each_code
def test_an_entry_that_keeps_nothing_in_its_file_is_told(code: str, run: Run, tmp_path: Path) -> None:
    """One that names the file; what a pattern says may hold for another, and a rule that is off may come back."""
    (tmp_path / "okr.md").write_text(DRAFTS[code], encoding="utf-8")
    entries = (("/okr.md", "IMP001", "o9.kr9"), ("*.md", "IMP001", "o9.kr9"), ("/okr.md", "MEA003", "o9.kr9"))
    tables = "".join(f'[[kept]]\npath = "{path}"\nrule = "{rule}"\nstatement = "{of}"\n' for path, rule, of in entries)
    (tmp_path / "okrlint.toml").write_text(f'select = ["IMP001"]\n{tables}', encoding="utf-8")
    done = run("check", "okr.md")

    assert done.code == 0
    assert done.err == "okrlint: okr.md: kept keeps nothing here: IMP001 has nothing to say of 'o9.kr9'\n"
