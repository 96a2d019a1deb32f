"""What can go wrong, in one plain sentence each.

Every error keeps its culprit (a path, a rule, a plugin, a key) beside its message, so that whoever reports it
can point at the place. A user's own slip never becomes a stack trace.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal


class OkrlintError(Exception):
    """The root of every error that okrlint raises on purpose."""

    def __init__(self, message: str, *, culprit: str = "") -> None:
        super().__init__(message)
        self.culprit = culprit

    def __reduce__(self) -> tuple[Any, ...]:
        """Let an error travel from one process to another with all that it keeps."""
        return _again, (type(self), self.args, dict(self.__dict__))


def _again(kind: type[OkrlintError], args: tuple[Any, ...], held: dict[str, Any]) -> OkrlintError:
    """Return an error as it was in another process."""
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(held)
    return error


class ReadError(OkrlintError):
    """A document could not be read: missing, not text, or broken markup.

    Attributes:
        line: The line of the fault, from 1, or None where the fault has no line.
        column: The column of the fault, from 1, or None.
        foreign: Whether the file is no document at all (a picture named `.md`), and not a document with a fault.
    """

    def __init__(
        self,
        message: str,
        *,
        culprit: str,
        line: int | None = None,
        column: int | None = None,
        foreign: bool = False,
    ) -> None:
        super().__init__(message, culprit=culprit)
        self.line = line
        self.column = column
        self.foreign = foreign

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.culprit, self.line, self.column) if part is not None)
        return f"{place}: {self.args[0]}"


class EditError(ReadError):
    """A change cannot be written into a document; nothing was. The place is that of the statement."""


class WriteError(OkrlintError):
    """A file could not be written; the culprit is the file."""

    def __str__(self) -> str:
        return f"{self.culprit}: {self.args[0]}"


class Aside(OkrlintError):  # noqa: N818 - it is said where errors are, and is none
    """Something to know that is no fault: it is said where errors are, and fails nothing.

    Attributes:
        line: The line that it speaks of, from 1, or None.
        column: The column, from 1, or None.
    """

    def __init__(self, message: str, *, culprit: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message, culprit=culprit)
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.culprit, self.line, self.column) if part is not None)
        return f"{place}: {self.args[0]}"


class PassedOver(Aside):
    """What a walk through a folder left out although its name promised a document."""


class ConfigError(OkrlintError):
    """A configuration, a profile or an option is wrong; the culprit is the file or the option."""

    def __str__(self) -> str:
        return f"{self.culprit}: {self.args[0]}" if self.culprit else str(self.args[0])


class CardError(ConfigError):
    """A rule card does not hold what a card must hold; the culprit is the card's file."""


class RuleError(OkrlintError):
    """A rule raised while it looked at a document; the culprit is the rule's code."""

    def __str__(self) -> str:
        return f"rule {self.culprit}: {self.args[0]}"


class PluginError(OkrlintError):
    """A plugin could not be loaded, or raised when it was called; the culprit is its name and version."""

    def __str__(self) -> str:
        return f"plugin {self.culprit}: {self.args[0]}"


class RunnerError(OkrlintError):
    """Work could not be done to the end (a process died, a scheduler is gone); the culprit is the runner."""

    def __str__(self) -> str:
        return f"{self.culprit}: {self.args[0]}"


#: So much of a wrong value is told, enough to know it again.
TOLD = 60


def quoted(value: object) -> str:
    """Return a wrong value as a message tells it: as Python writes it, and cut off where it would fill a screen."""
    told = repr(value)
    return told if len(told) <= TOLD else f"{told[:TOLD]}…"


def ending(errors: Iterable[OkrlintError]) -> Literal[0, 2, 3]:
    """Return the exit code that errors ask for: 3 a plugin or a rule failed, 2 something could not be read, else 0."""
    held = [error for error in errors if not isinstance(error, Aside)]
    if any(isinstance(error, PluginError | RuleError) for error in held):
        return 3
    return 2 if held else 0
