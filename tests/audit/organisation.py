"""An organisation with known defects, audited by the real command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


def audited(folder: Path, *options: str, paths: tuple[str, ...] = (".",)) -> subprocess.CompletedProcess[str]:
    """Run `okrlint audit` in a folder, with a cache of its own."""
    environ = {**os.environ, "OKRLINT_CACHE_DIR": str(folder.parent / f"{folder.name}-cache")}
    return subprocess.run(
        [sys.executable, "-m", "okrlint", "audit", *paths, *options],
        cwd=folder,
        env=environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def told(folder: Path, *options: str) -> dict[str, Any]:
    """Return the audit of a folder as JSON."""
    done = audited(folder, "--format", "json", *options)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found
