"""Mending what nobody need talk about: how labels and sentences are set, and a place for a field that is missing.

Each mending is read again before it is taken: what the sentence means must be as before, and nothing else may change.
Done twice it changes nothing more, or the file is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from okrlint.coaching import note
from okrlint.engine.carried import same
from okrlint.engine.edit import edited
from okrlint.engine.findings import Finding
from okrlint.engine.formats import chosen_format, read_document
from okrlint.engine.languages import language, read_as
from okrlint.engine.line import parts, written
from okrlint.errors import EditError, OkrlintError, PluginError
from okrlint.model.change import Reword, SetField
from okrlint.reading.document import ReadStatement
from okrlint.review.made import Reviewed
from okrlint.review.origins import headers_of

#: Looks at bytes as if they were the file's.
Look = Callable[[bytes], Reviewed]


@dataclass
class Mended:
    """A file after mending: its bytes, how many sentences, labels and fields were mended, and what was left alone."""

    data: bytes
    sentences: int = 0
    labels: int = 0
    fields: int = 0
    left: list[EditError] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How much was mended."""
        return self.sentences + self.labels + self.fields


def mended(data: bytes, look: Look) -> Mended:
    """Return a file with what is safe to mend mended.

    Raises:
        OkrlintError: The file cannot be read.
        EditError: Mended once more it would change again: nothing is taken.
    """
    made = _once(data, look)
    if made.count:
        again = _once(made.data, look)
        if again.data != made.data:
            path = look(data).document.document.path
            raise EditError("left alone: mended once more it would change again", culprit=path)
    return made


def _once(data: bytes, look: Look) -> Mended:
    made = Mended(data)
    reviewed = look(data)
    path = reviewed.document.document.path
    for one in reviewed.document.statements:
        text = language(one.reading.language).tidy(one.text)
        if text != one.text and _means_the_same(one, text):
            made.sentences += _taken(made, reviewed, one, Reword(text))
    _labels(made, path, reviewed)
    for finding in reviewed.findings:
        if finding.statement is not None:
            for name, value in _missing(finding, finding.statement):
                made.fields += _taken(made, reviewed, finding.statement, SetField(name, value))
    return made


def _means_the_same(one: ReadStatement, text: str) -> bool:
    """Whether another way to write a sentence leaves what it means: its kind, its numbers and its labels."""
    again, before = read_as(text, one.role, one.reading.language), read_as(one.text, one.role, one.reading.language)
    was, now = before.measure, again.measure
    return (
        again.kind == before.kind
        and again.flags == before.flags
        and (was.baseline, was.target, was.unit, was.direction) == (now.baseline, now.target, now.unit, now.direction)
    )


def _taken(made: Mended, reviewed: Reviewed, one: ReadStatement, change: Reword | SetField) -> int:
    """Take a change into what is made; return 1, or 0 where it cannot be written here."""
    try:
        path, headers = reviewed.document.document.path, headers_of(reviewed.config)
        made.data = edited(path, made.data, one.ident, change, headers)
    except EditError as error:
        made.left.append(error)
        return 0
    return 1


def _labels(made: Mended, path: str, reviewed: Reviewed) -> None:
    plugin, chosen = chosen_format(path)
    if chosen.tidy is None:
        return
    before = read_document(path, made.data, headers=headers_of(reviewed.config))
    try:
        data = chosen.tidy(made.data, before, reviewed.document.language)
    except OkrlintError:
        raise
    except Exception as error:
        what = f"format {chosen.name} failed on {path}: {type(error).__name__}: {error}"
        raise PluginError(what, culprit=plugin.label) from error
    if data != made.data and same(before, read_document(path, data, headers=headers_of(reviewed.config))):
        made.data = data
        made.labels += 1


def _missing(finding: Finding, one: ReadStatement) -> Iterator[tuple[str, str]]:
    """Yield the fields, with a place to fill, that a rule misses beside a statement that has none of them yet."""
    if finding.card.check.kind != "missing":
        return
    for frame in note([finding], 1, 0.0).rewrite:
        try:
            sentence, fields = parts(frame, one)
        except EditError:
            continue
        if not sentence:
            yield from ((name, value) for name, value in fields.items() if getattr(one.statement, name, None) is None)
            return


def suggested(reviewed: Reviewed, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what each note suggests and how the file would look with it: its first frame in the place of a sentence."""
    path = reviewed.document.document.path
    for one in reviewed.notes:
        about = one.finding.statement
        if about is None or len(one.gathered) > 1 or not one.rewrite:
            continue
        try:
            sentence, _ = parts(one.rewrite[0], about)
            made = written(path, data, about, one.rewrite[0], headers_of(reviewed.config))
        except EditError:
            continue
        if made != data and sentence:  # a field alone is mended without being asked
            yield f"{one.finding.card.code} {one.title}", made
