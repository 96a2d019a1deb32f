"""What simple means reach on the same statements: the commonest side, a number as the sign, a verb list, plain text.

    python benchmarks/baselines.py FILE [FILE...]

The text classifier (words and character n-grams, logistic regression) is trained on the other organisations of FILE,
fold by fold, as the reading is; the verb list is the language's own list of verbs of making, asked of the first word.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script: find its sisters

from benchmarks.figures import agreement, macro_f1, side
from benchmarks.folds import deal
from okrlint.engine.languages import language
from okrlint.reading import analyse

Entries = Sequence[dict[str, Any]]


def majority(entries: Entries, code: str) -> list[str]:
    """Say the commonest side of everything."""
    del code
    commonest = Counter(side(entry["kind"]) for entry in entries).most_common(1)[0][0]
    return [commonest] * len(entries)


def has_number(entries: Entries, code: str) -> list[str]:
    """Take whatever holds a target for an outcome, as many checklists do."""
    spoken = language(code)
    return [
        "outcome" if analyse(entry["text"], entry["role"], spoken).quantities.targets else "work" for entry in entries
    ]


def verb_list(entries: Entries, code: str) -> list[str]:
    """Take whatever begins with a verb of making for work."""
    spoken = language(code)
    firsts = (next(iter(analyse(entry["text"], entry["role"], spoken).tokens), None) for entry in entries)
    return ["work" if first is not None and first.has("make", "finish", "make_noun") else "outcome" for first in firsts]


def text_classifier(entries: Entries, code: str) -> list[str]:
    """Learn the side from words and characters of the other organisations."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - slow to import
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline, make_union  # noqa: PLC0415

    del code
    said = [""] * len(entries)
    for fold in deal(entries):
        train = [entry for entry in entries if entry["organisation"] not in fold]
        model = make_pipeline(
            make_union(
                TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
                TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
            ),
            LogisticRegression(C=10.0, max_iter=2000, class_weight="balanced"),
        )
        model.fit([entry["text"] for entry in train], [side(entry["kind"]) for entry in train])
        for index, entry in enumerate(entries):
            if entry["organisation"] in fold:
                said[index] = str(model.predict([entry["text"]])[0])
    return said


BASELINES: dict[str, Callable[[Entries, str], list[str]]] = {
    "the commonest side": majority,
    "has a number": has_number,
    "begins with a verb of making": verb_list,
    "text classifier": text_classifier,
}


def scores(entries: Entries, code: str) -> dict[str, tuple[float, float]]:
    """Return macro-F1 of work against outcome and precision of work, for each baseline."""
    figures = {}
    for name, say in BASELINES.items():
        pairs = [(side(entry["kind"]), said) for entry, said in zip(entries, say(entries, code), strict=True)]
        pairs = [pair for pair in pairs if pair[0] != "other"]
        figures[name] = (macro_f1(pairs, ("work", "outcome")), agreement(pairs, "work").precision)
    return figures


def main() -> None:
    """Print the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    args = parser.parse_args()
    entries = [json.loads(line) for path in args.files for line in path.read_text("utf-8").splitlines() if line]
    for code in sorted({entry["language"] for entry in entries}):
        mine = [entry for entry in entries if entry["language"] == code]
        for name, (f1, precision) in scores(mine, code).items():
            print(f"{code}  {name:<30} macro-F1 {f1:.3f}  precision of work {precision:.3f}  n={len(mine)}")


if __name__ == "__main__":
    main()
