"""A card that is not whole is refused in one sentence that names its file and the field at fault."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from okrlint.cards import Card, read_cards
from okrlint.cards.card import LETTERS, slots
from okrlint.errors import CardError

ENGLISH: dict[str, Any] = {
    "title": "A long promise",
    "noticed": ["It takes {count} words.", "It takes many words."],
    "why": "Nobody remembers it.",
    "question": ["How would you say it aloud?"],
}
FRENCH: dict[str, Any] = {
    "title": "Une longue promesse",
    "noticed": ["Elle compte {count} mots.", "Elle est longue."],
    "why": "Personne ne s'en souvient.",
    "question": ["Comment le diriez-vous à voix haute ?"],
}
WHOLE: dict[str, Any] = {
    "code": "FOC910",
    "name": "long-promise",
    "family": "focus",
    "severity": "info",
    "applies_to": ["objective"],
    "check": {"kind": "length", "words_at_most": 6},
    "texts": {"en": ENGLISH, "fr": FRENCH},
    "sources": [{"who": "the house", "where": "its wiki"}],
    "examples": {
        "en": {"bad": ["Bakers and grocers of the old town trust our early vans"], "good": ["Bakers trust our vans"]},
        "fr": {"bad": ["Les boulangers de la vieille ville comptent sur nous"], "good": ["On compte sur nous"]},
    },
}
GONE = object()


def changed(place: str, value: object) -> dict[str, Any]:
    """Return the whole card with one field set, or taken out where the value is GONE."""
    card = copy.deepcopy(WHOLE)
    *above, last = place.split(".")
    at = card
    for key in above:
        at = at[key]
    if value is GONE:
        del at[last]
    else:
        at[last] = value
    return card


def shelved(folder: Path, card: object) -> Path:
    """Put a card on a shelf of its own and return its file."""
    path = folder / "promise.yaml"
    path.write_text(yaml.safe_dump(card, allow_unicode=True), "utf-8")
    return path


def test_a_whole_card_is_read_with_its_file_as_origin(tmp_path: Path) -> None:
    """What a coach writes is what the model holds."""
    path = shelved(tmp_path, WHOLE)

    (card,) = read_cards(tmp_path)

    assert (card.code, card.family, card.severity) == ("FOC910", "focus", "info")
    assert card.check.parameters == {"words_at_most": 6}
    assert card.texts["fr"].title == "Une longue promesse"
    assert card.origin == str(path)


def test_what_a_card_leaves_open_is_harmless(tmp_path: Path) -> None:
    """By default a rule is on, is about wording, is worth the middle, and gathers nothing."""
    shelved(tmp_path, WHOLE)

    (card,) = read_cards(tmp_path)

    assert (card.enabled, card.structural, card.value, card.gather) == (True, False, 50, False)
    assert (card.texts["en"].frame, card.texts["en"].advice) == ((), None)
    assert card.sources[0].position == "for"


@pytest.mark.parametrize("place", [*WHOLE, "texts.fr.title", "texts.fr.why", "texts.en.question", "examples.fr.good"])
def test_a_missing_field_is_named_with_the_file(place: str, tmp_path: Path) -> None:
    """A coach learns which field to write, and where."""
    path = shelved(tmp_path, changed(place, GONE))

    with pytest.raises(CardError) as caught:
        list(read_cards(tmp_path))

    assert str(caught.value) == f"{path}: {place}: is missing"


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("severty", "info", "severty"),
        ("texts.en.titel", "A promise", "texts.en.titel"),
        ("examples.en.ugly", ["x"], "examples.en.ugly"),
        ("code", "foc910", "code"),
        ("code", "FOC91", "code"),
        ("code", "IMP910", "a rule of family focus has a code that begins with FOC"),
        ("name", "Long promise", "name"),
        ("family", "fokus", "family"),
        ("severity", "fatal", "severity"),
        ("severity", "error", "only structural rules may be errors"),
        ("value", 101, "value"),
        ("applies_to", [], "applies_to"),
        ("applies_to", ["team"], "applies_to.0"),
        ("sources", [], "sources"),
        ("sources", [{"who": "the house"}], "sources.0.where"),
        ("examples.en.bad", [], "examples.en.bad"),
        ("examples.fr.good", [], "examples.fr.good"),
        ("texts.fr.noticed", [], "texts.fr.noticed"),
        ("texts.fr.title", "   ", "texts.fr.title"),
        ("texts.en.noticed", ["It takes {count} words."], "texts.en.noticed: the last variant must need no slot"),
        ("texts.fr.question", ["Et « {thing} » ?"], "texts.fr.question: the last variant must need no slot"),
        ("gather", True, "texts.en.gathered is missing"),
        ("check", {"words_at_most": 6}, "check.kind"),
    ],
    ids=lambda value: str(value).replace(" ", "-")[:30],
)
def test_a_wrong_field_is_refused_in_one_line_with_the_file(
    place: str, value: object, said: str, tmp_path: Path
) -> None:
    """Whatever the slip, the message is a line that a person can act on."""
    path = shelved(tmp_path, changed(place, value))

    with pytest.raises(CardError) as caught:
        list(read_cards(tmp_path))

    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert said in message
    assert "\n" not in message
    assert "pydantic" not in message.lower()


def test_a_structural_rule_may_be_an_error(tmp_path: Path) -> None:
    """Structure may fail a build, so that such a card is read."""
    shelved(tmp_path, {**changed("severity", "error"), "structural": True})

    (card,) = read_cards(tmp_path)

    assert (card.severity, card.structural) == ("error", True)


@pytest.mark.parametrize(("family", "letters"), LETTERS.items(), ids=LETTERS)
def test_each_family_has_three_letters_of_its_own(family: str, letters: str) -> None:
    """A code tells the family at a glance."""
    card = Card.model_validate({**WHOLE, "family": family, "code": f"{letters}910"})

    assert card.code[:3] == letters
    assert list(LETTERS.values()).count(card.code[:3]) == 1


def test_slots_are_the_names_in_braces() -> None:
    """A text tells which of the reading's words it needs; placeholders in ‹…› need none."""
    assert slots("{metric} : de ‹aujourd'hui› à {target}, {metric}") == {"metric", "target"}
    assert slots("from ‹today› to ‹target›") == frozenset()
