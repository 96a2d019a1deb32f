"""Where the known findings of a house are written down."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

FILE: Final = Path(".okrlint", "baseline.json")


@lru_cache(maxsize=1024)
def find_baseline(folder: Path) -> Path | None:
    """Return the nearest `.okrlint/baseline.json` from a folder upwards."""
    return next((above / FILE for above in (folder, *folder.parents) if (above / FILE).is_file()), None)


def forget() -> None:
    """Look for every one anew."""
    find_baseline.cache_clear()
