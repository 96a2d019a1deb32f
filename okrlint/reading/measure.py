"""The measure of a statement: metric, start, target, unit, direction, comparator and time."""

from __future__ import annotations

from typing import Final

from okrlint.reading.quantities import Quantity
from okrlint.reading.signals import Sentence
from okrlint.reading.tokens import Token
from okrlint.reading.types import Comparator, Direction, Measure, Slice

#: Classes that name what is measured; the first that is found names the metric.
INDICATORS: Final = ("indicator", "making_indicator", "exposure")
LONGEST_METRIC: Final = 8
#: Units of time in seconds, as far as one is a whole number of another.
_SECONDS: Final = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "day": 86400.0, "week": 604800.0}
_MONTHS: Final = {"month": 1.0, "quarter": 3.0, "year": 12.0}


def measure(sentence: Sentence) -> Measure:
    """Work out the measure of a sentence from its typed quantities."""
    found = sentence.quantities
    time = found.deadline
    deadline = _slice(sentence, time.start, time.end) if time else None
    leading = [
        one for one in found.targets if sentence.clauses.commitment[0] <= one.start < sentence.clauses.commitment[1]
    ]
    target = next(iter(leading or found.targets), None)
    baseline = _baseline(found.baselines, target)
    metric = metric_of(sentence, target or baseline)
    if target is None and baseline is None:
        return Measure(metric=metric, deadline=deadline)
    return Measure(
        metric=metric,
        baseline=start_of(baseline, target),
        target=target.number.value if target else None,
        unit=_unit(sentence, target or baseline, metric),
        direction=_direction(sentence, target, baseline),
        said=_said(sentence),
        comparator=_comparator(sentence, target),
        deadline=deadline,
        baseline_words=_slice(sentence, baseline.start, baseline.end) if baseline else None,
        target_words=_slice(sentence, target.start, target.end) if target else None,
    )


def _slice(sentence: Sentence, start: int, end: int) -> Slice:
    words = sentence.text[start:end]
    start += len(words) - len(words.lstrip(" \t,;:([–-"))
    words = words.strip(" \t,;:([–-")
    return Slice(start, start + len(words), words)


def _baseline(baselines: tuple[Quantity, ...], target: Quantity | None) -> Quantity | None:
    if not baselines or target is None:
        return baselines[0] if baselines else None
    return min(baselines, key=lambda one: abs(one.start - target.start))


def start_of(baseline: Quantity | None, target: Quantity | None) -> float | None:
    """Return where a measure starts, in the unit of its target: 14 days are 336 hours where the target is 2 hours."""
    if baseline is None or baseline.number.value is None or target is None:
        return baseline.number.value if baseline else None
    for units in (_SECONDS, _MONTHS):
        one, other = units.get(baseline.number.unit or ""), units.get(target.number.unit or "")
        if one is not None and other is not None and one != other:
            return round(baseline.number.value * one / other, 6)
    return baseline.number.value


def metric_of(sentence: Sentence, one: Quantity | None) -> Slice | None:
    """Name what is measured: an indicator of the sentence, else what the number counts."""
    indicator = next(
        (
            token
            for token in sentence.tokens
            if token.has(*INDICATORS) and (one is None or not one.start <= token.start < one.end)
        ),
        None,
    )
    counted = counted_phrase(sentence, one) if one is not None else []
    if counted and (indicator is None or indicator.start >= counted[0].start or one_counts(one)):
        return _slice(sentence, counted[0].start, counted[-1].end)
    if indicator is not None:
        phrase = _phrase_around(sentence, indicator)
        return _slice(sentence, phrase[0].start, phrase[-1].end)
    if one is None:
        return None
    before = [token for token in sentence.tokens if token.end <= one.start and token.kind == "word"]
    word = next((token for token in before if token.has("measure_word") and token.part != "verb"), None)
    if word is not None:
        phrase = _phrase_around(sentence, word)
        return _slice(sentence, phrase[0].start, phrase[-1].end)
    thing = next((token for token in before if token.has("construct", "system", "artefact", "people_outside")), None)
    return _slice(sentence, thing.start, thing.end) if thing else None


def one_counts(one: Quantity | None) -> bool:
    """Whether a quantity is a bare count, which needs a noun behind it."""
    return one is not None and one.number.unit is None and one.number.scale is None


def counted_phrase(sentence: Sentence, one: Quantity) -> list[Token]:
    """Return the noun phrase behind a number ("40 trained nurses", "80 % of customers")."""
    phrase: list[Token] = []
    last = one.end
    for token in sentence.tokens:
        if token.start < one.end:
            continue
        if token.kind != "word" or token.start - last > 2:
            break
        linking = token.has("link")
        if (token.has("stop") and not linking) or (token.part == "verb" and phrase and token.form != "past"):
            break
        if phrase or not linking:
            phrase.append(token)
        last = token.end
        if len(phrase) >= LONGEST_METRIC:
            break
    while phrase and phrase[-1].has("link"):
        phrase.pop()
    return phrase


def _phrase_around(sentence: Sentence, indicator: Token) -> list[Token]:
    """Return an indicator with the words that complete it ("average time to first reply", "taux d'abandon")."""
    words = list(sentence.tokens)
    index = words.index(indicator)
    first = index
    while first > 0 and words[first - 1].kind == "word" and words[first - 1].end + 1 >= words[first].start:
        before = words[first - 1]
        if before.has("function", "increase", "decrease", "reach", "keep", "hollow", "make", "comparison"):
            break
        first -= 1
    last = index
    while last + 1 < len(words) and words[last + 1].kind == "word" and last - first < LONGEST_METRIC:
        after = words[last + 1]
        if after.has("decrease", "increase", "reach", "comparison") or after.part == "verb":
            break
        if after.has("stop") and not _runs_on(words, last + 1):
            break
        last += 1
    while last > index and (words[last].has("function") or len(words[last].word) < 3):
        last -= 1
    return words[first : last + 1]


def _runs_on(words: list[Token], index: int) -> bool:
    """Whether a small word belongs to the metric: a word of a phrase, not the way to the target."""
    return words[index].has("link") and index + 1 < len(words) and words[index + 1].kind == "word"


def _unit(sentence: Sentence, one: Quantity | None, metric: Slice | None) -> str | None:
    if one is None:
        return None
    if one.number.unit is not None:
        return one.number.unit
    if one.number.scale is not None:
        return "score"
    if any(token.has("scale") for token in sentence.tokens):
        return "score"
    counted = counted_phrase(sentence, one)
    noun = _head_noun(counted) if counted else None
    if noun is None and any(token.has("money") for token in sentence.tokens):
        return None  # money without its currency (guideline 2, has_unit)
    if noun is None and metric is not None:
        inside = [t for t in sentence.tokens if metric.start <= t.start < metric.end and t.kind == "word"]
        noun = _head_noun(inside)
    return f"count:{noun}" if noun else None


def _head_noun(phrase: list[Token]) -> str | None:
    """Return the singular of the noun that a phrase is about."""
    named = [token for token in phrase if not token.has("leads_noun", "vague", "qualifier")]
    plural = next((token for token in named if token.form == "plural" and token.word[-1] in "sx"), None)
    if plural is not None:
        return plural.lemma
    nouns = [token for token in phrase if not token.has("function", "vague", "qualifier", "leads_noun")]
    return nouns[0].lemma if nouns else None


def _direction(sentence: Sentence, target: Quantity | None, baseline: Quantity | None) -> Direction | None:
    converted = baseline is not None and start_of(baseline, target) != baseline.number.value
    if target is not None and target.direction is not None and not converted:
        return target.direction
    if target is not None and baseline is not None:
        start, end = start_of(baseline, target), target.number.value
        if start is not None and end is not None and start != end:
            return "increase" if end > start else "decrease"
    return _said(sentence) or ("reach" if target is not None else None)


def _said(sentence: Sentence) -> Direction | None:
    """Return the direction that the words say."""
    for token in sentence.within(sentence.clauses.commitment) or sentence.tokens:
        if token.has("increase", "increase_noun"):
            return "increase"
        if token.has("decrease", "decrease_noun"):
            return "decrease"
        if token.has("keep"):
            return "maintain"
    return None


def _comparator(sentence: Sentence, target: Quantity | None) -> Comparator | None:
    if target is None or target.number.value is None:
        return None
    if target.comparator == "by" and not is_change(sentence, target):
        return ">=" if target.number.sign == "+" else "="
    return target.comparator


def is_change(sentence: Sentence, target: Quantity) -> bool:
    """Whether a target is an amount of change ("by 20 %", "double") and not the value to reach.

    "+15 signatures" adds to a count and is no change of a measure; "de 20 %" is one only beside a word of movement.
    """
    if not target.amount_of_change:
        return False
    moves = any(
        token.has("increase", "decrease", "increase_noun", "decrease_noun", "changed") for token in sentence.tokens
    )
    if target.comparator == "times":
        return moves or not target.number.times
    if target.number.sign:
        return moves or target.number.unit in {"%", "points"} or (target.number.unit or "").isupper()
    return moves
