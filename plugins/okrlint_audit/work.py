"""The work that a runner hands out: some documents under their configurations, each to become a leaf."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from okrlint.config.discovery import Origin
from okrlint.engine.findings import Finding
from okrlint.engine.languages import remember
from okrlint.errors import OkrlintError
from okrlint.organisation import groups_of, stated_of
from okrlint.review import Asked, Reviewed
from okrlint.review.across import hushed, rules_across
from okrlint.review.made import look
from okrlint.review.sources import Found
from okrlint_audit.leaf import Leaf, Told, Voice, dumped

#: Equal sentences are read once: an organisation says many things more than once.
REMEMBERED = 20_000


@dataclass(frozen=True)
class Job:
    """Some documents, each with the place of its configuration among those of the job.

    Configurations travel as bytes, so that whoever does many jobs knows those again that it has met.
    """

    files: tuple[tuple[Found, int], ...]
    origins: tuple[bytes, ...]
    fast: bool = False


@dataclass(frozen=True)
class Done:
    """What became of one document: a leaf as text, or none, and what there is to say of it."""

    leaf: str | None
    errors: tuple[OkrlintError, ...] = ()


def work(job: Job) -> list[Done]:
    """Return what becomes of each document of a job, in order; nothing that is wrong with one stops the others."""
    remember(REMEMBERED)
    # What is known already is no news to a commit; a coach asks how things stand.
    asked = Asked(fast=job.fast, baseline=False)
    done = []
    origins = [_origin(packed) for packed in job.origins]
    for file, place in job.files:
        origin = origins[place]
        reviewed, faults = look(file, _alone(job.origins[place]), asked)
        done.append(Done(dumped(_leaf(reviewed, origin)) if reviewed is not None else None, tuple(faults)))
    return done


@lru_cache(maxsize=256)
def _origin(packed: bytes) -> Origin:
    """Return a configuration as it was before its way; the bytes come from whoever hands out the work."""
    origin: Origin = pickle.loads(packed)  # noqa: S301 - as above
    return origin


@lru_cache(maxsize=256)
def _alone(packed: bytes) -> Origin:
    """Return a configuration whose rules that look across documents are off: the organisation has their word."""
    origin = _origin(packed)
    codes = [rule.card.code for rule in rules_across(origin)]
    config = origin.config.model_copy(update={"ignore": (*origin.config.ignore, *codes)})
    return replace(origin, config=config)


def _leaf(reviewed: Reviewed, origin: Origin) -> Leaf:
    document = reviewed.document
    numbers = {id(one): at for at, one in enumerate(document.document.sets)}
    return Leaf(
        path=document.document.path,
        format=document.document.format,
        language=document.language,
        groups=tuple(groups_of(document)),
        statements=tuple(stated_of(document)),
        told=tuple(_told(one, numbers) for one in reviewed.findings),
        voices=tuple(_voices(reviewed, numbers)),
        hushed=tuple(hushed(document, origin)),
    )


def _told(one: Finding, numbers: dict[int, int]) -> Told:
    ident = one.statement.ident if one.statement is not None else ""
    return Told(one.card.code, one.card.family, ident, numbers.get(id(one.hit.okr_set), -1))


def _voices(reviewed: Reviewed, numbers: dict[int, int]) -> Iterator[Voice]:
    for note in reviewed.notes:
        finding = note.finding
        single = finding.statement is not None and len(note.gathered) == 1
        yield Voice(
            code=finding.card.code,
            family=finding.card.family,
            severity=finding.severity,
            ident=finding.statement.ident if single and finding.statement is not None else "",
            number=numbers.get(id(finding.hit.okr_set), -1),
            count=len(note.gathered),
            worth=finding.card.value,
            language=note.language,
            title=note.title,
            message=note.message,
            question=note.question,
            frames=note.rewrite,
            tentative=note.tentative,
        )
