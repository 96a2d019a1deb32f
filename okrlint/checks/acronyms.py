"""Checks of short forms that nobody outside the team can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from okrlint.checks.kinds import CheckKind, Hit, Parameters, at
from okrlint.reading.document import ReadDocument
from okrlint.reading.types import Slice

#: Two to six capitals, digits among them at most behind the first ("B2B", "CRMs"). With an accent it is a word that is
#: written large.
_SHORT: Final = re.compile(r"(?<![\w&./#@-])[A-Z][A-Z0-9&]{1,5}(?=s?(?![\w./-]))")
#: A quarter, a half, an objective, a result, a priority: how OKRs are numbered, in both languages.
_NUMBERED: Final = re.compile(r"(?:Q|T|H|S|FY|O|OKR|KR|RC|P|V|W|M|L|N|I)\d*")
#: A statement of which more than this share is in capitals is loud, not short.
_LOUD: Final = 0.6


class Acronyms(Parameters):
    """Fires where a short form in capitals is explained neither in the document nor in `known` or `glossary`.

    Explained is one that stands in brackets behind a word, or has a word in brackets behind it. Each is told once,
    where it stands first. `known` are those that everybody reads; `glossary` is the house's own.
    """

    known: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()


def _acronyms(parameters: Acronyms, roles: frozenset[str], document: ReadDocument) -> Iterator[Hit]:
    told = {name.upper() for name in (*parameters.known, *parameters.glossary)}
    told |= _explained(document.document.source.text)
    for one in document.statements:
        if one.role not in roles or _is_loud(one.text):
            continue
        found: list[Slice] = []
        for match in _SHORT.finditer(one.text):
            name = match.group()
            if name.upper() in told or _NUMBERED.fullmatch(name):
                continue
            told.add(name.upper())
            found.append(Slice(match.start(), match.end(), name))
        if found:
            yield at(one, tuple(found))


def _is_loud(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > _LOUD * len(letters)


def _explained(source: str) -> set[str]:
    """Return the short forms that a text explains: `time to first byte (TTFB)`, `TTFB (time to first byte)`."""
    behind = re.findall(r"\(\s?([A-ZÀ-Þ][A-ZÀ-Þ0-9&]{1,5})s?\s?\)", source)
    before = re.findall(
        r"(?<!\w)([A-ZÀ-Þ][A-ZÀ-Þ0-9&]{1,5})s?\s?(?:\((?=[^)\d]{6,})|[:=]\s(?=[a-zà-þ]+ [a-zà-þ]))", source
    )
    return {name.upper() for name in (*behind, *before)}


ACRONYMS = CheckKind("acronyms", Acronyms, _acronyms)
