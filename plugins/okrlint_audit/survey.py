"""The survey: every document of an organisation made a leaf, those that are known taken from the cache."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from okrlint.config.discovery import Origin
from okrlint.engine.cache import Cache
from okrlint.engine.state import key
from okrlint.errors import Aside, OkrlintError, RunnerError
from okrlint.hookspecs import Runner, Settings
from okrlint.review.origins import found
from okrlint.review.sources import Found
from okrlint_audit.leaf import SHAPE, is_whole
from okrlint_audit.spool import Spool
from okrlint_audit.work import Job, work

#: Bytes of documents in a job: some hundred statements, so that handing them over costs little beside reading them.
JOB: Final = 24_000
#: So many files are looked up at once in what is known.
AT_ONCE: Final = 256
#: Seconds after which what was read is written down: a run that is cut off has lost no more.
EVERY: Final = 5.0


@dataclass
class Survey:
    """What came of reading an organisation: leaves in a spool, and what went wrong.

    `taken` documents were known; `left` those that a runner that gave up did not reach; `places` their files.
    """

    spool: Spool = field(default_factory=Spool)
    errors: list[OkrlintError] = field(default_factory=list)
    documents: int = 0
    taken: int = 0
    left: int = 0
    gave_up: RunnerError | None = None


@dataclass(frozen=True)
class Way:
    """How to survey: by which runner, under which settings, asking no model (`fast`), and told as it goes.

    `tell` is called with how many files are done, and of how many.
    """

    runner: Callable[[int], Runner]
    settings: Settings
    fast: bool = False
    tell: Callable[[int, int], object] = max  # nobody is told


def survey(paths: Sequence[str], way: Way, cache: Cache | None, given: Mapping[str, Any] | None = None) -> Survey:
    """Read what paths stand for.

    Raises:
        ConfigError: The command line asks for something that does not exist.
    """
    made = Survey()
    unread: list[tuple[int, Found, Origin, str]] = []
    errors: dict[int, list[OkrlintError]] = {}
    place = 0
    for place, (one, name, text) in enumerate(_looked_up(paths, way, cache, given), 1):
        if isinstance(one, OkrlintError):
            errors[place] = [one]
        elif text is not None:
            made.spool.put(place, one[0].path, text)
            made.taken += 1
        else:
            unread.append((place, *one, name))
    made.documents = made.taken + _read(unread, way, cache, made, errors, place)
    said: set[str] = set()
    for at in sorted(errors):
        for error in errors[at]:
            # A broken configuration fails every file below it in the same words.
            if str(error) not in said:
                said.add(str(error))
                made.errors.append(error)
    if made.gave_up is not None:
        made.errors.append(made.gave_up)
    return made


def _looked_up(
    paths: Sequence[str], way: Way, cache: Cache | None, given: Mapping[str, Any] | None
) -> Iterator[tuple[tuple[Found, Origin] | OkrlintError, str, str | None]]:
    """Yield every file or error, with its key and its leaf if that is known."""
    batch: list[tuple[tuple[Found, Origin] | OkrlintError, str]] = []
    for one in found(paths, given=given):
        name = (
            key(one[0].path, one[0].data, one[1], {"audit": SHAPE, "fast": way.fast})
            if cache and not isinstance(one, OkrlintError)
            else ""
        )
        batch.append((one, name))
        if len(batch) == AT_ONCE:
            yield from _known(batch, cache)
            batch = []
    yield from _known(batch, cache)


def _known(
    batch: Sequence[tuple[tuple[Found, Origin] | OkrlintError, str]], cache: Cache | None
) -> Iterator[tuple[tuple[Found, Origin] | OkrlintError, str, str | None]]:
    known = cache.get(filter(None, (name for _, name in batch))) if cache is not None else {}
    for one, name in batch:
        text = known.get(name)
        yield one, name, text if text is not None and is_whole(text) else None


def _read(
    unread: Sequence[tuple[int, Found, Origin, str]],
    way: Way,
    cache: Cache | None,
    made: Survey,
    errors: dict[int, list[OkrlintError]],
    total: int,
) -> int:
    """Have documents read; return how many became leaves."""
    # The network multiplies small matrices: threads cost more there than they save, and fight with other processes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    jobs = list(_jobs(unread))
    runner = way.runner(sum(len(file.data) for _, file, _, _ in unread))
    read = reached = 0
    written = time.monotonic()
    packed = (_packed([unread[at] for at in places], way) for places in jobs)
    try:
        for number, done in runner.run(work, packed, way.settings):
            for at, one in zip(jobs[number], done, strict=True):
                place, file, _, name = unread[at]
                reached += 1
                errors[place] = list(one.errors)
                if one.leaf is not None:
                    made.spool.put(place, file.path, one.leaf)
                    read += 1
                    if cache is not None and all(isinstance(error, Aside) for error in one.errors):
                        cache.put(name, one.leaf)
            way.tell(total - len(unread) + reached, total)
            if cache is not None and time.monotonic() - written > EVERY:
                cache.close()
                written = time.monotonic()
    except RunnerError as error:
        made.gave_up = error
        made.left = len(unread) - reached
    finally:
        if cache is not None:
            cache.close()
    return read


def _jobs(unread: Sequence[tuple[int, Found, Origin, str]]) -> Iterator[list[int]]:
    """Yield the places of the documents of each job."""
    job: list[int] = []
    size = 0
    for at, (_, file, _, _) in enumerate(unread):
        job.append(at)
        size += len(file.data)
        if size >= JOB:
            yield job
            job, size = [], 0
    if job:
        yield job


def _packed(files: Sequence[tuple[int, Found, Origin, str]], way: Way) -> Job:
    origins = list({id(origin): origin for _, _, origin, _ in files}.values())
    places = {id(origin): at for at, origin in enumerate(origins)}
    return Job(
        files=tuple((file, places[id(origin)]) for _, file, origin, _ in files),
        origins=tuple(map(pickle.dumps, origins)),
        fast=way.fast,
    )
