"""Figures of agreement: precision, recall, F1, macro-F1 and Cohen's kappa over pairs of (gold, read)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

Pairs = Sequence[tuple[Hashable, Hashable]]


class Agreement(NamedTuple):
    """Precision, recall and F1 of one label, and how often it holds."""

    precision: float
    recall: float
    f1: float
    n: int


def agreement(pairs: Pairs, label: Hashable = True) -> Agreement:  # noqa: FBT002 - True is the label of a yes or no
    """Return how well a label is found."""
    hit = sum(gold == read == label for gold, read in pairs)
    found = sum(read == label for _, read in pairs)
    wanted = sum(gold == label for gold, _ in pairs)
    precision = hit / found if found else 0.0
    recall = hit / wanted if wanted else 0.0
    both = precision + recall
    return Agreement(precision, recall, 2 * precision * recall / both if both else 0.0, wanted)


def macro_f1(pairs: Pairs, labels: Iterable[Hashable]) -> float:
    """Return the mean F1 over those labels that occur in the gold."""
    present = [label for label in labels if any(gold == label for gold, _ in pairs)]
    return sum(agreement(pairs, label).f1 for label in present) / len(present) if present else 0.0


def kappa(pairs: Pairs) -> float:
    """Return Cohen's kappa: agreement beyond what the two distributions would give by chance."""
    if not pairs:
        return 0.0
    number = len(pairs)
    same = sum(gold == read for gold, read in pairs) / number
    left, right = Counter(gold for gold, _ in pairs), Counter(read for _, read in pairs)
    chance = sum(left[label] * right[label] for label in left) / number**2
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


def side(kind: str) -> str:
    """Return the side of a kind: work, outcome, or other (guideline, section 4)."""
    return "work" if kind in {"activity", "output"} else kind if kind == "outcome" else "other"


def calibration_error(pairs: Iterable[tuple[float, bool]], bins: int = 10) -> float:
    """Return the expected calibration error: the mean gap between confidence and accuracy, bin by bin."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in pairs:
        held[min(int(confidence * bins), bins - 1)].append((confidence, right))
    total = sum(map(len, held))
    gaps = (abs(sum(confidence for confidence, _ in each) - sum(right for _, right in each)) for each in held if each)
    return sum(gaps) / total if total else 0.0
