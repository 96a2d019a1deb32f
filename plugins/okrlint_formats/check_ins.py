"""Check-ins as people write them on one line: a value, a confidence, what was learnt, what was decided."""

from __future__ import annotations

from okrlint.model import CheckIn, Source, Text
from okrlint_formats.drafts import day, decision, number, share
from okrlint_formats.inline import cut, part
from okrlint_formats.labels import Label, label


def check_in(source: Source, text: Text, rest: Text, found: Label) -> CheckIn:
    """Read `Check-in 2026-05-04: 34 %; confidence: 0.6; learning: …; decision: adjust`.

    What stands first without a label is the value; the parts end with a semicolon, but not with an escaped one.
    """
    values: dict[str, Text] = {}
    ends = [at for at, sign in enumerate(rest.text) if sign == ";" and not _is_escaped(source, rest, at)]
    for begin, end in zip([0, *(at + 1 for at in ends)], [*ends, len(rest.text)], strict=True):
        words = part(source, rest, begin, end)
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


def _is_escaped(source: Source, text: Text, at: int) -> bool:
    """Whether a character was written with a backslash before it, or as an entity."""
    begin, _ = text.offsets(at, at + 1)
    before = source.text[max(begin - 50, 0) : begin]
    backslashes = len(before) - len(before.rstrip("\\"))
    return source.text[begin] != text.text[at] or backslashes % 2 == 1
