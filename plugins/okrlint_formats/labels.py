"""The labels that people put before a statement or a field, in French and in English.

A label is the words before a colon, a dash or a number, folded: `Objective 2:`, `KR 1.2 –`, `Résultat clé 1 :`,
`Porteur :`. What follows it is the statement or the value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from okrlint.reading.fold import fold

Meaning = Literal[
    "objective", "key_result", "initiative", "team", "cycle", "level", "organisation", "parent", "language", "owner",
    "metric", "baseline", "target", "unit", "deadline", "confidence", "kind", "decision", "source", "status",
    "score", "priority", "rationale", "check_in", "learning", "depends_on", "related", "note", "annotation",
    "commitment", "id", "set",
]  # fmt: skip
ROLES: Final = frozenset({"objective", "key_result", "initiative"})
SET_FIELDS: Final = frozenset({"team", "cycle", "level", "organisation", "parent", "language", "owner"})

_NUMBERED: Final[tuple[tuple[str, Meaning], ...]] = (
    (r"(?:key results?|resultats? cles?|krs?|rcs?)", "key_result"),
    (r"(?:objectives?|objectifs?|obj|goals?)", "objective"),
    (r"(?:initiatives?|actions?|paris?|bets?|chantiers?)", "initiative"),
)
_PLAIN: Final[tuple[tuple[str, Meaning], ...]] = (
    (r"(?:team|equipe|service|squad|department|direction|departement|pole)", "team"),
    (r"(?:cycle|quarter|period|trimestre|periode|semestre)", "cycle"),
    (r"(?:level|niveau)", "level"),
    (r"(?:organi[sz]ation|company|entreprise|organisme)", "organisation"),
    (
        r"(?:parent|supports|serves|contributes to|contribue a|sert|objectif parent|parent objective)",
        "parent",
    ),
    (r"(?:language|langue)", "language"),
    (r"(?:owner|owned by|dri|responsable|porteur|porteuse|pilote|porte par)", "owner"),
    (r"(?:metric|indicateur|indicator|mesure|measure)", "metric"),
    (
        (
            r"(?:baseline|from|start(?: value)?|current(?: value)?|valeur de depart|base|point de depart|actuel"
            r"|valeur actuelle|de)"
        ),
        "baseline",
    ),
    (r"(?:target|to|cible|valeur cible|vise)", "target"),
    (r"(?:unit|unite)", "unit"),
    (r"(?:deadline|due(?: date)?|by|by when|echeance|date limite|d'ici|pour le)", "deadline"),
    (r"(?:confidence|confiance)", "confidence"),
    (r"(?:kind|type|nature)", "kind"),
    (
        r"(?:decision(?: informed| it informs)?|informs|decision eclairee|eclaire|decision a prendre)",
        "decision",
    ),
    (r"(?:source|data source|source des donnees|source de donnees|mesure par|measured by)", "source"),
    (r"(?:status|statut|etat)", "status"),
    (r"(?:score|result|resultat obtenu|avancement|progress|grade)", "score"),
    (r"(?:priority|priorite|weight|poids)", "priority"),
    (r"(?:why|why now|rationale|because|pourquoi|pourquoi maintenant|raison|contexte|context)", "rationale"),
    (r"(?:check[- ]?in|point d'etape|point|revue)(?: (?:of |on |du )?\S+)?", "check_in"),
    (
        r"(?:learnt|learned|learning|what we learnt|appris|apprentissage|enseignement|ce qu'on a appris)",
        "learning",
    ),
    (r"(?:depends on|dependency|depend de|dependance)", "depends_on"),
    (r"(?:related to|en lien avec)", "related"),
    (r"(?:notes?|comments?|commentaires?|remarques?)", "note"),
    (r"annotation", "annotation"),
    (r"(?:commitment|type d'engagement)", "commitment"),
    (r"(?:id|identifiant)", "id"),
    (r"(?:okr set|ensemble d'okr)", "set"),
)
_NUMBER: Final = r"(?:\s?(?:n° ?|no\.? ?|#)?\d+(?:[.\-]\d+)*[a-z]?)"
_BREAK: Final = r"(?:\s*[:：]\s*|\s+[–—-]\s+)"
_WITH_NUMBER: Final = tuple(
    (re.compile(rf"[\[(]?(?:{word}){_NUMBER}?[\])]?(?:{_BREAK}|\s*$)"), meaning) for word, meaning in _NUMBERED
)
#: `O1 text`, `KR 1.2 text`: the short forms need no colon, but a number and something behind it.
_SHORT: Final = (
    (re.compile(rf"[\[(]?(?:kr|rc){_NUMBER}[\])]?[.)]?(?:{_BREAK}|\s+|$)"), "key_result"),
    (re.compile(rf"[\[(]?o ?\d+(?:\.\d+)*[\])]?[.)]?(?:{_BREAK}|\s+|$)"), "objective"),
    (re.compile(rf"\((?:o|objective|objectif)\)(?:{_BREAK}|\s+)"), "objective"),
    (re.compile(rf"o(?:{_BREAK})"), "objective"),
    (re.compile(rf"[\[(]?i ?\d+(?:\.\d+)*[\])]?[.)]?(?:{_BREAK}|\s+)"), "initiative"),
)
#: Words that may stand between a label and its colon: whose it is, or until when.
_WHOSE: Final = (
    r"(?:\s?(?:strategi(?:que|c)s?|annu(?:el|al)s?|trimestriels?|quarterly|principal|global|collectif|entreprise|company"
    r"|team|d'equipe|de l'equipe(?: \w+)?|du trimestre|de l'annee|of the (?:quarter|year)|(?:a|sur) \d+ (?:mois|ans?)"
    r"|for (?:the )?\w+|pour (?:le |la |l')?\w+|\([^()]{1,20}\)))"
)
_COLON: Final = r"(?:\s*[:：]\s*|\s*$)"
_LONGER: Final = (
    (
        re.compile(rf"[\[(]?(?:key results?|resultats? cles?|krs?|rcs?){_NUMBER}?[\])]?{_WHOSE}{{1,3}}{_COLON}"),
        "key_result",
    ),
    (re.compile(rf"objectifs? (?:d'usage|d'impact){_WHOSE}?\s*:\s*"), "key_result"),
    (re.compile(rf"[\[(]?(?:objectives?|objectifs?|obj|goals?){_NUMBER}?[\])]?{_WHOSE}{{1,3}}{_COLON}"), "objective"),
)
_SMALL: Final = (
    r"(?:the|of|our|this|an?|to|le|la|les|de|du|des|notre|nos|cet?|un|une|and|et|is|are|for|by|pour|with|possible"
    r"|potential|example|exemple|sample|other|next)"
)
#: `CFO KR:`, `VP, Field Ops KR 2:`, `Company objective:`: whose it is stands before the label.
_OWNED: Final = (
    (
        re.compile(
            rf"(?P<owner>\w[\w.,&/()'+ -]{{0,60}}?)\s(?:krs?|key results?|resultats? cles?){_NUMBER}?\s*[:：]\s*"
        ),
        "key_result",
    ),
    (
        re.compile(
            rf"(?P<owner>(?!{_SMALL}\b)[\w&/-]{{2,20}}(?: (?!{_SMALL}\b)[\w&/-]{{2,20}})?)\s(?:objective|objectif)"
            rf"{_NUMBER}?\s*[:：]\s*"
        ),
        "objective",
    ),
)
#: The words by which people name a function or a person in charge.
OFFICE: Final = re.compile(
    r"\b(?:c[a-z]o|[se]?vpe?|evp|svp|head|director|dir|manager|mgr|lead|chief|officer|team|engineering|ops|president|fellow"
    r"|directeur|directrice|responsable|equipe|chef|cheffe|squad|direction|service|pole)\b"
)
_FIELD: Final = tuple((re.compile(rf"(?:{word})\s*[:：]\s*"), meaning) for word, meaning in _PLAIN)
#: Words that a heading may carry around the label: "Key results for Q3", "Nos objectifs".
_HEADING: Final = re.compile(
    r"(?:our |nos |the |les |mes |my )?"
    r"(?P<label>key results?|resultats? cles?|krs?|objectives?|objectifs?|initiatives?)"
    r"(?: (?:and |et |for |pour |du |de la |de l'|q\d|t\d).*)?$"
)


@dataclass(frozen=True)
class Label:
    """What a label means and how many characters of the text it takes."""

    meaning: Meaning
    length: int
    ident: str | None = None
    #: Where the words stand that say whose it is (`CFO KR:`), if there are any.
    owner: tuple[int, int] | None = None


def label(text: str) -> Label | None:
    """Return the label that a text begins with, if there is one.

    A text that is only a label ("Key results:") has the length of the whole text.
    """
    folded = fold(text)
    for pattern, meaning in (*_WITH_NUMBER, *_SHORT, *_LONGER):
        found = pattern.match(folded)
        if found:
            return Label(meaning, found.end(), _ident(text[: found.end()], meaning))
    for pattern, meaning in _OWNED:
        found = pattern.match(folded)
        if found and _names(text[: found.end("owner")]):
            number = _ident(text[found.end("owner") : found.end()], meaning)
            return Label(meaning, found.end(), number, found.span("owner"))
    for pattern, meaning in _FIELD:
        found = pattern.match(folded)
        if found:
            return Label(meaning, found.end())
    return None


def _names(words: str) -> bool:
    """Whether words name somebody: an office, or capitals all along but for the small words between them."""
    parts = re.findall(r"[\w'’]+", words)
    if OFFICE.match(fold(words)) and words[0].isupper() and len(parts) <= 5:
        return True
    return len(parts) <= 8 and all(
        one[0].isupper()
        or one[0].isdigit()
        or fold(one) in {"of", "and", "et", "de", "des", "du", "la", "the", "d", "team"}
        for one in parts
    )


def heading(text: str) -> Label | None:
    """Return the label that a heading is, also without a number or a colon ("Our objectives for Q3")."""
    found = label(text)
    if found is not None:
        return found
    match = _HEADING.match(fold(text).strip())
    if match is None:
        return None
    inner = label(match.group("label"))
    return Label(inner.meaning, len(text)) if inner else None


def _ident(words: str, meaning: str) -> str | None:
    """Return the author's own number of a statement, as `O1`, `KR1.2`."""
    number = re.search(r"\d+(?:[.\-]\d+)*[a-z]?", words)
    letters = {"objective": "O", "key_result": "KR", "initiative": "I"}.get(meaning)
    return f"{letters}{number.group().replace('-', '.')}" if number and letters else None
