"""What a house already knows of: findings written down by rule and content, so that only new ones count.

The file is JSON, sorted, an entry a line: it is kept in the repository and read in its diffs. An entry holds no line
number; a sentence that moves is still known, one that changes is talked about anew.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from okrlint.engine.findings import Finding
from okrlint.engine.fingerprint import fingerprint
from okrlint.engine.known import FILE
from okrlint.errors import ConfigError

VERSION: Final = 1
#: So much of a sentence is kept beside its fingerprint, for those who read the file.
SHOWN: Final = 80
#: A file of more bytes is none that okrlint wrote.
LARGEST: Final = 50_000_000


class Entry(BaseModel):
    """A known finding: its rule, its fingerprint, and the first words of the statement, or nothing for a set."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    fingerprint: str = Field(pattern=r"^[0-9a-f]{16}$")
    statement: str = ""


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid")

    version: int
    findings: Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True)
class Baseline:
    """The known findings by file; paths are below the folder `base`, with `/`."""

    path: Path
    base: Path
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def name(self, path: str) -> str:
        """Return a path as the file writes it; one outside the folder as it is."""
        full = Path(os.path.realpath(path))
        base = Path(os.path.realpath(self.base))
        return full.relative_to(base).as_posix() if full.is_relative_to(base) else full.as_posix()

    def of(self, path: str) -> tuple[Entry, ...]:
        """Return what is known of a file."""
        return self.entries.get(self.name(path), ())


@lru_cache(maxsize=64)
def load(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigError: It cannot be read, or is not one.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ConfigError("this is too large for a baseline", culprit=str(path))
        written = _Written.model_validate(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", culprit=str(path)) from None
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(map(str, fault["loc"]))
        raise ConfigError(f"this is no baseline ({place}: {fault['msg'].lower()})", culprit=str(path)) from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"this is no baseline ({error})", culprit=str(path)) from None
    if written.version != VERSION:
        what = f"this okrlint reads baselines of version {VERSION}, and this is version {written.version}"
        raise ConfigError(what, culprit=str(path))
    return Baseline(path, _base(path), written.findings)


def _base(path: Path) -> Path:
    folder = path.resolve().parent
    return folder.parent if folder.name == FILE.parent.name else folder


def empty(path: Path) -> Baseline:
    """Return a baseline that knows nothing yet, for a file."""
    return Baseline(path, _base(path))


def entry(finding: Finding) -> Entry:
    """Return a finding as it is written down."""
    one = finding.statement
    text = " ".join(one.text.split()) if one is not None else ""
    shown = text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"
    return Entry(rule=finding.card.code, fingerprint=fingerprint(finding), statement=shown)


def save(baseline: Baseline) -> None:
    """Write a baseline, sorted, an entry a line; raise OSError where that cannot be done."""
    rows: dict[str, list[Any]] = {
        path: sorted((one.model_dump() for one in entries), key=lambda one: tuple(one.values()))
        for path, entries in sorted(baseline.entries.items())
        if entries
    }
    files = [
        f"    {json.dumps(path, ensure_ascii=False)}: [\n"
        + ",\n".join(f"      {json.dumps(one, ensure_ascii=False)}" for one in entries)
        + "\n    ]"
        for path, entries in rows.items()
    ]
    held = "{\n" + ",\n".join(files) + "\n  }" if files else "{}"
    baseline.path.parent.mkdir(parents=True, exist_ok=True)
    baseline.path.write_text(f'{{\n  "version": {VERSION},\n  "findings": {held}\n}}\n', encoding="utf-8", newline="\n")
    load.cache_clear()


class Known:
    """The known findings of one document, each to be met once: a sentence that stands there twice is known twice."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = list(entries)
        self._left = Counter(one.fingerprint for one in self._entries)

    def holds(self, finding: Finding) -> bool:
        """Whether a finding is known; the next one alike must be known for itself."""
        mark = fingerprint(finding)
        if self._left[mark] == 0:
            return False
        self._left[mark] -= 1
        return True

    def stale(self, in_force: frozenset[str]) -> list[Entry]:
        """Return the entries that no finding met, of rules that are in force."""
        left = Counter(self._left)
        gone = []
        for one in self._entries:
            if one.rule in in_force and left[one.fingerprint] > 0:
                left[one.fingerprint] -= 1
                gone.append(one)
        return gone


def forget() -> None:
    """Read every baseline anew."""
    load.cache_clear()
