"""The files that a path stands for: itself, or what lies below it and some format reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.engine.formats import suffixes
from okrlint.engine.real import real
from okrlint.errors import ReadError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NEVER = frozenset({"node_modules", "__pycache__"})
#: Folders deeper than this below the one that is named are a mistake or an attack.
DEEPEST = 100
#: Configuration that ends like a document.
_CONFIGURATION = frozenset({"okrlint.toml", "pyproject.toml"})


def files(paths: Sequence[str]) -> Iterator[str | ReadError]:
    """Yield the files to read, and an error for each path that is not there.

    A file that is named is always read. A folder is walked in the order of its names, without hidden folders, without
    what git leaves out (the `.gitignore` files in it, and those above it in its repository), and without following
    links out of the tree. A folder that is named is walked although git leaves it out itself.
    """
    seen: set[str] = set()
    for path in paths:
        found: Iterator[str | ReadError]
        if Path(path).is_dir():
            found = _below(path)
        elif Path(path).exists():
            found = iter([path])
        else:
            found = iter([ReadError("no such file or folder", culprit=path)])
        for one in found:
            if isinstance(one, ReadError):
                yield one
            elif (lies := real(one)) not in seen:
                seen.add(lies)
                yield one


@lru_cache(maxsize=64)
def _excluding(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return _spec(patterns)


def excluded(path: str, patterns: tuple[str, ...], base: Path) -> bool:
    """Whether a configuration leaves a file out; its patterns are read from the folder where the configuration lies."""
    if not patterns:
        return False
    below = os.path.relpath(real(path), real(str(base)))
    return not below.startswith("..") and _excluding(patterns).match_file(below)


def _below(folder: str) -> Iterator[str | ReadError]:
    known = suffixes()
    depth = len(Path(folder).parts)
    root = os.path.realpath(folder)
    specs = _above(root)
    errors: list[ReadError] = []

    def failed(error: OSError) -> None:
        errors.append(ReadError(f"cannot be read: {error.strerror}", culprit=str(error.filename)))

    for here, folders, names in os.walk(folder, onerror=failed):
        yield from errors
        errors.clear()
        if len(Path(here).parts) - depth > DEEPEST:
            folders.clear()
            yield ReadError("the folders are nested too deeply", culprit=here)
            continue
        ignore = Path(here, ".gitignore")
        if ignore.is_file() and _lies_in(ignore, root):
            try:
                lines = ignore.read_text("utf-8-sig", errors="replace").splitlines()
            except OSError as error:
                yield ReadError(f"cannot be read: {error.strerror}", culprit=str(ignore))
            else:
                specs.append((os.path.realpath(here), _spec(lines)))
        folders[:] = sorted(
            name
            for name in folders
            if name[0] != "." and name not in _NEVER and not _ignored(Path(here, name), specs, is_folder=True)
        )
        lies = os.path.realpath(here)
        for name in sorted(names):
            if name[0] == "." or name in _CONFIGURATION or Path(name).suffix.lower() not in known:
                continue
            path = Path(here, name)
            # Only a link leads out of a folder that is walked without following any.
            inside = not path.is_symlink() or _lies_in(path, root)
            if inside and path.is_file() and not _ignored(Path(lies, name), specs):
                yield os.path.join(here, name)  # noqa: PTH118 - a Path would drop the ./ that the person wrote
    yield from errors


def _lies_in(path: Path, root: str) -> bool:
    """Whether a file lies in a folder, also after its links are followed."""
    return os.path.realpath(path).startswith(root.rstrip(os.sep) + os.sep)


def _above(root: str) -> list[tuple[str, GitIgnoreSpec]]:
    """Return what git leaves out by files above a folder; nothing where it leaves out the folder itself."""
    up = [Path(root), *Path(root).parents]
    top = next((at for at, folder in enumerate(up) if (folder / ".git").exists()), None)
    if top is None:
        return []
    specs = []
    for file in (up[top] / ".git" / "info" / "exclude", *(folder / ".gitignore" for folder in up[top:0:-1])):
        if file.is_file():
            base = up[top] if file.name == "exclude" else file.parent
            with suppress(OSError):  # what cannot be read leaves out nothing
                lines = file.read_text("utf-8-sig", errors="replace").splitlines()
                specs.append((os.path.realpath(base), _spec(lines)))
    named = any(_ignored(folder, specs, is_folder=True) for folder in up[:top])
    return [] if named else specs


def _spec(lines: Iterable[str]) -> GitIgnoreSpec:
    """Return what lines leave out; a line that is no pattern is passed over, as git does."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only a folder needs it

    good = []
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue
        good.append(line)
    return GitIgnoreSpec.from_lines(good)


def _ignored(path: Path, specs: Sequence[tuple[str, GitIgnoreSpec]], *, is_folder: bool = False) -> bool:
    """Whether the last pattern that speaks of a path leaves it out; the nearest .gitignore has the last word."""
    said = False
    for base, spec in specs:
        below = os.path.relpath(os.path.realpath(path), base)
        if not below.startswith(".."):
            found = spec.check_file(below + ("/" if is_folder else ""))
            said = said if found.include is None else found.include
    return said
