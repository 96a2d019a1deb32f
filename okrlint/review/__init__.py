"""A review of what paths stand for: what a command gathers and a reporter shows.

Loaded name by name when it is asked for: where nothing changed since last time, nothing is read.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from okrlint.review.documents import Outlined, documents, outline_all, read_all
    from okrlint.review.made import Reviewed, examined
    from okrlint.review.origins import Asked
    from okrlint.review.result import Review, fails
    from okrlint.review.reviewed import review

_HOMES = {
    "Asked": "origins",
    "Outlined": "documents",
    "Review": "result",
    "Reviewed": "made",
    "documents": "documents",
    "examined": "made",
    "fails": "result",
    "outline_all": "documents",
    "read_all": "documents",
    "review": "reviewed",
}

__all__ = [
    "Asked",
    "Outlined",
    "Review",
    "Reviewed",
    "documents",
    "examined",
    "fails",
    "outline_all",
    "read_all",
    "review",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is asked for
    if name not in _HOMES:
        raise AttributeError(f"module 'okrlint.review' has no attribute {name!r}")
    return getattr(import_module(f"okrlint.review.{_HOMES[name]}"), name)
