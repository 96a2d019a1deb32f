"""What a document's own words, and its configuration, have to say of the rules that look across documents."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.checks import Hit
from okrlint.config.discovery import Origin
from okrlint.engine.across import looks_across
from okrlint.engine.findings import Finding
from okrlint.engine.rulebook import Rule, rules
from okrlint.engine.settle import Grounds, settle
from okrlint.reading.document import ReadDocument
from okrlint.review.origins import base


def rules_across(origin: Origin) -> list[Rule]:
    """Return the rules in force that look across documents."""
    return [rule for rule in rules(origin.config, origin.house, origin.of) if looks_across(rule)]


def hushed(document: ReadDocument, origin: Origin) -> Iterator[tuple[str, str]]:
    """Yield what those rules are not to say of a document, rule and statement: a person settled it.

    A word in the document does, or the configuration's `kept`. What is known already and what was not touched settle
    nothing: they are told of findings, and here there is none yet.
    """
    if not document.document.ignores and not origin.config.kept:
        return
    asked = [_as_if(rule, document, at) for rule in rules_across(origin) for at in range(len(document.statements))]
    grounds = Grounds(origin.config, base(origin), origin.house)
    for one in settle(document.document, asked, grounds, ()).settled:
        assert one.statement is not None
        yield one.card.code, one.statement.ident


def _as_if(rule: Rule, document: ReadDocument, at: int) -> Finding:
    """Return the finding that a rule would have on a statement."""
    one = document.statements[at]
    return Finding(rule.card, rule.severity, document, Hit(one, one.okr_set), document.place(one.statement.text))
