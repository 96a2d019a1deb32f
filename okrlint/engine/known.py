"""Where the known findings of a house are written down."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FILE: Final = Path(".okrlint", "baseline.json")


def find_baseline(folder: Path) -> Path | None:
    """Return the nearest `.okrlint/baseline.json` from a folder upwards."""
    return next((above / FILE for above in (folder, *folder.parents) if (above / FILE).is_file()), None)
