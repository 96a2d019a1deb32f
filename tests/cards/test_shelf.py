"""The shelf: which files are cards, and every card that ships is complete in French and in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from okrlint.cards import Card, builtin_rules, read_cards
from okrlint.cards.card import LETTERS, Texts, slots
from okrlint.coaching.slots import fill
from okrlint.engine.languages import language, languages
from okrlint.errors import CardError
from tests.cards.test_card import WHOLE

SHIPPED = tuple(read_cards(builtin_rules()))
#: What a bridge fills, where one fits: the question has all of them, a frame one at a time.
OF_BRIDGE = frozenset({"changes", "who", "change", "seen"})
OF_STATEMENT = frozenset(
    {"metric", "target", "baseline", "deadline", "actor", "thing", "words", "statement", "objective", "rest"}
)
#: What each kind of check hands to the texts besides the reading's own words.
OF_KIND = {
    "count": frozenset({"count", "limit"}),
    "length": frozenset({"count", "limit"}),
    "share": frozenset({"count", "total"}),
    "equal": frozenset({"count", "value"}),
    "history": frozenset({"count", "value"}),
    "similar": frozenset({"other"}),
    "link": frozenset({"target"}),
    "aligned": frozenset({"target", "team", "other"}),
    "shared": frozenset({"team", "other"}),
    "opposed": frozenset({"team", "other"}),
    "together": frozenset({"count", "result"}),
    "untouched": frozenset({"count"}),
    "calendar": frozenset({"count", "value", "limit"}),
    "reached": frozenset({"count"}),
    "eased": frozenset({"other", "date", "version"}),
    "named": frozenset({"value"}),
    "precision": frozenset({"count"}),
}
each_card = pytest.mark.parametrize("card", SHIPPED, ids=lambda card: card.code)
each_code = pytest.mark.parametrize("code", ["en", "fr"])


def known(card: Card) -> frozenset[str]:
    """Return the slots that a finding of a card can fill."""
    about_statements = set(card.applies_to) - {"set"}
    return OF_KIND.get(card.check.kind, frozenset()) | (OF_STATEMENT | OF_BRIDGE if about_statements else frozenset())


def lines(texts: Texts) -> list[str]:
    """Return everything that a card can say in one language."""
    optional = [text for text in (texts.advice, texts.gathered) if text]
    return [texts.title, texts.why, *texts.noticed, *texts.question, *texts.frame, *optional]


def test_cards_come_in_the_order_of_their_paths_and_profiles_are_none(tmp_path: Path) -> None:
    """Folders named profiles and bridges hold something else; other files are no cards."""
    for place in ("b/two.yaml", "a/one.yaml", "profiles/no.yaml", "x/bridges/no.yaml"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(yaml.safe_dump({**WHOLE, "name": Path(place).stem}, allow_unicode=True), "utf-8")
    (tmp_path / "notes.txt").write_text("not a card")

    assert [card.name for card in read_cards(tmp_path)] == ["one", "two"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"code: [FOC910\nname: x\n", "broken YAML (line 2, column "),
        (b"- a list\n", "a card is a mapping of fields"),
        (b"", "a card is a mapping of fields"),
        (b"code: caf\xe9\n", "cannot be read"),
        (b"code: !!python/object/apply:os.getcwd []\n", "broken YAML (line 1, column 7)"),
    ],
    ids=["broken", "a list", "empty", "not UTF-8", "asks for code"],
)
def test_a_file_that_is_no_card_is_named(data: bytes, said: str, tmp_path: Path) -> None:
    """The message begins with the file, and with the place in it where there is one."""
    (tmp_path / "own.yaml").write_bytes(data)

    with pytest.raises(CardError) as caught:
        list(read_cards(tmp_path))

    assert str(caught.value).startswith(f"{tmp_path / 'own.yaml'}: {said}")


def test_codes_and_names_are_unique() -> None:
    """Two rules never share what a house would write into its configuration."""
    named = [name for card in SHIPPED for name in (card.code, card.name)]

    assert len(named) == len(set(named)) >= 2 * 20


def test_every_family_has_a_rule() -> None:
    """The five questions of the README are all asked."""
    assert {card.family for card in SHIPPED} == set(LETTERS)


@each_card
def test_a_card_stands_where_its_family_and_name_say(card: Card) -> None:
    """Who looks for a rule finds it by folder and file; the code's letters are the family's."""
    path = Path(card.origin)

    assert (path.parent.name, path.stem) == (card.family, card.name)
    assert card.code.startswith(LETTERS[card.family])


@each_card
def test_a_card_speaks_every_language_and_proves_itself_in_each(card: Card) -> None:
    """Texts and examples are there in French and in English, and neither is a copy of the other."""
    codes = {one.code for one in languages()}

    assert set(card.texts) == set(card.examples) == codes == {"en", "fr"}
    english, french = card.texts["en"], card.texts["fr"]
    assert len(english.frame) == len(french.frame)
    assert (english.advice is None, english.gathered is None) == (french.advice is None, french.gathered is None)
    assert not set(lines(english)) & set(lines(french))
    assert not set(card.examples["en"].bad) & set(card.examples["fr"].bad)


@each_card
def test_a_card_says_who_holds_it(card: Card) -> None:
    """At least one source stands for the rule."""
    assert any(source.position == "for" for source in card.sources)


@each_card
@each_code
def test_texts_use_only_slots_that_can_be_filled(card: Card, code: str) -> None:
    """A misspelt slot would silence a variant for ever."""
    texts = card.texts[code]
    used = frozenset().union(*(slots(line) for line in (*texts.noticed, *texts.question, *texts.frame)))

    assert used <= known(card)
    assert slots(texts.gathered or "") <= {"count", "total"}
    assert not slots(texts.title + texts.why + (texts.advice or ""))


@each_card
@each_code
def test_questions_and_frames_hold_no_figure_of_their_own(card: Card, code: str) -> None:
    """A figure is the team's to find: what a card proposes leaves it open in ‹…›, numbering aside."""
    texts = card.texts[code]
    numbering = re.compile(r"(?:^|(?<=· ))\d\. ")

    assert not [line for line in (*texts.question, *texts.frame) if re.search(r"\d", numbering.sub("", line))]


@each_card
@each_code
def test_frames_show_what_is_unknown(card: Card, code: str) -> None:
    """Every frame leaves something to the team, in closed ‹…›."""
    for frame in card.texts[code].frame:
        known_words, placeholders = re.subn(r"‹[^‹›]+›", "", frame)
        assert placeholders >= 1
        assert not set("‹›") & set(known_words)


@each_card
def test_french_is_shown_with_its_no_break_spaces(card: Card) -> None:
    """No line can break before ; : ! ? or inside guillemets, and no apostrophe is straight."""
    typeset = language("fr").typeset
    shown = [typeset(line) for line in lines(card.texts["fr"])]

    assert not [line for line in shown if re.search(r"[^\u00a0\u202f][;:!?»](?:\s|$)", line)]
    assert not [line for line in shown if re.search(r"«[^\u00a0]|'", line)]


@each_card
@each_code
def test_a_card_can_speak_where_nothing_was_found_in_the_sentence(card: Card, code: str) -> None:
    """The last variants need no slot, so that there is always something to say and to ask."""
    texts = card.texts[code]

    assert fill(texts.noticed, {}) == texts.noticed[-1]
    assert fill(texts.question, {}) == texts.question[-1]
