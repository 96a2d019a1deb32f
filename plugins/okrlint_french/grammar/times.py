"""French dates, periods, windows and rhythms."""

from __future__ import annotations

from typing import Final

_MONTH: Final = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|janv|fev|avr|juil|sept|oct|nov|dec)\b\.?"
)
_YEAR: Final = r"(?:19|20)\d\d"
_QUARTER: Final = (
    r"(?:(?:[tqs][1-4]|h[12])(?![a-z0-9.])(?:[ /-]*(?:de )?(?:l'annee |fy)?'?(?:20\d\d"
    r"|2\d)(?!\w))?|(?:19|20)\d\d[ /-]?[tqsh][1-4]|fy ?\d\d+)"
)
_ORDINAL: Final = (
    r"(?:(?:1er|2e|2eme|3e|3eme|4e|4eme|premier|deuxieme|second|troisieme|quatrieme"
    r"|dernier) (?:trimestre|semestre)(?: (?:de )?(?:20\d\d|l'annee))?)"
)
_DATE: Final = (
    rf"(?:(?:1er|\d{{1,2}}) {_MONTH}(?: {_YEAR})?|{_MONTH}(?: {_YEAR})?|(?<!\()(?:[0-2]?\d"
    rf"|3[01])/(?:0\d|1[0-2])(?:/\d{{2,4}})?(?!\d)"
    rf"|\d{{4}}-\d\d-\d\d|{_QUARTER}|{_ORDINAL})"
)
_PERIOD: Final = (
    r"(?:l'annee|l'exercice|l'ete|l'hiver|l'automne|(?:du |de ce |ce |de la |de l'"
    r"|le |la )?(?:annee(?: scolaire| civile| prochaine| en cours)?"
    r"|trimestre|semestre|cycle|mois|semaine|sprint|saison|exercice|mandat|projet"
    r"|programme|rentree|printemps|pilote|campagne|experimentation|convention)\b)"
)
_PART: Final = (
    r"(?:(?:la |le )?(?:toute )?(?:fin|debut|mi|milieu|cloture|courant|issue|terme)[ -]?(?:de "
    r"|du |d'|des )?(?:l'|la |le |ce |cette )?)"
)
_BY: Final = (
    r"(?:d'ici(?: a)?|avant|au plus tard(?: le| en| fin| a)?|a compter (?:du|de)"
    r"|des|pour|jusqu'(?:a|en|au)|a partir (?:du|de)|a l'horizon|horizon|a horizon"
    r"|echeance|a echeance)"
)

DEADLINES: Final = (
    (
        # "pour le projet" tells for what, not by when.
        rf"\b(?!pour (?:le |la )(?:projet|programme|campagne|convention|pilote))"
        rf"(?:{_BY}) ?(?:le |la |les |au |a |en |du |de |l')?(?:{_PART})?(?:{_DATE}"
        rf"|{_YEAR}\b|{_PERIOD}|noel|paques|la rentree|l'ete|la fin|fin|semaine \d+"
        rf"|la cloture|le lancement|lors)(?: (?:de |du |d')?(?:l'annee(?: scolaire"
        rf"| prochaine)?|ce trimestre|du trimestre|trimestre|semestre|cycle|annee|{_YEAR}))?(?! ?(?:%"
        rf"|jours ouvres))"
    ),
    rf"\b(?:a |avant |pour |en |des |d'ici )?(?:la |le )?(?:{_PART})(?:{_DATE}|{_YEAR}\b|{_PERIOD})(?: {_YEAR})?",
    (
        rf"\b(?:en|courant|au cours (?:de|du)|pendant|sur|durant|au|a|le|pour|dans"
        rf"|depuis) (?:le |la |les |l')?(?:{_PART})?(?:{_DATE}|{_YEAR}\b(?! (?:dossiers"
        rf"|clients))|{_ORDINAL})(?: {_YEAR})?"
    ),
    (
        r"\b(?:sur|dans|pendant|durant|au cours (?:de|du)|en|a la fin (?:de|du)|pour"
        r"|avant|d'ici a?|tout au long (?:de|du)) ?(?:la fin (?:de |du )?)?(?:l'|le "
        r"|la |ce |cette |cet |de l'|de la |du |de cette |de ce |toute l')(?:annee"
        r"|trimestre|semestre|cycle|exercice|saison|ete|hiver|automne|printemps|mandat"
        r"|periode|sprint|mois|semaine)(?: (?:scolaire|civile|prochaine?|en cours"
        r"|a venir|20\d\d))?"
    ),
    (
        r"\b(?:ce|cette|cet) (?:trimestre|semestre|annee|cycle|mois|exercice|saison"
        r"|ete|automne|hiver|printemps|semaine|sprint)\b|\b(?:l'annee|l'an|le trimestre"
        r"|le semestre|le mois) prochaine?\b"
    ),
    (
        r"\b(?:a|sous|dans|d'ici|en) (?:les |l')?(?:#+|\d+|un|deux|trois|quatre|cinq"
        r"|six|neuf|dix|douze|dix-huit|vingt-quatre) (?:prochain(?:e)?s |premier(?:e)?s "
        r"|premiers )?(?:mois|ans?|annees?|semestres?|trimestres?)\b(?! (?:suivant"
        r"|apres|de (?!l'annee)))(?=[ ,;.:)]|$)"
    ),
    rf"(?:^|[(,;:–-] ?)(?:{_DATE})(?=[)\],;:.]|$| -)",
    rf"\b{_QUARTER}",
    (
        rf"\b(?:\d{{1,2}} )?{_MONTH} {_YEAR}\b|\b(?:debut|fin|mi|mi-|courant|ete|automne"
        rf"|rentree|horizon|hiver|printemps)[- ](?:{_YEAR}|{_MONTH})(?: {_YEAR})?"
    ),
    r"\ba (?:la rentree|noel|paques|la toussaint|l'automne|l'ete)\b|\bau printemps\b",
    r"\bavant (?:les |la |le |l')?(?:soldes|fetes|vacances|conges|treve|black friday|gel|inventaire)\b",
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    (
        r"\bfin (?:de |du )?(?:l'annee|trimestre|semestre|mois|cycle|exercice|saison"
        r"|projet)\b|\ben fin d'(?:annee|exercice)\b|\bfin d'(?:annee|exercice)\b"
    ),
)

REFERENCES: Final = (
    (
        rf"\b(?:par rapport|compare|comparativement|contre|vs\.?|versus|depuis|qu'en"
        rf"|que l'an|relativement)(?: a| au| a la)? ?(?:la |le |l'|les |meme periode "
        rf"|celui |celle )*(?:de |en |du )?(?:{_DATE}|{_YEAR}|annee (?:derniere|precedente"
        rf"|passee)|an (?:dernier|passe)|trimestre (?:dernier|precedent|passe)|mois (?:dernier"
        rf"|precedent)|semestre (?:dernier|precedent)|saison (?:derniere|precedente))"
    ),
    r"\b(?:l'annee|l'an|le trimestre|le mois|le semestre|la saison|la semaine) (?:derniere?|precedente?|passee?)\b",
)

WINDOWS: Final = (
    (
        r"\b(?:par|chaque|/|a l'|a la|tous les|toutes les|une fois par|fois par) ?(?:\d+ "
        r"|deux |trois )?(?:jours?|nuits?|semaines?|mois|trimestres?|ans?|annees?"
        r"|heures?|minutes?|secondes?|sprints?|iterations?|semestres?|matins?|quinzaine)\b(?! (?:prochain"
        r"|a venir))"
    ),
    r"(?<=\w) ?/ ?(?:jour|semaine|sem|mois|trimestre|an|heure|h|min|sprint|j|s)\b",
    (
        r"\b(?:quotidien(?:ne)?s?|hebdomadaires?|hebdo|mensuel(?:le)?s?|bimensuel(?:le)?s?"
        r"|trimestriel(?:le)?s?|semestriel(?:le)?s?|annuel(?:le)?s?|journalier(?:e)?s?"
        r"|mensuellement|annuellement)\b"
    ),
    (
        r"\b(?:retention|retour|activation|survie|conversion|reachat|mortalite|readmission"
        r"|rehospitalisation|suivi|maintien|taux)[a-z ]{0,25}(?P<w>\b(?:a|dans les"
        r"|sous|en) (?:#+|\d+|un|deux|trois|six|douze) (?:h|heures|jours|j|mois|semaines"
        r"|ans?)\b)"
    ),
    r"\b(?:a j\d+|(?:apres|au bout de) (?:\d+ ?j|\d+ jours|\d+ semaines|\d+ mois))\b",
    (
        r"\b(?:sur|pendant|durant|au cours des|des) (?:les |des )?(?:\d+ |#+ |trois "
        r"|six |douze )?(?:derniers?|dernieres?) (?:\d+ |#+ )?(?:jours|mois|semaines"
        r"|ans|annees|trimestres)\b|\bglissants?\b"
    ),
)

SPANS: Final = (
    (
        r"\b(?:sous(?: les)?|dans les|en(?: moins de| au plus| maximum)?|d'ici|dans un delai (?:de"
        r"|maximum de)|pendant|sur|dans) (?:prochain(?:e)?s? |premier(?:e)?s? |moins de "
        r"|maximum |max )*(?P<n>#+)(?P<after> (?:suivant|apres|qui suivent|ouvres? (?:suivant"
        r"|apres)|de (?!l'annee)|d'|des|du|pour|par|ou moins)\b)?"
    ),
)
