"""`okrlint baseline`: write down what is known, so that only new findings count."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.commands.options import complain, emit
from okrlint.errors import ConfigError, OkrlintError, WriteError, ending

if TYPE_CHECKING:
    from okrlint.engine.baseline import Baseline, Entry

_paths = click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
_file = click.option(
    "--file",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The baseline, instead of .okrlint/baseline.json or the one that the configuration names.",
)


@click.group("baseline")
def command() -> None:
    """Write down the findings that are known, so that `okrlint check` tells only new ones.

    They are known by their rule and by the words that they speak of, not by their line.
    """


@command.command("create")
@_paths
@_file
def create(paths: tuple[str, ...], file: Path | None) -> int:
    """Write down every finding in PATHS. What was written down before is never overwritten."""
    from okrlint.engine.baseline import empty  # noqa: PLC0415 - `--help` needs none

    where = _where(file)
    if where.exists():
        raise ConfigError("there is a baseline already: okrlint baseline update", culprit=str(where))
    found, errors = _found(paths, empty(where))
    baseline = replace(empty(where), entries=found)
    _save(baseline)
    emit([f"{_counted(found)} in {where}\n"])
    complain(errors)
    return ending(errors)


@command.command("update")
@_paths
@_file
@click.option("--take-new", is_flag=True, help="Write down new findings too.")
def update(paths: tuple[str, ...], file: Path | None, *, take_new: bool) -> int:
    """Take away what is mended in PATHS. New findings are written down only where --take-new says so.

    Ends with 1 where there are new findings that were not taken.
    """
    from okrlint.engine.baseline import load  # noqa: PLC0415 - as above

    where = _where(file)
    old = load(where)
    found, errors = _found(paths, old)
    entries = dict(old.entries)
    new = 0
    for path, now in found.items():
        left = Counter(old.entries.get(path, ()))
        known = [one for one in now if _taken(left, one)]
        new += len(now) - len(known)
        entries[path] = now if take_new else tuple(known)
    entries = {path: held for path, held in entries.items() if held and (old.base / path).exists()}
    _save(replace(old, entries=entries))
    before = _count(old.entries)
    emit([f"{_counted(entries)} in {where} ({before} before, {new} new{' taken' if take_new and new else ''})\n"])
    if new and not take_new:
        emit([f"{new} new {'finding was' if new == 1 else 'findings were'} not taken: talk first, or --take-new\n"])
    complain(errors)
    return ending(errors) or (1 if new and not take_new else 0)


@command.command("show")
@_file
def show(file: Path | None) -> int:
    """Show what is written down: by rule, then file by file."""
    from okrlint.engine.baseline import load  # noqa: PLC0415 - as above

    where = _where(file)
    baseline = load(where)
    by_rule = Counter(one.rule for held in baseline.entries.values() for one in held)
    emit([f"{_counted(baseline.entries)} in {where}\n"])
    emit([f"  {rule}  {count}\n" for rule, count in sorted(by_rule.items())])
    for path, held in sorted(baseline.entries.items()):
        gone = "" if (baseline.base / path).exists() else "  (no such file: okrlint baseline update)"
        emit([f"\n{path}{gone}\n", *(f"  {one.rule}  {one.statement or 'OKRs'}\n" for one in held)])
    return 0


def _where(file: Path | None) -> Path:
    """Return the baseline that holds here: named, of the configuration, the nearest, else a new one."""
    from okrlint.config import config_for  # noqa: PLC0415 - `--help` needs none
    from okrlint.engine.known import FILE, find_baseline  # noqa: PLC0415 - as above
    from okrlint.review.origins import base  # noqa: PLC0415 - as above

    origin = config_for(Path.cwd())
    if file is not None:
        return file
    if origin.config.baseline is not None:
        return base(origin) / origin.config.baseline
    found = find_baseline(Path.cwd())
    if found is not None:
        return Path(os.path.relpath(found))
    return (Path(os.path.relpath(origin.path.parent)) if origin.path is not None else Path()) / FILE


def _found(paths: tuple[str, ...], of: Baseline) -> tuple[dict[str, tuple[Entry, ...]], list[OkrlintError]]:
    """Return what stands in each file that paths stand for, by the name that the baseline gives it."""
    from okrlint.engine.baseline import entry  # noqa: PLC0415 - as above
    from okrlint.review import Asked, examined  # noqa: PLC0415 - as above

    found: dict[str, tuple[Entry, ...]] = {}
    errors: list[OkrlintError] = []
    for one in examined(paths, asked=Asked(baseline=False)):
        if isinstance(one, OkrlintError):
            errors.append(one)
        else:
            found[of.name(one.document.document.path)] = tuple(entry(finding) for finding in one.findings)
    return found, errors


def _taken(left: Counter[Entry], one: Entry) -> bool:
    """Whether an entry is among those that are left; then it is one fewer."""
    match = next((each for each, count in left.items() if count and each.fingerprint == one.fingerprint), None)
    if match is None:
        return False
    left[match] -= 1
    return True


def _save(baseline: Baseline) -> None:
    from okrlint.engine.baseline import save  # noqa: PLC0415 - as above

    try:
        save(baseline)
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror}", culprit=str(baseline.path)) from None


def _count(entries: Mapping[str, tuple[Entry, ...]]) -> int:
    return sum(map(len, entries.values()))


def _counted(entries: Mapping[str, tuple[Entry, ...]]) -> str:
    count, files = _count(entries), sum(bool(held) for held in entries.values())
    return f"{count} known finding{'s' * (count != 1)} of {files} file{'s' * (files != 1)}"
