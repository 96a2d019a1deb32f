"""Choosing the format of a file, reading it, and writing one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from okrlint.errors import ConfigError, OkrlintError, PluginError, ReadError
from okrlint.plugins.host import Plugin, host

if TYPE_CHECKING:
    from okrlint.hookspecs import Format
    from okrlint.model import Document

#: A document larger than this is not read: nobody writes 20 MB of OKRs, and a mistake should not fill the memory.
LARGEST = 20_000_000


@lru_cache(maxsize=1)
def formats() -> Sequence[tuple[Plugin, Format]]:
    """Return every format that a plugin brings, once."""
    return tuple(host().gather("okrlint_formats"))


def suffixes() -> frozenset[str]:
    """Return the file name endings that some format reads."""
    return frozenset(suffix for _, one in formats() for suffix in one.suffixes)


def read_document(
    path: str, data: bytes, name: str | None = None, headers: Mapping[str, Sequence[str]] | None = None
) -> Document:
    """Read the bytes of a file, by the ending of its name, or by `name` where it has no telling one.

    `headers` are a house's own names for the columns of its sheets, by what they hold.

    Raises:
        ReadError: No format reads it, or the one that does finds it broken.
        PluginError: The format's own code failed.
    """
    plugin, chosen = chosen_format(name or path, path)
    if len(data) > LARGEST:
        raise ReadError(f"the file is larger than {LARGEST // 1_000_000} MB", culprit=path, foreign=True)
    try:
        if headers and chosen.read_with is not None:
            return chosen.read_with(path, data, headers)
        return chosen.read(path, data)
    except OkrlintError:
        raise
    except RecursionError:
        raise ReadError("the file is nested too deeply", culprit=path) from None
    except Exception as error:
        what = f"format {chosen.name} failed on {path}: {type(error).__name__}: {error}"
        raise PluginError(what, culprit=plugin.label) from error


def format_of(path: str) -> str:
    """Return the name of the format that the ending of a path stands for, or raise ReadError."""
    return chosen_format(path)[1].name


def chosen_format(path: str, culprit: str | None = None) -> tuple[Plugin, Format]:
    """Return the format that the ending of a path stands for, with the plugin that brings it.

    Raises:
        ReadError: No format reads files of that ending; the culprit is the path, or what is given for it.
    """
    suffix = PurePath(path).suffix.lower()
    found = next(((plugin, one) for plugin, one in formats() if suffix in one.suffixes), None)
    if found is None:
        known = ", ".join(sorted(suffixes()))
        what = f"no format reads {suffix!r} files" if suffix else "a file without an ending could be any format"
        raise ReadError(f"{what} (those read: {known})", culprit=culprit or path)
    return found


def read_again(data: bytes, name: str) -> Document:
    """Read what was written in a format by its name."""
    return read_document(f"converted{format_to_write(name).suffixes[0]}", data)


def format_to_write(name: str) -> Format:
    """Return a format that is written, by its name, or raise ConfigError with those there are."""
    known = {one.name: one for _, one in formats() if one.write is not None}
    if name not in known:
        from okrlint.config.near import nearest  # noqa: PLC0415 - only a slip needs it

        there = ", ".join(known) or "none"
        raise ConfigError(f"no format {name!r} is written (there are: {there}){nearest(name, known)}", culprit="--to")
    return known[name]


def write_document(document: Document, name: str, language: str) -> bytes:
    """Write a document in a format, by its name, with the labels of a language.

    Raises:
        ConfigError: No format of that name is written.
        PluginError: The format's own code failed.
    """
    chosen = format_to_write(name)
    owner = next(plugin for plugin, one in formats() if one is chosen)
    try:
        return chosen.write(document, language) if chosen.write is not None else b""
    except OkrlintError:
        raise
    except Exception as error:
        what = f"format {name} could not be written: {type(error).__name__}: {error}"
        raise PluginError(what, culprit=owner.label) from error
