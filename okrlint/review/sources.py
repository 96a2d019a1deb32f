"""The files that the paths of a command line stand for, with their bytes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from okrlint.engine.files import files
from okrlint.engine.formats import LARGEST
from okrlint.engine.real import real
from okrlint.errors import PassedOver, ReadError


class Found(NamedTuple):
    """A file and its bytes; `walked` holds where a folder was named and not the file."""

    path: str
    data: bytes
    walked: bool = False


def sources(
    paths: Sequence[str],
    stdin_name: str | None,
    left_out: Callable[[str], bool] = lambda _: False,
    held: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[Found | ReadError | PassedOver]:
    """Yield every file that paths stand for, once; `-` is standard input under a given name.

    `left_out` says which files of a folder to pass over; a file that is named is always read. No file is read further
    than what a document may hold. `held` are the bytes of paths that stand open somewhere, and are not read from disk.
    """
    seen: set[str] = set()
    for path in paths:
        if path in held:
            yield Found(path, held[path])
            continue
        if path == "-" and stdin_name is None:
            yield ReadError("standard input needs a name that tells its format: --stdin-filename draft.md", culprit="-")
        elif path == "-":
            yield Found(str(stdin_name), sys.stdin.buffer.read(LARGEST + 1))
        elif Path(path).is_dir():
            yield from _walked(path, left_out, seen)
        else:
            yield from (one if isinstance(one, ReadError) else _bytes(one) for one in _new(files([path]), seen))


def _walked(folder: str, left_out: Callable[[str], bool], seen: set[str]) -> Iterator[Found | ReadError | PassedOver]:
    """Yield the files of a folder; where none is left to read, the reason is said."""
    there = passed = 0
    for one in files([folder]):
        if isinstance(one, ReadError):
            yield one
            there += 1
            continue
        there += 1
        if left_out(one):
            passed += 1
            continue
        yield from (_bytes(each, walked=True) for each in _new([one], seen) if isinstance(each, str))
    if not there:
        yield PassedOver("no document was found below it", culprit=folder)
    elif passed == there:
        files_ = "its only file" if passed == 1 else f"all of its {passed} files"
        yield PassedOver(f"nothing below it was read: exclude leaves out {files_}", culprit=folder)


def _new(found: Iterable[str | ReadError], seen: set[str]) -> Iterator[str | ReadError]:
    for one in found:
        known = real(one) if isinstance(one, str) else ""
        if known not in seen:
            seen |= {known} - {""}
            yield one


def _bytes(path: str, *, walked: bool = False) -> Found | ReadError:
    """Return the bytes of a file, up to one more than a document may hold."""
    try:
        with Path(path).open("rb") as file:
            return Found(path, file.read(LARGEST + 1), walked)
    except OSError as error:
        return ReadError(f"cannot be read: {error.strerror}", culprit=path)
