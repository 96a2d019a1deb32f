"""What the rules that look across documents say of an organisation, as notes by statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from okrlint.coaching.met import worded
from okrlint.config import config_for
from okrlint.engine.across import Found, run_across
from okrlint.engine.rulebook import rules
from okrlint.errors import OkrlintError
from okrlint.organisation import Organisation
from okrlint_audit.leaf import Voice

Spot = tuple[str, str]


def crossed(
    whole: Organisation, hushed: frozenset[tuple[str, str, str]], given: Mapping[str, object] | None
) -> tuple[Mapping[Spot, Sequence[Voice]], Sequence[OkrlintError]]:
    """Return notes by document and statement, and what failed.

    The rules are those that hold where the audit is run. `hushed` are what a person settled: document, rule, statement.
    """
    origin = config_for(Path.cwd(), given)
    found, faults = run_across(whole, rules(origin.config, origin.house, origin.of))
    notes: dict[Spot, list[Voice]] = defaultdict(list)
    for one in found:
        spot = (one.met.stated.path, one.met.stated.ident)
        if (spot[0], one.rule.card.code, spot[1]) not in hushed:
            notes[spot].append(_voice(one))
    return notes, faults


def _voice(found: Found) -> Voice:
    said, card, one = worded(found), found.rule.card, found.met.stated
    return Voice(
        code=card.code,
        family=card.family,
        severity=found.rule.severity,
        ident=one.ident,
        number=one.number,
        count=1,
        worth=card.value,
        language=said.language,
        title=said.title,
        message=said.message,
        question=said.question,
        frames=said.rewrite,
        tentative=False,
    )
