"""Sentences that somebody else proposes, a model for instance: asked for by name, and checked by the rules in force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from okrlint.coaching.note import Note
from okrlint.config import nearest
from okrlint.engine.read import read
from okrlint.engine.rulebook import Rule
from okrlint.errors import ConfigError, OkrlintError, PluginError
from okrlint.hookspecs import Ask, Rewriter
from okrlint.model.change import Reword, changed
from okrlint.plugins.host import Plugin, host
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint.record import Proposal

#: More proposals, or longer ones, are not read.
MOST: Final = 3
LONGEST: Final = 300
_FIGURE: Final = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")


def rewriters(settings: Mapping[str, Mapping[str, Any]]) -> list[tuple[Plugin, Rewriter, Mapping[str, Any]]]:
    """Return the rewriters that a configuration names, with their settings.

    Raises:
        ConfigError: No plugin brings one of that name.
    """
    known: dict[str, tuple[Plugin, Rewriter]] = {
        one.name: (plugin, one) for plugin, one in host().gather("okrlint_rewrites")
    }
    for name in settings:
        if name not in known:
            there = ", ".join(sorted(known)) or "none"
            raise ConfigError(f"rewrites: nobody rewrites as {name!r} (there are: {there}){nearest(name, known)}")
    return [(*known[name], given) for name, given in settings.items()]


def with_proposals(
    document: ReadDocument, notes: Sequence[Note], rules: Sequence[Rule], settings: Mapping[str, Mapping[str, Any]]
) -> tuple[list[Note], list[OkrlintError]]:
    """Return notes with what rewriters propose, and what went wrong; a rewriter that failed once is not asked again.

    Only a note on one statement that offers a frame is asked about: there a better sentence is wanted.
    """
    faults: list[OkrlintError] = []
    asked = list(rewriters(settings))
    made: list[Note] = []
    for note in notes:
        one = note.finding.statement
        if one is None or not note.rewrite or len(note.gathered) > 1:
            made.append(note)
            continue
        found: list[Proposal] = []
        for entry in list(asked):
            plugin, rewriter, given = entry
            try:
                texts = list(_lines(rewriter.rewrite(_ask(note, one), given)))
            except ConfigError as error:
                faults.append(error)
                asked.remove(entry)
                continue
            except Exception as error:  # noqa: BLE001 - a stranger's rewriter may raise anything
                faults.append(PluginError(f"{rewriter.name} proposed nothing: {_said(error)}", culprit=plugin.label))
                asked.remove(entry)
                continue
            standing = (text for text in texts if _stands(document, one, text, rules, note))
            found += [Proposal(text, rewriter.name) for text in dict.fromkeys(standing)][:MOST]
        made.append(replace(note, proposals=tuple(found)) if found else note)
    return made, faults


def _said(error: Exception) -> str:
    first = str(error).strip().splitlines()
    return first[0] if first else type(error).__name__


def _ask(note: Note, one: ReadStatement) -> Ask:
    return Ask(one.text, one.role, note.language, note.question, note.rewrite)


def _lines(given: Iterable[str]) -> Iterator[str]:
    """Yield the sentences of what was given, a line each, without the marks of a list and quotation marks."""
    for text in given:
        for line in text.splitlines():
            words = re.sub(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+", "", line).strip().strip('"“”«»*').strip()
            if words and len(words) <= LONGEST:
                yield words


def _stands(document: ReadDocument, one: ReadStatement, text: str, rules: Sequence[Rule], note: Note) -> bool:
    """Whether a sentence is free of what the note is about, of new faults, and of figures that nobody gave."""
    if text == one.text or not set(_FIGURE.findall(text)) <= set(_FIGURE.findall(one.text)):
        return False
    again = read(next(changed(document.document, one.statement, Reword(text))), None, document.today)
    new = next(each for each in again.statements if each.ident == one.ident)
    if new.reading.language != one.reading.language:
        return False
    before, after = _drawn(document, one.ident, rules), _drawn(again, one.ident, rules)
    return note.finding.card.code not in after and not after - before


def _drawn(document: ReadDocument, ident: str, rules: Sequence[Rule]) -> set[str]:
    """Return the codes of the rules on wording that a statement draws."""
    return {
        rule.card.code
        for rule in rules
        if rule.severity != "info"
        for hit in rule.kind.run(rule.parameters, frozenset(rule.card.applies_to), document)
        if hit.statement is not None and hit.statement.ident == ident
    }
