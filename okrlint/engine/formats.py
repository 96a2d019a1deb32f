"""Choosing the format of a file, and reading it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath

from okrlint.errors import OkrlintError, PluginError, ReadError
from okrlint.hookspecs import Format
from okrlint.model import Document
from okrlint.plugins.host import Plugin, host

#: A document larger than this is not read: nobody writes 20 MB of OKRs, and a mistake should not fill the memory.
LARGEST = 20_000_000


@lru_cache(maxsize=1)
def formats() -> Sequence[tuple[Plugin, Format]]:
    """Return every format that a plugin brings, once."""
    return tuple(host().gather("okrlint_formats"))


def suffixes() -> frozenset[str]:
    """Return the file name endings that some format reads."""
    return frozenset(suffix for _, one in formats() for suffix in one.suffixes)


def read_document(path: str, data: bytes, name: str | None = None) -> Document:
    """Read the bytes of a file, by the ending of its name, or by `name` where it has no telling one.

    Raises:
        ReadError: No format reads it, or the one that does finds it broken.
        PluginError: The format's own code failed.
    """
    suffix = PurePath(name or path).suffix.lower()
    found = next(((plugin, one) for plugin, one in formats() if suffix in one.suffixes), None)
    if found is None:
        known = ", ".join(sorted(suffixes()))
        what = f"no format reads {suffix!r} files" if suffix else "a file without an ending could be any format"
        raise ReadError(f"{what} (those read: {known})", culprit=path)
    if len(data) > LARGEST:
        raise ReadError(f"the file is larger than {LARGEST // 1_000_000} MB", culprit=path)
    plugin, chosen = found
    try:
        return chosen.read(path, data)
    except OkrlintError:
        raise
    except RecursionError:
        raise ReadError("the file is nested too deeply", culprit=path) from None
    except Exception as error:
        what = f"format {chosen.name} failed on {path}: {type(error).__name__}: {error}"
        raise PluginError(what, culprit=plugin.label) from error
