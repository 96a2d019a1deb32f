"""A history: saved by real commands, killed in the middle, fought over, and read by others."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from okrlint.errors import ConfigError
from okrlint_audit.history import store
from okrlint_audit.history.store import migrations, reading, writing
from tests.audit.organisation import audited, told

WORK = {
    "en": ("Launch the board of line {}", "Train the crews of line {}", "Publish the timetable of line {}"),
    "fr": (
        "Lancer le panneau de la ligne {}",
        "Former les équipages de la ligne {}",
        "Publier l’horaire de la ligne {}",
    ),
}
CHANGE = {
    "en": "Late boats on line {} from {} to 2 a week",
    "fr": "Bateaux en retard sur la ligne {} de {} à 2 par semaine",
}
#: Cycle, team, objective, key result, and the words of an objective.
LABELS = {
    "en": ("Cycle: Q2 2026", "Team:", "Objective {}:", "KR {}:", "Passengers of line {} board without queueing"),
    "fr": ("Cycle : T2 2026", "Équipe :", "Objectif {} :", "RC {} :", "Les passagers de la ligne {} n’attendent plus"),
}
each_code = pytest.mark.parametrize("code", LABELS)


def results(code: str, line: int) -> list[str]:
    """Return the key results of a line: three pieces of work."""
    return [one.format(line) for one in WORK[code]]


def write(folder: Path, code: str, line: int, *key_results: str) -> None:
    """Write a team's document."""
    cycle, team, objective, key_result, words = LABELS[code]
    lines = [f"{team} {line}", cycle, "", f"## {objective.format(1)} {words.format(line)}", ""]
    lines += [f"- {key_result.format(at)} {one}" for at, one in enumerate(key_results, 1)]
    (folder / f"{line}.md").write_text("\n".join(lines) + "\n", "utf-8")


def saved(folder: Path, history: Path, *options: str) -> None:
    """Save an audit of a folder."""
    done = audited(folder, "--save", str(history), "--quiet", *options)
    assert done.returncode == 0, done.stderr


def trend(history: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `okrlint trend`."""
    command = [sys.executable, "-m", "okrlint", "trend", str(history), *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def as_data(history: Path) -> dict[str, Any]:
    """Return a trend as JSON."""
    done = trend(history, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder for documents."""
    made = tmp_path / "okrs"
    made.mkdir()
    return made


def grown(folder: Path, history: Path, code: str) -> None:
    """Save an audit of twelve teams at work, mark a workshop, and save what eight of them wrote after it."""
    for line in range(12):
        write(folder, code, line, *results(code, line))
    saved(folder, history)
    write(folder, code, 11, *results(code, 11), CHANGE[code].format(11, 9))
    saved(folder, history, "--event", "workshop on results")
    for line in range(8):
        write(folder, code, line, CHANGE[code].format(line, 9), *results(code, line)[1:])
    saved(folder, history)


@each_code
def test_what_became_a_change_and_what_faded_after_an_event_is_told(code: str, folder: Path, tmp_path: Path) -> None:
    """In the language of the documents: which sentences, and which rules among what was written since."""
    history = tmp_path / "okrs.duckdb"
    grown(folder, history, code)
    said = " ".join(trend(history).stdout.replace("\u202f", " ").replace("\u00a0", " ").split())
    data = as_data(history)

    before, after = WORK[code][0].format(0), CHANGE[code].format(0, 9)
    wanted = {
        "en": [f"0 (Q2 2026): “{before}” became “{after}”", "and 3 more", "After “workshop on results”",
               "8 statements, of 8 teams, were written", "faded", "From work to a change"],
        "fr": [f"0 (T2 2026) : « {before} » est devenu « {after} »", "et 3 de plus", "Après « workshop on results »",
               "8 énoncés, de 8 équipes, ont été écrits", "s’est estompée", "Du travail au changement"],
    }[code]  # fmt: skip
    assert [one for one in wanted if one not in said] == []
    assert [(one["before"], one["after"]) for one in data["moved"]] == [
        (WORK[code][0].format(line), CHANGE[code].format(line, 9)) for line in range(8)
    ]
    assert data["back"] == 0
    (event,) = data["events"]
    (work,) = [one for one in event["shifts"] if one["rule"] == "IMP001"]
    assert (work["before"]["of"], work["after"]["part"], work["after"]["of"]) == (37, 0, 8)
    assert work["before"]["part"] > 30


@each_code
def test_a_trend_is_a_page_of_markdown(code: str, folder: Path, tmp_path: Path) -> None:
    """With all sentences, in the language that is asked for, whatever the documents are in."""
    history = tmp_path / "okrs.duckdb"
    grown(folder, history, code)
    english, french = (trend(history, "--format", "markdown", "--language", one).stdout for one in ("en", "fr"))

    assert english.count(" became “") == french.count(" est devenu « ") == 8
    assert "|  | Q2 2026 |" in english
    assert "|  | T2 2026 |" in french
    assert "Work stands where a result should be" in english
    assert "IMP001" in french
    assert "Work stands" not in french


def test_a_key_result_put_before_others_has_rewritten_none(folder: Path, tmp_path: Path) -> None:
    """The names of those behind it are others now, and their words the same."""
    history = tmp_path / "okrs.duckdb"
    write(folder, "en", 1, *results("en", 1))
    saved(folder, history)
    write(folder, "en", 1, CHANGE["en"].format(1, 9), *results("en", 1))
    saved(folder, history)
    found = as_data(history)

    assert found["moved"] == []
    assert found["back"] == 0


def test_a_change_that_became_work_is_counted(folder: Path, tmp_path: Path) -> None:
    """What went the other way is no success to be silent of."""
    history = tmp_path / "okrs.duckdb"
    write(folder, "en", 1, CHANGE["en"].format(1, 9))
    saved(folder, history)
    write(folder, "en", 1, WORK["en"][0].format(1))
    saved(folder, history)

    assert (as_data(history)["moved"], as_data(history)["back"]) == ([], 1)
    assert "1 went the other way." in trend(history).stdout


def test_cycles_are_counted_as_the_audit_counts_them(organisation: tuple[Path, Any], tmp_path: Path) -> None:
    """Each share of each cycle, over an organisation with known defects."""
    history = tmp_path / "okrs.duckdb"
    audit = told(organisation[0], "--teams", "teams.csv", "--save", str(history))
    found = as_data(history)["cycles"]

    for line, (name, counts) in zip(found, audit["cycles"].items(), strict=True):
        assert line["name"] == name
        assert line["key_results"] == counts["key_results"]
        for share in ("changes", "measured", "aimed", "informing", "learning"):
            assert line[share] == counts["shares"][share]


_KILLED = """
import sys, time, tempfile
from pathlib import Path
from okrlint_audit.history.store import writing
with tempfile.TemporaryDirectory() as folder, writing(Path(sys.argv[1]), Path(folder)) as base:
    base.execute("INSERT INTO audit VALUES (99, '2026-01-01', '2026-01-01', '', '', 'en', 1)")
    print("in the middle", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def holding() -> Iterator[Any]:
    """Return what starts a process that writes to the history for some seconds, and waits until it does."""
    begun: list[subprocess.Popen[str]] = []

    def start(history: Path, seconds: float) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", _KILLED, str(history), str(seconds)]
        one = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
        begun.append(one)
        assert one.stdout is not None
        assert one.stdout.readline() == "in the middle\n"
        return one

    yield start
    for one in begun:
        one.kill()
        one.communicate()


def test_a_kill_in_the_middle_loses_nothing_that_was_saved(folder: Path, tmp_path: Path, holding: Any) -> None:
    """And leaves nothing of what was not."""
    history = tmp_path / "okrs.duckdb"
    write(folder, "en", 1, *results("en", 1))
    saved(folder, history)
    one = holding(history, 600)
    one.send_signal(signal.SIGKILL)
    one.wait()
    saved(folder, history)

    assert [each["number"] for each in as_data(history)["audits"]] == [1, 2]


def test_two_writers_come_one_after_the_other(folder: Path, tmp_path: Path, holding: Any) -> None:
    """Whoever comes second waits."""
    history = tmp_path / "okrs.duckdb"
    write(folder, "en", 1, *results("en", 1))
    begun = time.monotonic()
    one = holding(history, 4)
    saved(folder, history)

    assert one.wait() == 0
    assert time.monotonic() - begun >= 4
    assert [each["number"] for each in as_data(history)["audits"]] == [99, 100]


def test_who_waits_too_long_is_told(tmp_path: Path, holding: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence."""
    history = tmp_path / "okrs.duckdb"
    holding(history, 600)
    monkeypatch.setattr(store, "PATIENCE", 0.3)

    with pytest.raises(ConfigError, match="somebody else has been writing it for too long"), writing(history, tmp_path):
        pass


def test_an_older_history_is_brought_up_to_date(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By whoever opens it, with what it holds; one from the future is refused."""
    history = tmp_path / "okrs.duckdb"
    write(folder, "en", 1, *results("en", 1))
    saved(folder, history)
    steps = [*migrations(), "ALTER TABLE audit ADD COLUMN mood VARCHAR DEFAULT 'calm'"]
    monkeypatch.setattr(store, "migrations", lambda: steps)
    with reading(history, tmp_path) as base:
        found = base.execute("SELECT audit, mood FROM audit").fetchall()
    monkeypatch.undo()
    refused = trend(history)

    assert found == [(1, "calm")]
    assert refused.returncode == 2
    assert refused.stderr == f"okrlint: {history}: was written by a newer okrlint\n"


def test_what_is_no_history_is_told_before_anything_is_read(folder: Path, tmp_path: Path) -> None:
    """A text, a base of somebody else, a place where nothing can be written; an event without a history."""
    (tmp_path / "text").write_text("no base\n", "utf-8")
    duckdb.connect(tmp_path / "other").execute("CREATE TABLE x (y INTEGER)").close()
    write(folder, "en", 1, *results("en", 1))
    told_of = {
        name: audited(folder, "--save", str(tmp_path / name)).stderr for name in ("text", "other", "nowhere/file")
    }

    assert told_of == {
        "text": f"okrlint: {tmp_path / 'text'}: is no history of okrlint: not a DuckDB file\n",
        "other": f"okrlint: {tmp_path / 'other'}: is a DuckDB file, but no history of okrlint\n",
        "nowhere/file": f"okrlint: {tmp_path / 'nowhere/file'}: cannot be written there\n",
    }
    assert audited(folder, "--event", "x").stderr == "okrlint: --event: an event is marked in a history: --save FILE\n"
    assert trend(tmp_path / "none").stderr == f"okrlint: {tmp_path / 'none'}: no such file\n"


def test_a_history_from_elsewhere_reads_no_other_file(tmp_path: Path) -> None:
    """A view in the place of a table, which would show what lies beside."""
    history, secret = tmp_path / "okrs.duckdb", tmp_path / "secret.csv"
    secret.write_text("audit,made,event,okrlint,documents,language\n1,2026-01-01,HUSH,1,1,en\n", "utf-8")
    with writing(history, tmp_path):
        pass
    base = duckdb.connect(history)
    base.execute("DROP TABLE audit")
    base.execute(f"CREATE VIEW audit AS SELECT * FROM read_csv('{secret}')")  # noqa: S608 - a path of this test
    base.close()
    done = trend(history)

    assert done.returncode == 2
    assert "HUSH" not in done.stdout + done.stderr
    assert done.stderr.startswith(f"okrlint: {history}: cannot be read: Permission Error")


def test_tables_are_parquet_for_others(folder: Path, tmp_path: Path) -> None:
    """Each table whole, under its name; the pages describe every column."""
    history, parquet = tmp_path / "okrs.duckdb", tmp_path / "parquet"
    grown(folder, history, "fr")
    assert trend(history, "--parquet", str(parquet)).returncode == 0
    pages = [Path("docs", name).read_text("utf-8") for name in ("history.md", "history.fr.md")]

    with reading(history, tmp_path) as base, duckdb.connect() as other:
        tables = [name for (name,) in base.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        assert {one.stem for one in parquet.iterdir()} == {*tables} - {"history"}
        for file in parquet.iterdir():
            columns = other.read_parquet(str(file)).columns
            order = ", ".join(columns)
            assert (
                other.read_parquet(str(file)).order(order).fetchall() == base.table(file.stem).order(order).fetchall()
            )
            for page in pages:
                section = page.split(f"`{file.stem}`", 1)[1].split("\n\n")[0]
                assert [one for one in columns if f"`{one}`" not in section] == []


def test_an_audit_of_nothing_is_not_kept(folder: Path, tmp_path: Path) -> None:
    """It would look as if everything had gone."""
    history = tmp_path / "okrs.duckdb"
    saved(folder, history)

    assert as_data(history)["audits"] == []
    assert trend(history).stdout.endswith("No audit was saved in this file.\n")
