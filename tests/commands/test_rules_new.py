"""`okrlint rules new` begins a card that runs before anything in it is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.conftest import Run


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("family", "letters"),
    [("impact", "IMP"), ("intent", "INT"), ("measure", "MEA"), ("learning", "LRN"), ("focus", "FOC")],
)
def test_a_new_card_passes_its_own_test(run: Run, tmp_path: Path, family: str, letters: str, language: str) -> None:
    """In every family, with comments in either language and texts in both."""
    made = run("rules", "new", "no-synergy", "--family", family, "--language", language)
    tested = run("rules", "test", ".okrlint/rules", "--coverage")

    assert (made.code, made.out) == (0, ".okrlint/rules/no-synergy.yaml\n")
    assert (tested.code, tested.out) == (0, "1 cards, 4 examples, 0 failed\n")
    text = (tmp_path / ".okrlint/rules/no-synergy.yaml").read_text("utf-8")
    assert yaml.safe_load(text)["code"] == f"{letters}900"
    assert text.startswith("# A rule of your own." if language == "en" else "# Une règle à vous.")


def test_a_second_card_takes_the_next_code_in_the_same_house(run: Run, tmp_path: Path) -> None:
    """Also from a folder below."""
    below = tmp_path / "okrs" / "2031"
    below.mkdir(parents=True)
    run("rules", "new", "no-synergy")

    assert run("rules", "new", "no-leverage", cwd=below).code == 0

    card = yaml.safe_load((tmp_path / ".okrlint/rules/no-leverage.yaml").read_text("utf-8"))
    assert card["code"] == "INT901"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("No Synergy", "the name of a rule is small letters with hyphens between, not 'No Synergy'"),
        ("../away", "the name of a rule is small letters with hyphens between, not '../away'"),
        ("no-baseline", "there is a rule 'no-baseline' already: okrlint explain no-baseline"),
    ],
)
def test_a_name_that_cannot_be_is_refused(run: Run, tmp_path: Path, name: str, said: str) -> None:
    """With nothing written."""
    done = run("rules", "new", name)

    assert (done.code, done.err) == (2, f"okrlint: NAME: {said}\n")
    assert list(tmp_path.iterdir()) == []
