"""Dealing statements into folds, whole organisations at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

FOLDS = 10


def deal(entries: Sequence[Mapping[str, Any]], number: int = FOLDS) -> list[set[str]]:
    """Deal the organisations of statements into folds of like size; the same entries give the same folds."""
    sizes = Counter(entry["organisation"] for entry in entries)
    dealt: list[set[str]] = [set() for _ in range(min(number, len(sizes)))]
    for name in sorted(sizes, key=lambda name: (-sizes[name], name)):
        min(dealt, key=lambda fold: sum(sizes[one] for one in fold)).add(name)
    return dealt
