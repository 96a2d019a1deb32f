"""Emacs with eglot, set up as the page on editors says, shows the notes of a draft."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.editor.test_server import DRAFTS, each_code

EGLOT = any(Path("/usr/share/emacs/site-lisp/elpa").glob("eglot-*")) or any(
    Path("/usr/share/emacs/site-lisp/elpa-src").glob("eglot-*")
)
needs_emacs = pytest.mark.skipif(
    shutil.which("emacs") is None or not EGLOT, reason="apt-get install emacs-nox elpa-eglot; .ci/run does"
)


@needs_emacs
@each_code
def test_a_draft_is_told_of(code: str, tmp_path: Path) -> None:
    """Each note in its language, under its rule."""
    draft, told = tmp_path / "plan.txt", tmp_path / "told"
    draft.write_text(DRAFTS[code], "utf-8")
    done = subprocess.run(
        ["emacs", "--batch", "-l", str(Path(__file__).with_name("session.el"))],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "DRAFT": str(draft),
            "TOLD": str(told),
            "HOME": str(tmp_path),
            "LANG": "C.UTF-8",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert told.is_file(), done.stderr

    title = {"en": "Work stands where a result should be", "fr": "Du travail à la place d’un résultat"}[code]
    assert any("[IMP001]" in one and title in one for one in told.read_text("utf-8").split("----"))
