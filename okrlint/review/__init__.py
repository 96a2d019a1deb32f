"""A review of what paths stand for: what a command gathers and a reporter shows."""

from __future__ import annotations

from okrlint.review.documents import Outlined, documents, outline_all, read_all
from okrlint.review.made import Asked, Review, Reviewed, examined, fails, review

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
