"""What did not change is not looked at again, says the same, and is never a reason to fail."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from okrlint.engine.cache import MOST, Cache
from tests.conftest import ROOT, Run
from tests.drafts import DRAFTS, each_code, write_all

FORMATS = ["text", "json", "markdown", "sarif", "github", "gitlab", "rdjson", "junit"]
#: Ends with the names of heavy modules that a check loaded.
LOADED = (
    "import sys\nfrom okrlint.__main__ import main\ntry:\n    main()\nexcept SystemExit:\n    pass\n"
    "print([name for name in {!r} if name in sys.modules], file=sys.stderr)\n"
)
HEAVY = ("spacy", "numpy", "markdown_it", "okrlint.engine.rulebook", "okrlint_english.grammar")


def aged(folder: Path) -> None:
    """Make every file look as if it had been written a minute ago: what changed just now is never taken for known."""
    then = time.time() - 60
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (then, then))


@each_code
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("age", [False, True], ids=["new", "old"])
def test_what_is_kept_says_the_same(age: bool, format_: str, code: str, run: Run, tmp_path: Path) -> None:  # noqa: FBT001
    """In every report, with everything that could break it; document by document, and as a whole."""
    write_all(tmp_path, code)
    (tmp_path / "équipe à quai" / "plan.md").write_text(
        DRAFTS[code].replace("9 à 2", "9 à 2 <!-- okrlint: ignorer IMP099 -->"), "utf-8"
    )
    arguments = ["check", ".", "--format", format_]
    if age:
        aged(tmp_path)

    first, again, anew = run(*arguments), run(*arguments), run(*arguments, "--no-cache")

    assert first == again == anew
    assert first.code == 2


@pytest.mark.parametrize(("age", "light"), [(False, HEAVY), (True, (*HEAVY, "pydantic", "yaml", "tomllib"))])
def test_where_nothing_changed_nothing_is_read(age: bool, light: tuple[str, ...], tmp_path: Path, cache: Path) -> None:  # noqa: FBT001
    """Two hundred documents: no card, no language, no model is loaded; when all is old, not even a configuration."""
    for number in range(100):
        for code, text in DRAFTS.items():
            (tmp_path / f"{code}{number}.md").write_text(f"{text}\n{number}\n", "utf-8")

    def loaded() -> str:
        done = subprocess.run(
            [sys.executable, "-c", LOADED.format(light), "check", "."],
            cwd=tmp_path,
            env={**os.environ, "OKRLINT_CACHE_DIR": str(cache)},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stderr.splitlines()[-1]

    if age:
        aged(tmp_path)
    first, second = loaded(), loaded()

    assert "numpy" in first
    assert second == "[]"


CHANGES: Mapping[str, str | tuple[str, str]] = {
    "the document": ("plan.md", DRAFTS["en"].replace("Launch", "Open")),
    "the configuration": ("okrlint.toml", 'select = ["MEA003"]\n'),
    "a card of the house": (
        ".okrlint/rules/mea003.yaml",
        "overrides: MEA003\ntexts:\n  en:\n    title: From where, please\n",
    ),
    "the baseline": (".okrlint/baseline.json", '{"version": 1, "findings": {}}'),
    "an option": "--profile=strict",
    "the day": "--today=2030-01-01",
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("age", [False, True], ids=["new", "old"])
def test_whatever_decides_is_part_of_the_key(age: bool, change: str, run: Run, tmp_path: Path) -> None:  # noqa: FBT001
    """A change of it looks at the document anew."""
    (tmp_path / "plan.md").write_text("---\ncycle: 2026-Q3\n---\n" + DRAFTS["en"], "utf-8")
    if age:
        aged(tmp_path)
    run("check", "plan.md", "--format", "json")
    made = CHANGES[change]
    arguments = ["check", "plan.md", "--format", "json", *([made] if isinstance(made, str) else [])]
    if not isinstance(made, str):
        path = tmp_path / made[0]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made[1], "utf-8")
    if age:
        aged(tmp_path)

    assert run(*arguments) == run(*arguments, "--no-cache")


def test_the_command_line_is_proved_where_everything_is_known(run: Run, tmp_path: Path) -> None:
    """A slip is told, however much is kept."""
    (tmp_path / "plan.md").write_text(DRAFTS["en"], "utf-8")
    run("check", "plan.md")

    assert "did you mean 'impact'?" in run("check", "plan.md", "--select", "inpact").err
    assert run("check", "plan.md", "--profile", "nobody").code == 2


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_file_is_as_if_nothing_had_been_kept(content: bytes, run: Run, tmp_path: Path, cache: Path) -> None:
    """And is whole again after the run."""
    (tmp_path / "plan.md").write_text(DRAFTS["en"], "utf-8")
    expected = run("check", "plan.md", "--no-cache")
    (cache / "kept.sqlite").write_bytes(content)

    assert run("check", "plan.md") == expected
    assert run("check", "plan.md") == expected
    assert Cache(cache / "kept.sqlite").get([_only_key(cache)])


def _only_key(cache: Path) -> str:
    base = sqlite3.connect(cache / "kept.sqlite")
    try:
        ((key,),) = base.execute("SELECT key FROM kept WHERE key NOT LIKE 'run:%'").fetchall()
    finally:
        base.close()
    return str(key)


def test_an_entry_of_another_okrlint_is_passed_over(run: Run, tmp_path: Path, cache: Path) -> None:
    """Whatever it holds."""
    (tmp_path / "plan.md").write_text(DRAFTS["en"], "utf-8")
    expected = run("check", "plan.md")
    key = _only_key(cache)
    for value in ("{}", "[1]", '{"record": {"findings": [{}]}, "sources": {}, "asides": []}', "nothing"):
        base = sqlite3.connect(cache / "kept.sqlite")
        with base:
            base.execute("UPDATE kept SET value = ? WHERE key = ?", (value, key))
        base.close()
        assert run("check", "plan.md") == expected


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may write everywhere cannot be kept from it")
def test_a_read_only_folder_is_none(run: Run, tmp_path: Path, cache: Path) -> None:
    """The check goes on as ever."""
    (tmp_path / "plan.md").write_text(DRAFTS["en"], "utf-8")
    cache.chmod(0o500)

    assert run("check", "plan.md") == run("check", "plan.md", "--no-cache")


def test_a_full_disk_is_none(run: Run, tmp_path: Path) -> None:
    """/dev/full is one that always is; a file in the place of the folder is another way to have no room."""
    (tmp_path / "plan.md").write_text(DRAFTS["en"], "utf-8")
    expected = run("check", "plan.md", "--no-cache")
    (tmp_path / "file").write_text("", "utf-8")

    assert run("check", "plan.md", OKRLINT_CACHE_DIR="/dev/full") == expected
    assert run("check", "plan.md", OKRLINT_CACHE_DIR=str(tmp_path / "file")) == expected


def test_a_disk_that_takes_no_more_is_none(tmp_path: Path, cache: Path) -> None:
    """As the system tells it when there is no room: a write beyond the limit fails."""
    (tmp_path / "plan.md").write_text(DRAFTS["en"], "utf-8")
    script = (
        "import resource, signal, sys\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "from okrlint.__main__ import main\nmain()\n"
    )

    def checked(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", script, "check", "plan.md", *arguments],
            cwd=tmp_path,
            env={**os.environ, "OKRLINT_CACHE_DIR": str(cache), "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    once, again, anew = checked(), checked(), checked("--no-cache")
    assert (once.returncode, once.stdout, once.stderr) == (anew.returncode, anew.stdout, "")
    assert again.stdout == once.stdout
    assert "MEA003" in once.stdout


def test_several_processes_keep_at_once(run: Run, tmp_path: Path, cache: Path) -> None:
    """Each sees what it would see alone, and the file stays whole."""
    for number in range(8):
        (tmp_path / f"plan{number}.md").write_text(DRAFTS["en"] + f"\n{number}\n", "utf-8")
    expected = run("check", ".", "--no-cache")
    with ThreadPoolExecutor(6) as pool:
        ended = list(pool.map(lambda _: run("check", "."), range(12)))

    assert ended == [expected] * 12
    base = sqlite3.connect(cache / "kept.sqlite")
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert base.execute("SELECT count(*) FROM kept WHERE key NOT LIKE 'run:%'").fetchone() == (8,)
    base.close()


def test_a_kill_in_the_middle_leaves_it_whole(cache: Path) -> None:
    """A process that dies while it writes, again and again."""
    script = (
        "import sys\nfrom pathlib import Path\nfrom okrlint.engine.cache import Cache\n"
        "print('on', flush=True)\n"
        "for at in range(10_000):\n"
        "    cache = Cache(Path(sys.argv[1]))\n"
        "    for one in range(50):\n        cache.put(f'{at}-{one}', 'x' * 2000)\n"
        "    cache.close()\n"
    )
    path = cache / "kept.sqlite"
    for _ in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", script, str(path)], cwd=ROOT, stdout=subprocess.PIPE, env=dict(os.environ)
        )
        with writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            while not path.exists():
                pass
            writer.send_signal(signal.SIGKILL)

    kept = Cache(path)
    kept.put("after", "all")
    kept.close()
    assert Cache(path).get(["after"]) == {"after": "all"}


def test_the_oldest_entries_go(tmp_path: Path) -> None:
    """The file does not grow for ever."""
    path = tmp_path / "kept.sqlite"
    for part in range(2):
        cache = Cache(path)
        for number in range(MOST):
            cache.put(f"{part}-{number}", "x")
        cache.close()
    base = sqlite3.connect(path)

    assert base.execute("SELECT count(*), min(key) FROM kept").fetchone() == (MOST, "1-0")
    base.close()


def test_clear_throws_it_away(run: Run, tmp_path: Path, cache: Path) -> None:
    """And says whether there was anything."""
    (tmp_path / "plan.md").write_text(DRAFTS["en"], "utf-8")
    run("check", "plan.md")

    assert run("cache", "clear").out == "thrown away\n"
    assert list(cache.iterdir()) == []
    assert run("cache", "clear").out == "nothing was kept\n"


def test_no_cache_keeps_nothing(run: Run, tmp_path: Path, cache: Path) -> None:
    """Nor does a run with proposals of others, or since a revision."""
    (tmp_path / "plan.md").write_text(DRAFTS["en"], "utf-8")
    run("check", "plan.md", "--no-cache")
    run("check", "plan.md", "--rewrites")

    assert json.loads(run("check", "plan.md", "--no-cache", "--format", "json").out)["findings"]
    assert list(cache.iterdir()) == []


def test_a_change_that_keeps_time_and_size_is_seen(run: Run, tmp_path: Path) -> None:
    """A tool that sets times back cannot set back when it did."""
    plan = tmp_path / "plan.md"
    plan.write_text("# Objective 1: Boats land\n- KR 1: Wait down by 20%\n", "utf-8")
    aged(tmp_path)
    before = run("check", "plan.md"), run("check", "plan.md")
    told = plan.stat()
    plan.write_text("# Objective 1: Boats land\n- KR 1: Wait down by 30%\n", "utf-8")
    os.utime(plan, ns=(told.st_atime_ns, told.st_mtime_ns))

    assert before[0] == before[1]
    assert "30%" in run("check", "plan.md").out


def test_a_page_for_a_terminal_is_not_said_to_a_pipe(run: Run, tmp_path: Path) -> None:
    """What the page is for is part of what was asked."""
    (tmp_path / "plan.md").write_text(DRAFTS["en"], "utf-8")
    aged(tmp_path)
    run("check", "plan.md")

    assert run("check", "plan.md", "--quiet").out != run("check", "plan.md").out
    assert run("check", "plan.md", "--language", "fr").out != run("check", "plan.md").out
