"""What a file said before, in a real repository of git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from okrlint.engine.git import top
from okrlint.engine.versions import versions
from okrlint.review import review

TEXTS = {
    "en": "# {cycle}\n## Objective 1: Parents find a book alone\n- KR 1: Loans a month from 900 to {target}\n",
    "fr": "# {cycle}\n## Objectif 1 : Les parents trouvent un livre seuls\n- RC 1 : Prêts par mois de 900 à {target}\n",
}
CYCLES = {"en": "Q2 2026", "fr": "T2 2026"}
each_code = pytest.mark.parametrize("code", TEXTS)


@pytest.fixture(autouse=True)
def _fresh() -> None:
    top.cache_clear()


def git(folder: Path, *words: str, on: str = "2026-05-04") -> None:
    """Run git in a folder as somebody, on a day."""
    stamp = f"{on}T12:00:00+0000"
    who = {"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": stamp}
    who |= {"GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_COMMITTER_DATE": stamp}
    subprocess.run(["git", *words], cwd=folder, env={**os.environ, **who}, check=True, capture_output=True)


def kept(folder: Path, code: str, history: Sequence[tuple[str, str]], name: str = "okr.md") -> Path:
    """Commit a document once for each day and target, and return it."""
    git(folder, "init", "-q")
    path = folder / name
    for on, target in history:
        path.write_text(TEXTS[code].format(cycle=CYCLES[code], target=target), "utf-8")
        git(folder, "add", name)
        git(folder, "commit", "-q", "-m", f"Say {target}", on=on)
    return path


def told(path: Path, today: str = "2026-05-20") -> list[str]:
    """Return what LRN012 says of a document."""
    made = review([str(path)], given={"select": ("LRN012",), "today": today})
    assert made.errors == []
    return [note.message for _, note in made.notes]


def test_versions_come_oldest_first_with_their_days(tmp_path: Path) -> None:
    """As they were committed, and not as the file is now."""
    path = kept(tmp_path, "en", [("2026-04-10", "1,200"), ("2026-05-11", "1,000")])
    path.write_text("something else")
    found = list(versions(path))

    assert [one.on.isoformat() for one in found] == ["2026-04-10", "2026-05-11"]
    assert b"1,200" in found[0].data


@each_code
def test_a_target_that_was_eased_is_told_with_both_versions(code: str, tmp_path: Path) -> None:
    """The day, and the words of the harder version."""
    path = kept(tmp_path, code, [("2026-04-10", "1200"), ("2026-05-11", "1000")])
    (message,) = told(path)

    assert "2026-04-10" in message
    assert "900" in message
    assert "1200" in message


@each_code
@pytest.mark.parametrize(
    "history",
    [
        [("2026-04-10", "1200")],
        [("2026-04-10", "1000"), ("2026-05-11", "1200")],
        [("2026-03-20", "1200"), ("2026-05-11", "1000")],
        [],
    ],
    ids=["never changed", "harder", "a draft before the cycle", "never committed"],
)
def test_what_is_no_easing_is_not_told(history: list[tuple[str, str]], code: str, tmp_path: Path) -> None:
    """Before the cycle begins, targets may move as they like; and nobody minds a harder one."""
    path = kept(tmp_path, code, history)
    path.write_text(
        path.read_text("utf-8") if history else TEXTS[code].format(cycle=CYCLES[code], target="1000"), "utf-8"
    )

    assert told(path) == []


def test_a_change_that_is_not_committed_is_told(tmp_path: Path) -> None:
    """What counts is the file as it is now."""
    path = kept(tmp_path, "en", [("2026-04-10", "1200")])
    path.write_text(TEXTS["en"].format(cycle=CYCLES["en"], target="950"))

    assert len(told(path)) == 1


def test_nothing_that_a_repository_configures_is_run(tmp_path: Path) -> None:
    """A checked repository may name programs in its configuration; none of them is started."""
    path = kept(tmp_path, "en", [("2026-04-10", "1200"), ("2026-05-11", "1000")])
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "gpg.program",
        "core.sshCommand",
        "filter.x.smudge",
        "filter.x.clean",
    ):
        git(tmp_path, "config", key, str(trap))
    git(tmp_path, "config", "log.showSignature", "true")
    (tmp_path / ".gitattributes").write_text("*.md filter=x diff=x\n")
    git(tmp_path, "config", "diff.x.textconv", str(trap))

    assert len(told(path)) == 1
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("broken", ["not a repository", "a broken repository", "no git"])
def test_without_a_history_nothing_is_said_and_nothing_fails(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest of the rules go on."""
    path = tmp_path / "okr.md"
    path.write_text(TEXTS["en"].format(cycle=CYCLES["en"], target="1000"))
    if broken == "a broken repository":
        (tmp_path / ".git").mkdir()
    if broken == "no git":
        kept(tmp_path, "en", [("2026-04-10", "1200"), ("2026-05-11", "1000")])
        monkeypatch.setenv("PATH", str(tmp_path))

    assert list(versions(path)) == []
    assert told(path) == []
