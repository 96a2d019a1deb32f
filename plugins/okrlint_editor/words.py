"""The few words of the editor itself, in both languages; everything else is said by the cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_EN: Final[Mapping[str, str]] = {
    "begin": "Begin from: {frame}",
    "move": "Move to the initiatives",
    "keep": "Keep it, we discussed it ({code})",
    "reason": "why",
    "open": "Open the page of rule {code}",
    "field": "Add the field: {frame}",
    "set": "OKRs",
    "by": "by {date}",
    "untouched": "okrlint could not write this here without changing something else.",
}
_FR: Final[Mapping[str, str]] = {
    "begin": "Partir de\u00a0: {frame}",
    "move": "Déplacer vers les initiatives",
    "keep": "On en a discuté, on la garde ({code})",
    "reason": "pourquoi",
    "open": "Ouvrir la page de la règle {code}",
    "field": "Ajouter le champ\u00a0: {frame}",
    "set": "OKR",
    "by": "d’ici le {date}",
    "untouched": "okrlint ne peut pas l’écrire ici sans changer autre chose.",
}
#: The kinds of a reading.
KINDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "activity": "activity", "output": "output", "outcome": "outcome", "learning": "learning",
        "aspiration": "aspiration", "unclear": "unclear",
    },
    "fr": {
        "activity": "activité", "output": "réalisation", "outcome": "résultat", "learning": "apprentissage",
        "aspiration": "aspiration", "unclear": "indéterminé",
    },
}  # fmt: skip


def words(language: str) -> Mapping[str, str]:
    """Return the words of a language, English where it has none."""
    return _FR if language == "fr" else _EN
