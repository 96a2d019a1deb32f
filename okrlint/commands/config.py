"""`okrlint config`: which file set which value."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.commands.options import emit


@click.group("config")
def command() -> None:
    """Show which file set which value."""


@command.command("show")
@click.argument("path", type=click.Path(), default=".")
def show(path: str) -> int:
    """Show the configuration that holds for PATH, and which file set each value."""
    from okrlint.config import config_for  # noqa: PLC0415 - `--help` needs none
    from okrlint.engine.rulebook import rules  # noqa: PLC0415 - as above

    where = Path(path)
    origin = config_for(where if where.is_dir() else where.parent)
    rules(origin.config, origin.house, origin.of)
    lines = []
    for name, value in origin.config.model_dump().items():
        if name == "rules":
            for code, setting in value.items():
                told = ", ".join(f"{key} = {each!r}" for key, each in setting.items() if each is not None)
                lines.append(f"rules.{code}: {told}  ({origin.of[name]})")
            continue
        if name == "formats" and value["headers"]:
            lines += [f"formats.headers.{key} = {own!r}  ({origin.of[name]})" for key, own in value["headers"].items()]
            continue
        lines.append(f"{name} = {value!r}  ({origin.of[name]})")
    emit(["\n".join(lines) + "\n"])
    return 0
