"""What one statement means: its kind, its measure, its vague words, and the words that carried the verdict."""

from __future__ import annotations

from okrlint.reading.language import Grammar, Language
from okrlint.reading.reader import analyse, read_statement, read_statements
from okrlint.reading.types import FLAGS, KINDS, WORK, Evidence, Kind, Measure, Reading, Slice

__all__ = [
    "FLAGS",
    "KINDS",
    "WORK",
    "Evidence",
    "Grammar",
    "Kind",
    "Language",
    "Measure",
    "Reading",
    "Slice",
    "analyse",
    "read_statement",
    "read_statements",
]
