"""The hooks, run by the real pre-commit on a real repository, installed by it from this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

WHO = {
    "GIT_AUTHOR_NAME": "Ines",
    "GIT_AUTHOR_EMAIL": "ines@harbour.example",
    "GIT_COMMITTER_NAME": "Ines",
    "GIT_COMMITTER_EMAIL": "ines@harbour.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "NO_COLOR": "1",
}
#: A key result that nobody filled in is a structural defect; a wording never stops a commit.
BAD = "# Objective 1: Boats land on time\n- KR 1: Late boats from ‹today› to ‹target› a week\n- KR 2:\n"
GOOD = (
    "# Objective 1: Boats land on time\n- KR 1: Late boats from 9 to 2 a week\n- KR 2: Waiting time from 22 to 6 min\n"
)
BROKEN = "objectives: [\n"


def run(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder and return how it ended, with what it said in one stream."""
    return subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, **WHO, **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=900,
    )


def git(folder: Path, *words: str) -> str:
    """Run git and return what it printed; it must not fail."""
    done = run(folder, "git", "-c", "commit.gpgsign=false", *words)
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository that holds this checkout as it stands, with one commit: pre-commit installs from commits."""
    folder = tmp_path_factory.mktemp("okrlint")
    listed = run(ROOT, "git", "ls-files", "-co", "--exclude-standard", "-z").stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "benchmarks/", "docs/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "Hold okrlint as it stands")
    return folder


@pytest.fixture(scope="module")
def house(hooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository whose commits pass the hooks, once for all tests: an installation takes a minute."""
    folder = tmp_path_factory.mktemp("house")
    git(folder, "init", "--quiet")
    commit = git(hooks, "rev-parse", "HEAD").strip()
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks}\n    rev: {commit}\n    hooks:\n      - id: okrlint\n      - id: okrlint-fast\n",
        "utf-8",
    )
    (folder / "okrs").mkdir()
    (folder / "okrs" / "old.yaml").write_text(BROKEN, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "Begin")
    done = run(folder, sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    assert done.returncode == 0, done.stdout
    return folder


def test_commits_pass_through_the_hooks(house: Path) -> None:
    """A good one passes, a broken one is stopped with a sentence, and files that it does not touch are not read."""
    (house / "okrs" / "plan.md").write_text(GOOD, "utf-8")
    git(house, "add", "-A")
    good = run(house, "git", "commit", "-m", "Say what changes")
    (house / "okrs" / "plan.yaml").write_text(BROKEN, "utf-8")
    git(house, "add", "-A")
    bad = run(house, "git", "commit", "-m", "Break it")
    git(house, "reset", "--quiet", "--hard")
    (house / "notes.md").write_text(BAD, "utf-8")
    git(house, "add", "-A")
    other = run(house, "git", "commit", "-m", "Take notes")

    assert good.returncode == 0, good.stdout
    assert good.stdout.count("Passed") == 2
    assert bad.returncode == 1
    assert bad.stdout.count("okrs/plan.yaml:2:1: broken YAML") == 2
    assert "old.yaml" not in bad.stdout
    assert git(house, "log", "--format=%s").splitlines() == ["Take notes", "Say what changes", "Begin"]
    assert other.stdout.count("Skipped") == 2, "a file that speaks of no OKR is none of the hooks' business"


@pytest.mark.parametrize("hook", ["okrlint", "okrlint-fast"])
def test_wording_stops_a_commit_only_where_the_house_says_so(hook: str, house: Path) -> None:
    """Then the note is read in the terminal where one commits."""
    (house / "okrs" / "wish.md").write_text("# Objective 1: Boats land\n- KR 1: Waiting time down by 20%\n", "utf-8")
    git(house, "add", "-A")
    calm = run(house, sys.executable, "-m", "pre_commit", "run", hook)
    (house / "okrlint.toml").write_text('fail_on = "warning"\n', "utf-8")
    strict = run(house, sys.executable, "-m", "pre_commit", "run", hook)
    (house / "okrlint.toml").unlink()
    git(house, "reset", "--quiet", "--hard")

    assert (calm.returncode, strict.returncode) == (0, 1)
    assert "MEA003" in strict.stdout
    assert "okrs/wish.md:2:9" in strict.stdout
