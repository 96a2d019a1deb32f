"""A reliability chart as a small SVG: how often a verdict is right, by how sure it says it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

SIZE, MARGIN = 320, 40
BINS: Final = 10


def reliability(pairs: Iterable[tuple[float, bool]]) -> str:
    """Return the picture of (confidence, right) pairs; a dot's area is the number of verdicts that it stands for."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in pairs:
        held[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    dots = [
        (sum(sure for sure, _ in each) / len(each), sum(right for _, right in each) / len(each), len(each))
        for each in held
        if each
    ]
    return "\n".join(_picture(dots)) + "\n"


def _picture(dots: list[tuple[float, float, int]]) -> Iterator[str]:
    width = SIZE + 2 * MARGIN
    most = max((count for _, _, count in dots), default=1)
    box = f'viewBox="0 0 {width} {width}" width="{width}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {box} font-family="sans-serif" font-size="12">'
    yield f'<rect width="{width}" height="{width}" fill="#fff"/>'
    for tenth in range(0, 11, 2):
        at = tenth / 10
        yield f'<line x1="{_x(at)}" y1="{_y(0)}" x2="{_x(at)}" y2="{_y(1)}" stroke="#ddd"/>'
        yield f'<line x1="{_x(0)}" y1="{_y(at)}" x2="{_x(1)}" y2="{_y(at)}" stroke="#ddd"/>'
        yield f'<text x="{_x(at)}" y="{_y(0) + 18}" text-anchor="middle">{tenth * 10} %</text>'
        yield f'<text x="{_x(0) - 6}" y="{_y(at) + 4}" text-anchor="end">{tenth * 10} %</text>'
    yield f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#888" stroke-dasharray="4 4"/>'
    points = " ".join(f"{_x(x)},{_y(y)}" for x, y, _ in dots)
    yield f'<polyline fill="none" stroke="#0b5" stroke-width="2" points="{points}"/>'
    for x, y, count in dots:
        radius = 2 + 8 * (count / most) ** 0.5
        yield f'<circle cx="{_x(x)}" cy="{_y(y)}" r="{radius:.1f}" fill="#0b5"><title>n = {count}</title></circle>'
    yield "</svg>"


def _x(value: float) -> float:
    return round(MARGIN + value * SIZE, 1)


def _y(value: float) -> float:
    return round(MARGIN + (1 - value) * SIZE, 1)
