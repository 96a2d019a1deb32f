"""What a file said before, as git keeps it: read with plumbing alone, which runs nothing that a repository asks for."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from okrlint.engine.formats import LARGEST

#: So many commits of a file are looked at, the newest first.
MOST: Final = 50
SECONDS: Final = 10
#: No network, no prompt, no lock, no helper: a checked repository may hold any configuration.
_ENVIRONMENT: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
_SAFE: Final = ("-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-c", "core.hooksPath=/dev/null")


@dataclass(frozen=True)
class Version:
    """The bytes of a file in one commit: `name` is the commit's short name, `on` the day it was made."""

    on: date
    name: str
    data: bytes


def versions(path: Path) -> Iterator[Version]:
    """Yield the versions of a file that git keeps, the oldest first; none where there is no git or no repository.

    A version that cannot be had (a shallow or partial clone, a file larger than a document may be) is passed over.
    """
    folder = path.resolve().parent
    if not _in_repository(folder) or shutil.which("git") is None:
        return
    listed = _git(folder, "rev-list", "--timestamp", f"--max-count={MOST}", "HEAD", "--", path.name)
    commits = [line.split() for line in (listed or b"").decode("ascii", "replace").splitlines()]
    for stamp, commit in reversed([entry for entry in commits if len(entry) == 2]):
        size = _git(folder, "cat-file", "-s", f"{commit}:./{path.name}")
        if size is None or not size.strip().isdigit() or int(size) > LARGEST:
            continue
        data = _git(folder, "cat-file", "blob", f"{commit}:./{path.name}")
        if data is not None:
            yield Version(datetime.fromtimestamp(int(stamp), UTC).date(), commit[:8], data)


@lru_cache(maxsize=1024)
def _in_repository(folder: Path) -> bool:
    return any((one / ".git").exists() for one in (folder, *folder.parents))


def _git(folder: Path, *words: str) -> bytes | None:
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
