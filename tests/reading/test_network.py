"""The small network is asked where the light reading is unsure, and shows the words that it went by."""

from __future__ import annotations

import subprocess
import sys

import pytest

from okrlint.engine.languages import language
from okrlint.reading import KINDS, read_statement, read_statements
from okrlint.reading.network import LONGEST, Network, ask
from okrlint.reading.reader import weights_of

STATEMENTS = (
    ("key_result", "The ferry desk answers before the boat leaves"),
    ("objective", "Harbour map"),
    ("key_result", "Skippers can file a passage plan from the pontoon"),
    ("key_result", "Émilie’s crews rehearse the 2 a.m. call-out 😀 – twice"),
    ("initiative", "x" * 5000),
    ("key_result", ""),
)


@pytest.fixture
def network() -> Network:
    """Return the English network as it is shipped."""
    found = language("en").network
    assert found is not None
    return found


def test_chances_of_the_kinds_add_up_to_one(network: Network) -> None:
    """One chance a kind, for any text."""
    for opinion in ask(network, STATEMENTS):
        assert len(opinion.kinds) == len(KINDS)
        assert sum(opinion.kinds) == pytest.approx(1.0, abs=1e-4)


def test_a_statement_is_judged_the_same_alone_and_among_others(network: Network) -> None:
    """What stands beside it in a batch only fills up the row."""
    together = ask(network, STATEMENTS)

    for statement, among in zip(STATEMENTS, together, strict=True):
        alone = ask(network, [statement])[0]
        assert alone.kinds == pytest.approx(among.kinds, abs=1e-3)


def test_its_words_stand_in_the_statement_and_are_no_more_than_it_reads(network: Network) -> None:
    """Places are whole words or single marks of the text."""
    for (_, text), opinion in zip(STATEMENTS, ask(network, STATEMENTS), strict=True):
        places = [(start, end) for start, end, _ in opinion.words]
        assert len(places) <= LONGEST
        for start, end in places:
            assert 0 <= start < end <= len(text)
            assert text[start:end].isalnum() or end - start == 1


def test_only_where_the_light_reading_is_unsure_is_it_asked() -> None:
    """A sure statement stays light; both speeds give the same in a batch and alone."""
    english = language("en")
    texts = [
        ("key_result", "Cut the mooring error rate from 9% to 3%"),
        ("objective", "Harbour map"),
    ]

    readings = read_statements(texts, english)

    assert [reading.deep for reading in readings] == [False, True]
    assert readings[0].confidence >= weights_of(english).sure
    assert readings == [read_statement(text, role, english) for role, text in texts]


def test_words_of_the_network_are_shown_as_evidence() -> None:
    """They carry the signal `network` and stand where they say."""
    text = "Skippers can file a passage plan from the pontoon"

    reading = read_statement(text, "key_result", language("en"))

    assert all(each.text == text[each.start : each.end] for each in reading.evidence)
    if reading.deep:
        assert any(each.signal == "network" for each in reading.evidence)


def test_a_sure_statement_imports_no_numpy() -> None:
    """What need not be asked need not be loaded."""
    code = (
        "import sys, okrlint\n"
        "reading = okrlint.read('Cut the mooring error rate from 9% to 3%', language='en')\n"
        "assert not reading.deep\n"
        "assert 'numpy' not in sys.modules\n"
    )

    subprocess.run([sys.executable, "-c", code], check=True)
