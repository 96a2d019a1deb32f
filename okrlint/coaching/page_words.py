"""The few words of a rule's page itself; everything else is said by the card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_EN: Final[Mapping[str, str]] = {
    "objective": "objectives", "key_result": "key results", "initiative": "initiatives", "set": "whole sets",
    "impact": "impact", "intent": "intent", "measure": "measure", "learning": "learning", "focus": "focus",
    "error": "error", "warning": "warning", "info": "info",
    "colon": ": ",
    "read": "Read in English", "list": "The rulebook",
    "applies": "looks at {roles}",
    "noticed": "What it notices",
    "why": "Why",
    "asks": "It asks",
    "frame": "A frame",
    "bridge": "Several ways on",
    "bridged": "Where the kind of work is known, the question names changes that it may be meant to cause, and the "
               "frames say how each could be seen.",
    "advice": "And the sentence as it is?",
    "bad": "Draws it",
    "good": "Does not",
    "for": "Who holds this",
    "against": "Who does not",
    "nobody": "We looked, and found nobody who holds the opposite.",
    "trust": "How far to trust it",
    "measured": "Of its notes, {stand}% stand, and it says {found}% of what it should: measured on statements of "
                "organisations left out, {n} of which should draw it.",
    "few": "That is few: take the figures for an anecdote.",
    "by_structure": "It counts or compares what the document holds and judges no wording; what it gets wrong comes "
                    "from how the file was read (`okrlint outline FILE`).",
    "unmeasured": "Not measured: no labelled statements tell where it should speak. Its examples are tested.",
    "off": "How to switch it off",
    "switch_off": "In `okrlint.toml`: `ignore = [\"{code}\"]`; once: `okrlint check --ignore {code}`.",
    "switch_on": "It is off in the default profile. To switch it on, in `okrlint.toml`: "
                 "`rules.{code}.severity = \"{severity}\"`.",
    "profiles_off": "Profiles that switch it off: {names}.",
    "profiles_set": "Profiles that switch it on, or say how heavy it is: {names}.",
    "own_words": "To say it in your own words: a file in `.okrlint/rules` that begins with `overrides: {code}`.",
}  # fmt: skip

_FR: Final[Mapping[str, str]] = {
    "objective": "objectifs", "key_result": "résultats clés", "initiative": "initiatives", "set": "ensembles entiers",
    "impact": "impact", "intent": "intention", "measure": "mesure", "learning": "apprentissage",
    "focus": "concentration",
    "error": "erreur", "warning": "avertissement", "info": "information",
    "colon": " : ",
    "read": "Lire en français", "list": "Le recueil des règles",
    "applies": "regarde : {roles}",
    "noticed": "Ce qu'elle remarque",
    "why": "Pourquoi",
    "asks": "La question",
    "frame": "Une trame",
    "bridge": "Plusieurs pistes",
    "bridged": "Quand le genre de travail est connu, la question nomme des changements qu'il peut vouloir provoquer, "
               "et les trames disent à quoi chacun se verrait.",
    "advice": "Et la phrase telle quelle ?",
    "bad": "La déclenche",
    "good": "Ne la déclenche pas",
    "for": "Qui la soutient",
    "against": "Qui ne la suit pas",
    "nobody": "Nous avons cherché, et n'avons trouvé personne qui soutienne le contraire.",
    "trust": "Jusqu'où s'y fier",
    "measured": "{stand} % de ses notes sont justes, et elle dit {found} % de ce qu'elle devrait dire : mesuré sur les "
                "énoncés d'organisations laissées de côté, dont {n} devraient la déclencher.",
    "few": "C'est peu : prenez ces chiffres pour une anecdote.",
    "by_structure": "Elle compte ou compare ce que contient le document et ne juge aucune formulation ; ses erreurs "
                    "viennent de la lecture du fichier (`okrlint outline FICHIER`).",
    "unmeasured": "Non mesurée : aucun énoncé étiqueté ne dit où elle devrait parler. Ses exemples sont testés.",
    "off": "Comment la désactiver",
    "switch_off": "Dans `okrlint.toml` : `ignore = [\"{code}\"]` ; une seule fois : `okrlint check --ignore {code}`.",
    "switch_on": "Elle est désactivée dans le profil par défaut. Pour l'activer, dans `okrlint.toml` : "
                 "`rules.{code}.severity = \"{severity}\"`.",
    "profiles_off": "Profils qui la désactivent : {names}.",
    "profiles_set": "Profils qui l'activent ou en fixent le poids : {names}.",
    "own_words": "Pour la dire avec vos mots : un fichier dans `.okrlint/rules` qui commence par `overrides: {code}`.",
}  # fmt: skip

WORDS: Final[Mapping[str, Mapping[str, str]]] = {"en": _EN, "fr": _FR}
