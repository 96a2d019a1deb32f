"""How much okrlint says: notes for each statement, and how often it warns of a change as if it were work.

    python benchmarks/notes.py FILE [FILE...]

FILE holds labelled statements, one a line. Each organisation's statements are looked at together, as one list, with the
default profile. The second figure is of statements labelled outcome: the share of those that draw no warning of the
family impact; the third, of those that draw not even a question of it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script: find its sisters

from okrlint.coaching import notes
from okrlint.config import Config
from okrlint.engine.findings import unsure_as_questions
from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from okrlint.engine.rulebook import rules
from okrlint.engine.run import run


@dataclass(frozen=True)
class Said:
    """What was counted in one language."""

    statements: int
    notes: int
    outcomes: int
    warned: int
    asked: int
    by_rule: Mapping[str, int]


def said(entries: Iterable[Mapping[str, Any]], language: str) -> Said:
    """Count what the default profile says of labelled statements."""
    config, by_organisation = Config(), defaultdict(list)
    for entry in entries:
        by_organisation[entry["organisation"]].append(entry)
    chosen = rules(config)
    statements = made = outcomes = warned = asked = 0
    by_rule: Counter[str] = Counter()
    for mine in by_organisation.values():
        lines = "".join(
            json.dumps({"text": one["text"], "role": one["role"], "language": language}) + "\n" for one in mine
        )
        document = read(read_document("list.jsonl", lines.encode()), language)
        findings = unsure_as_questions(run(document, chosen)[0], config.question_below)
        drawn = notes(document, findings, config.notes_per_statement, config.question_below)
        statements += len(mine)
        made += len(drawn)
        by_rule.update(note.finding.card.code for note in drawn)
        spoken = [one for one in findings if one.card.family == "impact" and one.card.severity != "info"]
        alarmed = {id(one.statement) for one in spoken if one.severity != "info"}
        for entry, one in zip(mine, document.statements, strict=True):
            if entry["kind"] == "outcome":
                outcomes += 1
                warned += id(one) in alarmed
                asked += id(one) in {id(each.statement) for each in spoken}
    return Said(statements, made, outcomes, warned, asked, by_rule)


def main() -> None:
    """Print the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    args = parser.parse_args()
    entries = [json.loads(line) for path in args.files for line in path.read_text("utf-8").splitlines() if line]
    for language in sorted({entry["language"] for entry in entries}):
        found = said([entry for entry in entries if entry["language"] == language], language)
        each = found.notes / found.statements
        print(f"{language}: {found.notes} notes on {found.statements} statements: {each:.2f} each")
        quiet, silent = 1 - found.warned / found.outcomes, 1 - found.asked / found.outcomes
        print(
            f"    {quiet:.1%} of {found.outcomes} outcomes draw no warning of impact, {silent:.1%} not even a question"
        )
        print("    " + ", ".join(f"{code} {count}" for code, count in sorted(found.by_rule.items())))


if __name__ == "__main__":
    main()
