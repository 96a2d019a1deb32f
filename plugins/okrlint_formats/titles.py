"""What a heading or a short line above a list says of what stands below it.

A title opens OKRs (`Q3 2031`, `OKRs of the quay`), gives a role to what follows (`Key results`, `Indicateurs d'impact`,
`Next steps`), or turns away from them (`Context`, `Notes`, `Comment rédiger un OKR`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from okrlint.reading.fold import fold

Sense = Literal["okr", "objective", "key_result", "initiative", "aside"]

_ORDINAL: Final = r"(?:first|second|third|fourth|premier|deuxieme|troisieme|quatrieme|1er|[234]e|[1-4](?:st|nd|rd|th))"
#: A period alone: `Q3 2031`, `2031 T3`, `FY31-Q1`, `H2`, `S1 2031`, `1Q2031`, `Third quarter 2031`, `2031`.
PERIOD: Final = (
    r"(?:(?:cy|fy|annee|year|calendar year|fiscal year)?\s?(?:20)?\d\d\s?[-/ ]?\s?)?"
    r"(?:[qth][1-4]|s[12]|[1-4]q)(?:\s?[-/ ]?\s?(?:cy|fy)?'?(?:20)?\d\d)?"
    rf"|{_ORDINAL} (?:quarter|half|trimestre|semestre)(?: (?:of |de )?20\d\d)?"
    r"|(?:fy|cy|year |annee )?20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?"
    r"|(?:quarterly|yearly|annual|monthly|trimestriels?|annuels?|mensuels?)"
)
_OKR: Final = (
    r"\bokrs?\b|\bobjectives?(?: and | & | et |, )(?:initiatives(?: and | & | et ))?(?:key[ -]?)?results?\b"
    r"|\bobjectifs? (?:et|&) (?:resultats?|kr)\b|\bgoals? and (?:key )?results\b"
)
_ROLE: Final[tuple[tuple[str, Sense], ...]] = (
    (
        (
            r"(?:(?:our|nos|the|les|mes|my|all|main|principaux) )?(?:key[ -]results?|resultats?[ -]cles?|krs?|rcs?)"
            r"|(?:success |impact |progress |key )?(?:measures?|metrics?|indicators?|kpis?)(?: of success)?"
            r"|how (?:we|will we) (?:will )?(?:know|measure)[^.]{0,40}"
            r"|comment (?:le |nous |on )?(?:saur|mesur)[^.]{0,50}"
            r"|measures? of success|success criteria"
            r"|(?:nos |notre |les |la )?(?:mesures?|metriques?|indicateurs?|kpis?)"
            r"(?: (?:cles?|de suivi|d'impact|d'usage|de succes|de reussite|etoile du nord|de l'impact|de resultats?))*"
            r"(?: (?:et (?:les )?objectifs?|suivis?(?: depuis)?[^.]{0,30}))?"
            r"|(?:l')?impacts? (?:attendus?|recherches?|vises?|souhaites?)(?: [^.]{0,40})?"
            r"|(?:resultats|effets|benefices) (?:attendus|vises|escomptes)"
            r"|objectifs? (?:d'usage|d'impact|a \d+ mois|de resultat)(?: .{0,25})?|(?:cibles|targets)"
            r"|on aura reussi si|nous aurons reussi si|criteres de (?:succes|reussite)"
        ),
        "key_result",
    ),
    (
        (
            r"(?:(?:our|nos|the|les|mes|my|main|principaux|grands|team|strategic|cibles et) )?"
            r"(?:objectives?|objectifs?|goals?|vision|ambitions?|aims?)"
            r"(?: (?:strategiques?|principaux|generaux|vises|poursuivis))?"
        ),
        "objective",
    ),
    (
        (
            r"(?:(?:our|nos|the|les|key|main|possible) )?"
            r"(?:initiatives?|actions?|strategies|strategy|projects?|projets?|bets?|paris?|chantiers?|epics?|tasks?|taches?"
            r"|leviers?|activities|activites|deliverables|livrables)(?: (?:cles?|prevues?|envisagees?|a mener))?"
            r"|next steps?|prochaines? etapes?|plan d'actions?|action plan|(?:a venir|coming up)(?: .{0,15})?"
            r"|feuille de route|roadmap|what we (?:will )?(?:try|do)"
        ),
        "initiative",
    ),
)
#: Words that may stand behind a role in a title: a period, for whom, whose.
_TAIL: Final = (
    rf"(?:(?: ?[:,(–-] ?| )(?:{PERIOD})\)?"
    r"|(?: ?[:,(–-] ?| )(?:for|pour|of|de|du|des|d'|in|en|on|au|a|by|d'ici) ?.{0,24})?"
)
#: Asides that teach, record or point elsewhere: nothing below them is an OKR, whatever it is called.
_HARD: Final = (
    r"(?:\w+ )?notes?(?: (?:on|about|sur|de|from) .*)?|comments?|commentaires?|remarques?|process(?:es|us)?"
    r"|how (?:to|we)\b(?! (?:will )?(?:know|measure)).*"
    r"|comment\b(?! (?:le |nous |on )?(?:saur|mesur)).*"
    r"|resources?|ressources?|references?|archives?|faq|glossa(?:ry|ire)|definitions?"
    r"|guidelines?|instructions?|introduction|(?:okr )?schedule(?: .*)?|calendrier(?: .*)?|templates?|modeles?|purpose"
    r"|footnotes?"
    r"|retrospectives?|retro|lessons(?: .*)?|bilans?|(?:final |mid-?q )?scor(?:es?|ing)(?: .*)?|grading(?: .*)?"
    r"|tracking(?: .*)?|suivi|changelog|legend|legende|appendix|annexes?|see also|voir aussi"
    r"|what (?:is|are) .*|qu'est-ce .*"
    r"|good|bad|try|keep|drop|(?:what )?(?:went|worked) (?:well|wrong|badly)|what (?:did not|didn't) (?:go|work).*"
    r"|ce qui (?:a|n'a pas) (?:bien |mal )?(?:marche|fonctionne).*|a (?:garder|ameliorer)"
    r"|poor key results?.*|bad examples?.*|mauvais exemples?.*|rules|principles|principes|about|a propos"
    r"|examples? of .*"
    r"|(?:useful |related )?links?|liens?(?: utiles)?|sources?(?: (?:et|and|&) .*)?|(?:pre-)?meeting.*|recordings?"
)
#: Asides that only lead to the OKRs of a page: a title of a role below them opens again.
_SOFT: Final = (
    r"context\w*|contexte|background|rationale?|why|pourquoi|not included|out of scope|hors perimetre|overview|apercu"
    r"|presentation|chronologie|scope|problem\w*|(?:le |les )?problemes?.*|(?:notre |la |les )?solutions?(?: .*)?"
    r"|consequences?|status|statut|decision|discussions?(?: .*)?|alternatives?(?: .*)?|summary|resume|conclusions?"
    r"|budget.*|financement.*|equipe|l'equipe|contacts?|partenaires?(?: .*)?|partners?(?: .*)?|beneficiaires?"
    r"|deploiements?(?: .*)?|qui en souffre.*|risks?|risques?|dependencies|dependances|strategie(?: .*)?"
    r"|historique|history"
)
_ASIDE: Final = f"{_HARD}|{_SOFT}"
_BARE: Final = re.compile(r"^[\W\d_]+|(?<![\s:：.!?…])[\s:：.!?…]+$|(?<!\W)\W+$")
_IS_PERIOD: Final = re.compile(rf"(?:{PERIOD})")
_IS_OKR: Final = re.compile(_OKR)
_IS_CONTENTS: Final = re.compile(r"table (?:of contents?|des matieres)|contents?|on this page|sommaire|toc")
_IS_ASIDE: Final = re.compile(rf"(?:{_ASIDE})")
_IS_SOFT: Final = re.compile(rf"(?:{_SOFT})")
_HOW_TO: Final = re.compile(r"^(?:how|comment|what|why|pourquoi|qu'est|writing|rediger|about|a propos|guide)\b")
_IS_ROLE: Final = tuple((re.compile(rf"(?:{words}){_TAIL}"), sense) for words, sense in _ROLE)
#: A title is short; what is longer is a sentence.
LONGEST: Final = 80


@dataclass(frozen=True)
class Title:
    """What a title says of what is below it; `period` holds where it is nothing but a period."""

    sense: Sense
    period: bool = False
    #: A table of contents: it turns away from its own list, not from the headings that follow.
    contents: bool = False
    #: An aside that only leads to the OKRs of a page: a title of a role below it opens again.
    soft: bool = False


def title(text: str, *, strict: bool = False) -> Title | None:
    """Return what a line says of what stands below it; None where it is no title known.

    `strict` leaves out what only a heading may say loosely: OKRs named anywhere in the line.
    """
    words = _BARE.sub("", fold(text).strip().strip("*_\"' ")).strip()
    if _IS_PERIOD.fullmatch(fold(text).strip(" *_:-.")):
        return Title("okr", period=True)
    if not words or len(words) > LONGEST:
        return None
    if _IS_CONTENTS.fullmatch(words):
        return Title("aside", contents=True)
    if _IS_ASIDE.fullmatch(words):
        return Title("aside", soft=_IS_SOFT.fullmatch(words) is not None)
    for pattern, sense in _IS_ROLE:
        if pattern.fullmatch(words) and len(words.split()) <= 9:
            return Title(sense)
    if not strict and _IS_OKR.search(words):
        return Title("aside" if _HOW_TO.match(words) else "okr")
    return None


#: A period with its year, somewhere in a title: `Q3 2031`, `T3 2031`, `FY31-Q1`, `2031 S1`, `H2 FY31`.
_YEAR: Final = r"(?:fy\s?'?|cy\s?'?)?20\d\d|(?:fy|cy)\s?'?\d\d|'\d\d"
_PART_OF_YEAR: Final = r"(?:[qth][1-4]|s[12]|[1-4]q)"
_DATED: Final = re.compile(
    rf"(?<![\w.-])(?:(?:{_YEAR})\s?[-/ ]?\s?{_PART_OF_YEAR}|{_PART_OF_YEAR}\s?[-/ ]?\s?(?:{_YEAR}))(?![\w%])"
    rf"|\b{_ORDINAL} (?:quarter|half|trimestre|semestre) (?:of |de |d')?20\d\d\b"
)


def dated(text: str) -> tuple[int, int] | None:
    """Return where the one period with a year stands in a title; None where there is none, or more than one."""
    found = [match.span() for match in _DATED.finditer(fold(text))]
    return found[0] if len(found) == 1 else None


_INTRODUCES: Final = (
    (re.compile(r"\b(?:key results|resultats cles|krs|kpis|indicateurs|indicators|metrics|metriques)\b"), "key_result"),
    (re.compile(r"\b(?:initiatives|actions|strategies)\b"), "initiative"),
    (re.compile(r"\b(?:objectives|objectifs|goals)\b"), "objective"),
)


def introduces(text: str) -> Sense | None:
    """Return the role that a sentence ending in a colon announces ("We will follow three indicators:")."""
    folded = fold(text).rstrip()
    if not folded.endswith(":") or len(folded) > 3 * LONGEST:
        return None
    if re.search(r"\b(?:repose|reposent|explique|because|due to|s'appuie|depends? on)\b", folded):
        return "aside"
    found = [(match.start(), sense) for pattern, sense in _INTRODUCES for match in pattern.finditer(folded)]
    if re.search(r"\b(?:poor|bad|mauvais|not|pas|avoid|eviter)\b", folded):
        return "aside"
    return max(found)[1] if found else None  # type: ignore[return-value]
