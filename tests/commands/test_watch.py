"""`check --watch` stays in a real terminal and shows the page again when a document or a configuration changes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.conftest import Run
from tests.drafts import DRAFTS


@pytest.fixture
def watching(tmp_path: Path, cache: Path) -> Iterator[pexpect.spawn[str]]:
    """Watch a folder that holds a draft."""
    (tmp_path / "plan.md").write_text(DRAFTS["en"], "utf-8")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "okrlint", "check", ".", "--watch", "--select", "IMP001,MEA003"],
        cwd=str(tmp_path),
        env={**os.environ, "OKRLINT_CACHE_DIR": str(cache), "NO_COLOR": "1"},
        encoding="utf-8",
        timeout=60,
        dimensions=(60, 100),
    )
    yield child
    child.close(force=True)


def test_the_page_follows_what_is_saved(watching: pexpect.spawn[str], tmp_path: Path) -> None:
    """A document, a new one, a configuration, one that is broken, and its mending; then Ctrl-C is the way out."""
    plan, config = tmp_path / "plan.md", tmp_path / "okrlint.toml"
    watching.expect("MEA003")
    watching.expect("3 key results read")
    plan.write_text("# Objective 1: Boats land on time\n- KR 1: Late boats from 9 to 2 a week\n", "utf-8")
    watching.expect("1 key result read: 1 describes a change")
    (tmp_path / "other.md").write_text(DRAFTS["fr"], "utf-8")
    watching.expect("4 ")
    config.write_text('exclude = ["other.md"]\n', "utf-8")
    watching.expect("1 key result read")
    config.write_text("exclude = [", "utf-8")
    watching.expect("broken TOML")
    config.unlink()
    watching.expect("4 ")
    watching.kill(signal.SIGINT)
    watching.expect(pexpect.EOF)
    watching.close()

    assert (watching.exitstatus, watching.signalstatus) == (0, None)


def test_standard_input_is_not_watched(run: Run) -> None:
    """It does not change."""
    done = run("check", "-", "--stdin-filename", "plan.md", "--watch", stdin=b"")

    assert done.code == 2
    assert done.err == "okrlint: --watch: standard input cannot be watched\n"
