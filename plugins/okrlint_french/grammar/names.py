"""French names that hold a digit and are no quantity: norms, versions, ranks, clock times."""

from __future__ import annotations

from typing import Final

NAMES: Final = (
    r"https?://\S+|\bwww\.\S+",
    r"(?<![\w&])#\d+\b",
    r"\bv\d+(?:\.\d+)*(?:\.x)?\b|\bversion \d[\d.]*|\b\d+\.\d+\.\d+(?:\.\d+)*\b|\b\d+\.x\b",
    r"\bp\d{2,3}(?:[,.]\d+)?\b|\bj[+-] ?\d+\b|\bj\d+\b(?= |\))|\bd\d+\b|\bm\+\d+\b",
    r"\b\d{2}e percentile",
    (
        r"\b(?:soc|iso|iec|pci|rfc|regle|article|annexe|partie|nf|en|bs|ifrs|odd|wcag"
        r"|nis|dora|cve|basel|bale|section|chapitre|titre|formulaire|categorie|phase"
        r"|niveau|palier|tier|etape|lot|vague|cohorte|module|zone|jalon|grade|classe"
        r"|bande|priorite|type|option|plan|modele|salle|batiment|etage|ligne|route"
        r"|unite|site|perimetre|scope|release|sprint|iteration|tour|volume|edition"
        r"|episode|saison|horizon|generation|windows|android|ios|python|java|php|node"
        r"|angular|vue|react|rails|django|postgres|postgresql|mysql|kubernetes|k8s"
        r"|office|dynamics|sap|s/4|ubuntu|debian|web|gpt|llama|industrie|agenda|vision"
        r"|strategie|france|ticket|bug|pr|epic|story|jira|objectif|kr|resultat cle"
        r"|okr|semaine|n°|no|num|numero|axe|action|chantier|fiche|decret|loi|cpf|bac"
        r"|rt|re|cm|ce|cp|crit'air|euro|dossier|eco-label|label|lean|six sigma|catalogue"
        r"|bloc|regime|vendeur|norme|afnor|rgaa|iris|form)[ -]?(?:n° ?)?\d+(?:[.:/-]\d+)*[a-z]?(?:,? ?"
        r"(?:et"
        r"|ou|-|a) ?\d+(?=\D|$)(?! ?%))?(?![\d%€$£])(?!,\d)(?! (?:%|\d{3}|pour cent"
        r"|millions?|milliers|k\b|heures?|h\b|jours?|minutes?|min\b|mois|semaines?"
        r"|€|euros?))"
    ),
    (
        r"\b(?:ces|premiers?|premieres?|dernier(?:e)?s?|prochain(?:e)?s?|autres?|memes"
        r"|derniers) \d+ (?!%|pour cent|millions?|minutes?|heures?|jours?|semaines?"
        r"|mois|ans|trimestres?|semestres?|€|euros?)"
    ),
    (
        r"\b(?:les|ces|nos|des|leurs|entre|aux) (?:deux|trois|quatre|cinq|six|sept"
        r"|huit|neuf|dix|\d+) (?:premier(?:e)?s?|principa(?:ux|les)|dernier(?:e)?s?"
        r"|prochain(?:e)?s?|autres?)\b|\blaquelle des \w+|\blequel des \w+|\b(?:laquelle"
        r"|lesquelles|lequel|lesquels|entre les?|des) (?:deux|trois|quatre|cinq|six"
        r"|\d)(?= )(?! (?:%|premier))"
    ),
    r"\btop[ -]?(?:\d+|dix|trois|cinq|vingt)\b|\bn° ?1\b|\bnumero (?:un|1)\b|#1\b",
    r"\b(?:24/7|7/7|7j/7|24h/24|24/24|5j/7|360|365)\b°?",
    r"\b\d+[- ](?:facteurs|pages|etapes)(?= d')",
    r"\b(?!x\d|eur\d|usd\d|chf\d|d\d\d?j)[a-z]{1,6}\d+[a-z]?\b(?<!\dh)",
    r"\b[a-z]{3,}-\d{1,4}\b(?!-|[.,]\d| ?%)",
    r"\bserie [a-e]\b|\bseries? [a-e]\b|\b(?:b2b2c|b2b|b2c|c2c|p2p|s3|4g|5g|3d|2d|2fa|a11y|i18n|e2e|h2|co2|k8s)\b",
    r"\b(?:19|20)\d\d[-/](?:\d\d|(?:19|20)\d\d)(?!\d)(?!-\d)",
    (
        r"\ba deux (?:facteurs|voies)|\bun des\b|\bl'une? des\b|\b(?:l'un|l'une) (?:ou"
        r"|et) l'autre|\btous les deux\b|\bdeux a deux\b|\ba la une\b"
    ),
)
