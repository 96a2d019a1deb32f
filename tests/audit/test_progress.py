"""What an audit tells while it reads, on a real pseudo-terminal and beside one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect

from benchmarks.organisation import Planted

COMMAND = ["-m", "okrlint", "audit", ".", "--no-cache", "--runner", "here", "--format", "json", "-o", os.devnull]


def test_a_terminal_shows_how_far_it_is_and_how_long_it_takes(organisation: tuple[Path, Planted]) -> None:
    """The count rises to the number of documents, with an estimate, and the line is gone in the end."""
    folder, planted = organisation
    terminal = pexpect.spawn(sys.executable, COMMAND, cwd=str(folder), encoding="utf-8", timeout=120)
    terminal.expect(pexpect.EOF)
    terminal.close()
    said = str(terminal.before)
    told = [(int(done), int(of)) for done, of in re.findall(r"okrlint: (\d+) of (\d+) documents", said)]

    assert terminal.exitstatus == 0, said
    assert told == sorted(told)
    assert told[-1] == (planted.documents, planted.documents)
    assert re.search(r"about \d+ (s|min) left", said)
    assert said.endswith("\r\x1b[K")


def test_a_pipe_is_told_nothing(organisation: tuple[Path, Planted]) -> None:
    """A log is no place for a line that is written over."""
    done = subprocess.run(
        [sys.executable, *COMMAND], cwd=organisation[0], capture_output=True, encoding="utf-8", check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
