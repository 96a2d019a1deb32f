"""How far the first and the second reading of our own statements agree, label by label.

    python benchmarks/agreement.py [--differences FILE]

Cohen's kappa for the six kinds, for work against outcome against the rest, and for each label; Gwet's AC1 beside it, as
kappa says little of a rare label. `--differences` writes what differs, a JSON object a line: the work of whoever
settles. Both readings are by language models: this is no human agreement.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any

from okrlint.reading.types import MEASURE_FLAGS, OBJECTIVE_FLAGS, WORK

CORPUS = Path(__file__).parent / "corpus"
Entry = dict[str, Any]
#: It follows from the kind, so that no reader was asked for it.
DERIVED = {"is_initiative_posing_as_objective"}
LABELS = tuple(name for name in (*MEASURE_FLAGS, *OBJECTIVE_FLAGS) if name not in DERIVED)


def entries(paths: Sequence[Path]) -> dict[str, Entry]:
    """Return labelled statements by their id."""
    found = (json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines())
    return {one["id"]: one for one in found}


def kappa(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """Return Cohen's kappa of two lists of answers."""
    held, first, second = _agreed(one, other), Counter(one), Counter(other)
    chance = sum(first[name] * second[name] for name in first) / len(one) ** 2
    return (held - chance) / (1 - chance) if chance < 1 else 1.0


def ac1(one: Sequence[bool], other: Sequence[bool]) -> float:
    """Return Gwet's AC1 of two lists of yes and no."""
    share = (sum(one) + sum(other)) / (2 * len(one))
    chance = 2 * share * (1 - share)
    return (_agreed(one, other) - chance) / (1 - chance)


def _agreed(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def side(kind: str) -> str:
    """Return work, outcome or other."""
    return "work" if kind in WORK else kind if kind == "outcome" else "other"


def decided(first: Entry, label: str) -> bool:
    """Whether the first reading was asked for a label of a statement."""
    return label not in first.get("undecided", ()) and (label not in OBJECTIVE_FLAGS or first["role"] == "objective")


def table(first: dict[str, Entry], second: dict[str, Entry]) -> Iterator[str]:
    """Yield the lines of the table for the statements that both readings have."""
    ids = [ident for ident in second if ident in first]
    kinds = [(first[ident]["kind"], second[ident]["kind"]) for ident in ids]
    yield "| label | statements | with it | kappa | AC1 |"
    yield "|---|---|---|---|---|"
    yield f"| kind (six) | {len(ids):,} | | {kappa(*zip(*kinds, strict=True)):.3f} | |"
    sides = [(side(one), side(other)) for one, other in kinds]
    yield f"| work, outcome, other | {len(ids):,} | | {kappa(*zip(*sides, strict=True)):.3f} | |"
    for label in LABELS:
        held = [
            (label in first[one]["flags"], label in second[one]["flags"]) for one in ids if decided(first[one], label)
        ]
        one, other = zip(*held, strict=True)
        yield f"| {label} | {len(held):,} | {sum(one):,} | {kappa(one, other):.3f} | {ac1(one, other):.3f} |"


def differences(first: dict[str, Entry], second: dict[str, Entry]) -> Iterator[Entry]:
    """Yield every label in which the two readings differ."""
    for ident, other in second.items():
        one = first.get(ident)
        if one is None:
            continue
        if one["kind"] != other["kind"]:
            yield {"id": ident, "label": "kind", "first": one["kind"], "second": other["kind"]}
        for label in LABELS:
            said = label in one["flags"], label in other["flags"]
            if decided(one, label) and said[0] != said[1]:
                yield {"id": ident, "label": label, "first": said[0], "second": said[1]}


def main(argv: list[str] | None = None) -> int:
    """Print a table for each language and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--differences", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    held: list[Entry] = []
    for code in ("en", "fr"):
        first = entries(sorted(CORPUS.glob(f"{code}-*.jsonl")))
        second = entries([CORPUS / "second" / f"{code}.jsonl"])
        print(f"\n{code}: {len(second):,} of {len(first):,} statements were read twice\n")
        print("\n".join(table(first, second)))
        held += differences(first, second)
    if args.differences:
        lines = (json.dumps(one, ensure_ascii=False) for one in held)
        args.differences.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(f"\n{len(held)} labels differ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
