"""The group of commands; each one's module is imported when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final

import click

#: Each command, its module and its one-line help, so that `--help` need not import them.
COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "check": ("check", "Read OKRs and coach."),
    "coach": ("coach", "Talk through a draft in the terminal, statement by statement."),
    "inspect": ("inspect", "Show how each statement was read, and why."),
    "outline": ("outline", "Show which OKRs were found in a file, and what was left out."),
    "convert": ("convert", "Write the OKRs of a file in another format."),
    "baseline": ("baseline", "Write down the findings that are known, so that only new ones count."),
    "explain": ("explain", "Explain a rule: why, examples, who holds it and who does not."),
    "rules": ("rules", "List the rules in force, or test rule cards."),
    "profiles": ("profiles", "List the profiles: schools that disagree."),
    "schema": ("schema", "Print a JSON Schema, for editors and machines."),
    "config": ("config", "Show which file set which value."),
    "init": ("init", "Write a commented okrlint.toml and an OKR template."),
    "plugins": ("plugins", "List the plugins with their versions and hooks."),
}


class _Lazy(click.Group):
    """A group that imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"okrlint.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, said) for name, (_, said) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from okrlint.config.near import nearest  # noqa: PLC0415 - only a slip needs it

            ctx.fail(f"no command {args[0]!r}{nearest(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)


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
