"""What a file said before, as git keeps it: read with plumbing alone, which runs nothing that a repository asks for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from okrlint.engine.formats import LARGEST
from okrlint.engine.git import git, top

#: So many commits of a file are looked at, the newest first.
MOST: Final = 50


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
    if top(folder) is None or shutil.which("git") is None:
        return
    listed = git(folder, "rev-list", "--timestamp", f"--max-count={MOST}", "HEAD", "--", path.name)
    commits = [line.split() for line in (listed or b"").decode("ascii", "replace").splitlines()]
    for stamp, commit in reversed([entry for entry in commits if len(entry) == 2]):
        size = git(folder, "cat-file", "-s", f"{commit}:./{path.name}")
        if size is None or not size.strip().isdigit() or int(size) > LARGEST:
            continue
        data = git(folder, "cat-file", "blob", f"{commit}:./{path.name}")
        if data is not None:
            yield Version(datetime.fromtimestamp(int(stamp), UTC).date(), commit[:8], data)
