"""French numbers and units, comparators, amounts of change, and the words that tell a start from a target."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from okrlint.reading.types import Comparator, Direction

MAGNITUDES: Final[Mapping[str, float]] = {
    "k": 1e3,
    "m": 1e6,
    "mio": 1e6,
    "md": 1e9,
    "mds": 1e9,
    "mille": 1e3,
    "milliers": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "milliard": 1e9,
    "milliards": 1e9,
    "mrd": 1e9,
    "centaines": 1e2,
}

UNITS: Final[Mapping[str, str]] = {
    "pour cent": "%",
    "pourcent": "%",
    "pct": "%",
    "points": "points",
    "point": "points",
    "points de pourcentage": "points",
    "point de pourcentage": "points",
    "points de base": "bps",
    "milliseconde": "ms",
    "millisecondes": "ms",
    "seconde": "s",
    "secondes": "s",
    "minute": "min",
    "minutes": "min",
    "heure": "h",
    "heures": "h",
    "jour": "day",
    "jours": "day",
    "j": "day",
    "jours ouvres": "day",
    "jour ouvre": "day",
    "jours ouvrables": "day",
    "jours calendaires": "day",
    "jo": "day",
    "semaine": "week",
    "semaines": "week",
    "sem": "week",
    "mois": "month",
    "an": "year",
    "ans": "year",
    "annee": "year",
    "annees": "year",
    "trimestres": "quarter",
    "etoiles": "score",
    "etoile": "score",
    "tonnes": "t",
    "euros": "EUR",
}

EVERY: Final = (
    r"(?<![\w#])(?:tou(?:s|tes) (?:les|nos|ses|leurs|vos|mes)(?! (?:jours?|semaines?"
    r"|mois|ans|trimestres?|matins?|deux|#|@|lundis?|niveaux)\b)"
    r"|chaque(?! (?:jour|semaine|mois|trimestre|annee|matin|sprint|release|fois|lundi|vendredi)\b)|chacun[e]?(?= des?)"
    r"|(?:la totalite|l'integralite|l'ensemble|l'integralite) (?:des|du|de))(?!\w)"
)

NONE: Final = (
    r"(?<![\w#-])(?:zero|aucun(?:e)?(?! (?:autre|doute)\b)|plus (?:aucun(?:e)?"
    r"|jamais)|plus (?:de |d')(?=[a-z]+ (?:sans|non|en retard|perdu|manquant|oublie))"
    r"|sans (?=rupture|incident|interruption|erreur|perte|faille|accident)|pas (?:de "
    r"|d')(?=rupture|incident|interruption|perte|accident))(?!\w)"
)

ONES: Final = (
    r"(?<=au moins )une?\b|(?<=au minimum )une?\b|(?<=minimum )une?\b|(?<=moins d')une?(?= (?:heure"
    r"|jour|semaine|minute|seconde|mois)\b)|(?<=sous )une?(?= (?:heure|jour|semaine)\b)"
    r"|(?<=en )une?(?= (?:heure|jour|minute|semaine)\b)|(?<=plus d')une?(?= (?:heure"
    r"|jour|semaine|minute)\b)"
)

DURATIONS: Final = (
    r"\b(?:temps|duree|delais?|attente|repon(?:se|d|dent|du)|trait(?:e|es|ees"
    r"|ement)|charg(?:e|ement)|latence|cycle|resol(?:u|us|ution)|livr(?:e|es|ees"
    r"|aison)|expedi(?:e|es|ees|tion)|retabli|temps de|s'affiche|obtiennent|recoivent"
    r"|cloture|vers(?:e|es|ee|ees|ement)|rembours(?:e|es|ee|ees|ement)"
    r"|paye(?:e|s|es)?|paiement"
    r"|envoye(?:e|s|es)?|valid(?:e|es|ee|ees)|instruits?|instruction|prise en charge|rendez-vous|recrutement)\b"
)

RATIOS: Final[tuple[tuple[str, float, Direction], ...]] = (
    (
        (
            r"\b(?:doubl(?:er|e|es|ee|ees|ement|ant)|deux fois plus)(?! (?:authentification"
            r"|facteur|verification|saisie|commande)\b)(?! (?:ecran|diplome))"
        ),
        2.0,
        "increase",
    ),
    (r"\b(?:tripl(?:er|e|es|ee|ees|ement|ant)|trois fois plus)\b", 3.0, "increase"),
    (r"\bquadrupl(?:er|e|es|ee)\b", 4.0, "increase"),
    (r"\bdecupl(?:er|e|es|ee)\b", 10.0, "increase"),
    (
        (
            r"\b(?:(?:de |par |d'une )?moitie (?:moins|plus court)|(?:de|par) moitie|par deux"
            r"|deux fois moins)\b(?<!multiplie par deux)(?<!multiplier par deux)"
        ),
        0.5,
        "decrease",
    ),
    (r"\b(?:d'un|de un) tiers\b", 0.3333, "decrease"),
    (r"\b(?:d'un|de un) quart\b", 0.25, "decrease"),
)

FACTORS: Final[tuple[tuple[str, Direction], ...]] = (
    (r"\bdivis(?:er|e|es|ee|ees|ant)[^#.;]{0,40}? par", "decrease"),
    (r"\bmultipli(?:er|e|es|ee|ees|ant)[^#.;]{0,40}? par", "increase"),
)

COMPARATORS: Final[tuple[tuple[str, Comparator], ...]] = (
    (
        (
            r"(?:≥|>=|=>|\bau moins|\bau minimum|\bminimum(?: de)?|\bmini|\bpas moins de"
            r"|\bsuperieure?s? ou egale?s? a|\ba minima|\bau-dela de ou egal a)"
        ),
        ">=",
    ),
    (
        (
            r"(?:≤|<=|\bau plus|\bau maximum|\bmaximum(?: de)?|\bmaxi|\bmax|\bjusqu'a"
            r"|\binferieure?s? ou egale?s? a|\bpas plus de|\bn'excede(?:nt)? pas|\ben"
            r"|\bdans les|\bne (?:depasse(?:nt)?|pas depasser) pas|\bsans depasser)"
        ),
        "<=",
    ),
    (
        (
            r"(?:(?<![-=–])>|\bplus de|\bplus d'|\bau-dessus de|\bau dessus de|\bau-dela de|\bsuperieure?s? a"
            r"|\bdepass(?:er|e|ent|ant)(?: les| le)?|\bdepasse(?:nt)?)"
        ),
        ">",
    ),
    (
        (
            r"(?:<|\bmoins de|\bmoins d'|\bsous(?: les| la barre des| le seuil de)?|\ben dessous de"
            r"|\bau-dessous de|\ben-dessous de|\binferieure?s? a)"
        ),
        "<",
    ),
)

COMPARATORS_BEHIND: Final[tuple[tuple[str, Comparator], ...]] = (
    (r"[^#;.,(]{1,25}? (?:au moins|ou plus|au minimum)\b", ">="),
    (r"[^#;.,(]{1,25}? (?:au plus|ou moins|au maximum)\b", "<="),
    (r"(?:ou plus|et plus|minimum|mini\b|au moins|au minimum|a minima)", ">="),
    (r"(?:ou moins|maximum|max\b|au plus|au maximum)", "<="),
)

DELTAS: Final = (
    r"(?:(?:(?<=augmenter )|(?<=reduire )|(?<=diminuer )|(?<=baisser )|(?<=hausse )"
    r"|(?<=baisse )|(?<=accroitre )|(?<=croitre )|(?<=progresser )|(?<=ameliorer )"
    r"|(?<=reduction )|(?<=diminution )|(?<=augmentation )|(?<=croissance )|(?<=progression )"
    r"|(?<=gain )|(?<=gagner )|(?<=[a-z)~#@] ))(?:\bde\b|\bd'au moins|\bd'environ|\bd')(?: (?:plus de"
    r"|pres de|environ|l'ordre de|au moins))*)"
)

DELTAS_BEHIND: Final = (
    r"(?:de |d'|en )?(?:points? )?(?:de |d')?(?:baisse|hausse|reduction|diminution|augmentation|croissance|progression"
    r"|amelioration|gain|moins|plus)\b(?! (?:que|qu'))"
)

FALLS: Final = r"\b(?:redui(?:re|t|sent|sons|sant)|diminu(?:er|e|ent|ons|ant)|baisser|baisse|reduction|diminution)"

CHANGES: Final = (
    (
        r"\b(?:de|du|d'|depuis)(?: (?:la|le|les|environ|pres|plus de|moins de|un|une"
        r"|taux|niveau))* ?(?P<a>#+)[^#;]{0,45}?(?:\ba|\ben|\bvers|->|→|jusqu'a)(?: (?:moins de"
        r"|plus de|au moins|environ|un|une|la|le|les|pres de|maximum|sous))* ?[<>≤≥=~]{0,2} ?(?P<b>#+)"
    ),
    r"(?P<a>#+)[^#;.,]{0,25}?(?:->|→|-->|➔|➜|=>|⇒|➡️?) ?[<>≤≥=~]{0,2} ?(?P<b>#+)",
    (
        r"\b(?:passer?|passe|passent|passant|porter?|ramener?|ramenee?s?|porte|portee?s?)[^#;]{0,40}"
        r"(?P<a>#+)[^#;]{0,30} a (?P<b>#+)"
    ),
)

BASELINES: Final = (
    r"\bde (?:environ |pres de |~)?(?P<a>#+)[^#;]{0,25}? a (?:au moins |plus de |moins de )?_",
    (
        r"[(\[,;—-] ?(?:(?:c'est |soit |il est |elle est |on est |nous sommes |est )?(?:actuellement"
        r"|aujourd'hui|a ce jour|actuel(?:le)?s?|contre|vs\.?|versus|au lieu de|au lieu d'"
        r"|base|baseline|reference|depart|point de depart|valeur de depart|valeur initiale"
        r"|taux actuel|niveau actuel|situation actuelle|initialement|etait|etaient"
        r"|etat initial|moyenne actuelle|hier|en @+|avant)(?: (?:de|a|est|etait|nous en avons"
        r"|on en a|seulement|en moyenne|environ|la moyenne|le taux))*[ :=]*(?:de "
        r"|d'|a |est |~|≈|environ |pres de |les |un |une |seulement )*)(?P<a>#+)"
    ),
    (
        r"\b(?:contre|au lieu de|au lieu d'|plutot que|par rapport a|vs\.?|versus)(?: (?:les"
        r"|environ|pres de|seulement|la moyenne de|un taux de|une moyenne de))* ?~?(?P<a>#+)"
    ),
    (
        r"\((?:environ |pres de |~ ?|≈ ?|seulement |on en a |nous sommes a |on est a )?"
        r"(?P<a>#+)[^#()]{0,40}?(?:aujourd'hui"
        r"|actuellement|a ce jour|actuels?|actuelles?|en ce moment|l'an dernier|l'annee derniere"
        r"|l'an passe|au depart|a date|en @+|fin @+|@+|a l'heure actuelle|avant|initialement"
        r"|le (?:trimestre|mois|semestre) (?:dernier|passe|precedent)|au (?:trimestre"
        r"|semestre) (?:dernier|precedent))[^#()]{0,30}\)"
    ),
    (
        r"\b(?:actuellement|aujourd'hui|a ce jour|a l'heure actuelle)[ :,]+(?:(?:a"
        r"|de|est|sont|environ|pres|nous sommes|on est|nous avons|seulement|on compte"
        r"|il y a|les|en moyenne|autour) )*(?:de |d'|a )?~?(?P<a>#+)"
    ),
    (
        r"(?P<a>#+)[^#;.,()]{0,25} (?:actuellement|aujourd'hui|a ce jour|a l'heure actuelle)(?= ?[,;):]"
        r"| vers | a | et |$)(?!\))"
    ),
    (
        r"\b(?:base|baseline|valeur (?:de depart|actuelle|initiale)|situation actuelle"
        r"|taux actuel|point de depart|reference)(?: (?:de|est|a))?[ :=]+(?P<a>#+)"
    ),
)

RANGES: Final = r"\b(?:entre (?P<a>#+) et (?P<b>#+)|aupres de (?P<c>#+) a (?P<d>#+))"

CADENCES: Final[Mapping[str, float]] = {
    "quotidien": 365,
    "quotidienne": 365,
    "hebdomadaire": 52,
    "hebdo": 52,
    "mensuel": 12,
    "mensuelle": 12,
    "trimestriel": 4,
    "trimestrielle": 4,
    "annuel": 1,
    "annuelle": 1,
}

CADENCE_CHANGES: Final = (
    r"\bd(?:e |')(?:un rythme )?(?P<a>[a-z]+) a (?:un rythme )?(?P<b>[a-z]+)",
    r"\b(?P<a>[a-z]+) ?(?:->|→|-->) ?(?P<b>[a-z]+)",
    r"\b(?P<b>[a-z]+)(?: [a-z]+)? (?:au lieu de|au lieu d'|plutot que) (?P<a>[a-z]+)",
)

PLACEHOLDERS: Final = (
    r"\[[^\]\d]{0,40}(?:nombre|valeur|chiffre|montant|masque)[^\]]{0,40}\]|(?<=de )x(?= a y)"
    r"|(?:(?<=atteindre )|(?<=signer )|(?<=recruter )|(?<=de )|(?<=a ))n(?= [a-z]{3})"
    r"|(?<=de )(?:…|\.{3})(?= a )|(?<= a )(?:…|\.{3})"
    r"|(?<=a )y(?![a-z' -])|a definir|a determiner|a preciser"
)

TIMES_WORDS: Final = r"fois"

OUT_OF: Final = r"sur"
