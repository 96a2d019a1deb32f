"""The words that a card's texts may use: taken from the statement, never made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from okrlint.cards.card import SLOT
from okrlint.cards.card import slots as needed
from okrlint.engine.findings import Finding
from okrlint.reading.types import Slice

#: A quoted stretch longer than this reads worse than no quotation.
LONGEST = 80


def slots(finding: Finding) -> dict[str, str]:
    """Return what the texts of a card can be filled with, for one finding.

    `words` are those that the finding rests on; `metric`, `target`, `baseline`, `deadline`, `actor` and `thing` come
    from the reading; `statement` and `objective` are whole. What the reading did not find is left out, and then a
    variant that needs it is passed over.
    """
    filled = {name: value for name, value in finding.hit.slots.items() if value}
    one = finding.statement
    if one is None:
        return filled
    measure = one.reading.measure
    parts: Mapping[str, Slice | None] = {
        "metric": measure.metric,
        "target": measure.target_words,
        "baseline": measure.baseline_words,
        "deadline": measure.deadline,
        "actor": one.reading.actor,
        "thing": one.reading.thing,
    }
    filled |= {name: part.text for name, part in parts.items() if part is not None and len(part.text) <= LONGEST}
    if finding.hit.words:
        filled["words"] = _listed(word.text for word in finding.hit.words)
    filled["statement"] = one.text.rstrip(" .")
    if one.objective is not None:
        filled["objective"] = one.objective.text.text.rstrip(" .")
    return {name: " ".join(value.split()) for name, value in filled.items()}


def _listed(words: Iterable[str]) -> str:
    return " … ".join(dict.fromkeys(words))


def fill(variants: Iterable[str], filled: Mapping[str, str]) -> str | None:
    """Return the first variant whose slots can all be filled, filled; None where there is none."""
    for variant in variants:
        names = needed(variant)
        if names <= filled.keys():
            # All slots at once: braces in the team's own words are words.
            return SLOT.sub(lambda found: filled[found.group(1)], variant)
    return None
