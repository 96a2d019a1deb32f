"""Learn the weights of the reading from labelled statements and write them beside each language's words.

    python benchmarks/learn.py                        # from benchmarks/corpus/*.jsonl
    python benchmarks/learn.py --also FILE [FILE...]  # and from further labelled files

One table for the kinds (a multinomial logistic regression), one for each label that is a yes or no. Words that the
own corpus does not hold get no weight, so that a further file lends its judgement but not its vocabulary.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from okrlint.engine.languages import language
from okrlint.reading.reader import LEARNT, analyse
from okrlint.reading.signals import signals
from okrlint.reading.types import KINDS
from okrlint.reading.verdict import Weights

CORPUS = Path(__file__).parent / "corpus"
#: A signal seen less often than this says nothing that can be trusted.
LEAST = 3
#: Words weigh less than what things are: their regularisation is this much stronger.
WORD_SCALE = 0.5
#: How much one statement of a further file counts against one of the own corpus.
ALSO_WEIGHT = 1.0
STRENGTH = 0.35
#: Divides the sums before they become a confidence. Chosen for the least calibration error on organisations left out.
TEMPERATURE = {"en": 1.5, "fr": 1.25}
LABEL_STRENGTH = 0.25


@dataclass(frozen=True)
class Row:
    """A labelled statement with its signals."""

    language: str
    role: str
    kind: str
    flags: frozenset[str]
    organisation: str
    signals: tuple[str, ...]
    own: bool
    undecided: frozenset[str] = frozenset()


def rows(paths: Iterable[Path], *, own: bool) -> list[Row]:
    """Read labelled statements (one JSON object a line) and work out their signals."""
    return [
        row_of(json.loads(line), path.stem, own=own) for path in paths for line in path.read_text("utf-8").splitlines()
    ]


def row_of(entry: dict[str, Any], organisation: str, *, own: bool) -> Row:
    """Return a labelled statement with its signals; one with no organisation of its own is given one."""
    code = entry.get("language") or entry["lang"]
    told = tuple(signal.name for signal in signals(analyse(entry["text"], entry["role"], language(code))))
    organisation = entry.get("organisation") or organisation
    undecided = frozenset(entry.get("undecided", ()))
    return Row(code, entry["role"], entry["kind"], frozenset(entry["flags"]), organisation, told, own, undecided)


def _scale(name: str) -> float:
    return WORD_SCALE if name.startswith(("word:", "pair:", "aside word:", "headword:")) else 1.0


#: How far to trust a language's network, the temperature of sums that hold its word, and when to ask it. All three
#: chosen on organisations left out.
NETWORK = {"en": (1.0, 2.25, 0.8)}


def learn(data: Sequence[Row]) -> Weights:
    """Learn the weights of one language."""
    temperature = TEMPERATURE.get(data[0].language, 1.0)
    counts = Counter(name for row in data for name in row.signals)
    owned = {name for row in data if row.own for name in row.signals}
    lexical = ("word:", "pair:", "aside word:", "headword:")
    names = sorted(
        name
        for name, count in counts.items()
        if count >= LEAST and (not name.startswith(lexical) or name in owned or not owned)
    )
    index = {name: place for place, name in enumerate(names)}
    matrix = _matrix(data, index)
    weight = np.array([1.0 if row.own else ALSO_WEIGHT for row in data])
    kinds, kind_bias = _kinds(data, matrix, weight, names)
    labels: dict[str, dict[str, float]] = {}
    label_bias: dict[str, float] = {}
    for name in LEARNT:
        chosen = [i for i, row in enumerate(data) if _concerns(name, row)]
        labels[name], label_bias[name] = _label(name, data, chosen, matrix, weight, names)
    network, network_temperature, sure = NETWORK.get(data[0].language, (0.0, 1.0, 1.0))
    return Weights(kinds, kind_bias, labels, label_bias, temperature, network, network_temperature, sure)


def _concerns(label: str, row: Row) -> bool:
    decided = label not in row.undecided
    return decided and (row.role == "objective" or label not in {"vague", "names_beneficiary"})


def _matrix(data: Sequence[Row], index: dict[str, int]) -> csr_matrix:
    values, columns, starts = [], [], [0]
    for row in data:
        for name in row.signals:
            if name in index:
                columns.append(index[name])
                values.append(_scale(name))
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(data), len(index)))


def _kinds(
    data: Sequence[Row], matrix: csr_matrix, weight: np.ndarray[Any, Any], names: list[str]
) -> tuple[dict[str, tuple[float, ...]], tuple[float, ...]]:
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(matrix, [row.kind for row in data], sample_weight=weight)
    place = {kind: number for number, kind in enumerate(model.classes_)}
    order = [place.get(kind) for kind in KINDS]
    table = {}
    for column, name in enumerate(names):
        weights = tuple(
            round(float(model.coef_[at][column]) * _scale(name), 3) if at is not None else 0.0 for at in order
        )
        if any(abs(one) >= 0.02 for one in weights):
            table[name] = weights
    bias = tuple(round(float(model.intercept_[at]), 3) if at is not None else -5.0 for at in order)
    return table, bias


def _label(
    label: str,
    data: Sequence[Row],
    chosen: list[int],
    matrix: csr_matrix,
    weight: np.ndarray[Any, Any],
    names: list[str],
) -> tuple[dict[str, float], float]:
    wanted = [label in data[i].flags for i in chosen]
    if len(set(wanted)) < 2:
        return {}, -5.0
    model = LogisticRegression(C=LABEL_STRENGTH, max_iter=2000)
    model.fit(matrix[chosen], wanted, sample_weight=weight[chosen])
    table = {
        name: round(float(model.coef_[0][column]) * _scale(name), 3)
        for column, name in enumerate(names)
        if abs(model.coef_[0][column] * _scale(name)) >= 0.02
    }
    return table, round(float(model.intercept_[0]), 3)


def write(weights: Weights, path: Path) -> None:
    """Write weights as JSON that a person can read and a diff can show: one signal a line."""
    kinds = ",\n".join(
        f"    {json.dumps(name, ensure_ascii=False)}: {list(row)}" for name, row in weights.kinds.items()
    )
    labels = ",\n".join(
        f"    {json.dumps(label)}: {{\n"
        + ",\n".join(f"      {json.dumps(name, ensure_ascii=False)}: {value}" for name, value in table.items())
        + "\n    }"
        for label, table in weights.labels.items()
    )
    path.write_text(
        f'{{\n  "order": {json.dumps(list(KINDS))},\n  "temperature": {weights.temperature},\n'
        f'  "network": {weights.network},\n  "network_temperature": {weights.network_temperature},\n'
        f'  "sure": {weights.sure},\n'
        f'  "kind_bias": {list(weights.kind_bias)},\n  "label_bias": {json.dumps(dict(weights.label_bias))},\n'
        f'  "kinds": {{\n{kinds}\n  }},\n  "labels": {{\n{labels}\n  }}\n}}\n',
        "utf-8",
    )


def main() -> None:
    """Learn and write, for each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--also", nargs="*", type=Path, default=[], metavar="FILE")
    args = parser.parse_args()
    data = rows(sorted(CORPUS.glob("*.jsonl")), own=True) + rows(args.also, own=False)
    for code in sorted({row.language for row in data}):
        mine = [row for row in data if row.language == code]
        weights = learn(mine)
        path = language(code).folder / "weights.json"
        write(weights, path)
        sys.stdout.write(
            f"{code}: {len(mine)} statements, {len(weights.kinds)} signals, {path.stat().st_size // 1024} KB\n"
        )


if __name__ == "__main__":
    main()
