"""Rule cards: what a coach edits. Data with its texts, its sources and its examples, and no Python."""

from __future__ import annotations

from okrlint.cards.bridge import Bridge, Change
from okrlint.cards.card import Card, Family, Severity
from okrlint.cards.profile import Profile
from okrlint.cards.shelf import builtin_rules, override, read_bridges, read_cards, read_overrides, read_profiles

__all__ = [
    "Bridge",
    "Card",
    "Change",
    "Family",
    "Profile",
    "Severity",
    "builtin_rules",
    "override",
    "read_bridges",
    "read_cards",
    "read_overrides",
    "read_profiles",
]
