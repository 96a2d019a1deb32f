"""`okrlint convert`: write the OKRs of a file in another format, and say what that format cannot hold."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.commands.options import Progress, apart, complain, source_options
from okrlint.errors import ConfigError, OkrlintError, PluginError, ending
from okrlint.plugins.host import host

if TYPE_CHECKING:
    from okrlint.model import Document
    from okrlint.review import Outlined


@click.command("convert")
@source_options
@click.option("--to", metavar="NAME", help="markdown, yaml, json, csv or xlsx; else by the ending of --output.")
@click.option("--output", "-o", metavar="FILE", type=click.Path(dir_okay=False), help="Write here, not to the screen.")
@click.option("--force", is_flag=True, help="Overwrite FILE where it is there already.")
def command(  # noqa: PLR0913 - click hands over each option by name
    paths: tuple[str, ...],
    stdin_filename: str | None,
    language: str | None,
    config_file: str | None,
    to: str | None,
    output: str | None,
    *,
    quiet: bool,
    no_color: bool,
    force: bool,
) -> int:
    """Write the OKRs of PATHS in one file of another format, with every field that was read.

    Several documents become one, their sets one after the other. Labels and column names are in the language of the
    documents, or in --language.

    Ends with 0, with 1 where the format could not hold everything (each piece is told with its place), with 2 where
    something could not be read or nothing was there to write, with 3 where a plugin failed.
    """
    from okrlint.engine.merge import merged  # noqa: PLC0415 - `okrlint convert --help` needs none of it
    from okrlint.review import outline_all  # noqa: PLC0415 - as above

    del no_color
    name = _format_name(to, output)
    target = Path(output) if output is not None else None
    if target is not None and target.exists() and not force:
        raise ConfigError("is there already; --force overwrites it", culprit=str(target))
    progress = Progress(quiet=quiet)
    errors: list[OkrlintError] = []
    found: list[Outlined] = []
    read = outline_all(
        paths,
        stdin_name=stdin_filename,
        given={"language": language},
        config_file=Path(config_file) if config_file else None,
        tell=progress,
    )
    for one in apart(read, errors):
        if one.document.sets or one.document.statements:
            found.append(one)
        else:
            _say(f"{one.document.path}: no OKR found here", quiet=quiet)
    progress.done()
    errors += host().faults
    complain(errors)
    failed = ending(errors)
    if not found:
        _say("nothing to write", quiet=quiet)
        return failed or 2
    documents = [one.document for one in found]
    whole = merged(documents, [one.language for one in found])
    try:
        gaps = _write(whole, documents, name, language or found[0].language, target)
    except PluginError as error:
        complain([error])
        return 3
    complain(gaps)
    _tell(documents, name, target, quiet=quiet)
    return failed or (1 if gaps else 0)


def _format_name(to: str | None, output: str | None) -> str:
    """Return the name of the format to write, or raise ConfigError where nothing tells it."""
    from okrlint.engine.formats import format_of, format_to_write  # noqa: PLC0415 - `--help` needs none

    if to is None:
        if output is None:
            raise ConfigError("say which format to write, or name a file to write to: --to yaml", culprit="--to")
        to = format_of(output)
    return format_to_write(to).name


def _write(
    whole: Document, documents: Sequence[Document], name: str, language: str, target: Path | None
) -> list[OkrlintError]:
    """Write a document, read it again, and return what is not there again."""
    from okrlint.engine.carried import gaps  # noqa: PLC0415 - `--help` needs none
    from okrlint.engine.formats import read_again, write_document  # noqa: PLC0415 - as above

    data = write_document(whole, name, language)
    missing = gaps(whole, read_again(data, name), documents, name)
    if target is None:
        if b"\0" in data and sys.stdout.isatty():
            raise ConfigError(f"{name} is no text for a screen: name a file", culprit="--output")
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return missing
    beside = target.with_name(f".{target.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise ConfigError(f"cannot be written: {error.strerror}", culprit=str(target)) from None
    return missing


def _tell(documents: Sequence[Document], name: str, target: Path | None, *, quiet: bool) -> None:
    """Say on standard error what was done, where it is not plain from the call."""
    if len(documents) > 1:
        sets = sum(len(one.sets) for one in documents)
        where = f" in {target}" if target is not None else ""
        held = f", {sets} sets one after the other" if sets > 1 else ""
        _say(f"{len(documents)} documents are now one {name} document{where}{held}", quiet=quiet)
    elif target is not None:
        _say(f"wrote {target}", quiet=quiet)


def _say(said: str, *, quiet: bool) -> None:
    if not quiet:
        click.echo(f"okrlint: {said}", err=True)
