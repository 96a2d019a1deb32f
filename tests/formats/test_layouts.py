"""Golden layouts: small documents in the shapes people write, each with what is to be read out of it beside it.

`layouts/NAME.md` (or `.mdx`, `.html`, `.txt`) is the document, `layouts/NAME.read.yaml` the sets that it holds: texts,
owners, scores and the other fields, and nothing where a document holds no OKR.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from okrlint.engine.formats import read_document
from okrlint.model import Document, Initiative, KeyResult, Objective, OkrSet, Statement, Text
from tests.formats.test_spans import assert_all_cut

LAYOUTS = Path(__file__).parent / "layouts"
DOCUMENTS = sorted(path for path in LAYOUTS.iterdir() if not path.name.endswith(".read.yaml"))
LISTS = ("objectives", "key_results", "initiatives")
#: What is compared of a set and of a statement: whatever its author wrote beside its words.
OF_A_SET = ("team", "cycle", "level", "organisation", "owner")
OF_A_STATEMENT = (
    "owner", "annotation", "status", "score", "priority", "commitment", "language", "metric", "baseline", "target",
    "unit", "deadline", "source", "confidence", "kind", "decision", "rationale",
)  # fmt: skip


def told(document: Document) -> list[dict[str, Any]]:
    """Return the sets of a document as the golden files write them."""
    return [_held(one, OF_A_SET) for one in document.sets]


def _held(one: OkrSet | Statement, names: tuple[str, ...]) -> dict[str, Any]:
    fields = {name: getattr(one, name, None) for name in names}
    held = {name: each.text if isinstance(each, Text) else each for name, each in fields.items() if each is not None}
    for name in LISTS:
        if below := getattr(one, name, ()):
            held[name] = [_statement(each) for each in below]
    return held


def _statement(one: Objective | KeyResult | Initiative) -> str | dict[str, Any]:
    held = _held(one, OF_A_STATEMENT)
    return {one.role: one.text.text, **held} if held else one.text.text


def short(written: dict[str, Any]) -> dict[str, Any]:
    """Return a golden set in which a statement with nothing but its words is only its words."""
    held = dict(written)
    for name in LISTS:
        if name in held:
            held[name] = [one if isinstance(one, str) else short(one) for one in held[name]]
    return held


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_layout_is_read_as_its_author_meant_it(path: Path) -> None:
    """Every statement in its place, with its fields, and every text where its span says."""
    wanted = yaml.safe_load(path.with_suffix(".read.yaml").read_text("utf-8"))["sets"]
    document = read_document(path.name, path.read_bytes())

    assert told(document) == [short(one) for one in wanted]
    assert_all_cut(document)


def test_both_languages_have_their_layouts() -> None:
    """French equals English, and no golden file stands alone."""
    goldens = {path.name.removesuffix(".read.yaml") for path in LAYOUTS.glob("*.read.yaml")}

    assert goldens == {path.stem for path in DOCUMENTS}
    assert len(DOCUMENTS) >= 40
