"""Forgetting what was read of configurations and cards: for a process that outlives a change of them."""

from __future__ import annotations

from okrlint.config import discovery
from okrlint.engine import baseline, bridges, git, known, real, rulebook, since, state
from okrlint.review.made import forget as forget_rules
from okrlint.review.origins import forget as forget_configurations


def forget() -> None:
    """Read configurations, cards, bridges, baselines and the state of repositories anew when they are next asked for.

    Plugins stay loaded, and so do languages.
    """
    forget_configurations()
    forget_rules()
    for each in (discovery, baseline, bridges, git, known, real, rulebook, since, state):
        each.forget()
