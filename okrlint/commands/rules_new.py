"""`okrlint rules new`: a rule card of the house's own, that runs as it is and waits to be filled."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

from okrlint.commands.options import emit
from okrlint.errors import ConfigError

#: Codes of a house begin here, so that they stay apart from those that okrlint may bring later.
FIRST: Final = 900
_COMMENTS: Final = {
    "en": {
        "first": "A rule of your own. Change what stands here, then: okrlint rules test {folder}",
        "severity": "warning or info",
        "applies": "objective, key_result, initiative or set",
        "check": "What to look for. Other kinds of check: docs/writing-rules.md",
        "texts": "What was noticed, why it matters, one good question; the last variant needs no slot",
        "sources": "Who holds it in your house, and who does not",
        "examples": "Sentences that must draw the rule (bad), and sentences that must not (good)",
    },
    "fr": {
        "first": "Une règle à vous. Changez ce qui est écrit ici, puis : okrlint rules test {folder}",
        "severity": "warning ou info",
        "applies": "objective, key_result, initiative ou set",
        "check": "Ce qu'il faut chercher. Les autres sortes de contrôle : docs/writing-rules.fr.md",
        "texts": "Ce qu'on a remarqué, pourquoi c'est important, une question ; la dernière variante sans emplacement",
        "sources": "Qui le soutient chez vous, et qui n'est pas d'accord",
        "examples": "Des phrases que la règle doit relever (bad), et d'autres qu'elle doit laisser (good)",
    },
}
_CARD: Final = """# {first}
code: {code}
name: {name}
family: {family}
severity: info  # {severity}
applies_to: [objective]  # {applies}
# {check}
check:
  kind: words
  words:
    en: [synergy, synergies]
    fr: [synergie, synergies]
# {texts}
texts:
  en:
    title: A word that says too little
    noticed:
      - “{{words}}” can mean anything here.
      - One word here can mean anything.
    why: Two people will nod at it and go off in two directions.
    question:
      - What would people outside the team see, if you had it?
  fr:
    title: Un mot qui en dit trop peu
    noticed:
      - « {{words}} » peut vouloir tout dire ici.
      - Un mot peut vouloir tout dire ici.
    why: Deux personnes l'approuveront, et partiront dans deux directions.
    question:
      - Que verraient les gens d'extérieur à l'équipe, si vous l'aviez ?
# {sources}
sources:
  - {{who: Our house, where: our handbook}}
# {examples}
examples:
  en:
    bad:
      - Create synergies between our branches
    good:
      - Readers borrow in one branch and return in another
  fr:
    bad:
      - Créer des synergies entre nos annexes
    good:
      - Les lecteurs empruntent dans une annexe et rendent dans une autre
"""


@click.command("new")
@click.argument("name")
@click.option(
    "--family",
    type=click.Choice(["impact", "intent", "measure", "learning", "focus"]),
    default="intent",
    show_default=True,
    help="What the rule asks about.",
)
@click.option("--language", default="en", show_default=True, metavar="CODE", help="Of the comments: en or fr.")
def new(name: str, family: str, language: str) -> int:
    """Write a card for a rule of your own into .okrlint/rules, with examples to fill.

    NAME is small letters with hyphens between. The card runs as it is, so that you see what each change does.
    """
    from okrlint.cards.card import LETTERS  # noqa: PLC0415 - `--help` needs none
    from okrlint.config import find_house  # noqa: PLC0415 - as above
    from okrlint.engine.rulebook import cards  # noqa: PLC0415 - as above

    if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name) is None:
        raise ConfigError(f"the name of a rule is small letters with hyphens between, not {name!r}", culprit="NAME")
    here = Path.cwd()
    house = find_house(here)
    known = [card for _, card in cards(house)]
    if any(card.name == name for card in known):
        raise ConfigError(f"there is a rule {name!r} already: okrlint explain {name}", culprit="NAME")
    letters = {str(each): own for each, own in LETTERS.items()}[family]
    taken = {card.code for card in known}
    code = next((each for number in range(FIRST, 1000) if (each := f"{letters}{number}") not in taken), None)
    if code is None:
        raise ConfigError(f"no code is left for family {family} ({letters}{FIRST} to {letters}999)", culprit="--family")
    folder = house if house is not None else here / ".okrlint" / "rules"
    target = folder / f"{name}.yaml"
    shown = target.relative_to(here) if target.is_relative_to(here) else target
    comments = _COMMENTS["fr" if language.startswith("fr") else "en"]
    told = {key: text.format(folder=shown.parent) for key, text in comments.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8") as stream:
            stream.write(_CARD.format(code=code, name=name, family=family, **told))
    except FileExistsError:
        raise ConfigError("is there already", culprit=str(shown)) from None
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", culprit=str(shown)) from None
    emit([f"{shown}\n"])
    return 0
