"""Measure the audit on synthetic organisations: its cost, its memory, its second run, its runners, its report.

    python benchmarks/audit.py [--small 10000] [--large 100000] [--middle 20000] [--only NAME...]

Each line is a ratio of two audits of this one run, or a size, beside its bar. Memory is the sum over all processes of
what each holds for itself and its part of what they share (PSS), looked at five times a second; so it can be read on
Linux alone. Nothing fails on a figure. At the sizes of the bars it takes about half an hour.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script: find its sisters

from benchmarks.organisation import write
from okrlint.organisation.twins import twins

#: Statements of a team in a cycle, as the synthetic organisation has them.
_OF_A_TEAM: Final = 9
_CYCLES: Final = 3
#: Seconds between two looks at the memory: a process that looks all the time slows what it measures.
_LOOK: Final = 0.2


@dataclass(frozen=True)
class Run:
    """One audit: seconds, and mebibytes at its peak."""

    seconds: float
    memory: float


def organisation(folder: Path, statements: int) -> Path:
    """Write an organisation of so many statements."""
    made = folder / f"of-{statements}"
    if not made.exists():
        write(made, teams=round(statements / _OF_A_TEAM / _CYCLES), cycles=_CYCLES)
    return made


def audit(folder: Path, cache: Path, *options: str) -> Run:
    """Run `okrlint audit` and look on."""
    command = [sys.executable, "-m", "okrlint", "audit", ".", "--teams", "teams.csv", "--quiet", *options]
    environ = {**os.environ, "OKRLINT_CACHE_DIR": str(cache)}
    begun, memory = time.perf_counter(), 0.0
    with subprocess.Popen(command, cwd=folder, env=environ, stdout=subprocess.DEVNULL) as one:
        while one.poll() is None:
            memory = max(memory, _held(one.pid))
            time.sleep(_LOOK)
    assert one.returncode == 0
    return Run(time.perf_counter() - begun, memory)


def _held(pid: int) -> float:
    """Return the mebibytes that a process and all below it hold; 0 where the system does not tell."""
    total = 0.0
    for one in [pid, *_below(pid)]:
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text("ascii").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return total


def _below(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        found = [int(one) for task in tasks for one in (task / "children").read_text("ascii").split()]
    except OSError:
        return []
    return [*found, *(each for one in found for each in _below(one))]


def say(what: str, told: str, bar: str, seconds: Sequence[float] = ()) -> None:
    """Print one line of figures."""
    took = f"({', '.join(f'{one:,.1f} s' for one in seconds)})" if seconds else ""
    print(f"{what:<62} {told:>9}   {bar:<16} {took}", flush=True)


def growth(folder: Path, small: int, large: int) -> None:
    """Tell what a statement costs in a large organisation against a small one, and what the large one holds."""
    one = audit(organisation(folder, small), folder / "cache-small")
    other = audit(organisation(folder, large), folder / "cache-large")
    ratio = (other.seconds / large) / (one.seconds / small)
    say(f"a statement, {large:,} against {small:,}", f"{ratio:.2f} x", "at most 1.15", [other.seconds, one.seconds])
    say(f"peak memory at {large:,}, all processes", f"{other.memory:,.0f} MiB", "under 1,024")
    _change(organisation(folder, large))
    again = audit(organisation(folder, large), folder / "cache-large")
    share = again.seconds / other.seconds
    say("second audit, one document in a hundred changed", f"{share:.1%}", "at most 8%", [again.seconds])


def _change(folder: Path) -> None:
    """Say something else in one document of a hundred, of each format."""
    files = sorted(one for one in folder.rglob("*") if one.suffix in {".md", ".yaml"} and one.parent != folder)
    every = sum(one.is_file() for one in folder.rglob("*"))
    for file in files[:: max(1, len(files) * 100 // every)]:
        text = file.read_text("utf-8")
        file.write_text(text.replace(" 7 ", " 8 ").replace(" 12 ", " 13 ").replace(" 3 ", " 4 ") + "\n", "utf-8")


def runners(folder: Path, statements: int) -> None:
    """Tell what two processes and two workers are worth."""
    home = organisation(folder, statements)
    took = {
        name: audit(home, folder / "none", "--no-cache", "--runner", name, "--processes", "2").seconds
        for name in ("here", "processes", "dask")
    }
    one, two, dask = took.values()
    say(f"one process / two, {statements:,} statements", f"{one / two:.2f} x", "at least 1.7", [one, two])
    say("two processes / Dask with two workers", f"{two / dask:.2f} x", "at least 0.8", [two, dask])


def threshold(folder: Path) -> None:
    """Tell from which size on two processes are faster than one."""
    for statements in (54, 108, 216, 432, 864, 1_728):
        home = organisation(folder, statements)
        size = sum(one.stat().st_size for one in home.rglob("*") if one.parent != home and one.is_file())
        one, two = (
            min(
                audit(home, folder / "none", "--no-cache", "--runner", name, "--processes", "2").seconds
                for _ in range(3)
            )
            for name in ("here", "processes")
        )
        say(f"one process / two, {size:,} bytes", f"{one / two:.2f} x", "no bar", [one, two])


def report(folder: Path) -> None:
    """Tell how large the page of two thousand teams is, and how long a browser takes to show it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where a browser is asked for

    home, page = organisation(folder, 2_000 * _OF_A_TEAM * _CYCLES), folder / "page.html"
    audit(home, folder / "cache-page", "--format", "html", "--output", str(page))
    say("report of 2,000 teams, three cycles", f"{page.stat().st_size / 1e6:.1f} MB", "at most 15 MB")
    took = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
        for _ in range(3):
            tab = browser.new_page()
            begun = time.perf_counter()
            tab.goto(page.as_uri(), wait_until="load")
            took.append(time.perf_counter() - begun)
            tab.close()
        browser.close()
    say("it opens in Chromium, the slowest of three", f"{max(took):.1f} s", "under 3 s", took)


def doubles(statements: int) -> None:
    """Tell how long near-duplicates take among many, and how many planted ones are found."""
    chance = random.Random(5)  # noqa: S311 - the same texts for everybody
    syllables = ["ba", "do", "fe", "gi", "lu", "ma", "ne", "po", "ri", "su", "ta", "vo"]
    words = ["".join(chance.choices(syllables, k=3)) for _ in range(3_000)]
    texts = [" ".join(chance.choices(words, k=chance.randint(6, 12))) for _ in range(statements)]
    planted = []
    for at in range(0, 2_000, 2):
        said = texts[at].split()
        # As people copy: a word left out, or two the other way round.
        place = chance.randrange(len(said) - 1)
        if chance.random() < 0.5:
            said[place], said[place + 1] = said[place + 1], said[place]
        else:
            said[place] = said[place][:-1]
        texts[at + 1] = " ".join(said)
        planted.append((at, at + 1))
    begun = time.perf_counter()
    found = set(twins(texts, 0.9))
    took = time.perf_counter() - begun
    recall = sum(pair in found for pair in planted) / len(planted)
    say(f"near-duplicates among {statements:,}", f"{took:.1f} s", "under 60 s")
    say(f"of {len(planted):,} planted pairs found", f"{recall:.1%}", "at least 95%")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--middle", type=int, default=20_000)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument(
        "--only", nargs="*", default=["growth", "runners", "threshold", "report", "doubles"], metavar="NAME"
    )
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="okrlint-bench-") as name:
        folder = Path(name)
        measures: dict[str, Callable[[], None]] = {
            "doubles": lambda: doubles(args.middle),
            "threshold": lambda: threshold(folder),
            "runners": lambda: runners(folder, args.middle),
            "growth": lambda: growth(folder, args.small, args.large),
            "report": lambda: report(folder),
        }
        for one, measure in measures.items():
            if one in args.only:
                measure()


if __name__ == "__main__":
    main()
