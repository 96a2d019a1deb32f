"""Running the rules that look at a whole organisation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from okrlint.checks.kinds import Met
from okrlint.engine.rulebook import Rule
from okrlint.errors import OkrlintError, PluginError, RuleError
from okrlint.organisation import Organisation


@dataclass(frozen=True, eq=False)
class Found:
    """One rule's verdict on one statement of an organisation."""

    rule: Rule
    met: Met


def looks_across(rule: Rule) -> bool:
    """Whether a rule has something to say of many documents that none of them tells alone."""
    return rule.kind.across is not None


def run_across(whole: Organisation, rules: Iterable[Rule]) -> tuple[Sequence[Found], Sequence[OkrlintError]]:
    """Return what the rules that look across say of an organisation, in the order of its statements, and what failed.

    Of a frame that is still to be filled in, nothing is said.
    """
    found: list[Found] = []
    faults: list[OkrlintError] = []
    for rule in rules:
        if rule.kind.across is None:
            continue
        roles = frozenset(rule.card.applies_to)
        try:
            met = list(rule.kind.across(rule.parameters, roles, whole))
        except Exception as error:  # noqa: BLE001 - a house's own check may raise anything
            faults.append(_fault(rule, error))
            continue
        found += [Found(rule, one) for one in met if not one.stated.frame]
    places = {(one.path, one.ident): at for at, one in enumerate(whole.statements)}
    found.sort(key=lambda one: (places[one.met.stated.path, one.met.stated.ident], one.rule.card.code))
    return found, faults


def _fault(rule: Rule, error: Exception) -> OkrlintError:
    said = f"failed on the organisation: {type(error).__name__}: {error}".rstrip(": ")
    if rule.owner == "okrlint":
        return RuleError(said, culprit=rule.card.code)
    return PluginError(f"rule {rule.card.code} {said}", culprit=rule.owner)
