"""French for okrlint: word classes, numbers, dates, clauses and the small spaCy model."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.hookspecs import hookimpl

if TYPE_CHECKING:
    from okrlint.reading.language import Language


@hookimpl
def okrlint_languages() -> Iterable[Language]:
    """Bring French."""
    from okrlint.reading.language import Language  # noqa: PLC0415 - a run that reads nothing needs no language
    from okrlint_french.grammar import GRAMMAR  # noqa: PLC0415 - as above
    from okrlint_french.inflection import inflections  # noqa: PLC0415 - as above
    from okrlint_french.typography import tidy, typeset  # noqa: PLC0415 - as above

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
            tidy=tidy,
        )
    ]
