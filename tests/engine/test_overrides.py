"""What a house says otherwise about a card of okrlint: its words, its severity, its lists, its short forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.cards import Card
from okrlint.config import Config
from okrlint.engine.cardtest import run_examples
from okrlint.engine.rulebook import card_named, rules
from okrlint.errors import CardError


def house(folder: Path, **files: str) -> Path:
    """Write a house's files and return its folder."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def as_shipped(code: str) -> Card:
    """Return a card as okrlint ships it."""
    return card_named(code)


@pytest.mark.parametrize(("language", "other"), [("en", "fr"), ("fr", "en")])
def test_one_text_is_changed_and_all_else_stays(language: str, other: str, tmp_path: Path) -> None:
    """A question of the house's own, in one language."""
    own = house(tmp_path, mine=f"overrides: IMP001\ntexts:\n  {language}:\n    question: [Whom does it help?]\n")
    card, before = card_named("IMP001", own), as_shipped("IMP001")

    assert card.texts[language].question == ("Whom does it help?",)
    assert card.texts[language].why == before.texts[language].why
    assert card.texts[other] == before.texts[other]
    assert card.examples == before.examples


def test_severity_value_and_thresholds_are_the_house_s(tmp_path: Path) -> None:
    """And hold when the rules are run."""
    own = house(tmp_path, mine="overrides: FOC002\nseverity: info\nvalue: 3\ncheck: {at_most: 9}\n")
    (rule,) = [one for one in rules(Config(), own) if one.card.code == "FOC002"]

    assert (rule.severity, rule.card.value) == ("info", 3)
    assert rule.parameters.model_dump()["at_most"] == 9


def test_a_list_of_words_is_changed_language_by_language(tmp_path: Path) -> None:
    """The other language keeps its own."""
    own = house(tmp_path, mine="overrides: INT010\ncheck:\n  words:\n    en: [patronage]\n")
    words = card_named("INT010", own).check.parameters["words"]

    assert words["en"] == ["patronage"]
    assert words["fr"] == as_shipped("INT010").check.parameters["words"]["fr"]


def test_a_house_tests_the_card_as_it_has_it(tmp_path: Path) -> None:
    """Examples that no longer hold fail until the house gives its own."""
    text = "overrides: INT010\ncheck:\n  words:\n    en: [patronage]\n"
    failed = run_examples([house(tmp_path, mine=text)])
    own = "examples:\n  en:\n    bad: [Grow patronage]\n    good: [Readers come]\n"
    held = run_examples([house(tmp_path, mine=text + own)])

    assert [line.split(":")[0] for line in failed.failures] == ["INT010 en"]
    assert (held.cards, held.failures) == (1, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("overrides: IMP091\n", "there is no rule IMP091 to override"),
        ("overrides: imp001\n", "overrides: is not written like one"),
        ("overrides: IMP001\nseverity: error\n", "only structural rules may be errors"),
        ("overrides: IMP001\ncode: IMP901\n", "code: is no field of a card"),
        ("overrides: IMP001\ntexts:\n  en:\n    question: ['{thing}?']\n", "the last variant must need no slot"),
        ("overrides: IMP001\ntexts:\n  en:\n    questoin: [x]\n", "texts.en.questoin: is no field of a card"),
    ],
)
def test_an_override_that_makes_no_card_is_refused_with_its_file(text: str, said: str, tmp_path: Path) -> None:
    """The house's file is at fault, and not the card that ships."""
    with pytest.raises(CardError, match=said) as caught:
        rules(Config(), house(tmp_path, mine=text))

    assert caught.value.culprit == str(tmp_path / "mine.yaml")


def test_the_house_s_glossary_reaches_the_rule_on_short_forms() -> None:
    """And no rule that knows nothing of one."""
    given = rules(Config(glossary={"ILS": "the system in which loans are kept"}))
    held = {one.card.code: one.parameters.model_dump().get("glossary") for one in given}

    assert {code for code, words in held.items() if words} == {"INT006"}
    assert held["INT006"] == ("ILS",)
