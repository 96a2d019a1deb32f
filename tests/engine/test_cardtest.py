"""Cards are tested by their own examples, the built-in ones and a house's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from okrlint.engine.cardtest import run_examples
from okrlint.engine.rulebook import cards
from okrlint.errors import CardError
from tests.cards.test_card import GONE, WHOLE, changed, shelved


def failures(folder: Path, card: object, *, coverage: bool = False) -> tuple[str, ...]:
    """Return what fails of one card."""
    shelved(folder, card)
    return run_examples([folder], coverage=coverage).failures


def test_every_shipped_card_holds_its_examples_in_both_languages() -> None:
    """The bad ones draw the rule, the good ones do not, and no language is missing."""
    tested = run_examples(coverage=True)

    assert tested.failures == ()
    assert tested.cards == len(cards()) >= 20
    assert tested.examples == sum(len(one.bad) + len(one.good) for _, card in cards() for one in card.examples.values())


def test_a_house_s_card_that_holds_passes(tmp_path: Path) -> None:
    """Cards and examples are counted."""
    shelved(tmp_path, WHOLE)

    tested = run_examples([tmp_path], coverage=True)

    assert (tested.cards, tested.examples, tested.failures) == (1, 4, ())


def test_several_folders_are_tested_together(tmp_path: Path) -> None:
    """Each folder is a shelf."""
    for name in ("harbour", "quay"):
        (tmp_path / name).mkdir()
        shelved(tmp_path / name, WHOLE)

    assert run_examples([tmp_path / "harbour", tmp_path / "quay"]).examples == 8


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_card_that_no_example_makes_fire_fails(code: str, tmp_path: Path) -> None:
    """Each bad example that stays silent is told, with the sentence and how it was read."""
    said = failures(tmp_path, changed("check.words_at_most", 60))

    (told,) = [one for one in said if one.startswith(f"FOC910 {code}: does not draw the rule: ")]
    assert WHOLE["examples"][code]["bad"][0] in told
    assert "(objective read as " in told
    assert len(said) == 2


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_card_that_fires_on_a_good_example_fails(code: str, tmp_path: Path) -> None:
    """Silence where it is due is part of the rule."""
    said = failures(tmp_path, changed("check.words_at_most", 1))

    (told,) = [one for one in said if one.startswith(f"FOC910 {code}: draws the rule: ")]
    assert WHOLE["examples"][code]["good"][0] in told
    assert len(said) == 2


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("part", ["texts", "examples"])
def test_coverage_asks_for_every_language(part: str, code: str, tmp_path: Path) -> None:
    """A card in one language is fine for a house that speaks one, unless coverage is asked for."""
    card = changed(f"{part}.{code}", GONE)

    assert failures(tmp_path, card) == ()
    assert failures(tmp_path, card, coverage=True) == (f"FOC910 {code}: no {part}",)


@pytest.mark.parametrize(
    ("example", "fires"),
    [
        ("# Objective 1: Bakers trust our vans\n- KR 1: Bread that arrives warm from 20% to 60%\n", False),
        ("# Objective 1: Bakers and grocers of the old town trust our early vans\n\nProse.\n", True),
        ("team: Vans\nobjectives:\n- objective: Bakers and grocers of the old town trust our vans\n", True),
        ("objectives:\n- objective: Bakers trust our vans\n", False),
    ],
    ids=["silent Markdown", "firing Markdown", "firing YAML", "silent YAML"],
)
def test_an_example_of_several_lines_is_a_document(example: str, fires: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Markdown, or YAML where it begins like our YAML."""
    said = failures(tmp_path, changed("examples.en.bad" if fires else "examples.en.good", [example]))

    assert said == ()


def test_an_example_that_holds_no_statement_fails(tmp_path: Path) -> None:
    """A document of prose proves nothing, not even silence."""
    said = failures(tmp_path, changed("examples.fr.good", ["Un mot de contexte,\n\nrien de plus.\n"]))

    assert said == ("FOC910 fr: no statement could be read from: Un mot de contexte, ⏎ rien de plus.",)


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ({"kind": "lenght", "words_at_most": 6}, "no kind of check 'lenght', did you mean 'length'?"),
        ({"kind": "length", "words_at_mots": 6}, "words_at_most: field required"),
    ],
    ids=["kind", "parameter"],
)
def test_a_card_whose_check_does_not_exist_is_refused_with_its_file(
    check: dict[str, Any], said: str, tmp_path: Path
) -> None:
    """A slip in the check is told before an example runs."""
    path = shelved(tmp_path, changed("check", check))

    with pytest.raises(CardError) as caught:
        run_examples([tmp_path])

    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)


def test_examples_are_read_in_the_language_they_stand_under(tmp_path: Path) -> None:
    """A rule of words that is French alone fires on the French example, and on no English one."""
    card = changed("check", {"kind": "words", "words": {"fr": ["vieille ville"]}})
    (tmp_path / "promise.yaml").write_text(yaml.safe_dump(card, allow_unicode=True), "utf-8")

    (only,) = run_examples([tmp_path]).failures

    assert only.startswith("FOC910 en: does not draw the rule")
