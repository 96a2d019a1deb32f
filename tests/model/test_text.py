"""Texts know where they stand, documents are frozen, and a walk goes in the order of the page."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from okrlint.model import (
    CheckIn,
    Document,
    Initiative,
    KeyResult,
    Objective,
    OkrSet,
    Piece,
    Source,
    Statement,
    Text,
    walk,
)

PAGE = "A loose line\nDepots stay clean\nRiders come back\nAsk ten riders\n30 riders rebook\nSend a card"
SOURCE = Source("a.md", PAGE)


def cut(words: str) -> Text:
    """Return some words of the page with their place."""
    start = PAGE.index(words)
    return SOURCE.cut(start, start + len(words))


def page(**more: object) -> Document:
    """Return the page as a document, its parts in another order than they were written."""
    card = Initiative(text=cut("Send a card"))
    rebook = KeyResult(text=cut("30 riders rebook"), initiatives=(card,))
    come_back = Objective(
        text=cut("Riders come back"), key_results=(rebook,), initiatives=(Initiative(text=cut("Ask ten riders")),)
    )
    clean = KeyResult(text=cut("Depots stay clean"))
    return Document.model_validate(
        {
            "path": "a.md",
            "format": "markdown",
            "source": SOURCE,
            "statements": (Statement(text=cut("A loose line")),),
            "sets": (OkrSet(key_results=(clean,), objectives=(come_back,)),),
            **more,
        }
    )


def test_a_text_without_pieces_counts_from_its_span() -> None:
    """Characters of the text stand one for one in the source."""
    text = cut("riders rebook")

    assert SOURCE.text[slice(*text.offsets(7, 13))] == "rebook"
    assert str(text) == "riders rebook"


@pytest.mark.parametrize(
    ("start", "end", "raw"),
    [
        pytest.param(0, 4, "Grow", id="inside the bold"),
        pytest.param(5, 11, "riders", id="after the bold"),
        pytest.param(2, 8, "ow** rid", id="over the markup between"),
        pytest.param(0, 11, "Grow** riders", id="the whole"),
    ],
)
def test_a_text_in_pieces_finds_its_characters_over_the_markup(start: int, end: int, raw: str) -> None:
    """Markup between the pieces lies inside the stretch, markup around it outside."""
    source = Source("a.md", "- **Grow** riders\n")
    pieces = (Piece(text="Grow", start=4, end=8), Piece(text=" riders", start=10, end=17))
    text = Text(text="Grow riders", span=source.span(4, 17), pieces=pieces)

    assert source.text[slice(*text.offsets(start, end))] == raw


def test_an_escape_is_taken_whole() -> None:
    r"""The place of a character written as `\u00e9` is that of the six characters."""
    source = Source("a.json", r'"Pass\u00e9e"')
    pieces = (
        Piece(text="Pass", start=1, end=5),
        Piece(text="é", start=5, end=11, verbatim=False),
        Piece(text="e", start=11, end=12),
    )
    text = Text(text="Passée", span=source.span(1, 12), pieces=pieces)

    assert source.text[slice(*text.offsets(4, 5))] == r"\u00e9"
    assert source.text[slice(*text.offsets(3, 6))] == r"s\u00e9e"


def test_offsets_past_the_last_piece_stay_at_its_end() -> None:
    """Nothing points outside what was written."""
    source = Source("a.md", "ab cd")
    text = Text(text="ab", span=source.span(0, 2), pieces=(Piece(text="ab", start=0, end=2),))

    assert text.offsets(2, 9) == (2, 2)


def test_a_walk_goes_down_the_page() -> None:
    """Statements come in the order of their places, whatever part of the tree holds them."""
    assert [statement.text.text for statement, _, _ in walk(page())] == PAGE.split("\n")


def test_a_walk_tells_what_a_statement_stands_under() -> None:
    """Key results and initiatives know their objective and set; a loose line has neither."""
    under = {
        statement.text.text: (objective.text.text if objective else None, okr_set is not None)
        for statement, objective, okr_set in walk(page())
    }

    assert under == {
        "Riders come back": (None, True),
        "30 riders rebook": ("Riders come back", True),
        "Send a card": ("Riders come back", True),
        "Ask ten riders": ("Riders come back", True),
        "Depots stay clean": (None, True),
        "A loose line": (None, False),
    }


def test_a_walk_over_nothing_yields_nothing() -> None:
    """A document may hold no statement."""
    assert list(walk(page(sets=(), statements=()))) == []


def test_a_role_belongs_to_its_model() -> None:
    """A key result cannot be told to be an objective."""
    assert [statement.role for statement, _, _ in walk(page())] == [
        "unknown", "key_result", "objective", "initiative", "key_result", "initiative",
    ]  # fmt: skip
    with pytest.raises(ValidationError):
        KeyResult.model_validate({"text": cut("Send a card"), "role": "objective"})


def test_a_document_is_frozen_down_to_its_texts() -> None:
    """Nobody can change what was read, at any depth."""
    document = page()
    statement, _, _ = next(iter(walk(document)))

    for model, name in (
        (document, "path"),
        (statement, "owner"),
        (statement.text, "text"),
        (statement.text.span, "line"),
    ):
        with pytest.raises(ValidationError, match="frozen"):
            setattr(model, name, None)


def test_an_unknown_field_is_refused() -> None:
    """A slip of a plugin shows at once."""
    with pytest.raises(ValidationError, match="confidense"):
        KeyResult.model_validate({"text": cut("30 riders rebook"), "confidense": 0.5})


@pytest.mark.parametrize("confidence", [-0.1, 1.1, 70])
def test_a_confidence_lies_between_0_and_1(confidence: float) -> None:
    """A percentage is for the format to turn into a share."""
    with pytest.raises(ValidationError, match="confidence"):
        KeyResult(text=cut("30 riders rebook"), confidence=confidence)
    with pytest.raises(ValidationError, match="confidence"):
        CheckIn(confidence=confidence)
