"""French for okrlint: word classes, numbers, dates, clauses and the small spaCy model."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from okrlint.hookspecs import hookimpl
from okrlint.reading.language import Language
from okrlint_french.grammar import GRAMMAR
from okrlint_french.inflection import inflections
from okrlint_french.typography import typeset


@hookimpl
def okrlint_languages() -> Iterable[Language]:
    """Bring French."""
    return [
        Language(
            code="fr",
            name="français",
            grammar=GRAMMAR,
            folder=Path(__file__).parent,
            inflections=inflections,
            elisions=("l'", "d'", "qu'", "n'", "s'", "c'", "j'", "m'", "t'", "jusqu'", "lorsqu'", "puisqu'"),
            letters="àâçéèêëîïôùûœ",
            models=("fr_core_news_sm",),
            head_last=False,
            typeset=typeset,
        )
    ]
