"""The hooks of okrlint: a public, versioned interface.

A plugin is a module (or a package) that an entry point of the group ``okrlint`` names. It marks the functions
below with ``okrlint.hookimpl``. Each hook is called once for each plugin when its kind of thing is first needed,
so keep heavy imports inside the functions that the returned objects hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeAlias

import pluggy

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    from okrlint.checks.kinds import CheckKind
    from okrlint.model import Document, Statement
    from okrlint.model.change import Change
    from okrlint.reading.language import Language

#: Raised when a hook changes in a way that a plugin must follow.
API_VERSION: Final = 1

hookspec = pluggy.HookspecMarker("okrlint")
hookimpl = pluggy.HookimplMarker("okrlint")


@dataclass(frozen=True)
class Format:
    """A way in which people keep OKRs.

    Attributes:
        name: What `okrlint plugins` and error messages call it.
        suffixes: File name endings it reads, with the dot and in lower case.
        read: Takes the path as a person knows it and the file's bytes; returns the document or raises ReadError.
        schema: Returns the JSON Schema of the format's documents, for editors; None where there is none.
        read_with: As `read`, and takes the headers that a house names for the columns of its sheets, by what they
            hold; None where the format has no columns.
        template: Takes a language code and returns a document to start from; None where there is none.
        write: Takes a document and the language of its labels, returns the bytes of a file that `read` makes the same
            document of; None where the format is only read. What the format cannot hold it leaves out: whoever called
            reads the bytes again and tells what is missing.
        edit: Takes the bytes of a file, the document that was read from them, one of its statements, a change of it
            (`okrlint.model.change`) and the language of labels; yields ways to write the change, the best first. Each
            is read again before it is taken, so that a way may fail. None where the format is not edited in place.
        tidy: Takes the bytes of a file, the document that was read from them and a language; returns the bytes with its
            labels set as the language sets them, and the rest as it was. They are read again before they are taken.
            None where it has no labels.
        labels: Takes a language code and returns the labels that open a line, for completion; None where it has none.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes], Document]
    schema: Callable[[], dict[str, Any]] | None = None
    template: Callable[[str], str] | None = None
    read_with: Callable[[str, bytes, Mapping[str, Sequence[str]]], Document] | None = None
    write: Callable[[Document, str], bytes] | None = None
    edit: Callable[[bytes, Document, Statement, Change, str], Iterable[bytes]] | None = None
    labels: Callable[[str], Sequence[str]] | None = None
    tidy: Callable[[bytes, Document, str], bytes] | None = None


class Write(Protocol):
    """Puts what a command gathered into words."""

    def __call__(self, run: Any, page: Page) -> Iterable[str | bytes]:  # noqa: ANN401 - `Reporter` says of which command
        """Yield the report piece by piece: text that ends where a line ends, or bytes where it is no text."""


@dataclass(frozen=True)
class Page:
    """How a report is to look.

    Attributes:
        colour: Whether the reader's terminal shows colours.
        width: How many columns there are.
        quiet: Whether to leave out all but the findings.
        language: The language of what belongs to no document; None to take that of the documents.
    """

    colour: bool = False
    width: int = 80
    quiet: bool = False
    language: str | None = None


#: The commands whose reports plugins may bring.
Reported: TypeAlias = Literal["check", "inspect", "outline", "audit", "trend"]


@dataclass(frozen=True)
class Reporter:
    """A way to show what a command gathered, chosen by its `--format NAME`.

    `check` hands over an okrlint.review.Review, `inspect` an iterable of okrlint.reading.document.ReadDocument,
    `outline` one of okrlint.review.Outlined, `audit` an okrlint_audit.audit.Audit, and `trend` an
    okrlint_audit.history.data.Trend; an iterable is to be taken one by one. `schema` returns the JSON Schema of what is
    written, if there is one.
    """

    name: str
    of: Reported
    write: Write
    schema: Callable[[], dict[str, Any]] | None = None


@dataclass(frozen=True)
class Ask:
    """What a rewriter is asked: a sentence that could be better, and what was said of it.

    Attributes:
        statement: The sentence, and nothing else of its document.
        role: `objective`, `key_result` or `initiative`.
        language: The code of the language to answer in.
        question: The question that the note asks.
        frames: The frames that it offers.
    """

    statement: str
    role: str
    language: str
    question: str
    frames: tuple[str, ...]


@dataclass(frozen=True)
class Rewriter:
    """Somebody who proposes better sentences, a language model for instance.

    Attributes:
        name: What the configuration calls it: `[rewrites.NAME]` switches it on and holds its settings.
        rewrite: Takes what is asked and the settings as they stand in the configuration; yields sentences. It says
            what is wrong with the settings by a ConfigError, and raises anything else where it cannot answer. A
            sentence is shown only if it passes the rule that asks, and holds no figure that the statement does not.
    """

    name: str
    rewrite: Callable[[Ask, Mapping[str, Any]], Iterable[str]]


@dataclass(frozen=True)
class Command:
    """A command of the command line that a plugin brings: `okrlint NAME`.

    Attributes:
        name: What it is called; a command of okrlint itself is not replaced.
        help: One line, for `okrlint --help`.
        load: Returns the click command; called when somebody calls it, so that its imports may be heavy.
    """

    name: str
    help: str
    load: Callable[[], click.Command]


class Settings(Protocol):
    """What somebody asked of a runner; what it does not need it leaves alone."""

    @property
    def processes(self) -> int:
        """How many processes to use."""

    @property
    def scheduler(self) -> str | None:
        """The address of a scheduler, or None."""


@dataclass(frozen=True)
class Runner:
    """A way to get work done: in this process, in several, on many machines.

    Attributes:
        name: What `okrlint audit --runner` calls it.
        run: Takes a function, jobs for it and the settings; yields the place of each job, from 0, with what the
            function returned of it, as they are done and in any order. Jobs are drawn as there is room for them: there
            may be more than fit in memory. The function, a job and a result can be pickled. Where it cannot go on it
            raises a RunnerError; what it has yielded by then is kept.
    """

    name: str
    run: Callable[[Callable[[Any], Any], Iterable[Any], Settings], Iterator[tuple[int, Any]]]


@hookspec
def okrlint_formats() -> Iterable[Format]:
    """Return the formats that the plugin reads. Called when the first document is about to be read."""
    raise NotImplementedError


@hookspec
def okrlint_languages() -> Iterable[Language]:
    """Return the languages that the plugin knows. Called when the first statement is about to be read."""
    raise NotImplementedError


@hookspec
def okrlint_checks() -> Iterable[CheckKind]:
    """Return further kinds of check for rule cards to name. Called when cards are loaded."""
    raise NotImplementedError


@hookspec
def okrlint_rules() -> Iterable[Path]:
    """Return folders of rule cards. Called when cards are loaded."""
    raise NotImplementedError


@hookspec
def okrlint_rewrites() -> Iterable[Rewriter]:
    """Return those who propose better sentences. Called when `--rewrites` asks for them, and never otherwise."""
    raise NotImplementedError


@hookspec
def okrlint_commands() -> Iterable[Command]:
    """Return further commands. Called for `okrlint --help`, and where a command is none of okrlint's own."""
    raise NotImplementedError


@hookspec
def okrlint_runners() -> Iterable[Runner]:
    """Return ways to get work done. Called when an audit has documents to read."""
    raise NotImplementedError


@hookspec
def okrlint_reports() -> Iterable[Reporter]:
    """Return reporters. Called when the options of a command are read."""
    raise NotImplementedError
