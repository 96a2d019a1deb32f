"""The conversation in the terminal: a draft, statement by statement, until it says what it means to change."""

from __future__ import annotations

from okrlint.coach.session import Session
from okrlint.coach.talk import Tally, talk

__all__ = ["Session", "Tally", "talk"]
