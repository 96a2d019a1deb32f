"""The files that a path stands for: itself, or what lies below it and some format reads."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.engine.formats import suffixes
from okrlint.errors import ReadError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NEVER = frozenset({"node_modules", "__pycache__"})


def files(paths: Sequence[str], exclude: Sequence[str] = ()) -> Iterator[str | ReadError]:
    """Yield the files to read, and an error for each path that is not there.

    A file that is named is always read. A folder is walked in the order of its names, without hidden folders, without
    what its `.gitignore` files and `exclude` leave out, and without following links out of the tree.
    """
    seen: set[str] = set()
    for path in paths:
        found: Iterator[str | ReadError]
        if Path(path).is_dir():
            found = _below(path, exclude)
        elif Path(path).exists():
            found = iter([path])
        else:
            found = iter([ReadError("no such file or folder", culprit=path)])
        for one in found:
            if isinstance(one, ReadError):
                yield one
            elif os.path.realpath(one) not in seen:
                seen.add(os.path.realpath(one))
                yield one


def _below(folder: str, exclude: Sequence[str]) -> Iterator[str | ReadError]:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only a folder needs it

    known = suffixes()
    root = os.path.realpath(folder)
    specs: list[tuple[str, GitIgnoreSpec]] = [(root, GitIgnoreSpec.from_lines(exclude))] if exclude else []
    errors: list[ReadError] = []

    def failed(error: OSError) -> None:
        errors.append(ReadError(f"cannot be read: {error.strerror}", culprit=str(error.filename)))

    for here, folders, names in os.walk(folder, onerror=failed):
        yield from errors
        errors.clear()
        ignore = Path(here, ".gitignore")
        if ignore.is_file():
            lines = ignore.read_text("utf-8", errors="replace").splitlines()
            specs.append((os.path.realpath(here), GitIgnoreSpec.from_lines(lines)))
        folders[:] = sorted(
            name
            for name in folders
            if name[0] != "." and name not in _NEVER and not _ignored(Path(here, name), specs, is_folder=True)
        )
        for name in sorted(names):
            path = Path(here, name)
            inside = os.path.realpath(path).startswith(root + os.sep)
            wanted = path.suffix.lower() in known and name[0] != "." and path.is_file()
            if wanted and inside and not _ignored(path, specs):
                yield os.path.join(here, name)  # noqa: PTH118 - a Path would drop the ./ that the person wrote
    yield from errors


def _ignored(path: Path, specs: Sequence[tuple[str, GitIgnoreSpec]], *, is_folder: bool = False) -> bool:
    for base, spec in specs:
        below = os.path.relpath(os.path.realpath(path), base)
        if not below.startswith("..") and spec.match_file(below + ("/" if is_folder else "")):
            return True
    return False
