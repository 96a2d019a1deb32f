"""What a written form did not carry: a document beside what is read from the form again.

Places differ, and so does what was left out; all that the author said must be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from okrlint.errors import OkrlintError, ReadError
from okrlint.model import Document, Link, OkrSet, Span, Statement, Text

_LIST_NAMES: Final = {"key_results": "key result", "check_ins": "check-in"}


@dataclass(frozen=True)
class Lost:
    """Something that was said and is not there again: what it was, where it stood, and in which part of the document.

    `part` is the set or the loose statement it belongs to, None where it is the document's own.
    """

    what: str
    span: Span | None
    part: OkrSet | Statement | None


def lost(before: Document, after: Document) -> Iterator[Lost]:
    """Yield everything of a document that is not in another, in order."""
    if before.language != after.language:
        yield Lost("language", None, None)
    for name in ("sets", "statements"):
        parts: Sequence[OkrSet | Statement] = getattr(before, name)
        for part, again in _pairs(parts, getattr(after, name)):
            for what, span in _missing(part, again, name[:-1], _first_span(part)):
                yield Lost(what, span, part if isinstance(part, OkrSet | Statement) else None)


def gaps(whole: Document, again: Document, documents: Sequence[Document], name: str) -> list[OkrlintError]:
    """Return one error for each thing that a written form did not carry, at the place where it stood.

    `whole` is what was written, made of `documents` one after the other; `again` is what was read from it.
    """
    parts = [*whole.sets, *whole.statements]
    paths = [one.path for one in documents for _ in one.sets] + [one.path for one in documents for _ in one.statements]
    of = {id(part): path for part, path in zip(parts, paths, strict=True)}
    found: list[OkrlintError] = []
    for each in lost(whole, again):
        path = of.get(id(each.part), documents[0].path)
        span = each.span
        culprit = f"{path}:{span.cell}" if span and span.cell else path
        line, column = (span.line, span.column) if span and not span.cell else (None, None)
        found.append(
            ReadError(
                f"{name} cannot hold the {each.what.replace('_', ' ')}", culprit=culprit, line=line, column=column
            )
        )
    return found


def same(before: Document, after: Document) -> bool:
    """Whether two documents say the same."""
    return not list(lost(before, after)) and not list(lost(after, before))


def _missing(one: object, again: object, name: str, near: Span | None) -> Iterator[tuple[str, Span | None]]:
    if isinstance(one, Text):
        if not isinstance(again, Text) or again.text != one.text:
            yield name, one.span
    elif isinstance(one, tuple):
        yield from _missing_of_list(one, again if isinstance(again, tuple) else (), name, near)
    elif isinstance(one, BaseModel):
        near = one.text.span if isinstance(one, Statement) else near
        if type(again) is not type(one):
            yield _called(one, name), near
            return
        for key in type(one).model_fields:
            sentence = key == "text" and isinstance(one, Statement)
            called = f"sentence of this {_called(one, name)}" if sentence else key
            yield from _missing(getattr(one, key), getattr(again, key), called, near)
    elif one is not None and one != again:
        yield name, near


def _missing_of_list(
    held: tuple[object, ...], again: tuple[object, ...], name: str, near: Span | None
) -> Iterator[tuple[str, Span | None]]:
    if name == "links":
        held, again = _by_kind(held), _by_kind(again)
    for one, other in _pairs(held, again):
        yield from _missing(one, other, _LIST_NAMES.get(name, name.removesuffix("s")), near)


def _pairs(held: Sequence[object], again: Sequence[object]) -> Iterator[tuple[object, object]]:
    """Put a list beside another; where some are missing, the others are still put beside their own."""
    if len(held) == len(again):
        yield from zip(held, again, strict=True)
        return
    at = 0
    for one in held:
        found = next((place for place in range(at, len(again)) if _words(again[place]) == _words(one)), None)
        yield one, again[found] if found is not None else None
        at = found + 1 if found is not None else at


def _words(one: object) -> object:
    """Return what a thing of a list is known by."""
    if isinstance(one, Statement):
        return one.text.text
    if isinstance(one, OkrSet):
        first = next(iter((*one.objectives, *one.key_results, *one.initiatives)), None)
        return first.text.text if first else None
    return str(one.target) if isinstance(one, Link) else getattr(one, "on", None)


def _by_kind(links: Sequence[object]) -> tuple[object, ...]:
    return tuple(sorted(links, key=lambda one: one.kind if isinstance(one, Link) else ""))


def _called(one: object, name: str) -> str:
    if isinstance(one, Statement):
        return {"key_result": "key result", "unknown": "statement"}.get(one.role, one.role)
    return f"link ({one.kind.replace('_', ' ')})" if isinstance(one, Link) else name


def _first_span(part: object) -> Span | None:
    if isinstance(part, Statement):
        return part.text.span
    if isinstance(part, OkrSet):
        first = next(iter((*part.objectives, *part.key_results, *part.initiatives)), None)
        return first.text.span if first else None
    return None
