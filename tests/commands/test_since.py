"""`--since` tells what was touched since a branch was left, in a real repository."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.drafts import DRAFTS, each_code

NEW = {"en": "- KR 4: Launch the harbour radio\n", "fr": "- RC 4 : Lancer la radio du port\n"}


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Return a repository with one commit on main, which holds the drafts in both languages."""
    made = Git(tmp_path)
    made("init", "--quiet", "--initial-branch=main")
    for code, text in DRAFTS.items():
        (tmp_path / f"{code}.md").write_text(text, "utf-8")
    made.commit()
    return made


class Git:
    """A real git in a folder, with a name of its own for commits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str) -> None:
        """Run a command."""
        who = ["-c", "user.name=Ines", "-c", "user.email=ines@harbour.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *words], cwd=self.folder, check=True, capture_output=True)

    def commit(self) -> None:
        """Commit everything."""
        self("add", "-A")
        self("commit", "--quiet", "-m", "Say what changes")


def touched(run: Run, rev: str, *paths: str) -> list[str]:
    """Return the sentences that are told of since a revision."""
    done = run("check", *(paths or (".",)), "--since", rev, "--format", "json")
    assert (done.code, done.err) == (0, "")
    return [one["statement"]["text"] for one in json.loads(done.out)["findings"] if one["statement"]]


@each_code
@pytest.mark.usefixtures("git")
def test_nothing_is_told_where_nothing_was_touched(code: str, run: Run, tmp_path: Path) -> None:
    """A sentence that moved was not touched."""
    (tmp_path / f"{code}.md").write_text("\n\n" + DRAFTS[code].replace("\n- ", "\n\n- "), "utf-8")

    assert touched(run, "HEAD") == []


@each_code
def test_what_was_touched_is_told_uncommitted_and_committed(code: str, run: Run, git: Git, tmp_path: Path) -> None:
    """The rest of the document is read and kept silent."""
    (tmp_path / f"{code}.md").write_text(DRAFTS[code] + NEW[code], "utf-8")
    sentence = NEW[code].split(": ")[1].strip()

    before = touched(run, "HEAD")
    git.commit()

    assert set(before) == {sentence}
    assert touched(run, "HEAD~1") == before
    assert touched(run, "HEAD") == []


def test_a_branch_is_compared_with_where_it_was_left(run: Run, git: Git, tmp_path: Path) -> None:
    """What others did on main meanwhile is not the branch's doing."""
    git("checkout", "--quiet", "-b", "draft")
    (tmp_path / "en.md").write_text(DRAFTS["en"] + NEW["en"], "utf-8")
    git.commit()
    git("checkout", "--quiet", "main")
    (tmp_path / "fr.md").write_text("# OKR\n", "utf-8")
    git.commit()
    git("checkout", "--quiet", "draft")

    assert set(touched(run, "main")) == {"Launch the harbour radio"}


def test_a_file_that_was_renamed_is_the_same_file(run: Run, git: Git, tmp_path: Path) -> None:
    """And one that is new is told whole."""
    git("mv", "en.md", "harbour.md")
    git.commit()
    (tmp_path / "new.md").write_text(DRAFTS["en"], "utf-8")

    assert touched(run, "HEAD~1", "harbour.md") == []
    assert len(touched(run, "HEAD~1", "new.md")) > 1


def test_a_set_is_touched_by_a_statement_that_went_away(run: Run, git: Git, tmp_path: Path) -> None:
    """What a rule says of the set may be of what is missing now."""
    lines = "".join(f"- KR {n}: Late boats at quay {n} from 9 to 2 a week\n" for n in range(1, 10))
    (tmp_path / "many.md").write_text(f"# Objective 1: Boats land on time\n{lines}", "utf-8")
    git.commit()
    less = lines.replace("- KR 9: Late boats at quay 9 from 9 to 2 a week\n", "")
    (tmp_path / "many.md").write_text(f"# Objective 1: Boats land on time\n{less}", "utf-8")
    done = run("check", "many.md", "--since", "HEAD", "--format", "json", "--select", "FOC003")

    assert [one["code"] for one in json.loads(done.out)["findings"]] == ["FOC003"]


@pytest.mark.parametrize("rev", ["nowhere", "--output=x", "HEAD:en.md"])
@pytest.mark.usefixtures("git")
def test_a_revision_that_is_none_is_told(rev: str, run: Run, tmp_path: Path) -> None:
    """Once for all files, and nothing is run or written."""
    done = run("check", ".", f"--since={rev}")

    assert done.code == 2
    assert done.err == f"okrlint: --since: git knows no revision {rev!r} in {tmp_path}\n"
    assert not (tmp_path / "x").exists()


def test_outside_a_repository_it_is_told(run: Run, tmp_path: Path) -> None:
    """As there is nothing to compare with."""
    (tmp_path / "en.md").write_text(DRAFTS["en"], "utf-8")

    assert "lies in no git repository" in run("check", "en.md", "--since", "HEAD").err
