"""Write docs/accuracy.md and docs/accuracy.fr.md, with their picture, and what rule pages say of their rules.

    python benchmarks/page.py FILE [FILE...] [--network SAID...]

Every figure is that of organisations left out: each was read by weights that never saw it. Those of the rules are
written to rules/measured/accuracy.yaml as well; `okrlint rules pages docs/rules` puts them on the pages.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script: find its sisters

from benchmarks.accuracy import left_out, said_by
from benchmarks.baselines import scores
from benchmarks.chart import reliability
from benchmarks.figures import Agreement, agreement, calibration_error, kappa, macro_f1, side
from benchmarks.rules import by_rule
from okrlint.engine.rulebook import card_named
from okrlint.reading import KINDS, Reading
from okrlint.reading.types import MEASURE_FLAGS, OBJECTIVE_FLAGS

DOCS: Final = Path(__file__).parent.parent / "docs"
MEASURED: Final = DOCS.parent / "rules" / "measured" / "accuracy.yaml"
Pairs = Sequence[tuple[Mapping[str, Any], Reading]]

TEXTS: Final[Mapping[str, Mapping[str, str]]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))


def number(value: float, page: str, digits: int = 2) -> str:
    """Write a figure by the habits of the page's language."""
    return f"{value:.{digits}f}".replace(".", "," if page == "fr" else ".")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table in Markdown, its first column words and the others figures."""
    yield "| " + " | ".join(heads) + " |"
    yield "|---|" + "---:|" * (len(heads) - 1)
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""


def part(
    code: str, page: str, read: Pairs, simple: Mapping[str, tuple[float, float]], told: Mapping[str, Agreement]
) -> Iterator[str]:
    """Yield what a page says of one language."""
    say = TEXTS[page]
    kinds = [(entry["kind"], reading.kind) for entry, reading in read]
    sides = [(side(gold), side(found)) for gold, found in kinds if side(gold) != "other"]
    yield from ("", f"## {say[code]} (n = {len(read)})", "", f"### {say['side']}", "")
    own = (macro_f1(sides, ("work", "outcome")), agreement(sides, "work").precision)
    judges = [*((say.get(name, name), *figures) for name, figures in simple.items()), ("okrlint", *own)]
    yield from table([say["who"], "macro-F1", say["precision"]], [
        [name, number(f1, page, 3), number(precision, page, 3)] for name, f1, precision in judges
    ])  # fmt: skip
    yield from (f"### {say['confusion']}", "", say["confusion_note"], "")
    yield from table(["", *KINDS], [
        [gold, *(str(sum(pair == (gold, found) for pair in kinds)) for found in KINDS)] for gold in KINDS
    ])  # fmt: skip
    yield f"macro-F1 {number(macro_f1(kinds, KINDS), page, 3)}, kappa {number(kappa(kinds), page, 3)}"
    yield from ("", f"### {say['labels']}", "")
    yield from table([say["label"], say["p"], say["r"], "F1", "n"], list(_labels(read, page)))
    yield from (f"### {say['rules']}", "", say["rules_note"], "")
    yield from table([say["rule"], say["p"], say["r"], "n"], [
        [f"{code} {card_named(code).name}", number(of.precision, page), number(of.recall, page), str(of.n)]
        for code, of in sorted(told.items())
    ])  # fmt: skip
    sure = [(reading.confidence, side(entry["kind"]) == side(reading.kind)) for entry, reading in read]
    yield from (f"### {say['sure']}", "", say["sure_note"], "")
    yield f"![{say['picture']}](accuracy-{code}.svg)"
    yield from ("", say["error"] + number(calibration_error(sure), page, 3))


def _labels(read: Pairs, page: str) -> Iterator[list[str]]:
    for flag in (*MEASURE_FLAGS, *OBJECTIVE_FLAGS[1:]):  # the first of the latter follows from the kind
        some = [
            (flag in entry["flags"], flag in reading.flags)
            for entry, reading in read
            if (flag in MEASURE_FLAGS or entry["role"] == "objective") and flag not in entry.get("undecided", ())
        ]
        of = agreement(some)
        yield [flag, number(of.precision, page), number(of.recall, page), number(of.f1, page), str(of.n)]


def main() -> None:
    """Write both pages and a picture a language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--network", nargs="*", type=Path, default=[], metavar="SAID")
    args = parser.parse_args()
    said = said_by(args.network)
    entries = [json.loads(line) for path in args.files for line in path.read_text("utf-8").splitlines() if line]
    measured: dict[str, Mapping[str, Agreement]] = {}
    pages = {page: [TEXTS[page]["intro"].rstrip("\n")] for page in TEXTS}
    for code in sorted({entry["language"] for entry in entries}):
        mine = [entry for entry in entries if entry["language"] == code]
        read, simple = list(left_out(mine, code, said, ())), scores(mine, code)
        measured[code] = told = by_rule(read)
        for page, lines in pages.items():
            lines.extend(part(code, page, read, simple, told))
        sure = [(reading.confidence, side(entry["kind"]) == side(reading.kind)) for entry, reading in read]
        (DOCS / f"accuracy-{code}.svg").write_text(reliability(sure), "utf-8")
    for page, lines in pages.items():
        (DOCS / ("accuracy.md" if page == "en" else f"accuracy.{page}.md")).write_text("\n".join(lines) + "\n", "utf-8")
    MEASURED.write_text("".join(figures(measured)), "utf-8")


def figures(measured: Mapping[str, Mapping[str, Agreement]]) -> Iterator[str]:
    """Yield the figures of the rules as YAML, by code and then by language."""
    yield "# How far a rule can be trusted, by language; benchmarks/page.py writes it with docs/accuracy.md.\n"
    for code in sorted({code for told in measured.values() for code in told}):
        yield f"{code}:\n"
        for language, told in measured.items():
            if code in told:
                of = told[code]
                yield f"  {language}: {{precision: {of.precision:.2f}, recall: {of.recall:.2f}, n: {of.n}}}\n"


if __name__ == "__main__":
    main()
