"""Patterns of a path give what a document does not say itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.config.paths import fields_in
from tests.conftest import Run

GOOD = "# Objective 1: Shops reorder without calling us\n\n- KR 1: Share of shops that reorder from 20% to 55%\n"


@pytest.mark.parametrize(
    ("pattern", "path", "wanted"),
    [
        ("okrs/{cycle}/{team}.md", "okrs/2031-Q3/quay.md", {"cycle": "2031-Q3", "team": "quay"}),
        ("okrs/{cycle}/{team}.md", "okrs/2031-Q3/deep/quay.md", {}),
        ("okrs/{cycle}/{team}.md", "old/okrs/2031-Q3/quay.md", {}),
        ("./{organisation}/{level}/*.md", "port/équipe/x.md", {"organisation": "port", "level": "équipe"}),
        ("**/{team}.*", "a/b/le quai.docx", {"team": "le quai"}),
        ("**/{team}.*", "quai.md", {"team": "quai"}),
        ("okr-{parent}-?.md", "okr-O1-a.md", {"parent": "O1"}),
        ("a+b/{team}.md", "a+b/x.md", {"team": "x"}),
        ("a+b/{team}.md", "aab/x.md", {}),
    ],
)
def test_a_pattern_takes_what_stands_in_the_place_of_its_fields(
    pattern: str, path: str, wanted: dict[str, str]
) -> None:
    """A field holds no slash; all else stands for itself."""
    assert fields_in(path, (pattern,)) == wanted


def test_the_first_pattern_that_fits_counts() -> None:
    """The special case stands before the general one."""
    assert fields_in("okrs/port/quay.md", ("okrs/port/{team}.md", "okrs/{cycle}/{team}.md")) == {"team": "quay"}


@given(
    st.text(alphabet="ab.é -", min_size=1).filter(str.strip), st.text(alphabet="ab.é -", min_size=1).filter(str.strip)
)
def test_any_names_come_back(cycle: str, team: str) -> None:
    """Whatever letters a folder and a file have."""
    assert fields_in(f"x/{cycle}/{team}.md", ("x/{cycle}/{team}.md",)) == {"cycle": cycle, "team": team}


def test_a_document_takes_from_its_path_what_it_does_not_say(run: Run, tmp_path: Path) -> None:
    """What it says itself wins, and the finding on the set names the team."""
    (tmp_path / "okrlint.toml").write_text('profile = "strict"\npaths = ["okrs/{cycle}/{team}.md"]\n')
    folder = tmp_path / "okrs" / "2031-Q3"
    folder.mkdir(parents=True)
    (folder / "quay.md").write_text(GOOD)
    (folder / "own.md").write_text(f"Team: Harbour\n\n{GOOD}")

    from okrlint.review import read_all

    sets = [
        okr_set
        for one in read_all([str(folder / "quay.md"), str(folder / "own.md")])
        if isinstance(one, tuple)
        for okr_set in one[0].document.sets
    ]

    assert [(str(one.team), str(one.cycle)) for one in sets] == [("quay", "2031-Q3"), ("Harbour", "2031-Q3")]
    done = run("check", "okrs", "--format", "json")
    assert "quay.md" in {Path(each["path"]).name for each in json.loads(done.out)["documents"]}


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        (
            "okrs/{teem}.md",
            "paths: no field 'teem' in 'okrs/{teem}.md', did you mean 'team'? (there are: organisation, level, team,",
        ),
        (
            "{équipe}.md",
            "paths: no field 'équipe' in '{équipe}.md' (there are: organisation, level, team, cycle, parent)",
        ),
        ("{team}/{team}.md", "paths: field 'team' stands twice in '{team}/{team}.md'"),
        ("okrs/{team.md", "paths: a brace without its other one in 'okrs/{team.md'"),
    ],
)
def test_a_wrong_pattern_is_refused_where_it_is_written(pattern: str, sentence: str, run: Run, tmp_path: Path) -> None:
    """Before any file is read."""
    (tmp_path / "okrlint.toml").write_text(f'paths = ["{pattern}"]\n')
    (tmp_path / "good.md").write_text(GOOD)

    done = run("check", "good.md")

    assert done.code == 2
    assert sentence in done.err
    assert "Traceback" not in done.err
