"""`okrlint explain`: a rule card as a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from okrlint.cards import Card
from okrlint.cards.card import texts_in
from okrlint.commands.options import emit

_SAID = {
    "en": {"why": "Why", "asks": "It asks", "frame": "A frame", "bad": "Draws it", "good": "Does not",
           "for": "Who holds this",
           "against": "Who does not",
           "off": "To switch it off: ignore = [\"{code}\"] in okrlint.toml, or --ignore {code}.",
           "optional": "Off in the default profile; to switch it on: [rules.{code}] severity = \"{severity}\".",
           "applies": "Looks at"},
    "fr": {"why": "Pourquoi", "asks": "La question", "frame": "Une trame", "bad": "La déclenche",
           "good": "Ne la déclenche pas",
           "for": "Qui la soutient", "against": "Qui ne la suit pas",
           "off": "Pour la désactiver : ignore = [\"{code}\"] dans okrlint.toml, ou --ignore {code}.",
           "optional": "Désactivée dans le profil par défaut ; pour l’activer : "
                       "[rules.{code}] severity = \"{severity}\".",
           "applies": "Regarde"},
}  # fmt: skip


@click.command("explain")
@click.argument("rule", metavar="CODE|NAME")
@click.option("--language", metavar="CODE", help="en or fr (default: that of your locale, else en).")
def command(rule: str, language: str | None) -> int:
    """Explain a rule: why, the question, examples that draw it and do not, who holds it and who does not."""
    from okrlint.config import find_house  # noqa: PLC0415 - `--help` needs no cards
    from okrlint.engine.rulebook import card_named  # noqa: PLC0415 - as above

    card = card_named(rule, find_house(Path.cwd()))
    emit(_page(card, language or _locale()))
    return 0


def _locale() -> str:
    import os  # noqa: PLC0415 - kept beside its one use

    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en")
    return named[:2].lower()


def _page(card: Card, language: str) -> Iterator[str]:
    from okrlint.engine.languages import language as language_named  # noqa: PLC0415 - `--help` needs none

    language, texts = texts_in(card, language)
    typeset, said = language_named(language).typeset, _SAID.get(language, _SAID["en"])
    examples = card.examples.get(language) or next(iter(card.examples.values()))
    yield f"{card.code} {card.name} · {card.family} · {card.severity}\n\n{typeset(texts.title)}\n\n"
    yield f"{said['applies']}: {', '.join(card.applies_to)}\n\n"
    yield _part(said["why"], [typeset(texts.why)])
    # The last variant needs no slot: here there is no statement whose words could fill one.
    yield _part(said["asks"], [typeset(texts.question[-1])])
    if texts.frame:
        yield _part(said["frame"], [typeset(frame) for frame in texts.frame])
    yield _part(said["bad"], [typeset(example) for example in examples.bad])
    yield _part(said["good"], [typeset(example) for example in examples.good])
    for position in ("for", "against"):
        held = [one for one in card.sources if one.position == position]
        if held:
            lines = [f"{one.who} ({one.where}){': ' + one.says if one.says else ''}" for one in held]
            yield _part(said[position], lines)
    yield (typeset(said["off" if card.enabled else "optional"].format(code=card.code, severity=card.severity)) + "\n")


def _part(title: str, lines: list[str]) -> str:
    shown = "".join("  " + line.strip().replace("\n", "\n    ") + "\n" for line in lines)
    return f"{title}\n{shown}\n"
