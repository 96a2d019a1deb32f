"""How far each rule can be trusted: what it says on our reading against what it would say on the labels.

A rule that looks at labels alone is run twice on every labelled statement, once over our reading and once over one made
of the labels. Rules that look at a whole set, at fields or at check-ins have nothing to be measured on here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from benchmarks.figures import Agreement, agreement
from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.engine.rulebook import Rule, cards, rule_of
from okrlint.engine.run import run
from okrlint.reading import Reading, Slice
from okrlint.reading.document import ReadDocument
from okrlint.reading.types import EXTRA_FLAGS, WORK


def by_rule(pairs: Iterable[tuple[Mapping[str, Any], Reading]]) -> dict[str, Agreement]:
    """Return precision, recall and number for each rule that fires on a single statement, by its code."""
    rules = [rule_of(card) for _, card in cards() if card.check.kind in {"condition", "words"}]
    told: dict[str, list[tuple[bool, bool]]] = {rule.card.code: [] for rule in rules}
    for entry, reading in pairs:
        document = _document(entry)
        for rule in rules:
            if entry["role"] in rule.card.applies_to:
                told[rule.card.code].append(
                    (_fires(rule, document, of_labels(entry, reading)), _fires(rule, document, reading))
                )
    return {code: agreement(some) for code, some in told.items() if any(gold or said for gold, said in some)}


def _document(entry: Mapping[str, Any]) -> ReadDocument:
    line = {"text": entry["text"], "role": entry["role"], "language": entry["language"]}
    return read(read_document("one.jsonl", json.dumps(line).encode()), entry["language"])


def _fires(rule: Rule, document: ReadDocument, reading: Reading) -> bool:
    statements = tuple(replace(one, reading=reading) for one in document.statements)
    return bool(run(replace(document, statements=statements), [rule])[0])


def of_labels(entry: Mapping[str, Any], reading: Reading) -> Reading:
    """Return a reading that says what the labels say; what nobody labelled stays as we read it."""
    text = entry["text"]
    vague = tuple(
        Slice(text.find(words), text.find(words) + len(words), words) for words in entry["vague_terms"] if words in text
    )
    flags = frozenset(entry["flags"]) | (reading.flags & frozenset(EXTRA_FLAGS))
    if entry["role"] == "objective" and entry["kind"] in WORK:
        flags |= {"is_initiative_posing_as_objective"}
    return replace(reading, kind=entry["kind"], flags=flags, vague_terms=vague, confidence=1.0)
