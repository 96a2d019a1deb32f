"""Where paths really lie, with their links followed; that of a folder is found once for all that lies in it."""

from __future__ import annotations

import os
from functools import lru_cache


def real(path: str) -> str:
    """Return the path of a file or folder with all links followed."""
    folder, name = os.path.split(path)
    if not name or name in {".", ".."} or os.path.islink(path):  # noqa: PTH114 - ten thousand files, and Path is slow
        return os.path.realpath(path)
    return os.path.join(_folder(folder, os.getcwd()), name)  # noqa: PTH109, PTH118 - as above


@lru_cache(maxsize=4096)
def _folder(folder: str, here: str) -> str:
    """Return where a folder lies; a relative one as it is seen from a working directory."""
    return os.path.realpath(os.path.join(here, folder))  # noqa: PTH118 - as above


def forget() -> None:
    """Follow every link anew."""
    _folder.cache_clear()
