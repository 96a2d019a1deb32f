"""Profiles name rules that exist, in both languages, and say how heavy they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.cards import Profile, builtin_rules, read_cards, read_profiles
from okrlint.cards.card import said
from okrlint.config import Config
from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.engine.rulebook import rules
from okrlint.engine.run import run
from okrlint.errors import CardError

SHIPPED = tuple(read_profiles(builtin_rules()))
CARDS = {card.code: card for card in read_cards(builtin_rules())}
each_profile = pytest.mark.parametrize("profile", SHIPPED, ids=lambda profile: profile.name)
WHOLE = "name: quiet\ntitle: {en: Quiet, fr: Discret}\nwhy: {en: Few notes., fr: Peu de notes.}\n"


def shelf(folder: Path, text: str) -> Path:
    """Put one profile on a shelf and return its file."""
    path = folder / "profiles" / "quiet.yaml"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    return path


def test_the_schools_that_ship() -> None:
    """One that coaches, one for a team that asked to be held to more, and those that authors teach."""
    schools = {"impact", "strict", "google", "radical-focus", "empowered", "gitlab"}

    assert {profile.name for profile in SHIPPED} == schools


@each_profile
def test_an_author_s_school_has_a_source_for_every_switch(profile: Profile) -> None:
    """What is turned on or off in somebody's name, they have said."""
    if profile.name in {"impact", "strict"}:
        return
    told = " ".join(said(source, "en") for source in profile.sources)

    assert [code for code in {*profile.rules, *profile.parameters} if code not in told] == []


def test_the_same_draft_is_seen_otherwise_by_each_school() -> None:
    """Two objectives are one too many for radical focus, and no cause for a word elsewhere."""
    draft = "## Objective: Boats leave on time\n- KR: Departures from 70% to 90%\n"
    twice = draft + draft.replace("Boats leave on time", "Crews stay all winter").replace("Departures", "Crews")

    def codes(profile: str) -> set[str]:
        document = read(read_document("okr.md", twice.encode()))
        return {one.card.code for one in run(document, rules(Config(profile=profile)))[0]}

    assert "FOC002" in codes("radical-focus")
    assert "FOC002" not in codes("google")


@each_profile
def test_a_profile_is_told_in_both_languages(profile: Profile) -> None:
    """Title and reason are there in French and in English, and differ."""
    for texts in (profile.title, profile.why):
        assert set(texts) == {"en", "fr"}
        assert texts["en"] != texts["fr"]
    assert profile.sources


@each_profile
def test_a_profile_names_rules_and_schools_that_exist(profile: Profile) -> None:
    """A code that no card has would be a choice without effect."""
    assert set(profile.rules) | set(profile.parameters) <= set(CARDS)
    assert profile.extends in {None, *(other.name for other in SHIPPED)} - {profile.name}


@each_profile
def test_no_profile_fails_a_build_over_wording(profile: Profile) -> None:
    """Only structural rules are errors, in every school."""
    errors = [rule.card for rule in rules(Config(profile=profile.name)) if rule.severity == "error"]

    assert errors
    assert all(card.structural for card in errors)


def test_the_strict_school_turns_every_rule_on() -> None:
    """Who asks for all of it gets all of it."""
    assert {rule.card.code for rule in rules(Config(profile="strict"))} == set(CARDS)


def test_the_impact_school_leaves_out_what_a_card_leaves_out() -> None:
    """A card that is not enabled waits for a house to ask for it."""
    in_force = {rule.card.code for rule in rules(Config(profile="impact"))}

    assert in_force == {code for code, card in CARDS.items() if card.enabled}
    assert in_force < set(CARDS)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("sevrity: info\n", "sevrity"),
        ("rules: {FOC001: loud}\n", "rules.FOC001"),
        ("sources: [{who: the house}]\n", "sources.0.where"),
        ("rules: [FOC001]\n", "rules"),
    ],
    ids=["unknown key", "no severity", "half a source", "a list"],
)
def test_a_wrong_profile_is_refused_with_its_file(more: str, said: str, tmp_path: Path) -> None:
    """A slip in a profile is told like one in a card."""
    path = shelf(tmp_path, WHOLE + more)

    with pytest.raises(CardError) as caught:
        list(read_profiles(tmp_path))

    assert str(caught.value).startswith(f"{path}: {said}")


def test_a_whole_profile_is_read_and_is_no_card(tmp_path: Path) -> None:
    """Cards and profiles stand on one shelf and are not mixed up."""
    shelf(tmp_path, WHOLE + "extends: impact\nrules: {FOC004: 'off'}\n")

    (profile,) = read_profiles(tmp_path)

    assert (profile.name, profile.extends, dict(profile.rules)) == ("quiet", "impact", {"FOC004": "off"})
    assert list(read_cards(tmp_path)) == []
