"""The few words of the page itself, in both languages; everything else is said by the cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_EN: Final[Mapping[str, str]] = {
    "objective": "Objective",
    "key_result": "Key result",
    "initiative": "Initiative",
    "unknown": "Statement",
    "set": "OKRs {team}",
    "error": "to mend",
    "warning": "to discuss",
    "info": "to consider",
    "why": "Why it matters",
    "frame": "A frame to fill",
    "advice": "And the sentence as it is?",
    "colon": ":",
    "proposed": "proposed by a machine: {by}",
    "tentative": "A question, as the reading is not sure",
    "tentative_short": "a question",
    "folded_1": "1 more note",
    "folded_n": "{n} more notes",
    "none": "no OKR found here",
    "nothing": "Nothing to say about {path}.",
    "count_one": "1 key result read: ",
    "count": "{n} key results read: ",
    "change_0": "none describes a change",
    "change_1": "1 describes a change",
    "change_n": "{n} describe a change",
    "work_0": "none describes work",
    "work_1": "1 describes work",
    "work_n": "{n} describe work",
    "other_1": "1 is neither or unclear",
    "other_n": "{n} are neither or unclear",
    "no_key_result": "No key result was read.",
    "only_frames": "No key result is filled in yet.",
    "first": "The one conversation worth having first",
    "no_notes": "Nothing to discuss: well put.",
    "failed_1": "1 file could not be read.",
    "failed_n": "{n} files could not be read.",
    "activity": "activity",
    "output": "output",
    "outcome": "outcome",
    "learning": "learning",
    "aspiration": "aspiration",
    "unclear": "unclear",
    "sure": "sure",
    "metric": "metric",
    "baseline": "from",
    "target": "to",
    "unit": "unit",
    "direction": "direction",
    "comparator": "comparator",
    "deadline": "by",
    "flags": "labels",
    "vague_terms": "vague",
}

_FR: Final[Mapping[str, str]] = {
    "objective": "Objectif",
    "key_result": "Résultat clé",
    "initiative": "Initiative",
    "unknown": "Énoncé",
    "set": "OKR {team}",
    "error": "à corriger",
    "warning": "à discuter",
    "info": "à considérer",
    "why": "Pourquoi c’est important",
    "frame": "Une trame à remplir",
    "advice": "Et la phrase telle quelle ?",
    "colon": "\u00a0:",
    "proposed": "proposé par une machine\u00a0: {by}",
    "tentative": "Une question, car la lecture n’est pas sûre",
    "tentative_short": "une question",
    "folded_1": "1 autre note",
    "folded_n": "{n} autres notes",
    "none": "aucun OKR trouvé ici",
    "nothing": "Rien à dire de {path}.",
    "count_one": "1 résultat clé lu : ",
    "count": "{n} résultats clés lus : ",
    "change_0": "aucun ne décrit un changement",
    "change_1": "1 décrit un changement",
    "change_n": "{n} décrivent un changement",
    "work_0": "aucun ne décrit du travail",
    "work_1": "1 décrit du travail",
    "work_n": "{n} décrivent du travail",
    "other_1": "1 n’est ni l’un ni l’autre, ou reste indéterminé",
    "other_n": "{n} ne sont ni l’un ni l’autre, ou restent indéterminés",
    "no_key_result": "Aucun résultat clé n’a été lu.",
    "only_frames": "Aucun résultat clé n’est encore rempli.",
    "first": "La première conversation à avoir",
    "no_notes": "Rien à discuter : c’est bien dit.",
    "failed_1": "1 fichier n’a pas pu être lu.",
    "failed_n": "{n} fichiers n’ont pas pu être lus.",
    "activity": "activité",
    "output": "réalisation",
    "outcome": "résultat",
    "learning": "apprentissage",
    "aspiration": "aspiration",
    "unclear": "indéterminé",
    "sure": "sûr à",
    "metric": "mesure",
    "baseline": "de",
    "target": "à",
    "unit": "unité",
    "direction": "sens",
    "comparator": "comparateur",
    "deadline": "échéance",
    "flags": "étiquettes",
    "vague_terms": "flou",
}
PAGE: Final[Mapping[str, Mapping[str, str]]] = {"en": _EN, "fr": _FR}


def words(language: str) -> Mapping[str, str]:
    """Return the words of a language, English where it has none."""
    return PAGE.get(language, _EN)


def counted(said: Mapping[str, str], key: str, number: int) -> str:
    """Return a counted phrase in the right number; French counts zero as the English does here, in words."""
    if f"{key}_{number}" in said:
        return said[f"{key}_{number}"]
    return said[f"{key}_n"].format(n=number)
