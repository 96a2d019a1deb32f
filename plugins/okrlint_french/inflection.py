"""French inflection read backwards: from a form in a sentence to the lemmas it may come from.

Words arrive folded (no accents), so `deploye` may be the participle `déployé` or the present `déploie`'s kin; what
counts is which word class the lemma belongs to, and the form is told where the ending tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_IRREGULAR: Final = {
    "mis": ("mettre", "past"), "mise": ("mettre", "past"), "mises": ("mettre", "past"),
    "met": ("mettre", "present"), "mettent": ("mettre", "present"),
    "fait": ("faire", "past"), "faits": ("faire", "past"), "faite": ("faire", "past"),
    "faites": ("faire", "past"), "font": ("faire", "present"),
    "ont": ("avoir", "present"), "a": ("avoir", "present"), "avons": ("avoir", "present"),
    "eu": ("avoir", "past"), "sont": ("etre", "present"), "est": ("etre", "present"), "sommes": ("etre", "present"),
    "ete": ("etre", "past"), "peuvent": ("pouvoir", "present"), "peut": ("pouvoir", "present"),
    "savent": ("savoir", "present"), "sait": ("savoir", "present"), "su": ("savoir", "past"),
    "savons": ("savoir", "present"), "vont": ("aller", "present"), "va": ("aller", "present"),
    "obtenu": ("obtenir", "past"), "tenu": ("tenir", "past"), "maintenu": ("maintenir", "past"),
    "devenu": ("devenir", "past"), "revenu": ("revenir", "past"), "atteint": ("atteindre", "past"),
    "atteints": ("atteindre", "past"), "atteinte": ("atteindre", "past"), "atteignent": ("atteindre", "present"),
    "reduit": ("reduire", "past"), "reduits": ("reduire", "past"), "reduite": ("reduire", "past"),
    "reduites": ("reduire", "past"), "produit": ("produire", "past"), "construit": ("construire", "past"),
    "ecrit": ("ecrire", "past"), "ecrits": ("ecrire", "past"), "inscrit": ("inscrire", "past"),
    "inscrits": ("inscrire", "past"), "decrit": ("decrire", "past"), "souscrit": ("souscrire", "past"),
    "ouvert": ("ouvrir", "past"), "ouverte": ("ouvrir", "past"), "ouverts": ("ouvrir", "past"),
    "offert": ("offrir", "past"), "decouvert": ("decouvrir", "past"), "acquis": ("acquerir", "past"),
    "pris": ("prendre", "past"), "prise": ("prendre", "past"), "prennent": ("prendre", "present"),
    "prend": ("prendre", "present"), "appris": ("apprendre", "past"), "compris": ("comprendre", "past"),
    "vu": ("voir", "past"), "lu": ("lire", "past"), "lus": ("lire", "past"), "recu": ("recevoir", "past"),
    "accru": ("accroitre", "past"), "accrue": ("accroitre", "past"), "conclu": ("conclure", "past"),
    "vendu": ("vendre", "past"), "rendu": ("rendre", "past"), "repondu": ("repondre", "past"),
    "disent": ("dire", "present"), "dit": ("dire", "present"), "sortent": ("sortir", "present"),
    "viennent": ("venir", "present"), "reviennent": ("revenir", "present"), "revient": ("revenir", "present"),
    "recoivent": ("recevoir", "present"), "recoit": ("recevoir", "present"),
    "utilisent": ("utiliser", "present"), "suivi": ("suivre", "past"), "suivent": ("suivre", "present"),
}  # fmt: skip
_ENDINGS: Final = (
    # present participles and gerunds
    ("issant", "ir", "gerund"), ("ant", "er", "gerund"), ("ant", "re", "gerund"), ("ant", "ir", "gerund"),
    # past participles: -é(e)(s), -i(e)(s), -u(e)(s)
    ("ees", "er", "past"), ("ee", "er", "past"), ("es", "er", "past"), ("e", "er", "past"),
    ("ies", "ir", "past"), ("ie", "ir", "past"), ("is", "ir", "past"), ("i", "ir", "past"),
    ("ues", "re", "past"), ("ue", "re", "past"), ("us", "re", "past"), ("u", "re", "past"),
    # present: nous, vous, ils
    ("issons", "ir", "present"), ("issent", "ir", "present"), ("it", "ir", "present"),
    ("ons", "er", "present"), ("ent", "er", "present"), ("ons", "re", "present"), ("ent", "re", "present"),
    ("ent", "ir", "present"), ("ez", "er", "present"), ("era", "er", "present"), ("eront", "er", "present"),
    ("ira", "ir", "present"), ("iront", "ir", "present"), ("d", "dre", "present"), ("t", "tre", "present"),
)  # fmt: skip
_PLURALS: Final = (("aux", "al"), ("aux", "ail"), ("eaux", "eau"), ("eux", "eu"), ("s", ""), ("x", ""))
_FEMININES: Final = (("ives", "if"), ("ive", "if"), ("euses", "eur"), ("euse", "eur"), ("trices", "teur"),
                     ("trice", "teur"), ("elles", "el"), ("elle", "el"), ("ennes", "en"), ("enne", "en"),
                     ("eres", "er"), ("ere", "er"), ("euses", "eux"), ("euse", "eux"), ("ales", "al"), ("ale", "al"),
                     ("es", ""), ("e", ""))  # fmt: skip


def inflections(word: str) -> Iterator[tuple[str, str]]:
    """Yield (lemma, form) pairs for a folded French word, likeliest first; unknown words yield guesses too."""
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    if "·" in word:
        yield from inflections(word.split("·", 1)[0])
    yield from _nominal(word)
    for ending, infinitive, form in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: len(word) - len(ending)]
            yield stem + infinitive, form
            if infinitive == "er" and stem.endswith("i") and form == "present":
                yield stem[:-1] + "yer", form
            if infinitive == "er" and stem.endswith("ge"):
                yield stem[:-1] + "er", form
    for prefix in ("re", "re-", "pre", "co-", "auto-"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 5:
            yield rest, "base"
            yield from ((lemma, form) for lemma, form in _verbal(rest))
            break


def _nominal(word: str) -> Iterator[tuple[str, str]]:
    for ending, singular in _PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word[: len(word) - len(ending)] + singular, "plural"
    for ending, masculine in _FEMININES:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            yield word[: len(word) - len(ending)] + masculine, "plural"


def _verbal(word: str) -> Iterator[tuple[str, str]]:
    for ending, infinitive, form in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield word[: len(word) - len(ending)] + infinitive, form
