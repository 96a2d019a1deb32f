"""Draw notes on real statements for a review, and sum up what the readers judged.

    python benchmarks/review.py draw FILE [FILE...] --count 100 --seed 1 --to FOLDER
    python benchmarks/review.py sum SHEET [SHEET...]

`draw` writes for each language a batch to read (the statement and the whole note) and a sheet to fill: one line a note,
without the statement, that docs/review/ may keep. The four questions of the sheet: is it right about the statement, is
the question specific to it, is a frame usable (`-` where there is none), is the language correct.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script: find its sisters

from okrlint.coaching import Note, notes
from okrlint.config import Config
from okrlint.engine.findings import unsure_as_questions
from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.engine.rulebook import rules
from okrlint.engine.run import run

QUESTIONS: Final = ("right", "specific", "frame", "language")


def every_note(entries: Sequence[Mapping[str, Any]], language: str) -> Iterator[Note]:
    """Yield the notes of the default profile, each statement by itself, so that none is short."""
    config, chosen = Config(), rules(Config())
    for entry in entries:
        line = json.dumps({"text": entry["text"], "role": entry["role"], "language": language}).encode()
        document = read(read_document("one.jsonl", line), language)
        findings = unsure_as_questions(run(document, chosen)[0], config.question_below)
        yield from notes(document, findings, config.notes_per_statement, config.question_below)


def drawn(entries: Sequence[Mapping[str, Any]], language: str, count: int, seed: int) -> list[Note]:
    """Return so many notes, drawn so that no rule fills the batch: in turn from each rule that speaks."""
    by_rule: dict[str, list[Note]] = defaultdict(list)
    for note in every_note(entries, language):
        by_rule[note.finding.card.code].append(note)
    chance = random.Random(seed)  # noqa: S311 - a sample, and no secret
    for some in by_rule.values():
        chance.shuffle(some)
    made: list[Note] = []
    most = max(map(len, by_rule.values()), default=0)
    for place in range(most):
        made += [some[place] for some in by_rule.values() if place < len(some)]
    return made[:count]


def name(note: Note) -> str:
    """Return what a note is known by in the sheet: its rule and a mark of the statement."""
    text = note.finding.statement.text if note.finding.statement else ""
    return f"{note.finding.card.code}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def shown(note: Note) -> str:
    """Return a note as a reader is to see it."""
    one = note.finding.statement
    assert one is not None
    lines = [f"## {name(note)}", f"{one.role}: {one.text}", ""]
    if note.tentative:
        lines.append(f"(unsure, only a question) {note.title}")
    else:
        lines += [note.title, note.message, note.why]
    lines += [f"? {note.question}", *(f"-> {frame}" for frame in note.rewrite)]
    return "\n".join([*lines, *([f". {note.advice}"] if note.advice else []), "", ""])


def draw(files: Sequence[Path], count: int, seed: int, folder: Path) -> None:
    """Write the batches and the empty sheets."""
    entries = [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines() if line]
    folder.mkdir(parents=True, exist_ok=True)
    for language in sorted({entry["language"] for entry in entries}):
        mine = drawn([entry for entry in entries if entry["language"] == language], language, count, seed)
        (folder / f"{language}.txt").write_text("".join(map(shown, mine)), "utf-8")
        with (folder / f"{language}.csv").open("w", encoding="utf-8", newline="") as stream:
            sheet = csv.writer(stream)
            sheet.writerow(["note", *QUESTIONS, "remark"])
            sheet.writerows([name(note), "", "", "", "", ""] for note in mine)


def summed(sheets: Sequence[Path]) -> Iterator[str]:
    """Yield what the readers judged, for each sheet and question: the share of yes, and of how many."""
    for path in sheets:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        for question in QUESTIONS:
            judged = [row[question].strip() for row in rows if row[question].strip() in {"y", "n"}]
            yes = sum(one == "y" for one in judged)
            share = f"{yes / len(judged):.1%}" if judged else "nothing judged"
            yield f"{path.stem}: {question:<9} {share} of {len(judged)}"


def main() -> None:
    """Run one of the two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["draw", "sum"])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, default=Path("review"))
    args = parser.parse_args()
    if args.what == "draw":
        draw(args.files, args.count, args.seed, args.to)
    else:
        print("\n".join(summed(args.files)))


if __name__ == "__main__":
    main()
