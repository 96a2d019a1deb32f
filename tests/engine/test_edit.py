"""What may go wrong when a file is changed in place: it says what it said, or what was meant."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from okrlint.engine.edit import edit_file, edited
from okrlint.errors import EditError, ReadError
from okrlint.model.change import Change, Reword, SetField, ToInitiatives

OKRS = """## Objective: Boats leave on time

- KR 1: Departures on time from 70% to 90%
  - Target: 90%
- KR 2: Paint the pier
"""


@pytest.mark.parametrize(
    ("of", "change", "said"),
    [
        ("kr9", ToInitiatives(), "there is no statement 'kr9' in this document"),
        ("KR1", ToInitiatives(), "okr.md:3:9: an initiative has no place for this key result's target"),
        ("o1", ToInitiatives(), "only a key result of an objective or a set becomes an initiative"),
        ("KR1", SetField("rationale", "x"), "a statement of this role has no field 'rationale'"),
        ("KR1", SetField("owner", "  "), "the field 'owner' needs a value"),
        ("KR1", SetField("confidence", "high"), "a confidence is a number from 0 to 1"),
        ("KR1", SetField("commitment", "sure"), "a commitment is committed, aspirational or learning"),
        ("KR1", Reword("\n"), "okr.md:3:9: a statement needs words"),
    ],
)
def test_a_change_that_cannot_be_is_refused_in_one_sentence(of: str, change: Change, said: str) -> None:
    """With the place of the statement."""
    with pytest.raises(EditError) as caught:
        edited("okr.md", OKRS.encode(), of, change)

    assert said in str(caught.value)


def test_a_format_that_is_only_read_says_so() -> None:
    """A Word file is changed in Word."""
    with pytest.raises(EditError, match="text files are read but not edited in place"):
        edited("okr.txt", OKRS.encode(), "KR1", Reword("Boats are full"))


def test_a_line_break_in_a_sentence_becomes_a_blank() -> None:
    """A statement stands on one line."""
    made = edited("okr.md", OKRS.encode(), "KR2", Reword(" Queues fall\n from 9 to 3 "))

    assert b"- KR 2: Queues fall from 9 to 3\n" in made


def test_a_file_is_replaced_as_a_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    """Also behind a link, and nothing is left beside it."""
    real = tmp_path / "real.md"
    real.write_text(OKRS, "utf-8")
    real.chmod(0o640)
    link = tmp_path / "okr.md"
    link.symlink_to(real)

    edit_file(str(link), "KR2", ToInitiatives())

    assert "- Initiative: Paint the pier" in real.read_text("utf-8")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(one.name for one in tmp_path.iterdir()) == ["okr.md", "real.md"]
    assert link.is_symlink()


def test_a_refused_change_leaves_the_file_alone(tmp_path: Path) -> None:
    """Not even its time changes."""
    path = tmp_path / "okr.md"
    path.write_text(OKRS, "utf-8")
    before = path.stat().st_mtime_ns

    with pytest.raises(EditError):
        edit_file(str(path), "KR1", ToInitiatives())

    assert (path.read_text("utf-8"), path.stat().st_mtime_ns) == (OKRS, before)


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """With its name and the reason."""
    with pytest.raises(ReadError, match=r"okr\.md: cannot be written: No such file"):
        edit_file(str(tmp_path / "okr.md"), "KR1", ToInitiatives())


def test_what_somebody_else_wrote_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two people at one file: the second to write is told."""
    path = tmp_path / "okr.md"
    path.write_text(OKRS, "utf-8")

    def meanwhile(*_: object) -> bytes:
        path.write_text("theirs", "utf-8")
        return b"ours"

    monkeypatch.setattr("okrlint.engine.edit.edited", meanwhile)
    with pytest.raises(EditError, match="the file changed while it was edited"):
        edit_file(str(path), "KR1", ToInitiatives())

    assert path.read_text("utf-8") == "theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["okr.md"]
