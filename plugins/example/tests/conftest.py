"""What the tests share: the real command, and an Org document to give it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

# A plugin is found through its distribution, so there is nothing to test where it is not installed.
collect_ignore_glob = [] if find_spec("okrlint_example") else ["test_*.py"]

ORG = """\
#+TEAM: Quayside
#+LANGUAGE: en
* Plan for the summer
** Ferry passengers board without queueing :objective:
*** TODO Median wait at the gate from 22 to 6 minutes :kr:
DEADLINE: <2026-09-30 Wed>
:PROPERTIES:
:OWNER: Ines
:END:
*** Launch three boarding apps :kr:
Somebody's remark, which is nobody's key result.
"""
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the real command in a folder of its own, in which a document lies."""
    (tmp_path / "plan.org").write_text(ORG, "utf-8")

    def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - the arguments are the tests' own
            [sys.executable, "-m", "okrlint", *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**os.environ, "NO_COLOR": "1"},
            check=False,
            timeout=120,
        )

    return _run
