"""`okrlint init`: a commented configuration and an OKR document to start from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from okrlint.commands.options import emit
from okrlint.errors import ConfigError
from okrlint.hookspecs import Format

_CONFIG: Final = {
    "en": """# okrlint reads this file for every OKR document in this folder and below.
# Everything is optional; what stands here commented out is the default.

# The school to follow: `okrlint profiles` lists them.
# profile = "impact"

# The language of the documents, instead of recognising it: "en" or "fr".
# language = "en"

# Rules to leave out: codes, names or families. `okrlint rules` lists them.
# ignore = ["FOC003"]

# What makes `okrlint check` fail: "error", "warning", "info" or "never".
# Wording is never an error: it is coached, not inspected.
# fail_on = "error"

# At most so many notes a statement, the most valuable first.
# notes_per_statement = 2

# Files to leave out, as in a .gitignore.
# exclude = ["archive/"]

# What the path of a file says of its OKRs: organisation, level, team, cycle, parent.
# paths = ["okrs/{cycle}/{team}.md"]

# One rule, your way:
# [rules.too-many-objectives]
# severity = "info"
# at_most = 4
""",
    "fr": """# okrlint lit ce fichier pour tous les OKR de ce dossier et de ses sous-dossiers.
# Tout est facultatif ; ce qui est en commentaire est la valeur par défaut.

# L'école à suivre : `okrlint profiles --language fr` les présente.
# profile = "impact"

# La langue des documents, si elle ne doit pas être reconnue : "fr" ou "en".
# language = "fr"

# Les règles à laisser de côté : codes, noms ou familles. `okrlint rules` les liste.
# ignore = ["FOC003"]

# Ce qui fait échouer `okrlint check` : "error", "warning", "info" ou "never".
# La formulation n'est jamais une erreur : on accompagne, on n'inspecte pas.
# fail_on = "error"

# Le nombre maximal de notes par énoncé, les plus utiles d'abord.
# notes_per_statement = 2

# Les fichiers à laisser de côté, comme dans un .gitignore.
# exclude = ["archives/"]

# Ce que le chemin d'un fichier dit de ses OKR : organisation, level, team, cycle, parent.
# paths = ["okr/{cycle}/{team}.md"]

# Une règle, à votre façon :
# [rules.too-many-objectives]
# severity = "info"
# at_most = 4
""",
}
_SAID: Final = {
    "en": ("wrote {path}", "kept {path}: it is there already", "Now: fill in {path}, then okrlint check {path}"),
    "fr": ("{path} écrit", "{path} existe déjà : laissé tel quel",
           "Et maintenant : remplissez {path}, puis okrlint check {path}"),
}  # fmt: skip


def _written(chosen: Format, where: Path, document: Path, language: str) -> Iterator[tuple[Path, str]]:
    """Yield what is to be written: the configuration, the draft, and the schema that the draft points at."""
    yield where / "okrlint.toml", _CONFIG[language]
    yield document, chosen.template(language) if chosen.template is not None else ""
    if chosen.schema is not None:
        yield where / "okr.schema.json", json.dumps(chosen.schema(), ensure_ascii=False, indent=2) + "\n"


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False), default=".")
@click.option("--language", type=click.Choice(["en", "fr"]), default="en", show_default=True)
@click.option("--as", "format_", type=click.Choice(["markdown", "yaml"]), default="markdown", show_default=True)
def command(folder: str, language: str, format_: str) -> int:
    """Write a commented okrlint.toml and an OKR template into FOLDER; what is there is never overwritten."""
    from okrlint.engine.formats import formats  # noqa: PLC0415 - `--help` needs none

    chosen = next((one for _, one in formats() if one.name == format_ and one.template), None)
    if chosen is None or chosen.template is None:
        raise ConfigError(f"no plugin brings a template for {format_}")
    where = Path(folder)
    document = where / f"okr{chosen.suffixes[0]}"
    wrote, kept, then = _SAID[language]
    try:
        where.mkdir(parents=True, exist_ok=True)
        for path, text in _written(chosen, where, document, language):
            if path.exists():
                emit([kept.format(path=path) + "\n"])
            else:
                path.write_text(text, "utf-8")
                emit([wrote.format(path=path) + "\n"])
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", culprit=str(error.filename)) from None
    emit([then.format(path=document) + "\n"])
    return 0
