"""The guideline's worked examples are read as it labels them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from okrlint.engine.languages import language
from okrlint.reading import Reading, read_statement

#: Lies beside the checkout, where the corpus is at hand; it is not part of what is installed.
EXAMPLES = Path(__file__).parents[2].parent / "shared" / "corpus" / "worked_examples.jsonl"
ROWS: list[dict[str, Any]] = (
    [json.loads(line) for line in EXAMPLES.read_text("utf-8").splitlines() if line.strip()]
    if EXAMPLES.is_file()
    else []
)
#: Objectives have no labels of measure.
KEY_RESULTS = [row for row in ROWS if row["role"] == "key_result"]
NUMBERED = [pytest.param(row, id=f"line {number}") for number, row in enumerate(ROWS, 1)]
MEASURED = [one for one in NUMBERED if one.values[0] in KEY_RESULTS]

pytestmark = pytest.mark.skipif(not ROWS, reason="the corpus is not at hand")


def reading_of(row: dict[str, Any]) -> Reading:
    """Read an example in the role and the language that it is labelled for."""
    return read_statement(row["text"], row["role"], language(row["lang"]))


@pytest.mark.parametrize("flag", ["has_target", "has_baseline", "has_deadline"])
@pytest.mark.parametrize("row", MEASURED)
def test_targets_starts_and_deadlines_are_as_labelled(row: dict[str, Any], flag: str) -> None:
    """These follow from the numbers and dates alone, and hold line by line."""
    assert (flag in reading_of(row).flags) is row[flag]


def test_at_least_so_many_key_results_have_their_unit_as_labelled() -> None:
    """68 of 69 are right today; the count may rise and not fall."""
    right = [row for row in KEY_RESULTS if ("has_unit" in reading_of(row).flags) is row["has_unit"]]

    assert len(right) >= 68


def test_at_least_so_many_kinds_are_as_labelled() -> None:
    """76 of 84 are right today; the count may rise and not fall."""
    right = [row for row in ROWS if reading_of(row).kind == row["kind"]]

    assert len(right) >= 76


@pytest.mark.parametrize(("code", "least"), [("en", 47), ("fr", 29)])
def test_neither_language_pays_for_the_other(code: str, least: int) -> None:
    """Of 54 English kinds and 30 French ones, so many are right today."""
    right = [row for row in ROWS if row["lang"] == code and reading_of(row).kind == row["kind"]]

    assert len(right) >= least
