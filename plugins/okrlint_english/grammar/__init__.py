"""English numbers, dates and clauses (see okrlint.reading.language.Grammar)."""

from __future__ import annotations

from typing import Final

from okrlint.reading.language import Grammar
from okrlint_english.grammar import amounts, clauses, names, numerals, times

GRAMMAR: Final = Grammar(
    number_words=numerals.NUMBER_WORDS,
    magnitudes=amounts.MAGNITUDES,
    units=amounts.UNITS,
    every=amounts.EVERY,
    none=amounts.NONE,
    ones=amounts.ONES,
    durations=amounts.DURATIONS,
    ratios=amounts.RATIOS,
    factors=amounts.FACTORS,
    comparators=amounts.COMPARATORS,
    comparators_behind=amounts.COMPARATORS_BEHIND,
    deltas=amounts.DELTAS,
    deltas_behind=amounts.DELTAS_BEHIND,
    falls=amounts.FALLS,
    changes=amounts.CHANGES,
    baselines=amounts.BASELINES,
    ranges=amounts.RANGES,
    cadences=amounts.CADENCES,
    cadence_changes=amounts.CADENCE_CHANGES,
    placeholders=amounts.PLACEHOLDERS,
    times_words=amounts.TIMES_WORDS,
    out_of=amounts.OUT_OF,
    names=names.NAMES,
    deadlines=times.DEADLINES,
    windows=times.WINDOWS,
    references=times.REFERENCES,
    spans=times.SPANS,
    purpose=clauses.PURPOSE,
    means=clauses.MEANS,
    joints=clauses.JOINTS,
    asides=clauses.ASIDES,
    decimal=".",
)
