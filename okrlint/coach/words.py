"""What the conversation itself says, in both languages; all else is said by the cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_EN: Final[Mapping[str, str]] = {
    "welcome": "{n} statements to talk about in {path}. Leave whenever you like: it goes on from there.",
    "welcome_1": "1 statement to talk about in {path}. Leave whenever you like: it goes on from there.",
    "welcome_back": "Back at {path}: {n} still to talk about.",
    "nothing": "Nothing to talk about in {path}: well put.",
    "objective": "Objective", "key_result": "Key result", "initiative": "Initiative", "unknown": "Statement",
    "unsure": "A question, as the reading is not sure:",
    "colon": ":",
    "machine": "proposed by a machine: {by}",
    "menu_frames": "1-{n} start from a frame", "menu_frame": "1 start from the frame",
    "edit": "edit", "answer": "answer the question", "move": "make it an initiative", "keep": "keep it, with a reason",
    "skip": "skip", "quit": "leave",
    "your_line": "Your line",
    "your_answer": "Your answer",
    "your_reason": "Why you keep it",
    "hint": "Enter takes it · empty goes back · Ctrl-C leaves, and keeps what you typed",
    "what": "Please type one of: {keys}.",
    "still": "It would still draw: {titles}. Take it all the same? (y/n) ",
    "yes": "y",
    "written": "Written.",
    "moved": "It is an initiative now.",
    "kept": "Noted in {file}.",
    "noted": "Noted for the end.",
    "refused": "Not written: {error}",
    "left": "Left. `okrlint coach {path}` goes on from here.",
    "reads": "reads as: {kind}", "from_to": "from {baseline} to {target}", "to": "to {target}", "until": "{deadline}",
    "clear": "nothing to say", "draws": "still: {titles}", "fields": "field: {names}",
    "activity": "work", "output": "a deliverable", "outcome": "a change", "learning": "something to learn",
    "aspiration": "an aspiration", "unclear": "unclear",
    "sum": "What moved", "reworded": "{n} reworded, {moved} of them from doing to changing",
    "reworded_none": "none reworded", "to_initiatives": "{n} made an initiative",
    "kept_n": "{n} kept as discussed", "skipped_n": "{n} skipped",
    "count": "Key results that describe a change: {before} of {all_before} before, {after} of {all_after} now.",
    "answers": "Your answers",
}  # fmt: skip

_FR: Final[Mapping[str, str]] = {
    "welcome": "{n} énoncés à discuter dans {path}. Partez quand vous voulez : on reprendra là.",
    "welcome_1": "1 énoncé à discuter dans {path}. Partez quand vous voulez : on reprendra là.",
    "welcome_back": "De retour dans {path} : encore {n} à discuter.",
    "nothing": "Rien à discuter dans {path} : c'est bien dit.",
    "objective": "Objectif", "key_result": "Résultat clé", "initiative": "Initiative", "unknown": "Énoncé",
    "unsure": "Une question, car la lecture n'est pas sûre :",
    "colon": " :",
    "machine": "proposé par une machine : {by}",
    "menu_frames": "1-{n} partir d'une trame", "menu_frame": "1 partir de la trame",
    "edit": "modifier", "answer": "répondre à la question", "move": "en faire une initiative",
    "keep": "garder, avec une raison", "skip": "passer", "quit": "quitter",
    "your_line": "Votre phrase",
    "your_answer": "Votre réponse",
    "your_reason": "Pourquoi vous la gardez",
    "hint": "Entrée la retient · vide revient · Ctrl-C quitte et garde ce que vous avez tapé",
    "what": "Tapez l'une de ces lettres : {keys}.",
    "still": "Elle déclencherait encore : {titles}. La retenir quand même ? (o/n) ",
    "yes": "o",
    "written": "C'est écrit.",
    "moved": "C'est désormais une initiative.",
    "kept": "Noté dans {file}.",
    "noted": "Noté pour la fin.",
    "refused": "Rien n'a été écrit : {error}",
    "left": "À bientôt. `okrlint coach {path}` reprend ici.",
    "reads": "se lit comme : {kind}", "from_to": "de {baseline} à {target}", "to": "à {target}", "until": "{deadline}",
    "clear": "rien à redire", "draws": "encore : {titles}", "fields": "champ : {names}",
    "activity": "du travail", "output": "un livrable", "outcome": "un changement", "learning": "un apprentissage",
    "aspiration": "une aspiration", "unclear": "peu clair",
    "sum": "Ce qui a bougé", "reworded": "{n} reformulés, dont {moved} de faire à changer",
    "reworded_none": "aucun reformulé", "to_initiatives": "{n} devenus initiatives",
    "kept_n": "{n} gardés après discussion", "skipped_n": "{n} passés",
    "count": "Résultats clés qui décrivent un changement : {before} sur {all_before} avant, {after} sur {all_after} "
             "maintenant.",
    "answers": "Vos réponses",
}  # fmt: skip

WORDS: Final[Mapping[str, Mapping[str, str]]] = {"en": _EN, "fr": _FR}

#: The letter of each choice, by language; digits choose a frame.
LETTERS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {"e": "edit", "a": "answer", "i": "move", "k": "keep", "s": "skip", "q": "quit"},
    "fr": {"m": "edit", "r": "answer", "i": "move", "g": "keep", "p": "skip", "q": "quit"},
}
