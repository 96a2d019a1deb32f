"""A real scheduler and real workers, each a process of its own that talks over TCP."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).parent.parent.parent


class Cluster:
    """A scheduler with workers that come and go; everything ends with `close`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._begun: list[subprocess.Popen[str]] = []
        self._listeners: list[threading.Thread] = []
        self.scheduler, said = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                                           until=r"Scheduler at:\s*(tcp://\S+)")  # fmt: skip
        self.address = said

    def join(self) -> subprocess.Popen[str]:
        """Start a worker of one thread, which nobody starts again, and wait until it has joined."""
        worker, _ = self._start("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
                                "--local-directory", str(self._folder), until=r"Registered to:\s*(\S+)")  # fmt: skip
        return worker

    def close(self) -> None:
        """End what still runs."""
        for one in self._begun:
            if one.poll() is None:
                one.send_signal(signal.SIGKILL)
            one.wait()
        for listener in self._listeners:
            listener.join()

    def _start(self, *words: str, until: str) -> tuple[subprocess.Popen[str], str]:
        """Start a process, and wait until it says something; return it and what it said."""
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
        one = subprocess.Popen(
            [sys.executable, "-m", "dask", *words], cwd=self._folder, env=environ, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self._begun.append(one)
        said: Queue[str] = Queue()
        listener = threading.Thread(target=_listen, args=(one, until, said), daemon=True)
        listener.start()
        self._listeners.append(listener)
        return one, said.get(timeout=60)


def _listen(one: subprocess.Popen[str], until: str, said: Queue[str]) -> None:
    """Read what a process says to its end, so that it never waits for a reader."""
    assert one.stdout is not None
    with one.stdout:
        for line in one.stdout:
            found = re.search(until, line)
            if found:
                said.put(found[1])
