"""Rule cards: what a coach edits. Data with its texts, its sources and its examples, and no Python."""

from __future__ import annotations

from okrlint.cards.bridge import Bridge, Change
from okrlint.cards.card import Card, Family, Severity, Source
from okrlint.cards.measured import Measured
from okrlint.cards.profile import Profile
from okrlint.cards.shelf import (
    builtin_rules,
    override,
    read_bridges,
    read_cards,
    read_measured,
    read_overrides,
    read_profiles,
)

__all__ = [
    "Bridge",
    "Card",
    "Change",
    "Family",
    "Measured",
    "Profile",
    "Severity",
    "Source",
    "builtin_rules",
    "override",
    "read_bridges",
    "read_cards",
    "read_measured",
    "read_overrides",
    "read_profiles",
]
