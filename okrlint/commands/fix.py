"""`okrlint fix`: mend what nobody need talk about, and show what a note suggests."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.commands.options import complain, emit
from okrlint.errors import EditError, OkrlintError, WriteError, ending

if TYPE_CHECKING:
    from okrlint.config.discovery import Origin
    from okrlint.review import Reviewed
    from okrlint.review.sources import Found


@click.command("fix")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--diff", "diff_only", is_flag=True, help="Show what would be mended, and write nothing.")
@click.option("--suggest", is_flag=True, help="Show as a diff what the notes suggest; it is never written.")
def command(paths: tuple[str, ...], *, diff_only: bool, suggest: bool) -> int:
    """Mend what nobody need talk about in PATHS: how labels, spaces and numbers are set, a place for a missing field.

    What a sentence says is never changed. --suggest shows what the notes suggest, as a diff, each by itself.
    """
    from okrlint.plugins.host import host  # noqa: PLC0415 - `--help` needs none
    from okrlint.review.made import command_line  # noqa: PLC0415 - as above
    from okrlint.review.origins import found  # noqa: PLC0415 - as above

    errors: list[OkrlintError] = []
    command_line(paths, None)
    for one in found(paths):
        if isinstance(one, OkrlintError):
            errors.append(one)
            continue
        try:
            emit(_file(*one, errors, diff_only=diff_only, suggest=suggest))
        except OkrlintError as error:
            errors.append(error)
    complain([*errors, *host().faults])
    return ending([*(one for one in errors if not isinstance(one, EditError)), *host().faults])


def _file(file: Found, origin: Origin, errors: list[OkrlintError], *, diff_only: bool, suggest: bool) -> Iterator[str]:
    """Mend a file; yield what there is to say of it."""
    from okrlint.engine.edit import replaced  # noqa: PLC0415 - as above
    from okrlint.engine.formats import chosen_format  # noqa: PLC0415 - as above
    from okrlint.review.fix import mended, suggested  # noqa: PLC0415 - as above

    def look(data: bytes) -> Reviewed:
        return _look(file._replace(data=data), origin)

    before = look(file.data)
    if not before.document.statements or chosen_format(file.path)[1].edit is None:
        return
    made = mended(file.data, look)
    errors += made.left
    if made.count and diff_only:
        yield from _diff(file.path, file.data, made.data)
    elif made.count:
        try:
            replaced(file.path, file.data, made.data)
        except OSError as error:
            raise WriteError(f"cannot be written: {error.strerror}", culprit=file.path) from None
        counts = ((made.sentences, "sentence"), (made.labels, "page of labels"), (made.fields, "field"))
        said = ", ".join(f"{number} {name}{'s' * (number != 1)}" for number, name in counts if number)
        yield f"{file.path}: mended {said}\n".replace("page of labels", "set of labels")
    if suggest:
        for title, data in suggested(look(made.data), made.data):
            yield f"\n# {title}\n"
            yield from _diff(file.path, made.data, data)


def _look(file: Found, origin: Origin) -> Reviewed:
    from okrlint.review.made import look  # noqa: PLC0415 - as above
    from okrlint.review.origins import NOTHING  # noqa: PLC0415 - as above

    reviewed, faults = look(file, origin, NOTHING)
    if reviewed is None:
        raise faults[0]
    return reviewed


def _diff(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """Yield a unified diff, as `patch` takes it; of what is no text only that it differs."""
    try:
        old, new = before.decode("utf-8").splitlines(keepends=True), after.decode("utf-8").splitlines(keepends=True)
    except UnicodeDecodeError:
        yield f"{path}: differs\n"
        return
    name = Path(os.path.relpath(path)).as_posix()
    for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
