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
    """Return the commit of HEAD by reading files alone, or None where there is none: no git is asked."""
    root = top(folder)
    if root is None:
        return None
    try:
        own = root / ".git"
        if own.is_file():  # of a work tree beside another
            own = root / own.read_text("utf-8").partition("gitdir: ")[2].strip()
        said = (own / "HEAD").read_text("ascii").strip()
        if not said.startswith("ref: "):
            return said
        name = said[5:]
        shared = own / "commondir"
        common = own / shared.read_text("utf-8").strip() if shared.is_file() else own
        for place in (own, common):
            if (place / name).is_file():
                return (place / name).read_text("ascii").strip()
        packed = (common / "packed-refs").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    return next((line.split()[0] for line in packed if line.endswith(f" {name}")), None)


def forget() -> None:
    """Look for every repository anew."""
    top.cache_clear()
