"""What a .gitignore leaves out is what git itself leaves out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from okrlint.engine.files import files
from okrlint.errors import ReadError


def as_git(folder: Path) -> set[str]:
    """Return the files that a real git would take, without the .gitignore files themselves."""
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    told = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "-z"], cwd=folder, check=True, capture_output=True
    )
    return {name for name in told.stdout.decode().split("\0") if name.endswith(".md")}


@pytest.mark.parametrize(
    "ignores",
    [
        {".gitignore": "*.md\n!keep.md\n"},
        {".gitignore": "drafts/\n"},
        {"a/.gitignore": "one.md\n", "a/b/.gitignore": "!one.md\n"},
        {".gitignore": "!\n\\\n/a/one.md\n"},
        {".gitignore": "\ufeffone.md\n"},
    ],
    ids=["negated", "folder", "taken back below", "no pattern", "byte order mark"],
)
def test_the_same_files_are_left_out(ignores: dict[str, str], tmp_path: Path) -> None:
    """Nested files, negations, and lines that are no pattern."""
    for name in ("one.md", "keep.md", "a/one.md", "a/b/one.md", "drafts/one.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Objective 1: Ferries leave on time\n", "utf-8")
    for name, text in ignores.items():
        (tmp_path / name).write_text(text, "utf-8")

    found = [one for one in files([str(tmp_path)]) if not isinstance(one, ReadError)]

    assert {Path(one).relative_to(tmp_path).as_posix() for one in found} == as_git(tmp_path)
