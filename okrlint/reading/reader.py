"""Reading statements, from their characters to what they mean: light first, deeper where the verdict could change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from okrlint.reading.aims import names_two_aims
from okrlint.reading.clauses import clauses
from okrlint.reading.fold import fold
from okrlint.reading.language import Language
from okrlint.reading.measure import is_change, measure
from okrlint.reading.names import named_numbers
from okrlint.reading.network import Opinion, ask
from okrlint.reading.parts import settle
from okrlint.reading.phrases import thing, topics
from okrlint.reading.quantities import find
from okrlint.reading.rulings import facts
from okrlint.reading.signals import Sentence, Signal, signals
from okrlint.reading.tokens import Token, tokens
from okrlint.reading.types import WORK, Measure, Reading, Slice
from okrlint.reading.vague import vague_terms
from okrlint.reading.verdict import Weights, decide, evidence, labels, weigh

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
    found = find(folded, language, named_numbers(text[:LONGEST], folded, language))
    read = tuple(settle(tokens(found.masked, language), language))
    return Sentence(text, role, read, found, clauses(found, read, language.grammar))


@lru_cache(maxsize=4)
def weights_of(language: Language) -> Weights:
    """Return the weights of a language, read once."""
    return Weights.read(language.folder / "weights.json")


def read_statement(
    text: str, role: str, language: Language, weights: Weights | None = None, opinion: Opinion | None = None
) -> Reading:
    """Read one statement in a role (`objective`, `key_result`, `initiative`, `unknown`).

    `weights` stand in for those of the language, and `opinion` for what its network would say: to measure what others
    would give.
    """
    if opinion is not None:
        sentence = analyse(text, role, language)
        return _settle(_Light(sentence, signals(sentence)), language, weights or weights_of(language), opinion)
    return read_statements([(role, text)], language, weights)[0]


def read_statements(
    statements: Sequence[tuple[str, str]], language: Language, weights: Weights | None = None, *, fast: bool = False
) -> list[Reading]:
    """Read many statements, each a pair of role and text: light first, and the network once for all that are unsure.

    `fast` leaves it at the light reading.
    """
    weights = weights or weights_of(language)
    light = [_light(role, text, language) for role, text in statements]
    opinions: dict[int, Opinion] = {}
    if language.network is not None and weights.network and not fast:
        unsure = [index for index, one in enumerate(light) if _confidence(one, weights) < weights.sure]
        if unsure:
            said = ask(language.network, [statements[index] for index in unsure])
            opinions = dict(zip(unsure, said, strict=True))
    return [_settle(one, language, weights, opinions.get(index)) for index, one in enumerate(light)]


@dataclass(frozen=True, slots=True)
class _Light:
    """What the light reading knows of a statement before it is weighed."""

    sentence: Sentence
    told: list[Signal]


def _light(role: str, text: str, language: Language) -> _Light:
    sentence = analyse(text, role, language)
    return _Light(sentence, signals(sentence))


def _confidence(light: _Light, weights: Weights) -> float:
    return decide(weigh(light.told, weights), weights.temperature)[1]


def _settle(light: _Light, language: Language, weights: Weights, opinion: Opinion | None) -> Reading:
    sentence, told = light.sentence, light.told
    temperature = weights.temperature if opinion is None else weights.network_temperature
    kind, confidence, spread = decide(weigh(told, weights, opinion), temperature)
    measured = measure(sentence)
    return Reading(
        kind=kind,
        confidence=round(confidence, 3),
        language=language.code,
        flags=_flags(sentence, told, weights, kind, measured),
        vague_terms=vague_terms(sentence),
        measure=measured,
        evidence=evidence(sentence.text, told, weights, kind, spread, opinion),
        actor=_actor(sentence),
        thing=thing(sentence),
        means=_means(sentence),
        topics=topics(sentence),
        deep=opinion is not None,
    )


def _actor(sentence: Sentence) -> Slice | None:
    token = next(
        (one for one in sentence.within(sentence.clauses.commitment) if one.has("people_outside", "people_inside")),
        None,
    )
    return Slice(token.start, token.end, sentence.text[token.start : token.end]) if token else None


def _means(sentence: Sentence) -> Slice | None:
    """Return what is only the way: the clause of means, or the main one where a purpose with a number leads."""
    found = sentence.clauses
    stretch = found.main if found.purpose_leads else found.means
    if stretch is None:
        return None
    inside = sentence.within(stretch)
    # "the work using our products has grown" and "a rate for those who ask" say no way to a change.
    if any(_is_finite(token, sentence) for token in inside) or (found.purpose_leads and not any(map(_acts, inside))):
        return None
    before = [token for token in sentence.tokens if token.end <= stretch[0]]
    if not found.purpose_leads and before and before[-1].form == "past":
        return None  # "sourced by the agency": who did it
    words = sentence.text[slice(*stretch)]
    start = stretch[0] + len(words) - len(words.lstrip(" ,;:–-"))
    words = words.strip(" .,;:–-(")
    return Slice(start, start + len(words), words) if words else None


def _is_finite(token: Token, sentence: Sentence) -> bool:
    """Whether a word is an auxiliary; folded, the French "à" looks like one."""
    return token.has("auxiliary") and not sentence.text[token.start : token.end].startswith(("à", "À"))


def _acts(token: Token) -> bool:
    return token.has("make", "finish", "hollow", "increase", "decrease", "make_noun")


def _counts_events(sentence: Sentence) -> bool:
    known = facts(sentence.tokens, sentence.quantities, sentence.clauses)
    percent = bool(known.targets) and known.targets[0].number.unit == "%"
    return bool(known.counted) and known.counted[0].has("event") and not percent


def _is_a_figure(measured: Measure) -> bool:
    """Whether a target is a number, and not only the whole of something ("all repositories")."""
    words = measured.target_words
    return words is None or measured.unit != "%" or any(each.isdigit() or each == "%" for each in words.text)


def _flags(sentence: Sentence, told: list[Signal], weights: Weights, kind: str, measured: Measure) -> frozenset[str]:
    """Settle every label: those of the numbers by rule, the others by their weights."""
    chance = labels(told, weights)
    flags = {name for name in LEARNT if chance.get(name, 0.0) > 0.5}
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
        if targets and _is_a_figure(measured):
            flags.add("is_metric_posing_as_objective")
        if names_two_aims(sentence):
            flags.add("names_two_aims")
    else:
        flags -= {"vague", "names_beneficiary"}
    return frozenset(flags)
