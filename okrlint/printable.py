"""Text from outside as a terminal may show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Control characters, which command a terminal, and those that turn the direction of writing around. Not tab and line
#: feed, nor the marks that name a direction and turn nothing.
_COMMANDS: Final = (
    *range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)
)  # fmt: skip
_SHOWN: Final[Mapping[int, str]] = dict.fromkeys(_COMMANDS, "\ufffd")


def printable(text: str) -> str:
    """Return a text of the same length in which nothing commands a terminal: U+FFFD stands for what would."""
    return text.translate(_SHOWN)
