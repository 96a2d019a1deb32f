"""The page that takes a coach through house rules does what it says, step by step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

PAGES = {"en": "house-rules.md", "fr": "house-rules.fr.md"}
DRAFTS = {
    "en": "# Objective 1: Our readers find a book\n- KR 1: Launch three campaigns\n",
    "fr": "# Objectif 1 : Nos lecteurs trouvent un livre\n- RC 1 : Lancer trois campagnes\n",
}


@pytest.mark.parametrize("code", PAGES)
def test_the_page_works_as_it_is_written(code: str, run: Run, tmp_path: Path) -> None:
    """A coach copies each block into the file it is meant for."""
    page = (ROOT / "docs" / PAGES[code]).read_text("utf-8")
    (settings,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    own_words, card = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (new,) = re.findall(r"^okrlint rules new (\S+)$", page, re.MULTILINE)
    (tmp_path / "okrlint.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "okr.md").write_text(DRAFTS[code], encoding="utf-8")

    made = run("rules", "new", new)
    assert (made.code, made.out.strip()) == (0, f".okrlint/rules/{new}.yaml")
    assert run("rules", "test", ".okrlint/rules").code == 0
    (tmp_path / ".okrlint" / "rules" / f"{new}.yaml").write_text(card, encoding="utf-8")
    (tmp_path / ".okrlint" / "rules" / "own.yaml").write_text(own_words, encoding="utf-8")
    tested = run("rules", "test")
    assert (tested.code, tested.err) == (0, "")
    told = " ".join(run("check", "okr.md").out.split())
    assert "INT901" in told
    assert {"en": "That is our plan, not our result", "fr": "C’est notre plan, pas notre résultat"}[code] in told
    assert "MEA007" not in told
    book = run("rules", "pages", "book")
    assert book.code == 0
    assert (tmp_path / "book" / "INT901.md").exists()
