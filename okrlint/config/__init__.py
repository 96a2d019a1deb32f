"""What a house decides: found from the checked file's own folder upwards, validated, and traceable."""

from __future__ import annotations

from okrlint.config.discovery import Origin, config_for, find_file, find_house
from okrlint.config.model import Config, FailOn, Formats, Kept, RuleSetting
from okrlint.config.near import nearest

__all__ = [
    "Config",
    "FailOn",
    "Formats",
    "Kept",
    "Origin",
    "RuleSetting",
    "config_for",
    "find_file",
    "find_house",
    "nearest",
]
