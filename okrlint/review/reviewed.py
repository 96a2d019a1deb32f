"""The review that a command asks for: what is known from last time, and a look at what changed since."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from okrlint.config.discovery import Origin
from okrlint.engine.cache import Cache
from okrlint.engine.state import key
from okrlint.errors import Aside, OkrlintError
from okrlint.plugins.host import host
from okrlint.record import Record
from okrlint.review.kept import dumped, loaded
from okrlint.review.origins import NOTHING, Asked, found
from okrlint.review.result import Review
from okrlint.review.sources import Found

#: So many files are read before what is known of them is looked up.
AT_ONCE: Final = 256


def review(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    given: Mapping[str, Any] | None = None,
    config_file: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
    asked: Asked = NOTHING,
    cache: Cache | None = None,
) -> Review:
    """Read what paths stand for and run the rules in force over it.

    Args:
        paths: Files and folders; `-` is standard input.
        stdin_name: The name under which standard input is read, for its format and its configuration.
        given: Values of the command line for the configuration.
        config_file: A configuration file named on the command line.
        tell: Is told each path before it is read, for progress.
        asked: What else is asked for.
        cache: Where what was said of unchanged documents is kept; None to look at every one. What depends on more than
            files (`since`, `rewrites`) is never taken from it.

    Raises:
        ConfigError: The command line asks for something that does not exist.
    """
    keeps = cache if cache is not None and asked.since is None and not asked.rewrites else None
    made, looker = Review(), _Looker(paths, given, config_file, asked)
    files = found(paths, stdin_name=stdin_name, given=given, config_file=config_file, tell=tell, held=asked.held)
    while some := list(islice(files, AT_ONCE)):
        _take(some, made, looker, keeps)
    if not made.documents:
        looker.begin()
    if keeps is not None:
        keeps.close()
    made.errors += host().faults
    return made


def _take(
    files: Sequence[tuple[Found, Origin] | OkrlintError], made: Review, looker: _Looker, keeps: Cache | None
) -> None:
    """Take some files into a review: what is known of them, else what a look at them tells."""
    names = [looker.key(*one) if keeps and not isinstance(one, OkrlintError) else "" for one in files]
    known = keeps.get(filter(None, names)) if keeps else {}
    for one, name in zip(files, names, strict=True):
        if isinstance(one, OkrlintError):
            made.errors.append(one)
            continue
        there = _loaded(known.get(name))
        if there is not None:
            made.documents.append(there[0])
            made.errors += there[1]
            continue
        record, faults = looker.look(*one)
        # A broken configuration fails every file below it in the same words.
        said = {str(fault) for fault in made.errors}
        made.errors += [fault for fault in faults if str(fault) not in said]
        if record is not None:
            made.documents.append(record)
            asides = [fault for fault in faults if isinstance(fault, Aside)]
            if keeps and len(asides) == len(faults):
                keeps.put(name, dumped(record, asides))


class _Looker:
    """Looks at documents; what that needs is imported, and the command line proved, when the first one is met."""

    def __init__(
        self, paths: Sequence[str], given: Mapping[str, Any] | None, config_file: Path | None, asked: Asked
    ) -> None:
        self._paths = paths
        self._given = given
        self._config_file = config_file
        self._asked = asked
        self._begun = False

    def key(self, file: Found, origin: Origin) -> str:
        """Return what a file is known by, under its configuration and what is asked."""
        return key(file.path, file.data, origin, {"fast": self._asked.fast, "baseline": self._asked.baseline})

    def begin(self) -> None:
        """Refuse a command line that names what does not exist."""
        if not self._begun:
            from okrlint.review.made import command_line  # noqa: PLC0415 - where nothing changed, nothing is read

            command_line(self._paths, self._given, self._config_file)
            self._begun = True

    def look(self, file: Found, origin: Origin) -> tuple[Record | None, list[OkrlintError]]:
        """Return what there is to say of a file, and what failed on the way."""
        from okrlint.review.made import look  # noqa: PLC0415 - as above
        from okrlint.review.recorded import record  # noqa: PLC0415 - as above

        self.begin()
        reviewed, faults = look(file, origin, self._asked)
        return (record(reviewed) if reviewed is not None else None), faults


def _loaded(text: str | None) -> tuple[Record, list[Aside]] | None:
    """Return what was kept, or None where it was not, or not by an okrlint like this."""
    if text is None:
        return None
    try:
        return loaded(text)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None
