"""What is told and what is not: the one place that decides it, for terminal, editor, CI and report alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from okrlint.config import Config
from okrlint.engine.baseline import Baseline, Entry, Known
from okrlint.engine.findings import Finding
from okrlint.engine.ignores import Ignores
from okrlint.engine.keep import Keeper
from okrlint.engine.since import Touched
from okrlint.errors import OkrlintError
from okrlint.model import Document
from okrlint.record import Settled


@dataclass(frozen=True)
class Grounds:
    """What settles findings in one document.

    Attributes:
        config: The configuration that holds there.
        base: The folder from which the configuration's paths count.
        house: The folder of the house's cards.
        baseline: What is known already; None where nobody wrote it down or it does not count.
        touched: What was touched since a commit; None where that does not count.
    """

    config: Config
    base: Path
    house: Path | None = None
    baseline: Baseline | None = None
    touched: Touched | None = None


@dataclass(frozen=True)
class Settlement:
    """The findings of a document, those that stand first apart from those that are settled.

    `gone` are known findings that are there no more; `asides` what is to be said of words that keep nothing.
    """

    standing: tuple[Finding, ...]
    settled: tuple[Finding, ...]
    gone: tuple[Entry, ...]
    asides: tuple[OkrlintError, ...]


def settle(document: Document, findings: Sequence[Finding], grounds: Grounds, in_force: Iterable[str]) -> Settlement:
    """Part findings into those that are told and those that somebody settled.

    A word in the document comes first, then the configuration, then the baseline, then what was not touched: the reason
    that a person gave is worth more than that it was there before. `in_force` are the codes of the rules that ran.
    """
    codes = frozenset(in_force)
    ignores = Ignores(document, findings, grounds.house)
    kept = Keeper(grounds.config.kept, document.path, grounds.base)
    known = Known(grounds.baseline.of(document.path) if grounds.baseline is not None else ())
    needed = grounds.config.reasons_required
    standing, settled = [], []
    for finding in findings:
        word = ignores.of(finding)
        entry = kept.of(finding)
        was_known = known.holds(finding)
        if word is not None and (word.reason or not needed):
            by = Settled("document", word.reason)
        elif entry is not None and (entry.reason or not needed):
            by = Settled("configuration", entry.reason)
        elif was_known:
            by = Settled("baseline")
        elif grounds.touched is not None and not grounds.touched.holds(finding):
            by = Settled("since")
        else:
            standing.append(finding)
            continue
        settled.append(replace(finding, settled=by))
    asides = [
        *ignores.unused(codes),
        *(ignores.without_reason() if needed else ()),
        *kept.unused(document.path, grounds.house, codes),
    ]
    return Settlement(tuple(standing), tuple(settled), tuple(known.stale(codes)), tuple(asides))
