"""okrlint stands in a spaCy pipeline as a component that spaCy itself finds by its entry point."""

from __future__ import annotations

import pickle

import pytest
import spacy

import okrlint


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Cut the average reply time from 4 h to 2 h", "outcome"),
        ("fr", "Lancer trois campagnes d’affichage", "output"),
    ],
)
def test_a_pipe_puts_the_reading_on_the_document(language: str, text: str, kind: str) -> None:
    """The reading is the one that the library gives, in the pipeline's language."""
    nlp = spacy.blank(language)
    nlp.add_pipe("okrlint")

    doc = nlp(text)

    assert doc._.okrlint == okrlint.read(text, language=language)
    assert doc._.okrlint.kind == kind


def test_the_words_that_carried_the_verdict_are_spans_of_the_document() -> None:
    """Each span is labelled by its signal and stands where the evidence stands."""
    nlp = spacy.blank("en")
    nlp.add_pipe("okrlint")

    doc = nlp("Publish 12 guides for new carers")

    assert doc._.okrlint_words
    for span, each in zip(doc._.okrlint_words, doc._.okrlint.evidence, strict=True):
        assert span.label_ == each.signal
        assert span.start_char <= each.start < each.end <= span.end_char


def test_the_role_is_set_for_the_pipe_or_for_one_document() -> None:
    """A document's own role wins over the pipe's."""
    nlp = spacy.blank("en")
    nlp.add_pipe("okrlint", config={"role": "initiative"})
    own = nlp.make_doc("Launch the new portal")
    own.user_data["okrlint_role"] = "objective"

    assert "is_initiative_posing_as_objective" not in nlp("Launch the new portal")._.okrlint.flags
    assert "is_initiative_posing_as_objective" in nlp(own)._.okrlint.flags


def test_many_documents_go_through_in_order() -> None:
    """`nlp.pipe` gives every document its own reading."""
    nlp = spacy.blank("en")
    nlp.add_pipe("okrlint")
    texts = [f"Train {number} nurses" for number in range(2, 30)]

    targets = [doc._.okrlint.measure.target for doc in nlp.pipe(texts)]

    assert targets == [float(number) for number in range(2, 30)]


def test_the_component_travels_to_other_processes() -> None:
    """Components are pickled when spaCy works on several processes."""
    nlp = spacy.blank("en")
    component = nlp.add_pipe("okrlint")

    assert pickle.loads(pickle.dumps(component)) == component  # noqa: S301 - our own bytes of a moment ago
