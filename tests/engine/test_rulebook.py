"""The rules in force: what the cards say, under a profile and a house's own settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from okrlint.config import Config
from okrlint.engine.rulebook import card_named, cards, profile_named, rules
from okrlint.errors import ConfigError
from tests.conftest import Run

DEFAULT = frozenset(card.code for _, card in cards() if card.enabled)


def in_force(**given: Any) -> dict[str, str]:
    """Return the severity of each rule in force, by code."""
    return {rule.card.code: rule.severity for rule in rules(Config.model_validate(given))}


def of(family: str) -> set[str]:
    """Return the codes of a family."""
    return {card.code for _, card in cards() if card.family == family}


def test_a_house_that_decides_nothing_has_what_the_cards_say() -> None:
    """Every enabled card is in force at its own severity, ordered by code."""
    chosen = rules(Config())

    assert [rule.card.code for rule in chosen] == sorted(DEFAULT)
    assert all(rule.severity == rule.card.severity for rule in chosen)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["IMP001"], {"IMP001"}),
        (["imp001"], {"IMP001"}),
        (["activity-as-key-result"], {"IMP001"}),
        (["Activity-As-Key-Result", "IMP001"], {"IMP001"}),
        (["impact"], of("impact")),
        (["IMP"], of("impact")),
        (["imp", "FOC001"], of("impact") | {"FOC001"}),
    ],
    ids=lambda value: " ".join(sorted(value)),
)
def test_codes_names_and_families_all_name_rules(words: list[str], wanted: set[str]) -> None:
    """In any case, for what is selected and for what is ignored."""
    assert set(in_force(select=words)) == wanted
    assert set(in_force(ignore=words)) == DEFAULT - wanted


def test_what_is_selected_is_on_even_where_the_profile_leaves_it_off() -> None:
    """Who asks for a rule by name gets it at its own severity."""
    off = sorted({card.code for _, card in cards()} - DEFAULT)

    assert off
    for code in off:
        assert in_force(select=[code]) == {code: card_named(code).severity}


def test_what_is_ignored_wins_over_what_is_selected() -> None:
    """Selected, set to a severity and ignored is ignored."""
    chosen = in_force(select=["impact"], ignore=["IMP001"], rules={"IMP001": {"severity": "info"}})

    assert set(chosen) == of("impact") - {"IMP001"}


@pytest.mark.parametrize("name", ["IMP001", "activity-as-key-result"], ids=["code", "name"])
@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_a_house_sets_the_severity_of_a_rule(name: str, severity: str) -> None:
    """By code or by name, and of that rule alone."""
    changed = in_force(rules={name: {"severity": severity}})

    assert changed == {**in_force(), "IMP001": severity}


def test_a_house_switches_a_rule_off_and_another_on() -> None:
    """`off` takes a rule out; a severity brings in one that is not enabled."""
    chosen = in_force(rules={"IMP001": {"severity": "off"}, "INT003": {"severity": "warning"}})

    assert set(chosen) == DEFAULT - {"IMP001"} | {"INT003"}
    assert chosen["INT003"] == "warning"


def test_parameters_of_the_house_win_over_those_of_the_profile_and_the_card() -> None:
    """The card's are the first word, the profile's the second, the house's the last."""

    def at_most(**given: Any) -> int:
        (rule,) = rules(Config.model_validate({"select": ["FOC002"], **given}))
        number: int = rule.parameters.model_dump()["at_most"]
        return number

    house = {"too-many-objectives": {"at_most": 1}}
    assert at_most() == card_named("FOC002").check.parameters["at_most"]
    assert at_most(profile="strict") == profile_named("strict").parameters["FOC002"]["at_most"] != at_most()
    assert at_most(rules=house) == at_most(profile="strict", rules=house) == 1


def test_a_house_wins_over_its_profile() -> None:
    """A severity of the house counts, whatever the school says."""
    strict = in_force(profile="strict")

    assert strict["FOC004"] == "error"
    assert in_force(profile="strict", rules={"FOC004": {"severity": "info"}}) == {**strict, "FOC004": "info"}
    assert set(in_force(profile="strict", ignore=["focus"])) == set(strict) - of("focus")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"select": ["IMP0001"]}, "no rule 'IMP0001', did you mean 'imp001'?"),
        ({"select": ["activty-as-key-result"]}, "no rule 'activty-as-key-result', did you mean 'activity-as-key-re"),
        ({"ignore": ["no-baselin"]}, "no rule 'no-baselin', did you mean 'no-baseline'?"),
        ({"ignore": ["xyzzy"]}, "no rule 'xyzzy'"),
        ({"rules": {"no-ownr": {"severity": "off"}}}, "no rule 'no-ownr', did you mean 'no-owner'?"),
        ({"rules": {"FOC002": {"at_mots": 3}}}, "did you mean 'at_most'?"),
        ({"rules": {"FOC002": {"at_most": "three"}}}, "rule FOC002: at_most: "),
        ({"profile": "strickt"}, "no profile 'strickt', did you mean 'strict'?"),
        ({"profile": "xyzzy"}, "no profile 'xyzzy'"),
    ],
    ids=str,
)
def test_what_names_nothing_is_refused_with_the_nearest_name(given: dict[str, Any], said: str) -> None:
    """A slip is told, never passed over in silence."""
    with pytest.raises(ConfigError) as caught:
        in_force(**given)

    assert str(caught.value).startswith(said) or said in str(caught.value).partition(": ")[2]
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["xyzzy", "rule of thumb"])
def test_nothing_near_is_offered_where_nothing_is_near(name: str) -> None:
    """A wild guess would mislead."""
    with pytest.raises(ConfigError) as caught:
        card_named(name)

    assert str(caught.value) == f"no rule {name!r}"


def test_every_card_is_found_by_code_and_by_name() -> None:
    """In either way, and in any case of letters."""
    for _, card in cards():
        assert card_named(card.code) is card_named(card.code.lower()) is card_named(card.name.upper()) is card


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('ignore = ["no-baselin"]', "ignore: no rule 'no-baselin', did you mean 'no-baseline'?"),
        ('select = ["impcat"]', "select: no rule 'impcat', did you mean 'impact'?"),
        ('profile = "gogle"', "profile: no profile 'gogle', did you mean 'google'?"),
        ("[rules.FOC998]\nat_most = 2", "rules: no rule 'FOC998'"),
        ("[rules.FOC002]\nat_mots = 2", "rules: rule FOC002: at_mots"),
        ('[[kept]]\nrule = "no-baselin"', "kept: no rule 'no-baselin', did you mean 'no-baseline'?"),
    ],
)
def test_a_wrong_name_in_a_file_is_told_with_the_file_and_the_key(
    settings: str, said: str, run: Run, tmp_path: Path
) -> None:
    """Whoever has to mend it need not search; on the command line there is no file to name."""
    (tmp_path / "okr.md").write_text("# Objective 1: Boats land on time\n- KR 1: Launch the board\n", encoding="utf-8")
    (tmp_path / "okrlint.toml").write_text(settings + "\n", encoding="utf-8")
    done = run("check", "okr.md")

    assert done.code == 2
    assert f"{tmp_path / 'okrlint.toml'}: {said}" in done.err


def test_a_wrong_name_on_the_command_line_names_no_file(run: Run, tmp_path: Path) -> None:
    """It is there to be seen."""
    (tmp_path / "okr.md").write_text("# Objective 1: Boats land on time\n", encoding="utf-8")
    (tmp_path / "okrlint.toml").write_text('ignore = ["MEA007"]\n', encoding="utf-8")
    done = run("check", "okr.md", "--ignore", "no-baselin")

    assert done.err == "okrlint: no rule 'no-baselin', did you mean 'no-baseline'?\n"
