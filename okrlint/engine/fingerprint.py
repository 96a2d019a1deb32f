"""What a finding is known by when lines move: its rule, and the words that it speaks of."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from typing import Final

from okrlint.engine.findings import Finding
from okrlint.model import OkrSet

#: Hexadecimal digits: enough that no organisation meets two alike, short enough for a line of JSON.
LENGTH: Final = 16


def fingerprint(finding: Finding) -> str:
    """Return the fingerprint of a finding, as hexadecimal digits.

    It does not hold the path, the line, the severity or the language of the note. Blanks, case and the form of accents
    make no difference; another sentence does, and is talked about anew. A set is known by its organisation, its team
    and its cycle; one that bears no name, by its objectives.
    """
    one = finding.statement
    parts = [one.role, one.text] if one is not None else list(_of_set(finding.hit.okr_set))
    words = [word.text for word in finding.hit.words]
    told = "\0".join([finding.card.code, *map(_plain, parts), "", *map(_plain, words)])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _of_set(okr_set: OkrSet | None) -> Iterable[str]:
    if okr_set is None:
        return ()
    names = [each.text for each in (okr_set.organisation, okr_set.team, okr_set.cycle) if each is not None]
    return ("set", *(names or [one.text.text for one in okr_set.objectives]))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
