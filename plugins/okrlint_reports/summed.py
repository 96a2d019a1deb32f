"""The few lines that sum a review up, below a page or above a comment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from okrlint.errors import ReadError
from okrlint.hookspecs import Page
from okrlint_reports.lay import where
from okrlint_reports.words import counted, words

if TYPE_CHECKING:
    from okrlint.review import Review


def summary(review: Review, page: Page) -> Iterator[str]:
    """Yield, line by line, how many key results describe a change, how many work, and what to talk of first."""
    if not review.documents:
        return
    said = words(page.language or _main_language(review))
    results = review.key_results
    changes = sum(one.kind == "outcome" for one in results)
    work = sum(one.is_work for one in results)
    other = len(results) - changes - work
    if results:
        opening = said["count_one"] if len(results) == 1 else said["count"].format(n=len(results))
        parts = [counted(said, "change", changes), counted(said, "work", work)]
        parts += [counted(said, "other", other)] if other else []
        yield opening + ", ".join(parts) + "."
    elif any(one.frame for each in review.documents for one in each.statements):
        yield said["only_frames"]
    elif any(each.statements for each in review.documents):
        yield said["no_key_result"]
    asking = [(document, note) for document, note in review.notes if note.question]
    document, first = min(asking, key=lambda entry: entry[1].worth, default=(None, None))
    if document is not None and first is not None:
        place = f"{document.path}:{where(first.finding.place)}"
        yield f"{said['first']}{said['colon']} {first.question} ({place})"
    elif any(each.statements for each in review.documents) and not work:
        yield said["no_notes"]
    yield from _not_told(review, said)
    unread = len({error.culprit for error in review.errors if isinstance(error, ReadError)})
    if unread:
        yield counted(said, "failed", unread)


def _not_told(review: Review, said: Mapping[str, str]) -> Iterator[str]:
    """Yield how many findings somebody settled, and how many known ones are gone; nothing where there are none."""
    why = Counter(one.settled.by for each in review.documents for one in each.settled if one.settled)
    kept = why["document"] + why["configuration"]
    counts = (("kept", kept), ("known", why["baseline"]), ("untouched", why["since"]))
    parts = [counted(said, name, number) for name, number in counts if number]
    if parts:
        yield f"{said['not_told']}{said['colon']} {', '.join(parts)}."
    gone = sum(len(each.gone) for each in review.documents)
    if gone:
        yield counted(said, "gone", gone)


def _main_language(review: Review) -> str:
    spoken = Counter(each.language for each in review.documents for _ in each.statements)
    return spoken.most_common(1)[0][0] if spoken else "en"
