"""What a document itself says is discussed and kept: which findings it speaks of, and which word speaks of none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from okrlint.cards.card import LETTERS
from okrlint.config.near import nearest
from okrlint.engine.findings import Finding
from okrlint.engine.rulebook import cards
from okrlint.errors import Aside
from okrlint.model import Document, Ignore, walk


class Ignores:
    """The words of a document that keep findings, each with the lines it speaks for.

    A word on a line of a statement speaks for that line. A word on a line of its own speaks for the statement, or the
    set, that comes next.
    """

    def __init__(self, document: Document, findings: Sequence[Finding], house: Path | None) -> None:
        self._path = document.path
        self._codes = _codes(house) if document.ignores else {}
        begins = {(one.text.span.line, one.text.span.end_line) for one, _, _ in walk(document)}
        begins |= {(one.span.line, one.span.end_line) for one in findings if one.statement is None}
        self._lines = [(one, _spoken_for(one, begins)) for one in document.ignores]
        self._used: set[int] = set()

    def of(self, finding: Finding) -> Ignore | None:
        """Return the word that keeps a finding, if there is one."""
        code = finding.card.code
        one = finding.statement
        span = one.statement.text.span if one is not None else finding.span
        for at, (ignore, lines) in enumerate(self._lines):
            named = not ignore.rules or any(code in self._codes.get(rule.lower(), ()) for rule in ignore.rules)
            if named and (ignore.whole or (lines is not None and lines[0] <= span.line and span.end_line <= lines[1])):
                self._used.add(at)
                return ignore
        return None

    def unused(self, in_force: frozenset[str]) -> Iterator[Aside]:
        """Yield what to say of words that name no rule, or that speak of nothing that the rules in force noticed."""
        for at, (ignore, _) in enumerate(self._lines):
            unknown = [rule for rule in ignore.rules if rule.lower() not in self._codes]
            for rule in unknown:
                yield self._aside(f"no rule {rule!r}{nearest(rule, self._codes)}", ignore)
            named = {code for rule in ignore.rules for code in self._codes.get(rule.lower(), ())}
            if at not in self._used and not unknown and named <= in_force:
                what = ", ".join(ignore.rules) or "any rule"
                yield self._aside(f"this keeps nothing: {what} has nothing to say here", ignore)

    def without_reason(self) -> Iterator[Aside]:
        """Yield what to say of words that give no reason, where the house asks for one."""
        for ignore, _ in self._lines:
            if not ignore.reason:
                yield self._aside("this keeps nothing: the house asks for a reason (`-- why`)", ignore)

    def _aside(self, what: str, ignore: Ignore) -> Aside:
        span = ignore.text.span
        if span.cell:
            return Aside(what, culprit=f"{self._path}:{span.cell}")
        return Aside(what, culprit=self._path, line=span.line, column=span.column)


def _spoken_for(ignore: Ignore, begins: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the lines that a word speaks for; None where nothing stands on its line or comes after it."""
    first, last = ignore.lines
    here = [lines for lines in begins if lines[0] <= last and first <= lines[1]]
    if here:
        return min(first, *(lines[0] for lines in here)), max(last, *(lines[1] for lines in here))
    return min((lines for lines in begins if lines[0] > last), default=None)


def _codes(house: Path | None) -> Mapping[str, frozenset[str]]:
    """Return the codes that a word may mean, by code, name and family."""
    every = [card for _, card in cards(house)]
    found = {word: frozenset({card.code}) for card in every for word in (card.code.lower(), card.name)}
    for family, letters in LETTERS.items():
        codes = frozenset(card.code for card in every if card.family == family)
        found |= {family: codes, letters.lower(): codes}
    return found
