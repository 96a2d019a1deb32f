"""Reading one statement, from its characters to what it means."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from okrlint.reading.clauses import clauses
from okrlint.reading.fold import fold
from okrlint.reading.language import Language
from okrlint.reading.measure import is_change, measure
from okrlint.reading.parts import settle
from okrlint.reading.phrases import thing
from okrlint.reading.quantities import find
from okrlint.reading.rulings import facts
from okrlint.reading.signals import Sentence, Signal, signals
from okrlint.reading.tokens import tokens
from okrlint.reading.types import WORK, Measure, Reading, Slice
from okrlint.reading.vague import vague_terms
from okrlint.reading.verdict import Weights, decide, evidence, label

#: A statement longer than this is read up to here: nobody commits to more in one sentence.
LONGEST: Final = 2000
#: Labels that the weights decide; the others follow from the quantities.
LEARNT: Final = (
    "has_metric",
    "is_binary",
    "is_vanity_metric",
    "multiple_statements",
    "vague",
    "names_beneficiary",
)


def analyse(text: str, role: str, language: Language) -> Sentence:
    """Return the sentence as the light reading sees it, before any verdict."""
    folded = fold(text[:LONGEST])
    found = find(folded, language)
    read = tuple(settle(tokens(found.masked, language), language))
    return Sentence(text, role, read, found, clauses(found, read, language.grammar))


@lru_cache(maxsize=4)
def weights_of(language: Language) -> Weights:
    """Return the weights of a language, read once."""
    return Weights.read(language.folder / "weights.json")


def read_statement(text: str, role: str, language: Language, weights: Weights | None = None) -> Reading:
    """Read one statement in a role (`objective`, `key_result`, `initiative`, `unknown`).

    `weights` stand in for those of the language, to measure what others would give.
    """
    sentence = analyse(text, role, language)
    weights = weights or weights_of(language)
    told = signals(sentence)
    kind, confidence, spread = decide(told, weights)
    measured = measure(sentence)
    return Reading(
        kind=kind,
        confidence=round(confidence, 3),
        language=language.code,
        flags=_flags(sentence, told, weights, kind, measured),
        vague_terms=vague_terms(sentence),
        measure=measured,
        evidence=evidence(text, told, weights, kind, spread),
        actor=_actor(sentence),
        thing=thing(sentence),
    )


def _actor(sentence: Sentence) -> Slice | None:
    token = next(
        (one for one in sentence.within(sentence.clauses.commitment) if one.has("people_outside", "people_inside")),
        None,
    )
    return Slice(token.start, token.end, sentence.text[token.start : token.end]) if token else None


def _counts_events(sentence: Sentence) -> bool:
    known = facts(sentence.tokens, sentence.quantities, sentence.clauses)
    percent = bool(known.targets) and known.targets[0].number.unit == "%"
    return bool(known.counted) and known.counted[0].has("event") and not percent


def _flags(sentence: Sentence, told: list[Signal], weights: Weights, kind: str, measured: Measure) -> frozenset[str]:
    """Settle every label: those of the numbers by rule, the others by their weights."""
    flags = {name for name in LEARNT if label(name, told, weights) > 0.5}
    targets, baselines = sentence.quantities.targets, sentence.quantities.baselines
    if kind == "learning" and not sentence.clauses.purpose:
        targets = tuple(one for one in targets if measured.unit not in {"EUR", "USD"})
    if targets:
        flags |= {"has_target", "has_metric"}
        flags -= {"is_binary"}
        if measured.unit is not None or targets[0].number.value in {0.0, None}:
            flags.add("has_unit")
        named_reference = any(time.reference for time in sentence.quantities.times)
        if not baselines and is_change(sentence, targets[0]) and not named_reference:
            flags.add("is_relative_change_without_baseline")
    if baselines:
        flags.add("has_baseline")
    if sentence.quantities.deadline:
        flags.add("has_deadline")
    if kind == "output" and _counts_events(sentence):
        flags.add("is_activity_volume")
    if sentence.quantities.placeholders:
        flags.add("has_placeholder")
    if sentence.role == "objective":
        if kind in WORK:
            flags.add("is_initiative_posing_as_objective")
        if targets:
            flags.add("is_metric_posing_as_objective")
    else:
        flags -= {"vague", "names_beneficiary"}
    return frozenset(flags)
