"""`okrlint schema`: JSON Schemas of the documents, of the report and of the configuration."""

from __future__ import annotations

import json

import click

from okrlint.commands.options import emit
from okrlint.commands.outputs import reporter
from okrlint.errors import ConfigError


@click.command("schema")
@click.option(
    "--of",
    default="okr",
    show_default=True,
    type=click.Choice(["okr", "report", "config", "card"]),
    help="okr: OKRs in YAML and JSON. report: what check --format json prints.",
)
def command(of: str) -> int:
    """Print a JSON Schema: with it, editors complete and explain OKRs in YAML and JSON."""
    emit([json.dumps(_schema(of), indent=2, ensure_ascii=False) + "\n"])
    return 0


def _schema(of: str) -> object:
    if of == "config":
        from okrlint.config import Config  # noqa: PLC0415 - only what is asked for is imported

        return Config.model_json_schema()
    if of == "card":
        from okrlint.cards import Card  # noqa: PLC0415 - as above

        return Card.model_json_schema()
    if of == "report":
        made = reporter("check", "json").schema
    else:
        from okrlint.engine.formats import formats  # noqa: PLC0415 - as above

        made = next((one.schema for _, one in formats() if one.schema is not None), None)
    if made is None:
        raise ConfigError(f"no plugin publishes a schema of {of}")
    return made()
