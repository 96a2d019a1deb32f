"""Measure the reading on labelled statements, each organisation read by weights that never saw it.

    python benchmarks/accuracy.py FILE [FILE...] [--misses 30] [--plain] [--network SAID...] [--beside FILE...]

FILE holds labelled statements, one JSON object a line, with `organisation`. For every fold of organisations the weights
are learnt anew from the own corpus and the other organisations; `--beside` names more statements to learn from, by the
same rule. `--plain` reads with what is shipped. SAID
holds what networks left out said (`benchmarks/network.py en --also FILE --left-out SAID`); without it none is asked.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script: find its sisters

from benchmarks.figures import agreement, calibration_error, kappa, macro_f1, side
from benchmarks.folds import deal
from benchmarks.learn import CORPUS, Row, learn, row_of, rows
from okrlint.engine.languages import language
from okrlint.reading import KINDS, Language, Reading, read_statement
from okrlint.reading.network import Opinion
from okrlint.reading.types import MEASURE_FLAGS, OBJECTIVE_FLAGS
from okrlint.reading.verdict import Weights


def left_out(
    entries: Sequence[dict[str, Any]], code: str, said: Mapping[str, Sequence[float]], beside: Sequence[dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], Reading]]:
    """Yield every entry of a language with its reading by weights learnt without its organisation.

    `said` holds what networks said that never saw the organisation either: logits by id, from benchmarks/network.py.
    `beside` are statements to learn from that are not measured; those of the same organisation are left out too.
    """
    spoken = language(code)
    own = [row for row in rows(sorted(CORPUS.glob("*.jsonl")), own=True) if row.language == code]
    by_organisation: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in entries:
        by_organisation[entry["organisation"]].append(entry)
    others: list[tuple[str, Row]] = [
        (entry["organisation"], row_of(entry, entry["organisation"], own=False))
        for entry in (*entries, *beside)
        if entry["language"] == code
    ]
    for fold in deal(entries):
        weights = learn(own + [row for name, row in others if name not in fold])
        for name in sorted(fold):
            for entry in by_organisation[name]:
                yield entry, _read(entry, spoken, weights, said.get(entry["id"]))


def _read(entry: dict[str, Any], spoken: Language, weights: Weights, logits: Sequence[float] | None) -> Reading:
    """Read with a network that never saw the organisation, where the light reading is unsure; else without any."""
    light = read_statement(entry["text"], entry["role"], spoken, replace(weights, network=0.0))
    if logits is None or light.confidence >= weights.sure:
        return light
    powers = [math.exp(one - max(logits[: len(KINDS)])) for one in logits[: len(KINDS)]]
    opinion = Opinion(tuple(one / sum(powers) for one in powers), ())
    return read_statement(entry["text"], entry["role"], spoken, weights, opinion)


def report(read: Sequence[tuple[dict[str, Any], Reading]], misses: int) -> Iterator[str]:
    """Yield the lines of the figures of one language."""
    kinds = [(entry["kind"], reading.kind) for entry, reading in read]
    sides = [(side(gold), side(found)) for gold, found in kinds if side(gold) != "other"]
    yield f"work against outcome: macro-F1 {macro_f1(sides, ('work', 'outcome')):.3f} n={len(sides)}"
    yield f"precision of work {agreement(sides, 'work').precision:.3f}"
    yield f"kind: macro-F1 {macro_f1(kinds, KINDS):.3f} kappa {kappa(kinds):.3f}"
    sure = [(reading.confidence, side(entry["kind"]) == side(reading.kind)) for entry, reading in read]
    yield f"calibration error of the side {calibration_error(sure):.3f}"
    for kind in KINDS:
        found = agreement(kinds, kind)
        yield f"  {kind:<36} P {found.precision:.2f} R {found.recall:.2f} F1 {found.f1:.2f} n={found.n}"
    for flag in (*MEASURE_FLAGS, *OBJECTIVE_FLAGS):
        if flag == "is_initiative_posing_as_objective":
            continue
        some = [
            (flag in entry["flags"], flag in reading.flags)
            for entry, reading in read
            if (flag in MEASURE_FLAGS or entry["role"] == "objective") and flag not in entry.get("undecided", ())
        ]
        found = agreement(some)
        yield f"  {flag:<36} P {found.precision:.2f} R {found.recall:.2f} F1 {found.f1:.2f} n={found.n}"
    spans = [
        ((word.lower() in gold), (word.lower() in have))
        for gold, have in (
            ({w.lower() for w in entry["vague_terms"]}, {w.text.lower() for w in reading.vague_terms})
            for entry, reading in read
        )
        for word in sorted(gold | have)
    ]
    found = agreement(spans)
    yield f"  {'vague_terms':<36} P {found.precision:.2f} R {found.recall:.2f} F1 {found.f1:.2f} n={found.n}"
    wrong = [(e, r) for e, r in read if {side(e["kind"]), side(r.kind)} == {"work", "outcome"}]
    for entry, reading in sorted(wrong, key=lambda one: -one[1].confidence)[:misses]:
        words = ", ".join(f"{each.text} ({each.signal} {each.weight:+.1f})" for each in reading.evidence[:3])
        yield f"  {reading.confidence:.2f} {entry['kind']} read {reading.kind}: {entry['text']}   [{words}]"


def said_by(paths: Sequence[Path]) -> dict[str, Sequence[float]]:
    """Return logits by id from the files that benchmarks/network.py --left-out wrote."""
    return {ident: row for path in paths for ident, row in json.loads(path.read_text("utf-8")).items()}


def entries_of(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """Return the labelled statements of files."""
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line]


def main() -> None:
    """Print the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--network", nargs="*", type=Path, default=[], metavar="FILE")
    parser.add_argument("--beside", nargs="*", type=Path, default=[], metavar="FILE")
    args = parser.parse_args()
    said = said_by(args.network)
    entries, beside = entries_of(args.files), entries_of(args.beside)
    for code in sorted({entry["language"] for entry in entries}):
        mine = [entry for entry in entries if entry["language"] == code]
        if args.plain:
            read = [(entry, read_statement(entry["text"], entry["role"], language(code))) for entry in mine]
        else:
            read = list(left_out(mine, code, said, beside))
            print(f"{sum(reading.deep for _, reading in read) / len(read):.2f} went deep")
        print(f"{code}, {'as shipped' if args.plain else 'organisations left out'}:")
        print("\n".join(report(read, args.misses)) + "\n")


if __name__ == "__main__":
    main()
