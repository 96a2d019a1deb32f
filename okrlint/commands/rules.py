"""`okrlint rules`: list the rules in force, begin one of one's own, and test cards by their own examples."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.commands.options import emit
from okrlint.commands.rules_new import new
from okrlint.commands.rules_pages import pages


@click.group("rules", invoke_without_command=True)
@click.option("--language", default="en", show_default=True, metavar="CODE", help="en or fr.")
@click.option("--profile", metavar="NAME", help="The school to follow (see okrlint profiles).")
@click.option("--all", "all_", is_flag=True, help="Also those that the profile switches off.")
@click.pass_context
def command(ctx: click.Context, language: str, profile: str | None, *, all_: bool) -> int:
    """List the rules in force here; `okrlint rules test` tests rule cards by their own examples."""
    if ctx.invoked_subcommand is not None:
        return 0
    from okrlint.cards.card import texts_in  # noqa: PLC0415 - `--help` needs none
    from okrlint.config import config_for  # noqa: PLC0415 - as above
    from okrlint.engine.languages import language as language_named  # noqa: PLC0415 - as above
    from okrlint.engine.rulebook import cards, rules  # noqa: PLC0415 - as above

    here = config_for(Path.cwd(), {"profile": profile})
    in_force = {rule.card.code: rule for rule in rules(here.config, here.house, here.of)}
    for _, card in cards(here.house):
        rule = in_force.get(card.code)
        if rule is None and not all_:
            continue
        code, texts = texts_in(card, language)
        title = language_named(code).typeset(texts.title)
        emit([f"{card.code}  {rule.severity if rule else 'off':<8} {card.name:<40} {title}\n"])
    return 0


@command.command("test")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False), metavar="[FOLDERS]...")
@click.option("--coverage", is_flag=True, help="Fail where a card lacks examples in a language.")
def test(folders: tuple[str, ...], *, coverage: bool) -> int:
    """Run the examples of rule cards: the bad ones must draw the rule, the good ones must not.

    Without FOLDERS the built-in cards, those of the plugins and those of the house (`.okrlint/rules`) are tested.
    """
    from okrlint.config import find_house  # noqa: PLC0415 - `--help` needs none
    from okrlint.engine.cardtest import run_examples  # noqa: PLC0415 - `--help` needs none

    tested = run_examples([Path(folder) for folder in folders], coverage=coverage, house=find_house(Path.cwd()))
    emit([f"{failure}\n" for failure in tested.failures])
    emit([f"{tested.cards} cards, {tested.examples} examples, {len(tested.failures)} failed\n"])
    return 1 if tested.failures else 0


command.add_command(new)
command.add_command(pages)
