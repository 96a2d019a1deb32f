"""An audit on many machines: a real scheduler, and workers that die, join late and lose it."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import distributed
import pytest

from benchmarks.organisation import write
from okrlint.errors import RunnerError
from okrlint.review.origins import found
from okrlint_audit.runners import HERE
from okrlint_audit.work import Done, Job, work
from okrlint_dask import okrlint_runners, runner
from tests.audit.organisation import audited
from tests.dask.cluster import ROOT, Cluster
from tests.dask.jobs import deadly, signed


@dataclass(frozen=True)
class Asked:
    """What a runner is told."""

    scheduler: str | None = None
    processes: int = 2


@pytest.fixture(scope="module")
def organisation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an organisation whose reading takes some seconds."""
    folder = tmp_path_factory.mktemp("many") / "okrs"
    write(folder, teams=30, cycles=2, seed=3)
    return folder


@pytest.fixture(scope="module")
def jobs(organisation: Path) -> list[Job]:
    """Return its documents as jobs of two each."""
    files = [one for one in found([str(organisation)]) if isinstance(one, tuple)]
    return [
        Job(tuple((file, at) for at, (file, _) in enumerate(pair)), tuple(pickle.dumps(origin) for _, origin in pair))
        for pair in (files[at : at + 2] for at in range(0, len(files), 2))
    ]


@pytest.fixture(scope="module")
def alone(jobs: list[Job]) -> dict[int, list[Done]]:
    """Return what one process makes of the jobs."""
    return dict(HERE.run(work, jobs, Asked()))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Return a scheduler without workers."""
    made = Cluster(tmp_path)
    yield made
    made.close()


def leaves(done: list[Done]) -> list[str | None]:
    """Return what became of the documents of a job, in comparable form."""
    return [one.leaf for one in done]


def test_two_workers_share_the_work_and_load_each_language_once(
    cluster: Cluster, jobs: list[Job], alone: dict[int, list[Done]]
) -> None:
    """And tell what one process tells."""
    cluster.join()
    cluster.join()
    signatures = {at: (who, loaded) for at, (who, loaded, _) in runner.run(signed, jobs, Asked(cluster.address))}
    made = {at: leaves(done) for at, (_, _, done) in runner.run(signed, jobs, Asked(cluster.address))}

    assert made == {at: leaves(done) for at, done in alone.items()}
    assert len({who for who, _ in signatures.values()}) == 2
    assert os.getpid() not in {who for who, _ in signatures.values()}
    assert {loaded for _, loaded in signatures.values()} == {1}


def test_a_worker_that_is_killed_in_the_middle_loses_nothing(
    cluster: Cluster, jobs: list[Job], alone: dict[int, list[Done]]
) -> None:
    """Its jobs go to the other."""
    first, second = cluster.join(), cluster.join()
    made: dict[int, list[str | None]] = {}
    after: set[int] = set()
    for at, (who, _, done) in runner.run(signed, jobs, Asked(cluster.address)):
        if not made:
            first.send_signal(signal.SIGKILL)
            first.wait()
        elif len(made) > len(jobs) // 2:
            after.add(who)
        made[at] = leaves(done)

    assert made == {at: leaves(done) for at, done in alone.items()}
    assert after == {second.pid}


def test_a_worker_that_joins_late_is_given_work(
    cluster: Cluster, jobs: list[Job], alone: dict[int, list[Done]]
) -> None:
    """Although it was not there when the work was begun."""
    first = cluster.join()
    made: dict[int, list[str | None]] = {}
    workers: set[int] = set()
    for at, (who, _, done) in runner.run(signed, jobs, Asked(cluster.address)):
        if not made:
            workers.add(cluster.join().pid)
        made[at] = leaves(done)
        workers.add(who)

    assert made == {at: leaves(done) for at, done in alone.items()}
    assert len(workers) == 2
    assert first.pid in workers


def test_a_scheduler_that_disappears_is_told_at_once(cluster: Cluster, jobs: list[Job]) -> None:
    """In a sentence, behind what was done by then."""
    cluster.join()
    results = runner.run(signed, jobs, Asked(cluster.address))
    next(results)
    cluster.scheduler.send_signal(signal.SIGKILL)
    begun = time.monotonic()
    made: list[int] = []
    with pytest.raises(RunnerError) as told:
        made.extend(at for at, _ in results)

    assert len(made) < len(jobs) - 1
    assert str(told.value) == f"runner dask: {cluster.address} is gone"
    assert time.monotonic() - begun < runner.PATIENCE


def test_no_worker_and_no_scheduler_are_told(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some patience."""
    monkeypatch.setattr(runner, "PATIENCE", 3.0)
    with pytest.raises(RunnerError, match=f"runner dask: {cluster.address} has no worker"):
        list(runner.run(deadly, [1], Asked(cluster.address)))
    with pytest.raises(RunnerError, match=r"runner dask: cannot reach tcp://127\.0\.0\.1:9: "):
        list(runner.run(deadly, [1], Asked("tcp://127.0.0.1:9")))
    with pytest.raises(RunnerError, match=r"runner dask: cannot reach nowhere://x: "):
        list(runner.run(deadly, [1], Asked("nowhere://x")))


def test_a_job_that_kills_every_worker_ends_it() -> None:
    """On a cluster of this machine, which starts its workers again."""
    (dask,) = okrlint_runners()
    with pytest.raises(RunnerError, match="the same documents killed one worker after the other"):
        list(dask.run(deadly, [1], Asked()))


def test_an_audit_that_lost_its_scheduler_goes_on_from_there(cluster: Cluster, tmp_path: Path) -> None:
    """With partial results at first, and in the end what one process tells, byte for byte but for times."""
    organisation = tmp_path / "okrs"
    write(organisation, teams=120, cycles=3, seed=3)  # enough for a good many jobs
    whole = audited(organisation, "--no-cache", "--runner", "processes", "--format", "json")
    cluster.join()
    cluster.join()
    environ = {**os.environ, "OKRLINT_CACHE_DIR": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "okrlint", "audit", ".", "--format", "json", "--runner"]
    begun = subprocess.Popen(
        [*command, "dask", "--scheduler", cluster.address], cwd=organisation, env=environ, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    with distributed.Client(cluster.address) as client:
        # More than one, so that some were fetched too.
        while client.run_on_scheduler(_done) < 3:
            time.sleep(0.05)
        cluster.scheduler.send_signal(signal.SIGKILL)
    out, told = begun.communicate(timeout=120)
    part = json.loads(out)
    resumed = subprocess.run(
        [*command, "here", "--resume"], cwd=organisation, env=environ, capture_output=True, encoding="utf-8", check=True
    )

    assert begun.returncode == 2
    assert told == f"okrlint: runner dask: {cluster.address} is gone\n"
    assert 0 < part["documents"] < json.loads(whole.stdout)["documents"]
    assert resumed.stdout == whole.stdout


def _done(dask_scheduler: distributed.Scheduler) -> int:
    """Return how many jobs a scheduler has seen done."""
    return sum(finish == "memory" for _, _, finish, *_ in dask_scheduler.transition_log)


def test_an_audit_on_a_cluster_of_this_machine_is_the_same(organisation: Path) -> None:
    """Byte for byte but for times."""
    whole, many = (
        audited(organisation, "--no-cache", "--runner", one, "--processes", "2", "--format", "json")
        for one in ("here", "dask")
    )

    assert many.returncode == 0
    assert many.stderr == ""
    assert many.stdout == whole.stdout
