"""Testing rule cards by their own examples, for the built-in ones and for a house's."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from okrlint.cards import Card, override, read_cards, read_overrides
from okrlint.engine.formats import read_document
from okrlint.engine.languages import knows, languages
from okrlint.engine.past import beside
from okrlint.engine.read import read
from okrlint.engine.rulebook import card_named, cards, rule_of
from okrlint.engine.run import run
from okrlint.engine.versions import Version
from okrlint.errors import CardError, ReadError
from okrlint.reading.document import ReadDocument


@dataclass(frozen=True)
class Tested:
    """How many cards and examples were run, and what failed, a sentence each."""

    cards: int
    examples: int
    failures: tuple[str, ...]


def run_examples(folders: Sequence[Path] = (), *, coverage: bool = False, house: Path | None = None) -> Tested:
    """Run the examples of every card of some folders, or of all cards at hand.

    With `coverage`, a card that lacks texts or examples in a language that okrlint knows fails too.
    """
    tested = [card for folder in folders for card in _in(folder)] if folders else [card for _, card in cards(house)]
    if not tested:
        named = ", ".join(str(folder) for folder in folders)
        raise CardError("no rule cards here (a card is a file that ends in .yaml)", culprit=named)
    failures: list[str] = _doubles(tested)
    count = 0
    for card in tested:
        if coverage:
            failures += _uncovered(card)
        for language, examples in card.examples.items():
            for wanted, texts in ((True, examples.bad), (False, examples.good)):
                for text in texts:
                    count += 1
                    said = _judge(card, text, language, wanted=wanted)
                    if said:
                        failures.append(f"{card.code} {language}: {said}")
    return Tested(len(tested), count, tuple(failures))


def _in(folder: Path) -> Iterator[Card]:
    """Yield the cards of a folder, and those of others as the folder would have them."""
    yield from read_cards(folder)
    yield from (override(card_named(own.overrides), own) for own in read_overrides(folder))


def _doubles(tested: Sequence[Card]) -> list[str]:
    counts = Counter(name for card in tested for name in (card.code, card.name))
    return [f"{name}: {number} cards have this code or name" for name, number in counts.items() if number > 1]


def _uncovered(card: Card) -> Iterator[str]:
    for language in languages():
        if language.code not in card.texts:
            yield f"{card.code} {language.code}: no texts"
        if language.code not in card.examples:
            yield f"{card.code} {language.code}: no examples"


def _judge(card: Card, example: str, language: str, *, wanted: bool) -> str | None:
    """Return what is wrong with an example, or None."""
    path, data = example_document(card, example, language)
    shown = " ⏎ ".join(line.strip() for line in example.splitlines() if line.strip())
    if not knows(language):
        return f"no language {language!r} is at hand, so its examples cannot be read"
    try:
        document = read_example(path, data, language, card.as_of)
    except ReadError as error:
        return f"an example cannot be read ({error}): {shown}"
    findings, faults = run(document, [rule_of(card)])
    if faults:
        return f"{faults[0]}"
    if not document.statements:
        return f"no statement could be read from: {shown}"
    if bool(findings) == wanted:
        return None
    kinds = ", ".join(f"{one.role} read as {one.reading.kind}" for one in document.statements[:3])
    return f"{'does not draw' if wanted else 'draws'} the rule: {shown} ({kinds})"


def read_example(path: str, data: bytes, language: str, today: date | None) -> ReadDocument:
    """Read an example; what stands above a line of `=====` is what the document said before."""
    *before, now = re.split(rb"^={5,}\n", data, flags=re.MULTILINE)
    document = read(read_document(path, now), language, today)
    return beside(document, (Version(document.today, str(number), one) for number, one in enumerate(before, 1)), {})


def example_document(card: Card, example: str, language: str) -> tuple[str, bytes]:
    """Return an example as a file: its name, and its bytes."""
    if "\n" in example.strip():
        suffix = "yaml" if example.lstrip().startswith(("objectives:", "team:", "level:", "sets:")) else "md"
        return f"{card.code}.{suffix}", example.encode()
    role = next((one for one in card.applies_to if one != "set"), "key_result")
    entry = {"text": example, "role": role, "language": language}
    return f"{card.code}.jsonl", json.dumps(entry, ensure_ascii=False).encode()
