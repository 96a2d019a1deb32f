"""okrlint as a component of a spaCy pipeline: `nlp.add_pipe("okrlint")`, and the reading on `doc._.okrlint`.

spaCy finds it by the entry point group `spacy_factories`; nothing of okrlint is imported before the pipe is added.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from okrlint import Reading, read

#: The attribute of a document, and of a span, that holds the reading.
ATTRIBUTE = "okrlint"


@dataclass(frozen=True)
class Reader:
    """Reads every document that passes as one statement.

    Attributes:
        role: `objective`, `key_result`, `initiative` or `unknown`; a document's own `user_data["okrlint_role"]` wins.
        language: The language to read in; None to take the pipeline's where okrlint knows it.
    """

    role: str = "key_result"
    language: str | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its reading."""
        doc._.set(ATTRIBUTE, self.read(doc.text, doc.user_data.get("okrlint_role", self.role)))
        return doc

    def read(self, text: str, role: str) -> Reading:
        """Read one text."""
        return read(text, role=role, language=self.language)


def words(doc: Doc) -> list[Span]:
    """Return the words that carried the verdict as spans of the document, heaviest first, labelled by their signal.

    A word that spaCy cuts elsewhere is widened to whole tokens.
    """
    reading: Reading | None = doc._.get(ATTRIBUTE)
    spans = (
        doc.char_span(each.start, each.end, label=each.signal, alignment_mode="expand")
        for each in (reading.evidence if reading else ())
    )
    return [span for span in spans if span is not None]


@Language.factory("okrlint", assigns=[f"doc._.{ATTRIBUTE}"], default_config={"role": "key_result", "language": None})
def make(nlp: Language, name: str, role: str, language: str | None) -> Reader:  # noqa: ARG001 - spaCy hands over the name
    """Make the component; a pipeline of a language that okrlint does not read has its texts recognised one by one."""
    for attribute, options in ((ATTRIBUTE, {"default": None}), ("okrlint_words", {"getter": words})):
        if not Doc.has_extension(attribute):
            Doc.set_extension(attribute, **options)
    from okrlint.engine.languages import knows  # noqa: PLC0415 - not before a pipe is made

    return Reader(role, language or (nlp.lang if knows(nlp.lang) else None))
