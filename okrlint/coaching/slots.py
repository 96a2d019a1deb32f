"""The words that a card's texts may use: taken from the statement, never made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from okrlint.cards import Change
from okrlint.cards.card import SLOT
from okrlint.cards.card import slots as needed
from okrlint.coaching.quoting import LONGEST, amount, date, listed, metric, rest, stretch
from okrlint.engine.bridges import changes
from okrlint.engine.findings import Finding
from okrlint.reading.types import Slice


def slots(finding: Finding) -> dict[str, str]:
    """Return what the texts of a card can be filled with, for one finding.

    `words` are those that the finding rests on; `metric`, `target`, `baseline`, `deadline`, `actor` and `thing` come
    from the reading; `statement` and `objective` are whole, `rest` is the statement without how to get there. What the
    reading did not find is left out, and then a variant that needs it is passed over.
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
    # What changes is measured, even where no word of a measure stands before it ("fewer escalations").
    changing = one.reading.thing if one.reading.kind == "outcome" and measure.target_words is not None else None
    measured = measure.metric or changing
    named = metric(measured.text, one.reading.language) if measured is not None else None
    filled |= {name: part.text for name, part in parts.items() if part is not None and len(part.text) <= LONGEST}
    filled.pop("metric", None)
    if named is not None and len(named) <= LONGEST:
        filled["metric"] = named
    far = amount(filled.pop("target", ""), one.reading.language)
    if far:
        filled["target"] = far
    by = date(filled.pop("deadline", ""), one.reading.language)
    if by:
        filled["deadline"] = by
    if finding.hit.words:
        quoted = _quoted(finding)
        filled |= {"words": quoted} if quoted else {}
    left = rest(one)
    if left:
        filled["rest"] = left
    filled["statement"] = one.text.rstrip(" .")
    if one.objective is not None:
        filled["objective"] = one.objective.text.text.rstrip(" .")
    return {name: " ".join(value.split()) for name, value in filled.items()}


def _quoted(finding: Finding) -> str | None:
    """Return the words that a finding rests on, as a quotation; several words of a sentence are no quotation of it."""
    one, words = finding.statement, finding.hit.words
    if one is not None and _rests_on_reading(finding):
        return stretch(one, words)
    return listed(words) if finding.card.check.kind != "condition" or len(words) == 1 else None


def meant(finding: Finding, code: str, house: Path | None = None) -> Sequence[Change]:
    """Return what the work that a finding speaks of may be meant to change; nothing where it is of no known kind.

    They fill {changes} of a question, and {seen} of a frame, once for each.
    """
    one = finding.statement
    if one is None:
        return ()
    if one.reading.means is not None and not one.reading.is_work:
        return changes(one.reading.means.text, None, code, house)
    return changes(one.text, one.reading.thing, code, house)


def _rests_on_reading(finding: Finding) -> bool:
    """Whether the words of a finding are those that carried the verdict, and no list of words at fault."""
    check = finding.card.check
    return check.kind == "condition" and check.parameters.get("words", "evidence") == "evidence"


def fill(variants: Iterable[str], filled: Mapping[str, str]) -> str | None:
    """Return the first variant whose slots can all be filled, filled; None where there is none."""
    for variant in variants:
        names = needed(variant)
        if names <= filled.keys():
            # All slots at once: braces in the team's own words are words.
            return SLOT.sub(lambda found: filled[found.group(1)], variant)
    return None
