"""What stands in the bridges: complete in both languages, free of work, and found by the words of a statement."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from okrlint.cards import read_bridges
from okrlint.engine.bridges import bridges, changes
from okrlint.engine.languages import read_as
from okrlint.errors import CardError
from tests.cards.plausible import filled_in

LANGUAGES: Final = ("en", "fr")
EVERY: Final = {bridge.name: bridge for bridge in bridges()}
each_bridge = pytest.mark.parametrize("name", EVERY)
FRAMES: Final = {"en": "{seen}: from ‹today› to ‹target›", "fr": "{seen} : de ‹aujourd'hui› à ‹cible›"}


@each_bridge
def test_a_bridge_speaks_both_languages_alike(name: str) -> None:
    """Words in each, and as many changes in one as in the other."""
    bridge = EVERY[name]

    assert set(bridge.words) == set(bridge.changes) == set(LANGUAGES)
    assert len(bridge.changes["en"]) == len(bridge.changes["fr"])


@pytest.mark.parametrize("code", LANGUAGES)
@each_bridge
def test_how_a_change_is_seen_is_read_as_a_change(name: str, code: str) -> None:
    """With figures in place it is a key result, and who does what is no work of the team's."""
    for one in EVERY[name].changes[code]:
        sentence = filled_in(FRAMES[code].format(seen=one.seen), code, "")
        assert (sentence, read_as(sentence, "key_result", code).kind) == (sentence, "outcome")
        aim = f"{one.who} {one.change}".capitalize()
        assert not read_as(aim, "objective", code).is_work, aim


def test_there_are_bridges_from_many_kinds_of_work() -> None:
    """No word leads to two of them."""
    assert len(EVERY) >= 30
    for code in LANGUAGES:
        words = [word for bridge in EVERY.values() for word in bridge.words[code]]
        assert sorted(words) == sorted(set(words))


SENTENCES: Final = [
    ("en", "Launch three campaigns for the new app", "campaign"),
    ("en", "Train 60 forklift drivers on the new software", "training"),
    ("en", "Migrate the website to the cloud", "migration"),
    ("en", "Create a customer survey dashboard", "dashboard"),
    ("en", "Publish eight customer stories", "content"),
    ("en", "Roll out the new ticketing tool", "business-software"),
    ("en", "Deploy the second version", "release"),
    ("en", "Plant trees along the river", None),
    ("fr", "Lancer trois campagnes pour la nouvelle application", "campaign"),
    ("fr", "Former 60 caristes au nouveau logiciel", "training"),
    ("fr", "Migrer le site vers le nuage", "migration"),
    ("fr", "Mise en place d’un tableau de bord des enquêtes", "dashboard"),
    ("fr", "Refonte du site web", "redesign"),
    ("fr", "Déployer le nouvel intranet", "portal"),
    ("fr", "Livrer la deuxième version", "release"),
    ("fr", "Planter des arbres le long de la rivière", None),
]


@pytest.mark.parametrize(("code", "text", "name"), SENTENCES)
def test_the_kind_of_work_is_found_by_what_is_done(code: str, text: str, name: str | None) -> None:
    """The verb first, then the head of what is made; a launch only where nothing else is named."""
    offered = changes(text, read_as(text, "key_result", code).thing, code)

    assert offered == (EVERY[name].changes[code] if name else ())


def test_a_language_that_nobody_knows_has_no_bridge() -> None:
    """Nothing is offered, and nothing fails."""
    assert changes("Kampagne starten", None, "de") == ()


BEEHIVES: Final = """\
name: beehive
words: {en: [beehive]}
changes:
  en:
    - {who: neighbours, change: plant for bees, seen: Share of balconies with plants for bees}
    - {who: pupils, change: ask for the honey, seen: Pupils who ask for the honey}
"""


def test_a_house_has_bridges_of_its_own(tmp_path: Path) -> None:
    """A file beside its rules; one of a known name takes the place of ours."""
    (tmp_path / "bridges").mkdir()
    (tmp_path / "bridges" / "beehive.yaml").write_text(BEEHIVES, encoding="utf-8")
    (tmp_path / "bridges" / "event.yaml").write_text(
        BEEHIVES.replace("beehive", "event").replace("[event]", "[beekeeping]"), encoding="utf-8"
    )

    assert [one.who for one in changes("Set up a beehive", None, "en", tmp_path)] == ["neighbours", "pupils"]
    assert changes("Hold the event", None, "en", tmp_path) == ()
    assert len(bridges(tmp_path)) == len(EVERY) + 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (BEEHIVES.replace("Share of", "40% of"), "how a change is seen holds no figure"),
        (BEEHIVES.rpartition("    -")[0], "changes.en"),
        (BEEHIVES.replace("words: {en: [beehive]}", "words: {en: []}"), "words.en"),
    ],
)
def test_a_wrong_bridge_is_told_with_its_file(tmp_path: Path, wrong: str, said: str) -> None:
    """A figure that nobody gave, a single change, or no word to find it by."""
    (tmp_path / "bridges").mkdir()
    file = tmp_path / "bridges" / "beehive.yaml"
    file.write_text(wrong, encoding="utf-8")

    with pytest.raises(CardError, match=said) as caught:
        list(read_bridges(tmp_path))

    assert caught.value.culprit == str(file)
