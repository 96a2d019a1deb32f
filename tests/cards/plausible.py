"""Plausible words for every placeholder of a frame, as a team would put them there; no rule was written from them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_PLACEHOLDER: Final = re.compile(r"‹([^‹›]*)›")
#: How a share, a time and a count are given, by what a frame begins with: today, and the target.
_SHARE: Final = re.compile(r"^(?:share|part|of |parmi|median share|\d|‹(?:share|part))", re.IGNORECASE)
_TIME: Final = re.compile(r"^(?:time|median time|waiting|temps|délai)", re.IGNORECASE)
_FEWER: Final = re.compile(
    r"^(?:share of (?:baskets|people who (?:leave|call)|results that|entries|staff who still|tenders|work that"
    r"|requests passed)"
    r"|part des? (?:paniers|personnes qui (?:abandonnent|rappellent)|résultats à|saisies|salariés qui tiennent|appels"
    r"|demandes qui)"
    r"|part du travail à refaire)",
    re.IGNORECASE,
)


WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "date": "30 June 2027",
        "value": "30%",
        "unit": "days",
        "share": "45%",
        "share or number": "45%",
        "those reached": "the evening shoppers we reach",
        "how many, how often or how well": "Shoppers who pay without queueing",
        "metric": "Bread thrown away each week",
        "who": "Evening shoppers",
        "whom": "evening shoppers",
        "whom it is for": "Evening shoppers",
        "who, exactly": "Evening shoppers",
        "those whom this team reaches": "Evening shoppers",
        "what this work is to change": "Evening shoppers who come back within a month",
        "people": "evening shoppers",
        "them": "these shoppers",
        "all those who could": "all evening shoppers",
        "what": "that they find fresh bread",
        "do what": "find fresh bread",
        "does or gets what differently": "find fresh bread after work",
        "can or does what": "find fresh bread after work",
        "do or get what": "find fresh bread after work",
        "do or get this": "find fresh bread after work",
        "do, feel or get what": "find fresh bread after work",
        "do what thanks to this": "find fresh bread after work",
        "do what afterwards": "come back within a week",
        "do what, early on": "come back within a week",
        "come back, pay, apply it…": "come back within a week",
        "come back, pay, recommend…": "come back within a week",
        "what bothers them today": "calling ahead",
        "which time": "a week",
        "when or where it counts most": "in the evening",
        "which part of what you do": "the evening counter",
        "value today": "40 kg",
        "value that": "30 kg",
        "the change, and for whom": "Evening shoppers find fresh bread after work",
        "the one change that the rest serves": "Evening shoppers find fresh bread after work",
        "what they would notice": "Evening shoppers who find bread",
        "what would be seen": "Evening shoppers who find bread",
        "what you would look at": "evening shoppers who find bread",
        "the result you would keep": "45% of evening shoppers find bread, up from 20%",
        "another, if it counts as much": "Bread thrown away a week: from 40 kg to 30 kg",
        "quality or satisfaction of those served": "Satisfaction of those served",
        "one person": "Ana Lind",
        "quarter or year": "Q2 2027",
        "the objective or the strategy that it serves": "The quarter eats well",
        "the objective that it serves": "The quarter eats well",
        "what you try first": "Bake a second time at four",
        "what you did not expect": "shoppers come at six and not at five",
        "what we found out": "the oven is too small",
        "continue, adjust or drop": "adjust",
        "adjust or drop what": "stop the second baking",
        "what the figure and the team say": "shoppers come at six",
        "the report, the register or the count, and who keeps it": "till report, kept by Ana",
    },
    "fr": {
        "date": "le 30 juin 2027",
        "valeur": "30 %",
        "unité": "jours",
        "part": "45 %",
        "part ou nombre": "45 %",
        "ceux que l'on touche": "les clients du soir",
        "combien, à quelle fréquence ou avec quelle qualité": "Clients qui paient sans faire la queue",
        "mesure": "Pain jeté chaque semaine",
        "qui": "les clients du soir",
        "à qui cela sert": "Les clients du soir",
        "qui, précisément": "Les clients du soir",
        "ceux que cette équipe touche": "Les clients du soir",
        "ce que ce travail doit changer": "Clients du soir qui reviennent dans le mois",
        "gens": "clients du soir",
        "ceux-là": "ces clients",
        "tous ceux qui pourraient": "tous les clients du soir",
        "quoi": "du bien",
        "faire quoi": "trouver du pain frais",
        "fait ou obtient quoi autrement": "trouvent du pain frais après le travail",
        "fait ou obtient quoi": "trouvent du pain frais après le travail",
        "font ou obtiennent quoi": "trouvent du pain frais après le travail",
        "fait, ressent ou obtient ce qui lui manque aujourd'hui": "trouvent du pain frais après le travail",
        "peut faire, ressent ou obtient ce qui lui manque aujourd'hui": "trouvent du pain frais après le travail",
        "peut ou fait quoi": "trouvent du pain frais après le travail",
        "font quoi grâce à cela": "trouvent du pain frais après le travail",
        "le font ou l'obtiennent": "trouvent du pain frais après le travail",
        "font quoi": "trouvent du pain frais",
        "font quoi ensuite": "reviennent dans la semaine",
        "font quoi, assez tôt": "reviennent dans la semaine",
        "reviennent, paient, l'appliquent…": "reviennent dans la semaine",
        "reviennent, paient, recommandent…": "reviennent dans la semaine",
        "ce qui gêne aujourd'hui": "appeler avant",
        "quelle durée": "une semaine",
        "quand ou là où cela compte le plus": "le soir",
        "quelle part de ce que vous faites": "l'offre du soir",
        "valeur aujourd'hui": "40 kg",
        "la valeur visée": "30 kg",
        "le changement, et pour qui": "Les clients du soir trouvent du pain frais après le travail",
        "le seul changement que le reste sert": "Les clients du soir trouvent du pain frais",
        "ce qu'il remarquerait": "Clients du soir qui trouvent du pain",
        "ce qu'on verrait": "Clients du soir qui trouvent du pain",
        "ce que vous regarderiez": "clients du soir qui trouvent du pain",
        "le résultat que vous garderiez": "45 % des clients du soir trouvent du pain, contre 20 %",
        "un autre, s'il compte autant": "Pain jeté par semaine : de 40 kg à 30 kg",
        "qualité, ou satisfaction de ceux que l'on sert": "La satisfaction de ceux que l'on sert",
        "une personne": "Ana Lind",
        "trimestre ou année": "T2 2027",
        "l'objectif ou la stratégie qu'il sert": "Le quartier mange bien",
        "l'objectif qu'il sert": "Le quartier mange bien",
        "ce que vous essayez d'abord": "Cuire une seconde fois à seize heures",
        "ce que vous n'attendiez pas": "les clients viennent à dix-huit heures",
        "ce que nous avons découvert": "le four est trop petit",
        "continuer, ajuster ou arrêter": "ajuster",
        "ajustons ou arrêtons quoi": "arrêtons la seconde cuisson",
        "ce que disent le chiffre et l'équipe": "les clients viennent plus tard",
        "le rapport, le registre ou le comptage, et qui le tient": "relevé de caisse, tenu par Ana",
    },
}


def filled_in(frame: str, language: str, about: str) -> str:
    """Return a frame with every placeholder filled; an unknown one raises KeyError with its words.

    `about` is what the objective speaks of.
    """
    known = dict(WORDS[language])
    today, target = ("today", "target") if language == "en" else ("aujourd'hui", "cible")
    known[today], known[target] = _values(frame, language)
    known |= {"what the objective speaks of": about, "ce dont parle l'objectif": about}
    return _PLACEHOLDER.sub(lambda found: known[_plain(found.group(1))], frame)


def _plain(words: str) -> str:
    """Return the words of a placeholder as they stand in `WORDS`: not typeset, without what a slot put there."""
    words = " ".join(words.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").split())
    return next((begin for begin in ("value that", "la valeur visée") if words.startswith(begin)), words)


def _values(frame: str, language: str) -> tuple[str, str]:
    blank = " " if language == "fr" else ""
    if _FEWER.match(frame):
        return f"45{blank}%", f"20{blank}%"
    if _SHARE.match(frame):
        return f"20{blank}%", f"45{blank}%"
    if _TIME.match(frame):
        return ("9 days", "4 days") if language == "en" else ("9 jours", "4 jours")
    return "20", "45"
