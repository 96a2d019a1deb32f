"""What the workers of a test do: the audit's own work, and what tells who did it."""

from __future__ import annotations

import os
from collections import Counter
from typing import Any

import numpy as np

from okrlint_audit.work import Done, Job, work

#: How often each network was loaded in this process.
_LOADED: Counter[str] = Counter()
_load = np.load


def _counted(file: Any, **options: Any) -> Any:
    """Load matrices, and count it."""
    _LOADED[str(file)] += 1
    return _load(file, **options)


def signed(job: Job) -> tuple[int, int, list[Done]]:
    """Do the work of an audit; return the process that did it, and how often it loaded the same network at most."""
    setattr(np, "load", _counted)  # noqa: B010 - mypy knows what it would take the place of
    done = work(job)
    return os.getpid(), max(_LOADED.values(), default=0), done


def deadly(job: int) -> int:
    """End the process of whoever takes the job."""
    os._exit(job)
