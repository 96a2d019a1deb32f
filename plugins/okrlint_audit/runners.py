"""Runners of one machine: in this process, or in several."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Final

from okrlint.errors import RunnerError
from okrlint.hookspecs import Runner, Settings

#: Jobs that wait for each process, so that none ever waits for a job.
AHEAD: Final = 2


def _here(function: Callable[[Any], Any], jobs: Iterable[Any], settings: Settings) -> Iterator[tuple[int, Any]]:
    """Do one job after the other."""
    del settings
    for at, job in enumerate(jobs):
        yield at, function(job)


def _processes(function: Callable[[Any], Any], jobs: Iterable[Any], settings: Settings) -> Iterator[tuple[int, Any]]:
    """Hand jobs out to processes.

    Where a process can be forked, what all of them need is loaded once, before they part.
    """
    method = "fork" if sys.platform == "linux" else "spawn"
    if method == "fork":
        _warm()
    drawn = enumerate(jobs)
    under_way: dict[Future[Any], int] = {}
    pool = ProcessPoolExecutor(settings.processes, multiprocessing.get_context(method))
    try:
        while True:
            for at, job in islice(drawn, AHEAD * settings.processes + settings.processes - len(under_way)):
                under_way[pool.submit(function, job)] = at
            if not under_way:
                return
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                yield under_way.pop(future), future.result()
    except BrokenProcessPool:
        raise RunnerError("a process died before its work was done", culprit="runner processes") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _warm() -> None:
    """Load what every process needs: the languages and the rules."""
    from okrlint.engine.languages import languages, read  # noqa: PLC0415 - only where work is handed out
    from okrlint.engine.rulebook import cards  # noqa: PLC0415 - as above

    cards()
    for one in languages():
        read("12 %", "key_result", one.code)


HERE: Final = Runner("here", _here)
PROCESSES: Final = Runner("processes", _processes)
