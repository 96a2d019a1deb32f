"""Measure the language server as an editor meets it: from a change to the notes, and over a long session.

    python benchmarks/editor.py [--changes 300] [--edits 10000]

A change is one line in a document of 50 statements; what is measured is the time from the message to the answer, both
over the wire. The session is one of random edits (hypothesis, stateful): it ends with what a fresh server tells, and
prints the memory after the first thousand edits and at the end. Nothing fails on a figure of time.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script: find its sisters

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.editor.test_session import Session
from tests.editor.wire import Editor

STATEMENTS = {
    "en": ("Late boats on line {} from 9 to 2 a week", "Launch the board of line {}", "Wait at quay {} down by 20%",
           "Train {} crews by June"),
    "fr": ("Bateaux en retard sur la ligne {} de 9 à 2 par semaine", "Lancer le panneau de la ligne {}",
           "Réduire de 20 % l'attente au quai {}", "Former {} équipages d'ici juin"),
}  # fmt: skip
TITLES = {
    "en": "Passengers of line {} board without queueing",
    "fr": "Les passagers de la ligne {} embarquent sans attendre",
}
LABELS = {"en": ("Objective", "KR", ":"), "fr": ("Objectif", "RC", " :")}


def draft(code: str) -> str:
    """Return a draft of 50 statements: ten objectives, each with four key results."""
    objective, key_result, colon = LABELS[code]
    lines = []
    for number in range(1, 11):
        lines.append(f"## {objective} {number}{colon} {TITLES[code].format(number)}\n")
        lines += [
            f"- {key_result} {at}{colon} {one.format(4 * number + at)}" for at, one in enumerate(STATEMENTS[code], 1)
        ]
        lines.append("")
    return "\n".join(lines)


def changes(code: str, count: int) -> Sequence[float]:
    """Return the milliseconds from a change of one line to the notes."""
    with tempfile.TemporaryDirectory() as folder:
        editor = Editor(Path(folder))
        editor.open(draft(code))
        mark = STATEMENTS[code][1].format(22)
        taken = []
        for number in range(count + 20):
            start = editor.text.index(mark)
            new = STATEMENTS[code][1].format(f"22 {number}")
            begun = time.perf_counter()
            editor.replace(start, start + len(mark), new)
            editor.told()
            taken.append(1000 * (time.perf_counter() - begun))
            mark = new
        editor.close()
    return sorted(taken[20:])


class Long(Session):
    """A session whose bursts are long."""

    burst = 100


def session(edits: int) -> None:
    """Run a session of so many random edits, and print the memory; it fails where the notes are not a fresh look's."""
    chosen = settings(
        max_examples=4,
        stateful_step_count=edits // 50,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    for _ in range(10):
        run_state_machine_as_test(Long, settings=chosen)
        if Long.memory and Long.memory[-1][0] >= edits:
            break
    marks = [next(entry for entry in Long.memory if entry[0] >= count) for count in (1000, edits // 2, edits)]
    told = ", ".join(f"after {count:,} edits {held / 2**20:.0f} MiB" for count, held in marks)
    print(f"memory {told}: {marks[-1][1] / marks[0][1]:.2f} x (at most 1.20 x)")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--changes", type=int, default=300)
    parser.add_argument("--edits", type=int, default=10_000)
    args = parser.parse_args()
    for code in STATEMENTS:
        taken = changes(code, args.changes)
        p95 = taken[int(0.95 * len(taken))]
        print(f"{code}: change to notes, median {statistics.median(taken):.1f} ms, p95 {p95:.1f} ms (budget 50 ms)")
    session(args.edits)


if __name__ == "__main__":
    main()
