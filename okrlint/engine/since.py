"""Which statements of a file were touched since a commit: the whole document is read, then and now.

A statement is touched where the one before does not say the same in every word and field; one that only moved is not.
For a rule that looks below a statement it counts too how much stands there. A set is touched where one of its
statements is, or one went away.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from okrlint.engine.findings import Finding
from okrlint.engine.formats import LARGEST, read_document
from okrlint.engine.git import git, top
from okrlint.engine.rulebook import kinds
from okrlint.errors import ConfigError, OkrlintError
from okrlint.model import Document, Statement, walk
from okrlint.model.mapped import LISTS

_Said = TypeVar("_Said", bound=BaseModel)


@dataclass(frozen=True)
class Touched:
    """What was touched in a document: statements and sets by their identity; everything where `all_` holds.

    `trees` are the statements below which there is more or less than before.
    """

    all_: bool = False
    statements: frozenset[int] = frozenset()
    trees: frozenset[int] = frozenset()
    sets: frozenset[int] = frozenset()

    def holds(self, finding: Finding) -> bool:
        """Whether a finding speaks of something that was touched."""
        if self.all_:
            return True
        if finding.statement is not None:
            about = id(finding.statement.statement)
            _, kind = kinds()[finding.card.check.kind]
            return about in self.statements or (kind.looks_below and about in self.trees)
        okr_set = finding.hit.okr_set
        return bool(self.statements or self.sets) if okr_set is None else id(okr_set) in self.sets


def touched(document: Document, rev: str, headers: Mapping[str, Sequence[str]]) -> Touched:
    """Return what of a document was touched since the branch left a revision (its merge base with HEAD).

    A file that the commit does not have, under this name or the one it had then, is new.

    Raises:
        ConfigError: The file lies in no repository, or git knows no such revision.
    """
    path = Path(os.path.realpath(document.path))
    commit = _commit(path.parent, rev)
    before = _blob(path, commit)
    if before is None:
        return Touched(all_=True)
    try:
        old = read_document(document.path, before, headers=dict(headers))
    except OkrlintError:
        return Touched(all_=True)
    return _between(old, document)


def _between(old: Document, new: Document) -> Touched:
    before, now = ([one for one, _, _ in walk(each)] for each in (old, new))
    return Touched(
        statements=_new(before, now, _alone),
        trees=_new(before, now, lambda one: f"{_alone(one)} {[len(each) for each in _below(one).values()]}"),
        sets=_new(old.sets, new.sets, _whole),
    )


def _new(before: Sequence[_Said], now: Sequence[_Said], said: Callable[[_Said], str]) -> frozenset[int]:
    """Return those, by identity, that say what none said before."""
    known = Counter(map(said, before))
    new: set[int] = set()
    for one in now:
        if known[said(one)]:
            known[said(one)] -= 1
        else:
            new.add(id(one))
    return frozenset(new)


def _below(one: Statement) -> dict[str, tuple[Statement, ...]]:
    return {name: getattr(one, name) for name in LISTS if hasattr(one, name)}


def _alone(one: Statement) -> str:
    """Return what a statement says by itself, without places."""
    return _whole(one.model_copy(update=dict.fromkeys(_below(one), ())))


def _whole(one: BaseModel) -> str:
    return repr(list(_plain(one)))


def _plain(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any value of a model's field
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in {"span", "pieces"}:
                yield name
                yield from _plain(getattr(value, name))
    elif isinstance(value, tuple):
        yield len(value)
        for one in value:
            yield from _plain(one)
    else:
        yield " ".join(value.split()) if isinstance(value, str) else value


@lru_cache(maxsize=64)
def _commit(folder: Path, rev: str) -> str:
    """Return the commit from which to look: where the branch and the revision parted, else the revision itself."""
    root = top(folder)
    if root is None:
        raise ConfigError(f"{folder} lies in no git repository", culprit="--since")
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
    if found is None:
        raise ConfigError(f"git knows no revision {rev!r} in {root}", culprit="--since")
    commit = found.decode("ascii", "replace").strip()
    base = git(root, "merge-base", commit, "HEAD")
    return base.decode("ascii", "replace").split()[0] if base and base.strip() else commit


def _blob(path: Path, commit: str) -> bytes | None:
    root = top(path.parent)
    if root is None:
        return None
    name = path.relative_to(root).as_posix()
    for then in dict.fromkeys([name, _renamed(root, commit).get(name, name)]):
        size = git(root, "cat-file", "-s", f"{commit}:{then}")
        if size is not None and size.strip().isdigit() and int(size) <= LARGEST:
            return git(root, "cat-file", "blob", f"{commit}:{then}")
    return None


@lru_cache(maxsize=64)
def _renamed(root: Path, commit: str) -> Mapping[str, str]:
    """Return the names that files had then, by those that they have in HEAD; two trees are compared, no work tree."""
    told = git(root, "diff-tree", "-r", "-M", "-z", "--name-status", "--diff-filter=R", commit, "HEAD") or b""
    parts = told.decode("utf-8", "surrogateescape").split("\0")
    return {parts[at + 2]: parts[at + 1] for at in range(0, len(parts) - 2, 3)}


def forget() -> None:
    """Ask git anew."""
    _commit.cache_clear()
    _renamed.cache_clear()
