"""French numbers, dates and clauses, over folded text (see okrlint.reading.language.Grammar)."""

from __future__ import annotations

from typing import Final

from okrlint.reading.language import Grammar

_MONTH: Final = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|janv|fev|avr|juil|sept|oct|nov|dec)\b\.?"
)
_YEAR: Final = r"(?:19|20)\d\d"
_QUARTER: Final = r"(?:(?:[tqs][1-4]|h[12])(?![a-z0-9.])(?:[ /-]*(?:de )?(?:l'annee |fy)?'?(?:20\d\d|2\d)(?!\w))?|(?:19|20)\d\d[ /-]?[tqsh][1-4]|fy ?\d\d+)"
_ORDINAL: Final = r"(?:(?:1er|2e|2eme|3e|3eme|4e|4eme|premier|deuxieme|second|troisieme|quatrieme|dernier) (?:trimestre|semestre)(?: (?:de )?(?:20\d\d|l'annee))?)"
_DATE: Final = (
    rf"(?:(?:1er|\d{{1,2}}) {_MONTH}(?: {_YEAR})?|{_MONTH}(?: {_YEAR})?|(?<!\()(?:[0-2]?\d|3[01])/(?:0\d|1[0-2])(?:/\d{{2,4}})?(?!\d)"
    rf"|\d{{4}}-\d\d-\d\d|{_QUARTER}|{_ORDINAL})"
)
_PERIOD: Final = (
    r"(?:l'annee|l'exercice|l'ete|l'hiver|l'automne|(?:du |de ce |ce |de la |de l'|le |la )?(?:annee(?: scolaire| civile| prochaine| en cours)?"
    r"|trimestre|semestre|cycle|mois|semaine|sprint|saison|exercice|mandat|projet|programme|rentree|printemps|pilote|campagne|experimentation|convention))"
)
_PART: Final = r"(?:(?:la |le )?(?:toute )?(?:fin|debut|mi|milieu|cloture|courant|issue|terme)[ -]?(?:de |du |d'|des )?(?:l'|la |le |ce |cette )?)"
_BY: Final = (
    r"(?:d'ici(?: a)?|avant|au plus tard(?: le| en| fin| a)?|a compter (?:du|de)|des|pour|jusqu'(?:a|en|au)|a partir (?:du|de)|a l'horizon|horizon|a horizon|echeance|a echeance)"
)

GRAMMAR: Final = Grammar(
    number_words={
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
        "soixante": 60, "cent": 100,
    },
    magnitudes={
        "k": 1e3, "m": 1e6, "mio": 1e6, "md": 1e9, "mds": 1e9, "mille": 1e3, "milliers": 1e3, "million": 1e6,
        "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "mrd": 1e9, "centaines": 1e2,
    },
    units={
        "pour cent": "%", "pourcent": "%", "pct": "%", "points": "points", "point": "points",
        "points de pourcentage": "points", "point de pourcentage": "points", "points de base": "bps",
        "milliseconde": "ms", "millisecondes": "ms", "seconde": "s", "secondes": "s", "minute": "min",
        "minutes": "min", "heure": "h", "heures": "h", "jour": "day", "jours": "day", "j": "day",
        "jours ouvres": "day", "jour ouvre": "day", "jours ouvrables": "day", "jours calendaires": "day",
        "jo": "day", "semaine": "week", "semaines": "week", "sem": "week", "mois": "month", "an": "year",
        "ans": "year", "annee": "year", "annees": "year", "trimestres": "quarter", "etoiles": "score",
        "etoile": "score", "tonnes": "t", "euros": "EUR",
    },
    every=r"(?<![\w#])(?:tou(?:s|tes) (?:les|nos|ses|leurs|vos|mes)(?! (?:jours?|semaines?|mois|ans|trimestres?|matins?|deux|#|@|lundis?|niveaux)\b)"
    r"|chaque(?! (?:jour|semaine|mois|trimestre|annee|matin|sprint|release|fois|lundi|vendredi)\b)|chacun[e]?(?= des?)"
    r"|(?:la totalite|l'integralite|l'ensemble|l'integralite) (?:des|du|de))(?!\w)",
    ones=r"(?<=au moins )une?\b|(?<=au minimum )une?\b|(?<=minimum )une?\b|(?<=moins d')une?(?= (?:heure|jour|semaine|minute|seconde|mois)\b)|(?<=sous )une?(?= (?:heure|jour|semaine)\b)|(?<=en )une?(?= (?:heure|jour|minute|semaine)\b)|(?<=plus d')une?(?= (?:heure|jour|semaine|minute)\b)",
    durations=r"\b(?:temps|duree|delais?|attente|repon(?:se|d|dent|du)|trait(?:e|es|ees|ement)|charg(?:e|ement)|latence|cycle|resol(?:u|us|ution)|livr(?:e|es|ees|aison)|expedi(?:e|es|ees|tion)|retabli|temps de|s'affiche|obtiennent|recoivent|cloture|instruits?|instruction|prise en charge|rendez-vous|recrutement)\b",
    none=r"(?<![\w#-])(?:zero|aucun(?:e)?(?! (?:autre|doute)\b)|plus (?:aucun(?:e)?|jamais)|plus (?:de |d')(?=[a-z]+ (?:sans|non|en retard|perdu|manquant|oublie))"
    r"|sans (?=rupture|incident|interruption|erreur|perte|faille|accident)|pas (?:de |d')(?=rupture|incident|interruption|perte|accident))(?!\w)",
    ratios=(
        (r"\b(?:doubl(?:er|e|es|ee|ees|ement|ant)|deux fois plus)(?! (?:authentification|facteur|verification|saisie|commande)\b)(?! (?:ecran|diplome))", 2.0, "increase"),
        (r"\b(?:tripl(?:er|e|es|ee|ees|ement|ant)|trois fois plus)\b", 3.0, "increase"),
        (r"\bquadrupl(?:er|e|es|ee)\b", 4.0, "increase"),
        (r"\bdecupl(?:er|e|es|ee)\b", 10.0, "increase"),
        (r"\b(?:(?:de |par |d'une )?moitie (?:moins|plus court)|(?:de|par) moitie|par deux|deux fois moins)\b(?<!multiplie par deux)(?<!multiplier par deux)", 0.5, "decrease"),
        (r"\b(?:d'un|de un) tiers\b", 0.3333, "decrease"),
        (r"\b(?:d'un|de un) quart\b", 0.25, "decrease"),
    ),
    factors=((r"\bdivis(?:er|e|es|ee|ees|ant)[^#.;]{0,40}? par", "decrease"), (r"\bmultipli(?:er|e|es|ee|ees|ant)[^#.;]{0,40}? par", "increase")),
    comparators=(
        (r"(?:≥|>=|=>|\bau moins|\bau minimum|\bminimum(?: de)?|\bmini|\bpas moins de|\bsuperieure?s? ou egale?s? a|\ba minima|\bau-dela de ou egal a)", ">="),
        (r"(?:>|\bplus de|\bplus d'|\bau-dessus de|\bau dessus de|\bau-dela de|\bsuperieure?s? a|\bdepass(?:er|e|ent|ant)(?: les| le)?|\bdepasse(?:nt)?)", ">"),
        (r"(?:≤|<=|\bau plus|\bau maximum|\bmaximum(?: de)?|\bmaxi|\bmax|\bjusqu'a|\binferieure?s? ou egale?s? a|\bpas plus de|\bn'excede(?:nt)? pas|\ben|\bdans les|\bne (?:depasse(?:nt)?|pas depasser) pas|\bsans depasser)", "<="),
        (r"(?:<|\bmoins de|\bmoins d'|\bsous(?: les| la barre des| le seuil de)?|\ben dessous de|\bau-dessous de|\ben-dessous de|\binferieure?s? a)", "<"),
    ),
    comparators_behind=(
        (r"(?:ou plus|et plus|minimum|mini\b|au moins|au minimum|a minima)", ">="),
        (r"(?:ou moins|maximum|max\b|au plus|au maximum)", "<="),
    ),
    deltas=r"(?:(?<=augmenter )|(?<=reduire )|(?<=diminuer )|(?<=baisser )|(?<=hausse )|(?<=baisse )|(?<=accroitre )|(?<=croitre )|(?<=progresser )|(?<=ameliorer )|(?<=reduction )|(?<=diminution )|(?<=augmentation )|(?<=croissance )|(?<=progression )|(?<=gain )|(?<=gagner )|(?<=[a-z)] ))(?:de|d'au moins|d'environ|d')(?: (?:plus de|pres de|environ|l'ordre de|au moins))*|\b(?:gagner|perdre)|#(?=never)",
    changes=(
        r"\b(?:de|du|d'|depuis)(?: (?:la|le|les|environ|pres|plus de|moins de|un|une|taux|niveau))* ?(?P<a>#+)[^#;]{0,45}?(?:\ba|\ben|\bvers|->|→|jusqu'a)(?: (?:moins de|plus de|au moins|environ|un|une|la|le|les|pres de|maximum|sous))* ?[<>≤≥=~]{0,2} ?(?P<b>#+)",
        r"(?P<a>#+)[^#;.,]{0,25}?(?:->|→|-->|➔|➜|=>|⇒|➡️?) ?[<>≤≥=~]{0,2} ?(?P<b>#+)",
        r"\b(?:passer?|passe|passent|passant|porter?|ramener?|ramenee?s?|porte|portee?s?)[^#;]{0,40}(?P<a>#+)[^#;]{0,30} a (?P<b>#+)",
        r"\bplutot que (?P<a>#+)[^#;]{0,20}(?P<b>#+)(?=never)",
    ),
    baselines=(
        r"[(\[,;—-] ?(?:(?:c'est |soit |il est |elle est |on est |nous sommes |est )?(?:actuellement|aujourd'hui|a ce jour|actuel(?:le)?s?|contre|vs\.?|versus|au lieu de|au lieu d'|base|baseline|reference|depart|point de depart|valeur de depart|valeur initiale|taux actuel|niveau actuel|situation actuelle|initialement|etait|etaient|etat initial|moyenne actuelle|hier|en @+|avant)(?: (?:de|a|est|etait|nous en avons|on en a|seulement|en moyenne|environ|la moyenne|le taux))*[ :=]*(?:de |d'|a |est |~|≈|environ |pres de |les |un |une |seulement )*)(?P<a>#+)",
        r"\b(?:contre|au lieu de|au lieu d'|plutot que|par rapport a|vs\.?|versus)(?: (?:les|environ|pres de|seulement|la moyenne de|un taux de|une moyenne de))* ?~?(?P<a>#+)",
        r"\((?:environ |pres de |~ ?|≈ ?|seulement |on en a |nous sommes a |on est a )?(?P<a>#+)[^#()]{0,40}?(?:aujourd'hui|actuellement|a ce jour|actuels?|actuelles?|en ce moment|l'an dernier|l'annee derniere|l'an passe|au depart|a date|en @+|fin @+|@+|a l'heure actuelle|avant|initialement|le (?:trimestre|mois|semestre) (?:dernier|passe|precedent)|au (?:trimestre|semestre) (?:dernier|precedent))[^#()]{0,30}\)",
        r"\b(?:actuellement|aujourd'hui|a ce jour|a l'heure actuelle)[ :,]+(?:(?:a|de|est|sont|environ|pres|nous sommes|on est|nous avons|seulement|on compte|il y a|les|en moyenne|autour) )*(?:de |d'|a )?~?(?P<a>#+)",
        r"(?P<a>#+)[^#;.,()]{0,25} (?:actuellement|aujourd'hui|a ce jour|a l'heure actuelle)(?= ?[,;):]| vers | a | et |$)(?!\))",
        r"\b(?:base|baseline|valeur (?:de depart|actuelle|initiale)|situation actuelle|taux actuel|point de depart|reference)(?: (?:de|est|a))?[ :=]+(?P<a>#+)",
    ),
    names=(
        r"https?://\S+|\bwww\.\S+",
        r"(?<![\w&])#\d+\b",
        r"\bv\d+(?:\.\d+)*(?:\.x)?\b|\bversion \d[\d.]*|\b\d+\.\d+\.\d+(?:\.\d+)*\b|\b\d+\.x\b",
        r"\bp\d{2,3}(?:[,.]\d+)?\b|\bj[+-] ?\d+\b|\bj\d+\b(?= |\))|\bd\d+\b|\bm\+\d+\b",
        r"\b\d{2}e percentile",
        r"\b(?:soc|iso|iec|pci|rfc|regle|article|annexe|partie|nf|en|bs|ifrs|odd|wcag|nis|dora|cve|basel|bale|section|chapitre|titre|formulaire|categorie|phase|niveau|palier|tier|etape|lot|vague|cohorte|module|zone|jalon|grade|classe|bande|priorite|type|option|plan|modele|salle|batiment|etage|ligne|route|unite|site|perimetre|scope|release|sprint|iteration|tour|volume|edition|episode|saison|horizon|generation|windows|android|ios|python|java|php|node|angular|vue|react|rails|django|postgres|postgresql|mysql|kubernetes|k8s|office|dynamics|sap|s/4|ubuntu|debian|web|gpt|llama|industrie|agenda|vision|strategie|france|ticket|bug|pr|epic|story|jira|objectif|kr|resultat cle|okr|semaine|n°|no|num|numero|axe|action|chantier|fiche|decret|loi|cpf|bac|rt|re|cm|ce|cp|crit'air|euro|dossier|eco-label|label|lean|six sigma|catalogue|bloc|regime|vendeur|norme|afnor|rgaa|iris|form)[ -]?(?:n° ?)?\d+(?:[.:/-]\d+)*[a-z]?(?:,? ?(?:et|ou|-|a) ?\d+(?=\D|$)(?! ?%))?(?![\d%€$£])(?!,\d)(?! (?:%|\d{3}|pour cent|millions?|milliers|k\b|heures?|h\b|jours?|minutes?|min\b|mois|semaines?|€|euros?))",
        r"\b(?:ces|premiers?|premieres?|dernier(?:e)?s?|prochain(?:e)?s?|autres?|memes|derniers) \d+ (?!%|pour cent|millions?|minutes?|heures?|jours?|semaines?|mois|ans|trimestres?|semestres?|€|euros?)",
        r"\b(?:les|ces|nos|des|leurs|entre|aux) (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) (?:premier(?:e)?s?|principa(?:ux|les)|dernier(?:e)?s?|prochain(?:e)?s?|autres?)\b|\blaquelle des \w+|\blequel des \w+|\b(?:laquelle|lesquelles|lequel|lesquels|entre les?|des) (?:deux|trois|quatre|cinq|six|\d)(?= )(?! (?:%|premier))",
        r"\btop[ -]?(?:\d+|dix|trois|cinq|vingt)\b|\bn° ?1\b|\bnumero (?:un|1)\b|#1\b",
        r"\b(?:24/7|7/7|7j/7|24h/24|24/24|5j/7|360|365)\b°?",
        r"\b\d+[- ](?:facteurs|pages|etapes)(?= d')",
        r"\b(?!x\d|eur\d|usd\d|chf\d|d\d\d?j)[a-z]{1,6}\d+[a-z]?\b(?<!\dh)",
        r"\bserie [a-e]\b|\bseries? [a-e]\b|\b(?:b2b2c|b2b|b2c|c2c|p2p|s3|4g|5g|3d|2d|2fa|a11y|i18n|e2e|h2|co2|k8s)\b",
        r"\b(?:19|20)\d\d[-/](?:\d\d|(?:19|20)\d\d)(?!\d)(?!-\d)",
        r"\ba deux (?:facteurs|voies)|\bun des\b|\bl'une? des\b|\b(?:l'un|l'une) (?:ou|et) l'autre|\btous les deux\b|\bdeux a deux\b|\ba la une\b",
        r"\b\d{1,2}h\d\d(?= ?(?:[,;.)]|$| et | a \d))(?=never)",
    ),
    deadlines=(
        rf"\b(?:{_BY}) ?(?:le |la |les |au |a |en |du |de |l')?(?:{_PART})?(?:{_DATE}|{_YEAR}\b|{_PERIOD}|noel|paques|la rentree|l'ete|la fin|fin|semaine \d+|la cloture|le lancement|lors)(?: (?:de |du |d')?(?:l'annee(?: scolaire| prochaine)?|ce trimestre|du trimestre|trimestre|semestre|cycle|annee|{_YEAR}))?(?! ?(?:%|jours ouvres))",
        rf"\b(?:a |avant |pour |en |des |d'ici )?(?:la |le )?(?:{_PART})(?:{_DATE}|{_YEAR}\b|{_PERIOD})(?: {_YEAR})?",
        rf"\b(?:en|courant|au cours (?:de|du)|pendant|sur|durant|au|a|le|pour|dans|depuis) (?:le |la |les |l')?(?:{_PART})?(?:{_DATE}|{_YEAR}\b(?! (?:dossiers|clients))|{_ORDINAL})(?: {_YEAR})?",
        r"\b(?:sur|dans|pendant|durant|au cours (?:de|du)|en|a la fin (?:de|du)|pour|avant|d'ici a?|tout au long (?:de|du)) ?(?:la fin (?:de |du )?)?(?:l'|le |la |ce |cette |cet |de l'|de la |du |de cette |de ce |toute l')(?:annee|trimestre|semestre|cycle|exercice|saison|ete|hiver|automne|printemps|mandat|periode|sprint|mois|semaine)(?: (?:scolaire|civile|prochaine?|en cours|a venir|20\d\d))?",
        r"\b(?:ce|cette|cet) (?:trimestre|semestre|annee|cycle|mois|exercice|saison|ete|automne|hiver|printemps|semaine|sprint)\b|\b(?:l'annee|l'an|le trimestre|le semestre|le mois) prochaine?\b",
        r"\b(?:a|sous|dans|d'ici|en) (?:les |l')?(?:#+|\d+|un|deux|trois|quatre|cinq|six|neuf|dix|douze|dix-huit|vingt-quatre) (?:prochain(?:e)?s |premier(?:e)?s |premiers )?(?:mois|ans?|annees?|semestres?|trimestres?)\b(?! (?:suivant|apres|de (?!l'annee)))(?=[ ,;.:)]|$)",
        rf"(?:^|[(,;:–-] ?)(?:{_DATE})(?=[)\],;:.]|$| -)",
        rf"\b{_QUARTER}",
        rf"\b(?:\d{{1,2}} )?{_MONTH} {_YEAR}\b|\b(?:debut|fin|mi|mi-|courant|ete|automne|rentree|horizon|hiver|printemps)[- ](?:{_YEAR}|{_MONTH})(?: {_YEAR})?",
        r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
        r"\bfin (?:de |du )?(?:l'annee|trimestre|semestre|mois|cycle|exercice|saison|projet)\b|\ben fin d'(?:annee|exercice)\b|\bfin d'(?:annee|exercice)\b",
    ),
    windows=(
        r"\b(?:par|chaque|/|a l'|a la|tous les|toutes les|une fois par|fois par) ?(?:\d+ |deux |trois )?(?:jours?|nuits?|semaines?|mois|trimestres?|ans?|annees?|heures?|minutes?|secondes?|sprints?|iterations?|semestres?|matins?|quinzaine)\b(?! (?:prochain|a venir))",
        r"(?<=\w) ?/ ?(?:jour|semaine|sem|mois|trimestre|an|heure|h|min|sprint|j|s)\b",
        r"\b(?:quotidien(?:ne)?s?|hebdomadaires?|hebdo|mensuel(?:le)?s?|bimensuel(?:le)?s?|trimestriel(?:le)?s?|semestriel(?:le)?s?|annuel(?:le)?s?|journalier(?:e)?s?|mensuellement|annuellement)\b",
        rf"\b(?:par rapport|compare|comparativement|contre|vs\.?|versus|depuis|qu'en|que l'an|relativement)(?: a| au| a la)? ?(?:la |le |l'|les |meme periode |celui |celle )*(?:de |en |du )?(?:{_DATE}|{_YEAR}|annee (?:derniere|precedente|passee)|an (?:dernier|passe)|trimestre (?:dernier|precedent|passe)|mois (?:dernier|precedent)|semestre (?:dernier|precedent)|saison (?:derniere|precedente))",
        r"\b(?:l'annee|l'an|le trimestre|le mois|le semestre|la saison|la semaine) (?:derniere?|precedente?|passee?)\b",
        r"\b(?:retention|retour|activation|survie|conversion|reachat|mortalite|readmission|rehospitalisation|suivi|maintien|taux)[a-z ]{0,25}(?P<w>\b(?:a|dans les|sous|en) (?:#+|\d+|un|deux|trois|six|douze) (?:h|heures|jours|j|mois|semaines|ans?)\b)",
        r"\b(?:a|apres|au bout de) (?:j\d+|\d+ ?j|\d+ jours|\d+ semaines)\b(?! (?:prochain))",
        r"\b(?:sur|pendant|durant|au cours des|des) (?:les |des )?(?:\d+ |#+ |trois |six |douze )?(?:derniers?|dernieres?) (?:\d+ |#+ )?(?:jours|mois|semaines|ans|annees|trimestres)\b|\bglissants?\b",
    ),
    spans=(
        r"\b(?:sous(?: les)?|dans les|en(?: moins de| au plus| maximum)?|d'ici|dans un delai (?:de|maximum de)|pendant|sur|dans) (?:prochain(?:e)?s? |premier(?:e)?s? |moins de |maximum |max )*(?P<n>#+)(?P<after> (?:suivant|apres|qui suivent|ouvres? (?:suivant|apres)|de (?!l'annee)|d'|des|du|pour|par|ou moins)\b)?",
    ),
    purpose=r"(?:\bafin (?:de|que|d')|\bpour que|\bde (?:maniere|facon|sorte) (?:a|que)|\ben vue d(?:e|')|\bdans le but d(?:e|')|\bpour(?= (?:ne |mieux |en |y |le |la |les |l'|se |s'|davantage )*[a-z']+(?:er|ir|re)\b))",
    means=r"(?:\bgrace (?:a|au|aux)\b|\bvia\b|\ben(?= [a-z']+ant\b)|\bpar le biais\b|\bau moyen\b|\bpar l'intermediaire\b|\bavec (?:l'aide|l'appui|le soutien)|\bpar (?:la mise|le deploiement|l'ajout|la creation|un test|l'automatisation|le lancement|la refonte)\b|\ba l'aide\b|\ba travers\b|\bau travers\b)",
    joints=r"(?:;|\bet\b|&|\+|\btout en\b|\bainsi que\b|\bpuis\b|\bsans\b|\. (?=[a-z])|\bmais\b|\bavec(?= (?:un|une|au moins|moins|plus|#)))",
    asides=r"\b(?:dont|notamment|par exemple|comme|tels? que|telles? que|y compris|en particulier|ex\.?)\b",
    cadences={"quotidien": 365, "quotidienne": 365, "hebdomadaire": 52, "hebdo": 52, "mensuel": 12, "mensuelle": 12,
              "trimestriel": 4, "trimestrielle": 4, "annuel": 1, "annuelle": 1},
    cadence_changes=(r"\bd(?:e |')(?:un rythme )?(?P<a>[a-z]+) a (?:un rythme )?(?P<b>[a-z]+)", r"\b(?P<a>[a-z]+) ?(?:->|→|-->) ?(?P<b>[a-z]+)",
                     r"\b(?P<b>[a-z]+)(?: [a-z]+)? (?:au lieu de|au lieu d'|plutot que) (?P<a>[a-z]+)"),
    decimal=",",
)
