"""What a rule that looks across documents says of a statement, in words: title, message, why, question, frames."""

from __future__ import annotations

from dataclasses import dataclass

from okrlint.cards.card import texts_in
from okrlint.coaching.slots import fill
from okrlint.engine.across import Found
from okrlint.engine.languages import language


@dataclass(frozen=True)
class Worded:
    """A finding across documents as a person reads it; `okrlint.coaching.Note` says what each text is."""

    language: str
    title: str
    message: str
    why: str
    question: str
    rewrite: tuple[str, ...]


def worded(found: Found) -> Worded:
    """Put a finding across documents into words, in the language of its statement."""
    one = found.met.stated
    code, texts = texts_in(found.rule.card, one.language)
    typeset = language(code).typeset
    filled = {"statement": one.text.rstrip(" ."), "metric": one.metric, **found.met.slots}
    filled = {name: " ".join(value.split()) for name, value in filled.items() if value}
    frame = fill(texts.frame, filled)
    return Worded(
        language=code,
        title=typeset(texts.title),
        message=typeset(fill(texts.noticed, filled) or texts.noticed[-1]),
        why=typeset(texts.why),
        question=typeset(fill(texts.question, filled) or texts.question[-1]),
        rewrite=(typeset(frame[0].upper() + frame[1:]),) if frame else (),
    )
