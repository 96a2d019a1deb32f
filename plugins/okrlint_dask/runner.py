"""Jobs handed out to Dask: to the workers of a scheduler somewhere, or of a cluster on this machine.

Dask itself gives a job to another worker where one dies, and work to a worker that joins late. What is done here is to
keep few jobs under way, and to give up in a sentence where it cannot go on.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from importlib import metadata
from itertools import islice
from typing import Any, Final

import dask
import distributed

from okrlint.errors import RunnerError
from okrlint.hookspecs import Settings

#: Jobs that wait for each thread of a worker, so that none ever waits for a job.
AHEAD: Final = 2
#: Seconds between two looks at who is there.
LOOK: Final = 1.0
#: Seconds to wait for a scheduler, and for a first worker or another one where all are gone.
PATIENCE: Final = 30.0
HERE: Final = "the cluster of this machine"
#: Workers look at themselves many times a second, for a page that nobody opens here; each time, the work waits.
_QUIET: Final = {
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.admin.tick.interval": "1s",
    "distributed.worker.profile.enabled": False,
    # Dask has freed memory given back at once, and then asks for it anew for each sentence.
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": 134_217_728,
}


def run(function: Callable[[Any], Any], jobs: Iterable[Any], settings: Settings) -> Iterator[tuple[int, Any]]:
    """Yield what became of each job, as they are done.

    Raises:
        RunnerError: There is no scheduler, or it is gone; no worker is left; a job kills whoever takes it; a worker has
            another okrlint.
    """
    with _client(settings) as client:
        task = _Task(function, metadata.version("okrlint"))
        drawn = enumerate(jobs)
        under_way: dict[distributed.Future, int] = {}
        crew = _Crew(client, settings.scheduler or HERE)
        while True:
            for at, job in islice(drawn, max(0, AHEAD * crew.threads() - len(under_way))):
                under_way[client.submit(task, job, pure=False)] = at
            if not under_way:
                return
            for future in crew.wait(under_way):
                yield under_way.pop(future), _result(future, crew)


class _Task:
    """A function as a worker calls it: only where it is the same okrlint that asks and answers."""

    def __init__(self, function: Callable[[Any], Any], version: str) -> None:
        self.function = function
        self.version = version

    def __call__(self, job: Any) -> Any:  # noqa: ANN401 - whatever the function takes and returns
        here = metadata.version("okrlint")
        if here != self.version:
            raise RunnerError(f"a worker has okrlint {here}, and this is {self.version}", culprit="runner dask")
        return self.function(job)


class _Crew:
    """The workers: how many threads they have together, and whether anybody is left."""

    def __init__(self, client: distributed.Client, scheduler: str) -> None:
        self._client = client
        self._scheduler = scheduler
        self._threads = 0
        self._looked = 0.0
        self._seen = time.monotonic()

    def threads(self) -> int:
        """Return how many threads there are; of a crew that is gone, wait for another one."""
        while time.monotonic() - self._looked > LOOK or not self._threads:
            self._look()
            if not self._threads:
                time.sleep(LOOK / 5)
        return self._threads

    def wait(self, under_way: Iterable[distributed.Future]) -> list[distributed.Future]:
        """Return the futures that are done, once there is one, or none after a while."""
        try:
            return list(distributed.wait(list(under_way), timeout=LOOK, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            self._look()
            return []
        except (CancelledError, OSError):
            raise self.gone() from None

    def _look(self) -> None:
        try:
            there = self._client.nthreads() if self._client.status == "running" else None
        except (OSError, TimeoutError, ValueError):
            there = None
        if there is None:
            raise self.gone()
        now = time.monotonic()
        self._threads = sum(there.values())
        self._looked = now
        if self._threads:
            self._seen = now
        elif now - self._seen > PATIENCE:
            raise RunnerError(f"{self._scheduler} has no worker", culprit="runner dask")

    def gone(self) -> RunnerError:
        """Return what there is to say where nobody answers any more."""
        return RunnerError(f"{self._scheduler} is gone", culprit="runner dask")


def _result(future: distributed.Future, crew: _Crew) -> Any:  # noqa: ANN401 - whatever the function returned
    try:
        return future.result(timeout=PATIENCE)
    except (CancelledError, TimeoutError, OSError):
        raise crew.gone() from None
    except distributed.KilledWorker:
        raise RunnerError("the same documents killed one worker after the other", culprit="runner dask") from None
    except ModuleNotFoundError as error:
        raise RunnerError(f"a worker has no {error.name}", culprit="runner dask") from None


@contextmanager
def _client(settings: Settings) -> Iterator[distributed.Client]:
    # What goes wrong is told once, by whoever called; the library sets a level for each of its loggers.
    for name in logging.root.manager.loggerDict:
        if name.startswith("distributed"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    with ExitStack() as stack:
        try:
            stack.enter_context(dask.config.set(_QUIET))
            address = settings.scheduler or stack.enter_context(_cluster(settings.processes))
            client = stack.enter_context(distributed.Client(address, timeout=PATIENCE))
        except (OSError, TimeoutError, ValueError) as error:
            where = settings.scheduler or HERE
            said = (str(error).splitlines() or [type(error).__name__])[0]
            raise RunnerError(f"cannot reach {where}: {said}", culprit="runner dask") from None
        yield client


def _cluster(processes: int) -> distributed.LocalCluster:
    return distributed.LocalCluster(
        n_workers=processes,
        threads_per_worker=1,
        dashboard_address="127.0.0.1:0",  # nobody opens it, and a fixed port may be taken
        silence_logs=logging.CRITICAL,
    )
