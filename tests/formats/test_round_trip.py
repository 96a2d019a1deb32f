"""What is written in a format is read from it again, whatever stands in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrlint.engine.carried import lost, same
from okrlint.engine.formats import format_to_write, read_document, write_document
from okrlint.model import Document
from tests.documents import LOOSE, TREES

LANGUAGES = st.sampled_from(["en", "fr"])


def again(document: Document, name: str, language: str) -> tuple[Document, str]:
    """Return a document written in a format and read from it again, and what was written."""
    data = write_document(document, name, language)
    suffix = format_to_write(name).suffixes[0]
    return read_document(f"okr{suffix}", data), data.decode("utf-8", "replace")


@pytest.mark.parametrize("name", ["yaml", "json", "markdown", "csv", "xlsx"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(document=TREES, language=LANGUAGES)
def test_a_tree_is_read_again(name: str, document: Document, language: str) -> None:
    """Every field of every statement, with labels in either language."""
    found, written = again(document, name, language)

    assert [each.what for each in lost(document, found)] == [], written
    assert same(document, found), written


@pytest.mark.parametrize("name", ["yaml", "json", "csv", "xlsx"])
@settings(max_examples=60)
@given(document=LOOSE, language=LANGUAGES)
def test_a_list_of_statements_is_read_again(name: str, document: Document, language: str) -> None:
    """It stays a list, in which the absence of an owner says nothing."""
    found, written = again(document, name, language)

    assert same(document, found), written


@pytest.mark.parametrize("value", [45395624.489254, 0.1 + 0.2, 123456789012345.0, 1e-7, -1914.0])
@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_a_number_of_more_digits_than_a_sheet_is_trusted_with_is_read_again(name: str, value: float) -> None:
    """It is written as text, so that nothing is rounded away."""
    text = f"objectives:\n- objective: Boats leave\n  check_ins:\n  - {{date: 2031-07-15, value: {value!r}}}\n"
    document = read_document("okr.yaml", text.encode())

    found, written = again(document, name, "en")

    assert same(document, found), written
