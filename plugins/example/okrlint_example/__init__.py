"""A plugin of okrlint from outside: OKRs in Org-mode, a check of crowding, one rule card, and a report as CSV.

An entry point of the group `okrlint` names this module (see pyproject.toml). okrlint imports it at every start, so it
imports nothing heavy itself: the functions that it hands over fetch what they need when they are called.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.hookspecs import Format, Page, Reporter, hookimpl

if TYPE_CHECKING:
    from okrlint.checks import CheckKind
    from okrlint.model import Document
    from okrlint.review import Review


def _org(path: str, data: bytes) -> Document:
    from okrlint_example.org import read  # noqa: PLC0415 - the reader is imported with the first Org document

    return read(path, data)


def _csv(run: Review, page: Page) -> Iterable[str]:
    from okrlint_example.table import write  # noqa: PLC0415 - a report is imported when it is asked for

    return write(run, page)


@hookimpl
def okrlint_formats() -> Iterable[Format]:
    """Bring the format: what it is called, which file names it reads, and how."""
    return [Format("org", (".org",), _org)]


@hookimpl
def okrlint_checks() -> Iterable[CheckKind]:
    """Bring the kind of check that the card names."""
    from okrlint_example.crowded import CROWDED  # noqa: PLC0415 - it builds on okrlint's own models

    return [CROWDED]


@hookimpl
def okrlint_rules() -> Iterable[Path]:
    """Bring the folder of rule cards, which the wheel carries inside the package."""
    return [Path(__file__).parent / "cards"]


@hookimpl
def okrlint_reports() -> Iterable[Reporter]:
    """Bring the report, for `okrlint check --format csv`."""
    return [Reporter("csv", "check", _csv)]
