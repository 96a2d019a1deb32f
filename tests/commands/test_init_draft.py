"""A draft that nobody has filled in yet is not coached: it only says what is open."""

from __future__ import annotations

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "No key result is filled in yet."), ("fr", "Aucun résultat clé n’est encore rempli.")],
)
def test_an_untouched_draft_draws_no_note_on_its_wording(run: Run, language: str, said: str) -> None:
    """Neither work nor change is counted, and only the open figures are named."""
    run("init", "--language", language)

    done = run("check", "okr.md")

    assert done.code == 0
    assert said in done.out
    assert {word for word in done.out.split() if word[:3] in {"IMP", "INT", "MEA", "LRN", "FOC"}} == {"MEA009"}


def test_one_filled_key_result_is_coached_beside_those_that_are_not(run: Run) -> None:
    """What somebody wrote is read; the rest waits."""
    frame = "- KR 2: ‹who› ‹does what›: from ‹today› to ‹target›\n"
    draft = f"## Objective: ‹the change›\n- KR 1: Launch the new portal\n{frame}"

    done = run("check", "-", "--stdin-filename", "okr.md", stdin=draft.encode())

    assert "IMP001" in done.out
    assert "1 key result read" in done.out
