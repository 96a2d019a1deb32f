"""Checks of one statement: a condition over its reading, and words that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from okrlint.checks.kinds import CheckKind, Hit, Parameters, at
from okrlint.reading.document import ReadDocument, ReadStatement, given
from okrlint.reading.fold import fold
from okrlint.reading.quantities import TIMES
from okrlint.reading.types import Kind, Slice


class When(Parameters):
    """What must hold of a reading; every key given must hold.

    `flags` must all be there, `any_flags` at least one, `not_flags` none. `fields` must be given somewhere (in the
    sentence or beside it), `not_fields` nowhere. `declared_not` names kinds by which the author may declare it.
    `unit` and `direction` take the measure's (`count` stands for every counted noun, `time` for every length of time).
    `words` must stand in the sentence, one of them at least, by language and without regard to case and accents;
    `metric` must be the whole of what is measured; `target_last` asks that no word follows the target but a deadline,
    `target_in_digits` that it is written as a number and not as "all" or "double".
    """

    kind: tuple[Kind, ...] = ()
    not_kind: tuple[Kind, ...] = ()
    flags: tuple[str, ...] = ()
    any_flags: tuple[str, ...] = ()
    not_flags: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    not_fields: tuple[str, ...] = ()
    declared_not: tuple[str, ...] = ()
    direction: tuple[str, ...] = ()
    not_direction: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = Field(default={})
    metric: Mapping[str, tuple[str, ...]] = Field(default={})
    at_least: float = 0.0
    target_last: bool = False
    target_in_digits: bool = False


class Condition(Parameters):
    """Fires where a reading meets `when`, or one of `or_when`; `words` says which of its words to show."""

    when: When
    or_when: tuple[When, ...] = ()
    words: Literal["evidence", "vague_terms", "target", "metric", "means", "none"] = "evidence"


def holds(when: When, one: ReadStatement) -> bool:
    """Whether a statement meets a condition."""
    reading = one.reading
    return (
        (not when.kind or reading.kind in when.kind)
        and reading.kind not in when.not_kind
        and reading.confidence >= when.at_least
        and all(flag in reading.flags for flag in when.flags)
        and (not when.any_flags or any(flag in reading.flags for flag in when.any_flags))
        and not any(flag in reading.flags for flag in when.not_flags)
        and all(given(one, name) is not None for name in when.fields)
        and all(given(one, name) is None for name in when.not_fields)
        and not is_declared(one, when.declared_not)
        and (not when.direction or reading.measure.direction in when.direction)
        and reading.measure.direction not in when.not_direction
        and (not when.unit or not _units(reading.measure.unit).isdisjoint(when.unit))
        and (not when.words or bool(standing(one, when.words)))
        and (not when.target_last or _ends_with_target(one))
        and (not when.target_in_digits or _is_in_digits(one))
        and (not when.metric or _is_measured(one, when.metric))
    )


def is_declared(one: ReadStatement, kinds: tuple[str, ...]) -> bool:
    """Whether the author declared a statement to be of one of these kinds, beside its sentence."""
    return str(getattr(one.statement, "kind", None) or "").strip().lower() in kinds


def _is_in_digits(one: ReadStatement) -> bool:
    words = one.reading.measure.target_words
    return words is not None and any(character.isdigit() for character in words.text)


def _ends_with_target(one: ReadStatement) -> bool:
    measure = one.reading.measure
    if measure.target_words is None:
        return True
    rest = one.text[measure.target_words.end :]
    if measure.deadline is not None:
        rest = rest.replace(measure.deadline.text, "")
    return not any(character.isalpha() or character == "%" for character in rest)


def _units(unit: str | None) -> frozenset[str]:
    """Return a unit and the family that it belongs to."""
    if unit is None:
        return frozenset()
    return frozenset({unit, *(["count"] if unit.startswith("count:") else []), *(["time"] if unit in TIMES else [])})


def _is_measured(one: ReadStatement, words: Mapping[str, tuple[str, ...]]) -> bool:
    measured = one.reading.measure.metric
    return measured is not None and fold(measured.text) in {fold(word) for word in words.get(one.reading.language, ())}


def standing(one: ReadStatement, words: Mapping[str, tuple[str, ...]]) -> tuple[Slice, ...]:
    """Return those of some words, by language, that stand in a statement."""
    folded = f" {fold(one.text)} "
    found = ((word, _find(folded, fold(word))) for word in words.get(one.reading.language, ()))
    return tuple(
        Slice(start, start + len(word), one.text[start : start + len(word)])
        for word, start in found
        if start is not None
    )


def carrying(one: ReadStatement, most: int = 2) -> tuple[Slice, ...]:
    """Return the words that carried the verdict, in the order of the sentence, overlapping ones as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((each.start, each.end) for each in one.reading.evidence[:most]):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(Slice(start, end, one.text[start:end]) for start, end in merged)


def _shown(one: ReadStatement, words: str) -> tuple[Slice, ...]:
    reading = one.reading
    if words == "evidence":
        return carrying(one)
    if words == "vague_terms":
        return reading.vague_terms
    if words == "target":
        return (reading.measure.target_words,) if reading.measure.target_words else ()
    if words == "metric":
        return (reading.measure.metric,) if reading.measure.metric else ()
    if words == "means":
        return (reading.means,) if reading.means else ()
    return ()


def _condition(parameters: Condition, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for one in document.statements:
        if one.role in roles and any(holds(when, one) for when in (parameters.when, *parameters.or_when)):
            sure = one.reading.confidence if parameters.when.kind else 1.0
            yield at(one, _shown(one, parameters.words), sure)


class WordList(Parameters):
    """Fires where a statement holds one of the words (folded: case and accents do not count).

    Words are listed by language. `vague_terms` takes the reading's vague terms instead. `when` narrows it.
    """

    words: Mapping[str, tuple[str, ...]] = Field(default={})
    vague_terms: bool = False
    least: int = 1
    when: When = When()


def _words(parameters: WordList, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    for one in document.statements:
        if one.role not in roles or not holds(parameters.when, one):
            continue
        found = list(one.reading.vague_terms) if parameters.vague_terms else []
        found += standing(one, parameters.words)
        if len(found) >= parameters.least:
            yield at(one, tuple(found))


def _find(folded: str, word: str) -> int | None:
    """Return where a whole word stands in a text padded with a blank, as an offset in the unpadded text."""
    start = folded.find(word)
    while start >= 0:
        before, after = folded[start - 1], folded[start + len(word)]
        if not before.isalnum() and not after.isalnum():
            return start - 1
        start = folded.find(word, start + 1)
    return None


CONDITION = CheckKind("condition", Condition, _condition)
WORDS = CheckKind("words", WordList, _words)
