"""The comment on a pull request: by objective, folded after the first five, and harmless whatever was in a document."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.conftest import Run
from tests.drafts import each_code, write_all

HOSTILE = [
    "Launch <img src=x onerror=alert(1)> the board",
    "Launch [the board](https://evil.example)",
    "Launch the ![x](https://evil.example/x.png)",
    "Launch https://evil.example and www.evil.example",
    "Launch `</summary><script>` the board",
    "Launch </details><h1>the board</h1>",
]


@each_code
def test_notes_stand_under_their_objective(code: str, run: Run, tmp_path: Path) -> None:
    """With the path and the line, each statement quoted."""
    write_all(tmp_path, code)
    out = run("check", "équipe à quai", "--format", "markdown").out

    title = {"en": "Passengers board without queueing", "fr": "Les passagers embarquent sans attendre"}[code]
    assert out.startswith("<!-- okrlint -->\n")
    assert f"### {title} · `équipe à quai/plan.md`" in out
    assert "`équipe à quai/plan.md:6:" in out


@each_code
def test_what_comes_after_the_first_five_is_folded(code: str, run: Run, tmp_path: Path) -> None:
    """A comment that fills the screen is not read."""
    words = {"en": ("Objective", "KR", "Launch board"), "fr": ("Objectif", "RC", "Lancer le panneau")}[code]
    lines = [f"# {words[0]} 1 : Quai", *(f"- {words[1]} {n} : {words[2]} {n}0x" for n in range(1, 9))]
    (tmp_path / "plan.md").write_text("\n".join(lines), "utf-8")

    shown, folded = run("check", ".", "--format", "markdown", "--select", "IMP").out.split("<details>")

    assert shown.count("> *") == 5
    assert folded.count("> *") >= 3
    assert {"en": "more note", "fr": "autres note"}[code] in folded


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_document_is_live(text: str, run: Run, tmp_path: Path) -> None:
    """Rendered by a real Markdown parser, no element stands there that the comment did not write."""
    (tmp_path / "plan.md").write_text(f"# Objective 1: Boats land @everyone\n- KR 1: {text}\n", "utf-8")

    out = run("check", ".", "--format", "markdown").out
    parser = MarkdownIt("gfm-like", {"linkify": False})
    made = parser.render(out)

    assert "Launch" in out
    assert not any(tag in made for tag in ("<a ", "<img", "<script", "<h1", "@everyone", "https://", "www.evil"))
    assert made.count("<details>") == made.count("</details>")
