"""The verdict: signals weighed with learnt weights, which stand as plain JSON beside each language's words.

`benchmarks/learn.py` writes the weights. One table of weights for each kind, one for each label that is a yes or no.
What the network says of a statement is one more signal, with a weight of its own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from okrlint.reading.network import Opinion
from okrlint.reading.signals import Signal
from okrlint.reading.types import KINDS, Evidence, Kind

#: Weights below this, for the kind chosen against the runner-up, are not worth showing to a person.
SHOWN: Final = 0.08
MOST_SHOWN: Final = 6


@dataclass(frozen=True)
class Weights:
    """Learnt weights.

    Attributes:
        kinds: For each signal, its weight for each kind in the order of `KINDS`.
        kind_bias: The weight of each kind before any signal.
        labels: For each label, the weight of each signal.
        label_bias: For each label, the weight before any signal.
        temperature: Divides the kinds' sums, so that confidence is honest on statements never seen.
        network: How much the network's word counts beside the signals.
        network_temperature: Divides the sums that hold the network's word.
        sure: From this confidence of the light reading on, the network is not asked.
    """

    kinds: Mapping[str, tuple[float, ...]]
    kind_bias: tuple[float, ...]
    labels: Mapping[str, Mapping[str, float]]
    label_bias: Mapping[str, float]
    temperature: float = 1.0
    network: float = 0.0
    network_temperature: float = 1.0
    sure: float = 1.0

    @cached_property
    def label_rows(self) -> Mapping[str, tuple[float, ...]]:
        """For each signal, its weight for each label in the order of `labels`: one look-up for all of them."""
        names = {name for table in self.labels.values() for name in table}
        return {name: tuple(table.get(name, 0.0) for table in self.labels.values()) for name in names}

    @classmethod
    def read(cls, path: Path) -> Weights:
        """Read a weights file; a language without one starts even-handed."""
        if not path.exists():
            return cls({}, (0.0,) * len(KINDS), {}, {})
        data = json.loads(path.read_text("utf-8"))
        return cls(
            kinds={name: tuple(weights) for name, weights in data["kinds"].items()},
            kind_bias=tuple(data["kind_bias"]),
            labels=data["labels"],
            label_bias=data["label_bias"],
            temperature=data["temperature"],
            network=data.get("network", 0.0),
            network_temperature=data.get("network_temperature", 1.0),
            sure=data.get("sure", 1.0),
        )


def weigh(signals: Sequence[Signal], weights: Weights, opinion: Opinion | None = None) -> list[float]:
    """Return the sum of weights for each kind."""
    known = weights.kinds
    sums = _columns(weights.kind_bias, [known[signal.name] for signal in signals if signal.name in known])
    if opinion is not None:
        for index, chance in enumerate(opinion.kinds):
            sums[index] += weights.network * math.log(max(chance, 1e-6))
    return sums


def chances(sums: Sequence[float], temperature: float) -> list[float]:
    """Turn sums into chances that add up to one."""
    top = max(sums)
    powers = [math.exp((one - top) / temperature) for one in sums]
    total = sum(powers)
    return [power / total for power in powers]


def decide(sums: Sequence[float], temperature: float) -> tuple[Kind, float, list[float]]:
    """Return the kind, the chance that the kind's side (work, change, neither) is right, and all chances.

    The side is what a note rests on: to take an output for an activity does no harm, to take an outcome for
    work does.
    """
    spread = chances(sums, temperature)
    sides: dict[str, float] = {"work": spread[0] + spread[1]}
    sides |= zip(KINDS[2:], spread[2:], strict=True)
    side = max(sides, key=lambda name: sides[name])
    if side == "work":
        return ("activity" if spread[0] >= spread[1] else "output"), sides[side], spread
    best = KINDS[max(range(2, len(KINDS)), key=lambda index: spread[index])]
    return best, sides[side], spread


def labels(signals: Sequence[Signal], weights: Weights) -> dict[str, float]:
    """Return for each label that was learnt the chance that it holds."""
    known = weights.label_rows
    bias = tuple(weights.label_bias[name] for name in weights.labels)
    totals = _columns(bias, [known[signal.name] for signal in signals if signal.name in known])
    held = (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) for total in totals)
    return dict(zip(weights.labels, held, strict=True))


def _columns(bias: Sequence[float], rows: Sequence[Sequence[float]]) -> list[float]:
    """Return the sum of every column, bias taken in."""
    return [sum(column) for column in zip(bias, *rows, strict=True)]


def evidence(
    text: str,
    signals: Sequence[Signal],
    weights: Weights,
    kind: Kind,
    spread: Sequence[float],
    opinion: Opinion | None = None,
) -> tuple[Evidence, ...]:
    """Return the words that carried the verdict, heaviest first.

    A signal's weight here is what it says for the chosen kind against the likeliest kind of another side.
    """
    chosen = KINDS.index(kind)
    same_side = {0, 1} if chosen < 2 else {chosen}
    rival = max((index for index in range(len(KINDS)) if index not in same_side), key=lambda i: spread[i])
    by_words: dict[tuple[int, int], tuple[float, str, float]] = {}
    for signal in signals:
        row = weights.kinds.get(signal.name)
        if row is None or signal.end <= signal.start:
            continue
        weight = row[chosen] - row[rival]
        place = (signal.start, signal.end)
        total, name, heaviest = by_words.get(place, (0.0, "", 0.0))
        if abs(weight) > abs(heaviest):
            name, heaviest = signal.name, weight
        by_words[place] = (total + weight, name, heaviest)
    for start, end, parts in opinion.words if opinion is not None else ():
        weight = weights.network * (parts[chosen] - parts[rival])
        total, name, heaviest = by_words.get((start, end), (0.0, "", 0.0))
        if abs(weight) > abs(heaviest):
            name, heaviest = "network", weight
        by_words[start, end] = (total + weight, name, heaviest)
    shown = [
        Evidence(start, end, text[start:end], name, round(total, 2))
        for (start, end), (total, name, _) in by_words.items()
        if total >= SHOWN
    ]
    shown.sort(key=lambda one: (-one.weight, one.start))
    return tuple(shown[:MOST_SHOWN])
