"""Asking git with plumbing alone, which runs nothing that a repository asks for."""

from __future__ import annotations

import os
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import Final

SECONDS: Final = 10
#: No network, no prompt, no lock, no helper: a checked repository may hold any configuration.
_ENVIRONMENT: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
_SAFE: Final = ("-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-c", "core.hooksPath=/dev/null")


def git(folder: Path, *words: str) -> bytes | None:
    """Return what git prints in a folder, or None where there is no git, or it says no."""
    try:
        done = subprocess.run(  # noqa: S603 - plumbing with fixed words; paths and commits are arguments, never a shell's
            ["git", *_SAFE, *words],  # noqa: S607 - the user's own git
            cwd=folder,
            env={**os.environ, **_ENVIRONMENT},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


@lru_cache(maxsize=1024)
def top(folder: Path) -> Path | None:
    """Return the top folder of the repository that a folder lies in, or None."""
    real = Path(os.path.realpath(folder))
    return next((one for one in (real, *real.parents) if (one / ".git").exists()), None)


def head(folder: Path) -> str | None:
    """Return what names the commit of HEAD, or None where that takes more than reading two files: no git is asked."""
    root = top(folder)
    if root is None or not (root / ".git").is_dir():
        return None
    try:
        said = (root / ".git" / "HEAD").read_text("ascii").strip()
        return said if not said.startswith("ref: ") else (root / ".git" / said[5:]).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None


def forget() -> None:
    """Look for every repository anew."""
    top.cache_clear()
