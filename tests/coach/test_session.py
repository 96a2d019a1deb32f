"""What a conversation remembers, and where it writes."""

from __future__ import annotations

import stat
import sys
import tomllib
from pathlib import Path

import pytest

from okrlint.coach.session import resumed
from okrlint.coach.write import keep
from okrlint.engine.formats import read_document
from okrlint.engine.line import parts, writable
from okrlint.engine.read import read
from okrlint.errors import ConfigError, EditError
from okrlint.reading.document import ReadStatement


def statement(text: str = "Organise workshops", code: str = "en") -> ReadStatement:
    """Return a key result as it was read."""
    label = {"en": "# Objective 1: Boats\n- KR 1:", "fr": "# Objectif 1 : Bateaux\n- RC 1 :"}[code]
    return read(read_document("okr.md", f"{label} {text}\n".encode()), code).statements[1]


def test_a_session_comes_back_as_it_was(tmp_path: Path) -> None:
    """By the file it is about, whatever way leads there; nobody else may read it."""
    session = resumed(tmp_path / "state", str(tmp_path / "okr.md"))
    session.done["Land"] = "skipped"
    session.drafts["Leave"] = "Partir à l'heure “demain”"
    session.save()
    (tmp_path / "deep").mkdir()

    again = resumed(tmp_path / "state", str(tmp_path / "deep" / ".." / "okr.md"))

    assert (again.done, again.drafts) == (session.done, session.drafts)
    assert resumed(tmp_path / "state", str(tmp_path / "other.md")).done == {}
    if sys.platform != "win32":
        assert stat.S_IMODE(session.file.stat().st_mode) == 0o600  # type: ignore[union-attr]


@pytest.mark.parametrize("found", ["", "[]", '{"version": 99, "done": {"a": "kept"}}', '{"version": 1, "done": [1]}'])
def test_a_state_that_is_none_is_passed_over(found: str, tmp_path: Path) -> None:
    """A conversation can always begin."""
    session = resumed(tmp_path, "okr.md")
    assert session.file is not None
    session.file.write_text(found, encoding="utf-8")

    assert resumed(tmp_path, "okr.md").done == {}


def test_where_nothing_can_be_kept_the_conversation_goes_on(tmp_path: Path) -> None:
    """A folder that cannot be made is no reason to stop."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    session = resumed(tmp_path / "taken", "okr.md")
    session.done["Land"] = "kept"
    session.save()

    assert session.file is None


@pytest.mark.parametrize(
    ("code", "line", "sentence", "fields"),
    [
        ("en", "Wait from 9 to 3 minutes", "Wait from 9 to 3 minutes", {}),
        ("en", "Source: till report", "", {"source": "till report"}),
        ("en", "Wait from 9 to 3 · Source: log · Owner: Ana", "Wait from 9 to 3", {"source": "log", "owner": "Ana"}),
        ("en", "Wait: from 9 to 3 minutes", "Wait: from 9 to 3 minutes", {}),
        ("en", "", "", {}),
        ("fr", "Attente de 9 à 3 min · Responsable : Ana", "Attente de 9 à 3 min", {"owner": "Ana"}),
        ("fr", "Décision : sous 5, nous arrêtons", "", {"decision": "sous 5, nous arrêtons"}),
    ],
)
def test_a_line_is_a_sentence_and_fields(code: str, line: str, sentence: str, fields: dict[str, str]) -> None:
    """Labels are those of a document."""
    assert parts(line, statement(code=code)) == (sentence, fields)


@pytest.mark.parametrize(
    ("code", "role", "line"),
    [
        ("en", "objective", "Key result: from 2 to 9"),
        ("en", "objective", "Boats land · Initiative: light the pier"),
        ("en", "key_result", "Initiative: light the pier"),
        ("en", "key_result", "Key result: from 2 to 9"),
        ("en", "key_result", "Check-in: learning: fog; decision: adjust"),
        ("en", "key_result", "…; learning: fog"),
        ("fr", "objective", "Résultat clé : de 2 à 9"),
        ("fr", "key_result", "Point d'étape : appris : la brume ; décision : ajuster"),
    ],
)
def test_what_stands_by_itself_is_not_written_into_a_sentence(code: str, role: str, line: str) -> None:
    """A key result is no objective's sentence; it is told that it is for the file itself."""
    one = statement(code=code)
    label = {"en": "# Objective 1:", "fr": "# Objectif 1 :"}[code]
    one = one if role == "key_result" else read(read_document("o.md", f"{label} Boats\n".encode()), code).statements[0]

    assert not writable(line, one)
    with pytest.raises(EditError, match="by hand"):
        parts(line, one)


@pytest.mark.parametrize(
    ("name", "before", "table"),
    [
        ("okrlint.toml", None, ("kept",)),
        ("okrlint.toml", '# Ours.\nprofile = "google"', ("kept",)),
        ("okrlint.toml", '[rules.IMP001]\nseverity = "info"\n', ("kept",)),
        ("okrlint.toml", '[[kept]]\nrule = "IMP002"\n', ("kept",)),
        ("pyproject.toml", '[project]\nname = "x"\n[tool.okrlint]\nprofile = "google"\n', ("tool", "okrlint", "kept")),
    ],
)
def test_what_is_kept_is_added_at_the_end_of_the_configuration(
    name: str, before: str | None, table: tuple[str, ...], tmp_path: Path
) -> None:
    """The rest of the file stays, byte for byte."""
    folder = tmp_path / "a [b]"
    folder.mkdir()
    if before is not None:
        (tmp_path / name).write_text(before, encoding="utf-8")
    written = keep(str(folder / "okr.md"), ["IMP001"], statement(), 'As "agreed" \\ in May')
    text = written.read_text("utf-8")
    data = tomllib.loads(text)
    for part in table:
        data = data[part]

    assert text.startswith(before or "")
    assert written == (tmp_path / name if before is not None else folder / "okrlint.toml")
    assert data[-1]["reason"] == 'As "agreed" \\ in May'  # type: ignore[index]
    assert data[-1]["path"] == ("/a\\ \\[b\\]/okr.md" if before is not None else "/okr.md")  # type: ignore[index]


def test_a_configuration_that_would_break_is_left_alone(tmp_path: Path) -> None:
    """`kept = []` cannot be gone on with as a table."""
    (tmp_path / "okrlint.toml").write_text("kept = []\n", encoding="utf-8")

    with pytest.raises(ConfigError, match="nothing can be added at its end") as caught:
        keep(str(tmp_path / "okr.md"), ["IMP001"], statement(), "so be it")

    assert caught.value.culprit == str(tmp_path / "okrlint.toml")
    assert (tmp_path / "okrlint.toml").read_text("utf-8") == "kept = []\n"
