"""The page of a rule as a file that an editor can open."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

from okrlint.coaching.page import page_of
from okrlint.coaching.page_as import as_markdown
from okrlint.config import find_house
from okrlint.engine.rulebook import card_named


def page_file(code: str, language: str) -> Path:
    """Write the page of a rule where only this user reads it, and return its path; raise ConfigError for no rule."""
    page = page_of(card_named(code, find_house(Path.cwd())), language)
    path = _folder() / f"{page.code}.{page.language}.md"
    path.write_text(as_markdown(page), "utf-8")
    return path


@lru_cache(maxsize=1)
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="okrlint-rules-"))
