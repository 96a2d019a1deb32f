"""The page that a person reads: 80 columns, readable without colour and in a pipe, and on a real terminal in colour."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pexpect
import pytest

from okrlint.hookspecs import Page
from okrlint_reports.lay import underlined
from tests.conftest import ROOT, Run

FRENCH = (
    "# OKR\n\n## Objectif 1 : Les communes répondent aux habitants sans papier\n\n"
    "- Résultat clé 1 : Déployer le nouvel intranet dans les mairies annexes, et former les agents\n"
)


def test_no_line_is_wider_than_eighty_columns(run: Run) -> None:
    """A page fits the narrowest terminal that people use, in both languages."""
    done = run("check", str(ROOT / "examples"))

    too_wide = [line for line in done.out.splitlines() if len(line) > 80 and not line.startswith("/")]
    assert too_wide == []


def test_a_pipe_gets_no_colour_codes(run: Run) -> None:
    """What is piped is plain text."""
    assert "\x1b" not in run("check", str(ROOT / "examples"), NO_COLOR="").out


def test_places_can_be_opened_by_a_terminal(run: Run, tmp_path: Path) -> None:
    """Every note stands under path:line:column."""
    (tmp_path / "okr.md").write_text(FRENCH, "utf-8")

    done = run("check", "okr.md", "--select", "IMP001")

    assert done.out.startswith("okr.md:5:20  Résultat clé\n")


def test_french_pages_carry_french_typography(run: Run, tmp_path: Path) -> None:
    """Quotes, question marks and colons have their no-break spaces, apostrophes are curly."""
    (tmp_path / "okr.md").write_text(FRENCH, "utf-8")

    page = run("check", "okr.md").out.replace("\n", " ")

    assert re.search(r"[^\u202f ][?!;]", page.replace("  ? ", "")) is None
    assert "« " not in page.replace("«\u00a0", "")
    assert "'" not in page


def test_the_last_line_names_the_one_conversation(run: Run, tmp_path: Path) -> None:
    """A page ends with the count and the conversation worth having first."""
    (tmp_path / "okr.md").write_text(FRENCH, "utf-8")

    tail = " ".join(run("check", "okr.md").out.split("1 résultat clé lu")[1].split())

    assert tail.startswith(": aucun ne décrit un changement, 1 décrit du travail. La première conversation à avoir")
    assert tail.endswith("(okr.md:5:20)")


def test_quiet_leaves_the_notes_alone(run: Run, tmp_path: Path) -> None:
    """--quiet prints neither the count nor documents without notes."""
    (tmp_path / "okr.md").write_text(FRENCH, "utf-8")
    (tmp_path / "empty.md").write_text("# Links\n")

    page = run("check", ".", "--quiet").out

    assert "résultat clé lu" not in page
    assert "empty.md" not in page
    assert "IMP" in page


def test_a_real_terminal_sees_underlined_words_and_progress(tmp_path: Path) -> None:
    """On a terminal the carrying words are underlined, and long work says where it is and takes the line away."""
    for number in range(8):
        (tmp_path / f"okr{number}.md").write_text(FRENCH, "utf-8")
    environment = {"TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}

    child = pexpect.spawn(
        sys.executable,
        ["-m", "okrlint", "check", "."],
        cwd=str(tmp_path),
        env=environment,
        timeout=60,
        encoding="utf-8",
    )
    said = child.read()

    assert "\x1b[4m" in said
    assert "okrlint: 6  ./okr5.md" in said
    assert said.index("okrlint: 8") < said.index("\r\x1b[K", said.index("okrlint: 8"))


@pytest.mark.parametrize(
    ("text", "span", "lines"),
    [
        ("Publish 12 guides", (0, 7), ["Publish 12 guides", "~~~~~~~"]),
        ("Livré 😀 partout", (6, 7), ["Livré 😀 partout", "      ~~"]),
        ("a" * 30 + " " + "b" * 30, (31, 61), ["a" * 30, "b" * 30, "~" * 30]),
    ],
)
def test_tildes_stand_below_the_words(text: str, span: tuple[int, int], lines: list[str]) -> None:
    """Wide characters and line breaks do not shift the marks."""
    assert list(underlined(Page(width=40), text, [span], "")) == lines


@pytest.mark.parametrize("command", ["check", "inspect", "outline"])
def test_a_document_never_commands_the_terminal(command: str, run: Run, tmp_path: Path) -> None:
    """Escape sequences and turned writing are shown as the strangers that they are, in a path as in a sentence."""
    draft = "# Objective 1: Boats\u202e land\n- KR 1: Launch \x1b]0;x\x07 a board\n"
    (tmp_path / "a\x1b[2Jb.md").write_text(draft, "utf-8")
    (tmp_path / "c\x1b[2Jd.yaml").write_text("objectives: [\n", "utf-8")

    done = run(command, ".")

    assert "Launch \ufffd]0;x\ufffd a board" in done.out
    assert "c\ufffd[2Jd.yaml" in done.err
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.out + done.err)
