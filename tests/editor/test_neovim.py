"""A real editor: Neovim opens a draft, shows the notes, takes an action and saves."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.editor.test_server import DRAFTS, each_code

needs_neovim = pytest.mark.skipif(shutil.which("nvim") is None, reason="apt-get install neovim; .ci/run does")


@needs_neovim
@each_code
def test_a_draft_is_opened_mended_and_saved(code: str, tmp_path: Path) -> None:
    """Through the editor's own client, as whoever writes has it."""
    draft, told = tmp_path / "plan.md", tmp_path / "told.json"
    draft.write_text(DRAFTS[code], "utf-8")
    home = tmp_path / "home"
    home.mkdir()
    subprocess.run(
        ["nvim", "--headless", "--clean", "-S", str(Path(__file__).with_name("session.lua"))],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHON": sys.executable,
            "DRAFT": str(draft),
            "TOLD": str(told),
            "HOME": str(home),
            "XDG_STATE_HOME": str(home),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=180,
    )
    seen: dict[str, Any] = json.loads(told.read_text("utf-8"))

    assert seen["how"] == "saved"
    work = next(one for one in seen["before"] if one["code"] == "IMP001")
    assert work["line"] == 2
    begun = {"en": "Begin from: ", "fr": "Partir de\u00a0: "}[code]
    assert seen["offered"][0].startswith(begun)
    saved = draft.read_text("utf-8").splitlines()
    assert saved[2] == seen["line"]
    assert "‹" in saved[2]
    assert [*saved[:2], *saved[3:]] == [*DRAFTS[code].splitlines()[:2], *DRAFTS[code].splitlines()[3:]]
