"""The group of commands; each one's module is imported when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from okrlint.hookspecs import Command

#: Each command, its module and its one-line help, so that `--help` need not import them.
COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "check": ("check", "Read OKRs and coach."),
    "fix": ("fix", "Mend what nobody need talk about: labels, spaces, numbers, missing fields."),
    "coach": ("coach", "Talk through a draft in the terminal, statement by statement."),
    "inspect": ("inspect", "Show how each statement was read, and why."),
    "outline": ("outline", "Show which OKRs were found in a file, and what was left out."),
    "convert": ("convert", "Write the OKRs of a file in another format."),
    "baseline": ("baseline", "Write down the findings that are known, so that only new ones count."),
    "cache": ("cache", "Throw away what is kept of unchanged documents."),
    "explain": ("explain", "Explain a rule: why, examples, who holds it and who does not."),
    "rules": ("rules", "List the rules in force, or test rule cards."),
    "profiles": ("profiles", "List the profiles: schools that disagree."),
    "schema": ("schema", "Print a JSON Schema, for editors and machines."),
    "config": ("config", "Show which file set which value."),
    "init": ("init", "Write a commented okrlint.toml and an OKR template."),
    "plugins": ("plugins", "List the plugins with their versions and hooks."),
}


class _Lazy(click.Group):
    """A group that imports a command when it is called, and asks plugins for those that it does not know."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return [*COMMANDS, *_others()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            other = _others().get(cmd_name)
            return other.load() if other is not None else None
        module = import_module(f"okrlint.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            told = {name: said for name, (_, said) in COMMANDS.items()}
            formatter.write_dl([*told.items(), *((name, one.help) for name, one in _others().items())])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and args[0] not in _others():
            from okrlint.config.near import nearest  # noqa: PLC0415 - only a slip needs it

            ctx.fail(f"no command {args[0]!r}{nearest(args[0], [*COMMANDS, *_others()])}")
        return super().resolve_command(ctx, args)


def _others() -> Mapping[str, Command]:
    """Return the commands that plugins bring, by name."""
    from okrlint.plugins.host import host  # noqa: PLC0415 - okrlint's own commands need none

    found: list[Command] = [one for _, one in host().gather("okrlint_commands")]
    return {one.name: one for one in found if one.name not in COMMANDS}


@click.group(
    cls=_Lazy,
    name="okrlint",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="okrlint", message="okrlint %(version)s")
def okrlint() -> None:
    """Tell doing from changing in OKRs, in French and in English, and coach.

    Start with: okrlint check FILE
    """
