"""A folder may hold files that only look like documents: they are said and passed over, and the rest is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.engine.formats import read_document
from okrlint.errors import ReadError
from okrlint.model import Source, walk
from tests.conftest import Run

GOOD = "# Objective 1: Shops reorder without calling us\n\n- KR 1: Share of shops that reorder online from 20% to 55%\n"
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))
NAMES = ["logo.md", "logo.txt", "logo.json", "logo.yaml", "logo.toml", "logo.html", "logo.jsonl"]


@pytest.mark.parametrize("data", [PICTURE, b"\xff\xfe\xff", b"text\0text", b"\x01\x02\xff\x03"], ids=repr)
def test_a_binary_file_in_a_folder_is_passed_over(data: bytes, run: Run, tmp_path: Path) -> None:
    """With one sentence each, and no fault."""
    for name in NAMES:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.md").write_text(GOOD)

    done = run("check", ".")

    said = [f"okrlint: ./{name}: passed over: this is no text but a binary file" for name in sorted(NAMES)]
    assert sorted(done.err.splitlines()) == said
    assert done.code == 0
    assert "1 describes a change" in done.out
    assert run("inspect", ".").code == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_binary_file_that_is_named_is_refused(name: str, run: Run, tmp_path: Path) -> None:
    """Who names it meant a document."""
    (tmp_path / name).write_bytes(PICTURE)
    (tmp_path / "good.md").write_text(GOOD)

    done = run("check", name, "good.md")

    assert done.code == 2
    assert done.err == f"okrlint: {name}: this is no text but a binary file\n"
    assert "1 describes a change" in done.out


def test_a_huge_file_is_passed_over_or_refused(run: Run, tmp_path: Path) -> None:
    """A log of 50 MB that is named like a page costs no time; it is not read to its end."""
    with (tmp_path / "log.md").open("wb") as file:
        file.truncate(5_000_000_000)
    (tmp_path / "page.md").write_bytes(b"Some prose on a line of its own.\n\n" * 1_500_000)
    (tmp_path / "good.md").write_text(GOOD)

    walked, named = run("check", "."), run("check", "page.md")

    assert walked.code == 0
    assert walked.err.splitlines() == [
        f"okrlint: ./{name}: passed over: the file is larger than 20 MB" for name in ("log.md", "page.md")
    ]
    assert "1 describes a change" in walked.out
    assert (named.code, named.err) == (2, "okrlint: page.md: the file is larger than 20 MB\n")


def test_a_folder_that_is_excluded_and_named_is_not_silent(run: Run, tmp_path: Path) -> None:
    """Nobody takes what was not read for what is clean."""
    (tmp_path / "okrlint.toml").write_text('exclude = ["old/"]\n')
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.md").write_text(GOOD)
    (tmp_path / "empty").mkdir()

    excluded, empty, file = run("check", "old"), run("check", "empty"), run("check", "old/a.md")

    assert excluded.err == "okrlint: old: nothing below it was read: exclude leaves out its only file\n"
    assert empty.err == "okrlint: empty: no document was found below it\n"
    assert (excluded.code, empty.code) == (0, 0)
    assert "1 describes a change" in file.out


def test_what_is_named_twice_is_read_once(run: Run, tmp_path: Path) -> None:
    """By its folder and by its name; and a folder that was read already holds documents."""
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "a.md").write_text(GOOD)

    done = run("check", "okrs", "okrs/a.md", "okrs")

    assert "1 key result read" in done.out
    assert done.err == ""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["okr.md", "okr.txt"])
def test_utf_16_with_its_mark_is_read(encoding: str, name: str) -> None:
    """Notepad and spreadsheets write it."""
    text = "\ufeffObjectif 1 : Les bacs partent à l’heure 😀\r\n\r\n- RC 1 : Retards de 9 à 3 minutes\r\n"
    document = read_document(name, text.encode(encoding))

    assert [one.text.text for one, _, _ in walk(document)] == [
        "Les bacs partent à l’heure 😀",
        "Retards de 9 à 3 minutes",
    ]


@pytest.mark.parametrize(
    ("text", "guess"), [("Objectif : réduire l’attente\n", "réduire"), ("a\nb l’été – œuvre", "l’été")]
)
def test_windows_text_is_refused_with_its_place_and_the_way_out(text: str, guess: str) -> None:
    """No encoding is guessed, but a person sees at once which one it was."""
    with pytest.raises(ReadError) as caught:
        Source.decode("okr.md", text.encode("cp1252"))

    assert f"as Windows-1252 it reads “{guess}”: save the file as UTF-8" in str(caught.value)
    assert caught.value.line == 1 + text[: text.index(guess)].count("\n")
    assert not caught.value.foreign


def test_line_ends_of_every_kind_in_one_file_keep_the_places() -> None:
    """People paste from everywhere."""
    text = "# Objective 1: Ferries leave on time\r\n\r- KR 1: Delays from 9 to 3\n- KR 2: Crossings from 4 to 6\r"
    document = read_document("okr.md", text.encode())

    assert [(one.text.text, one.text.span.line) for one, _, _ in walk(document)] == [
        ("Ferries leave on time", 1),
        ("Delays from 9 to 3", 3),
        ("Crossings from 4 to 6", 4),
    ]


@pytest.mark.parametrize("command", [("check",), ("inspect",), ("outline",), ("convert", "--to", "yaml")])
def test_no_command_fails_over_what_was_passed_over(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """It is said, and no fault of anybody's."""
    (tmp_path / "picture.md").write_bytes(b"\0\1\2")
    (tmp_path / "okr.md").write_text("## Objective: Boats leave on time\n- KR 1: Loans from 3 to 5\n", "utf-8")

    done = run(*command, ".")

    assert done.code == 0
    assert "okrlint: ./picture.md: passed over: this is no text but a binary file\n" in done.err


@pytest.mark.parametrize("command", [("check",), ("inspect",), ("outline",), ("convert", "--to", "yaml")])
def test_every_command_fails_over_what_could_not_be_read(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """The rest is still done."""
    (tmp_path / "broken.yaml").write_text("objectives: [", "utf-8")
    (tmp_path / "okr.md").write_text("## Objective: Boats leave on time\n- KR 1: Loans from 3 to 5\n", "utf-8")

    done = run(*command, ".")

    assert done.code == 2
    assert "Boats leave on time" in done.out
