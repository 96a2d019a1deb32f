"""Check-ins as people write them on one line: a value, a confidence, what was learnt, what was decided."""

from __future__ import annotations

from okrlint.model import CheckIn, Source, Text
from okrlint_formats.drafts import day, decision, number, share
from okrlint_formats.inline import cut, part
from okrlint_formats.labels import Label, label


def check_in(source: Source, text: Text, rest: Text, found: Label) -> CheckIn:
    """Read `Check-in 2026-05-04: 34 %; confidence: 0.6; learning: …; decision: adjust`.

    What stands first without a label is the value; the parts end with a semicolon.
    """
    values: dict[str, Text] = {}
    at = 0
    for piece in rest.text.split(";"):
        words = part(source, rest, at, at + len(piece))
        at += len(piece) + 1
        named = label(words.text)
        key = str(named.meaning) if named else "value" if not values else "learning"
        if words.text:
            values[key] = cut(source, words, named.length) if named else words
    return CheckIn(
        on=day(text.text[: found.length]),
        value=number(values["value"].text) if "value" in values else None,
        confidence=share(values["confidence"].text) if "confidence" in values else None,
        learning=values.get("learning"),
        decision=decision(values["decision"].text) if "decision" in values else None,
    )
