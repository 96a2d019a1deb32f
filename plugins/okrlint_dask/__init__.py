"""An audit on many machines: the runner `dask`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from okrlint.errors import RunnerError
from okrlint.hookspecs import Runner, Settings, hookimpl


def _run(function: Callable[[Any], Any], jobs: Iterable[Any], settings: Settings) -> Iterator[tuple[int, Any]]:
    """Hand jobs out to the workers of a scheduler, or of a cluster on this machine."""
    try:
        from okrlint_dask.runner import run  # noqa: PLC0415 - distributed is heavy, and only for whoever asks
    except ModuleNotFoundError as error:
        raise RunnerError(f"{error.name} is not there: pip install 'okrlint[dask]'", culprit="runner dask") from None
    return run(function, jobs, settings)


@hookimpl
def okrlint_runners() -> Iterable[Runner]:
    """Bring `--runner dask`."""
    return [Runner("dask", _run)]
