"""Which idea of the reader carries how many documents: each is switched off in turn, and the documents read again.

    python benchmarks/ideas.py DOCUMENTS.jsonl FOLDER

`DOCUMENTS.jsonl` holds a line a statement that should be found (`path`, `text`, `role`), FOLDER the documents below the
same paths. A statement counts as found where the folded texts are nine tenths alike. An idea carries a document where
its F1 falls by a twentieth or more without the idea. Names and paths of documents are never printed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from unittest.mock import patch  # to take an idea away, one needs to stand in its place; nothing is tested with it

from okrlint.engine.formats import read_document
from okrlint.errors import OkrlintError
from okrlint.model import walk
from okrlint.reading.fold import fold
from okrlint_formats import levels, outline, roles, shapes, statement, tables
from okrlint_formats.asides import Cut
from okrlint_formats.labels import ROLES, heading, label

#: By how much the F1 of a document falls where an idea carries it.
CARRIES = 0.05
ALIKE = 0.9
Change = tuple[object, str, object]


def _without_role(found: Any) -> Any:  # noqa: ANN401 - a label or none
    return None if found is not None and found.meaning in ROLES else found


def _nothing(*_: object, **__: object) -> None:
    return None


def _no(*_: object, **__: object) -> bool:
    return False


def _below(_source: object, _node: object, place: Any, *_: object, **__: object) -> str | None:  # noqa: ANN401 - a place
    return place.below if place.below in ROLES else None


def _whole(_source: object, text: Any) -> Cut:  # noqa: ANN401 - a text of the model
    return Cut(text)


NEVER = re.compile(r"(?!)")
#: What is put in the place of what, to take an idea away.
IDEAS: dict[str, list[Change]] = {
    "labels before a statement (`KR 2:`)": [
        (outline, "label", lambda text: _without_role(label(text))),
        (outline, "heading", lambda text: _without_role(heading(text))),
        (tables, "label", _nothing),
    ],
    "titles that say what stands below them": [
        (outline, "title", _nothing),
        (outline, "introduces", _nothing),
        (roles, "title", _nothing),
    ],
    "roles by nesting and level": [(roles, "role_of_item", _below)],
    "typography (bold lines, bold rows)": [(outline, "_STRONG", NEVER)],
    "table headers": [(roles, "rows_of", _nothing)],
    "owners and tags before a sentence": [
        (roles, "owned", lambda _source, text, _known: (text, None)),
        (levels, "is_tagged", _no),
        (roles, "is_tagged", _no),
    ],
    "telling prose and links from statements": [
        (levels, "is_prose", _no),
        (levels, "is_away", _no),
        (roles, "is_prose", _no),
        (roles, "is_away", _no),
    ],
    "cutting off what stands around a sentence": [
        (outline, "leading", _whole),
        (statement, "trailing", _whole),
    ],
    "keys of YAML and JSON by their meaning": [(shapes, "_MEANS", {})],
}


@contextmanager
def without(idea: str | None) -> Iterator[None]:
    """Take an idea away for as long as the context lasts."""
    patches = [patch.object(where, name, new) for where, name, new in IDEAS.get(idea or "", [])]
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()


def figures(wanted: dict[str, list[str]], folder: Path) -> dict[str, float]:
    """Return the F1 of each document."""
    return {path: _f1(texts, _read(folder, path)) for path, texts in wanted.items()}


def _read(folder: Path, path: str) -> list[str]:
    try:
        document = read_document(path, (folder / path).read_bytes())
    except (OkrlintError, OSError):
        return []
    return [fold(one.text.text) for one, _, _ in walk(document)]


def _f1(wanted: list[str], found: list[str]) -> float:
    rest, hits = list(found), 0
    for text in wanted:
        best = text if text in rest else next((one for one in rest if _alike(text, one)), None)
        if best is not None:
            rest.remove(best)
            hits += 1
    return 2 * hits / (len(wanted) + len(found)) if wanted or found else 1.0


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 0.35 * max(len(one), 8):
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def main(argv: list[str] | None = None, tell: Callable[[str], None] = print) -> int:
    """Print the table and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args(argv)
    wanted: dict[str, list[str]] = defaultdict(list)
    for line in args.gold.read_text("utf-8").splitlines():
        entry = json.loads(line)
        wanted[entry["path"]].append(fold(entry["text"]))
    with without(None):
        whole = figures(wanted, args.folder)
    tell(f"{len(whole)} documents, macro-F1 {sum(whole.values()) / len(whole):.3f} with every idea\n")
    tell("| idea | documents that it carries | macro-F1 without it |")
    tell("|---|---|---|")
    for idea in IDEAS:
        with without(idea):
            less = figures(wanted, args.folder)
        carried = sum(whole[path] - less[path] >= CARRIES for path in whole)
        tell(f"| {idea} | {carried} | {sum(less.values()) / len(less):.3f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
