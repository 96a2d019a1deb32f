"""Bad input ends in one plain sentence that names the culprit, and everything else is still done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

GOOD = "# Objective 1: Shops reorder without calling us\n\n- KR 1: Share of shops that reorder online from 20% to 55%\n"


def test_a_path_that_is_not_there_is_named_and_the_others_are_checked(run: Run, tmp_path: Path) -> None:
    """A slip in one path costs that path alone."""
    (tmp_path / "good.md").write_text(GOOD)

    done = run("check", "missing.md", "good.md")

    assert done.code == 2
    assert done.err == "okrlint: missing.md: no such file or folder\n"
    assert "1 describes a change" in done.out
    assert "1 file could not be read." in done.out


def test_broken_yaml_is_told_with_line_and_column(run: Run, tmp_path: Path) -> None:
    """The place in the message is the place in the file, and the other file is checked."""
    (tmp_path / "broken.yaml").write_text("team: A\nobjectives: [\n")
    (tmp_path / "good.md").write_text(GOOD)

    done = run("check", ".")

    assert done.code == 2
    assert done.err.startswith("okrlint: ./broken.yaml:3:1: broken YAML")
    assert done.err.count("\n") == 1
    assert "1 describes a change" in done.out


def test_a_file_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    """A file whose bytes do not come never counts as clean."""
    (tmp_path / "shut.md").symlink_to("/proc/self/mem")  # opens, and fails at the first byte, for root too

    done = run("check", "shut.md")

    assert done.code == 2
    assert done.err == "okrlint: shut.md: cannot be read: Input/output error\n"
    assert "Nothing to discuss" not in done.out


def test_a_folder_that_hides_a_dangling_link_is_still_read(run: Run, tmp_path: Path) -> None:
    """A link to nowhere is no document."""
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    (tmp_path / "good.md").write_text(GOOD)

    done = run("check", ".")

    assert "1 describes a change" in done.out


def test_a_format_that_nobody_reads_is_told_with_those_that_are(run: Run, tmp_path: Path) -> None:
    """Whoever names a picture learns what could be read instead."""
    (tmp_path / "plan.png").write_bytes(b"\x89PNG")

    done = run("check", "plan.png")

    assert done.code == 2
    assert "plan.png: no format reads '.png' files (those read: " in done.err
    assert ".htm, .html, .json, .jsonl, .markdown, .md," in done.err


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("profil = 'impact'\n", "unknown key 'profil', did you mean 'profile'?"),
        ("profile = 'impct'\n", "no profile 'impct', did you mean 'impact'?"),
        ("ignore = ['activity-as-key-rsult']\n", "did you mean 'activity-as-key-result'?"),
        ("[rules.IMP999]\nseverity = 'off'\n", "no rule 'IMP999'"),
        ("[rules.too-many-objectives]\nat_mots = 3\n", "at_mots"),
        ("fail_on = \n", "broken TOML"),
        ("notes_per_statement = 0\n", "notes_per_statement"),
    ],
)
def test_a_wrong_configuration_is_refused_with_the_nearest_name(
    config: str, said: str, run: Run, tmp_path: Path
) -> None:
    """A house learns at once what it mistyped, and in which file where there is one."""
    (tmp_path / "okrlint.toml").write_text(config)
    (tmp_path / "good.md").write_text(GOOD)

    done = run("check", "good.md")

    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_document_without_okrs_is_said_and_no_fault(run: Run, tmp_path: Path) -> None:
    """A page of links draws no note and no error."""
    (tmp_path / "links.md").write_text("# Links\n\n- [one](https://example.org)\n- [two](https://example.org)\n")

    done = run("check", "links.md")

    assert done.code == 0
    assert done.out == "links.md: no OKR found here\n\n"


def test_findings_at_or_above_the_bar_end_with_one(run: Run, tmp_path: Path) -> None:
    """Wording never fails by default; a house that wants it to may say so."""
    (tmp_path / "draft.md").write_text(
        "# Objective 1: Shops reorder without calling us\n\n- KR 1: Launch the new portal\n"
    )

    assert run("check", "draft.md").code == 0
    assert run("check", "draft.md", "--fail-on", "warning").code == 1
    assert run("check", "draft.md", "--fail-on", "warning", "--ignore", "impact,measure,focus").code == 0


def test_only_structure_fails_by_default(run: Run, tmp_path: Path) -> None:
    """An objective that nobody can tell reached is a structural defect."""
    (tmp_path / "draft.md").write_text("# Objective 1: Shops reorder without calling us\n\nSome prose.\n")

    done = run("check", "draft.md")

    assert done.code == 1
    assert "FOC001" in done.out


def test_an_interrupted_run_ends_with_130(tmp_path: Path) -> None:
    """Control-C while standard input is awaited ends quietly, with the code that shells know."""
    # A shell lets what it runs in the background ignore Control-C, and that is handed down.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "okrlint", "check", "-", "--stdin-filename", "draft.md"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "OKRLINT_TRACE_PLUGINS": "1"},
    )
    signal.signal(signal.SIGINT, before)
    assert process.stderr is not None
    process.stderr.readline()  # the first hook is called: the run has begun and waits for its input
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)

    assert process.returncode == 130
    assert said.endswith(b"okrlint: interrupted\n")
    assert b"Traceback" not in said


def test_standard_input_is_read_under_the_name_it_is_given(run: Run) -> None:
    """An editor can hand over what is not yet saved."""
    done = run("check", "-", "--stdin-filename", "draft.md", "--format", "json", stdin=GOOD.encode())

    report = json.loads(done.out)
    assert report["documents"][0]["path"] == "draft.md"
    assert report["summary"]["changes"] == 1


def test_standard_input_without_a_telling_name_says_how_to_give_one(run: Run) -> None:
    """Nobody has to guess the option."""
    done = run("check", "-", stdin=GOOD.encode())

    assert done.code == 2
    assert "--stdin-filename" in done.err
