"""OKRs in Org-mode: tagged headlines, their properties and their deadlines.

A tag says what a headline is (`:objective:`, `:kr:`, `:initiative:`; `:objectif:`, `:rc:`), because a level cannot: the
top headline of one person is an objective and that of another is a year. Headlines without such a tag are headings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import BaseModel

from okrlint.errors import ReadError
from okrlint.model import Document, Initiative, KeyResult, Objective, OkrSet, Source, Text
from okrlint.reading.fold import fold

#: Tags, and the list of what stands above that takes the headline in.
_TAGS: Final = {"objective": "objectives", "objectif": "objectives", "kr": "key_results", "rc": "key_results",
                "initiative": "initiatives"}  # fmt: skip
_MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "objectives": Objective, "key_results": KeyResult, "initiatives": Initiative, "set": OkrSet,
}  # fmt: skip
#: What each kind of headline may stand under; under nothing of the kind, it belongs to the set.
_ABOVE: Final = {"objectives": (), "key_results": ("objectives",), "initiatives": ("objectives", "key_results")}
#: Properties of a headline and keywords of the file (folded), and the field of okrlint's model that each one fills.
_FIELDS: Final = {"owner": "owner", "responsable": "owner", "metric": "metric", "indicateur": "metric",
                  "baseline": "baseline", "depart": "baseline", "target": "target", "cible": "target",
                  "decision": "decision"}  # fmt: skip
_KEYWORDS: Final = {"team": "team", "equipe": "team", "cycle": "cycle", "owner": "owner", "responsable": "owner"}

_HEADLINE: Final = re.compile(r"(?P<stars>\*+)[ \t]+(?:(?P<status>TODO|DONE)(?:[ \t]+|$))?(?:\[#[A-Z0-9]\][ \t]*)?")
_ENDING: Final = re.compile(r":(?:[\w@#%]+:)+")
_DEADLINE: Final = re.compile(r"[ \t]*DEADLINE:[ \t]*<(?P<value>[^<>]+)>")
_PROPERTY: Final = re.compile(r"[ \t]*:(?P<name>[^\s:]+):[ \t]+(?P<value>\S.*)")
_KEYWORD: Final = re.compile(r"#\+(?P<name>\w+):[ \t]*(?P<value>\S.*)")


@dataclass
class _Draft:
    """A headline in the making, or the whole set; okrlint's own models are frozen, so they are built last."""

    kind: str
    level: int
    fields: dict[str, Any]
    below: dict[str, list[_Draft]] = field(default_factory=dict)

    def finish(self) -> Any:  # noqa: ANN401 - the model depends on the kind
        """Build the model, without the fields that it has not: it refuses them, and an initiative has no target."""
        below = {kind: tuple(one.finish() for one in drafts) for kind, drafts in self.below.items()}
        model = _MODELS[self.kind]
        return model(**{name: value for name, value in self.fields.items() if name in model.model_fields}, **below)


def read(path: str, data: bytes) -> Document:
    """Read an Org document, or raise ReadError where it is not UTF-8 or a drawer is never closed."""
    reader = _Reader(Source.decode(path, data))
    for number, line in enumerate(reader.source.lines, 1):
        reader.take(number, line)
    return reader.document()


class _Reader:
    """Takes one line after the other and remembers under which headline it stands."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._language: str | None = None
        self._set = _Draft("set", 0, {})
        self._open: list[_Draft] = []  # the tagged headlines above, the deepest last
        self._fields: dict[str, Any] = {}  # of the latest headline; those of an untagged one come to nothing
        self._drawer = 0  # the line at which a drawer was opened, 0 outside one

    def take(self, number: int, line: str) -> None:
        """Take a line: a headline, what belongs to one, a keyword of the file, or a note, which is passed over."""
        if headline := _HEADLINE.match(line):
            self._check_drawer()
            self._headline(number, line, headline)
        elif self._drawer:
            self._in_drawer(number, line)
        elif line.strip().upper() == ":PROPERTIES:":
            self._drawer = number
        elif found := _DEADLINE.match(line):
            self._fields["deadline"] = self._cut(number, *found.span("value"))
        elif found := _KEYWORD.match(line):
            self._keyword(fold(found["name"]), self._cut(number, *found.span("value")))

    def document(self) -> Document:
        """Return what was read; a file without a statement has no set, so that no rule misses anything in it."""
        self._check_drawer()
        sets = (self._set.finish(),) if self._set.below else ()
        return Document(path=self.source.path, format="org", source=self.source, language=self._language, sets=sets)

    def _headline(self, number: int, line: str, found: re.Match[str]) -> None:
        level = len(found["stars"])
        # By hand and not in the pattern, which would take a long time over a line of ten thousand blanks.
        rest = line.rstrip(" \t")
        ending = max(rest.rfind(" "), rest.rfind("\t")) + 1
        tags = rest[ending:].lower().split(":") if _ENDING.fullmatch(rest, ending) else []
        text = self._cut(number, found.end(), ending if tags else len(rest))
        kind = next((_TAGS[tag] for tag in tags if tag in _TAGS), None)
        self._fields = {"text": text}
        if found["status"]:
            self._fields["status"] = self._cut(number, *found.span("status"))
        self._open = [one for one in self._open if one.level < level]
        if kind is not None and text.text:
            above = next((one for one in reversed(self._open) if one.kind in _ABOVE[kind]), self._set)
            draft = _Draft(kind, level, self._fields)
            above.below.setdefault(kind, []).append(draft)
            self._open.append(draft)

    def _keyword(self, name: str, value: Text) -> None:
        if name == "language":
            self._language = value.text
        elif name in _KEYWORDS:
            self._set.fields[_KEYWORDS[name]] = value

    def _in_drawer(self, number: int, line: str) -> None:
        if line.strip().upper() == ":END:":
            self._drawer = 0
        elif (found := _PROPERTY.match(line)) and fold(found["name"]) in _FIELDS:
            self._fields[_FIELDS[fold(found["name"])]] = self._cut(number, *found.span("value"))

    def _check_drawer(self) -> None:
        if self._drawer:
            raise ReadError("this drawer has no :END:", culprit=self.source.path, line=self._drawer)

    def _cut(self, number: int, start: int, end: int) -> Text:
        """Cut a text out of a line; `Source` works out its span, so that each note points at the right place."""
        begin = self.source.line_starts[number - 1]
        return self.source.cut(begin + start, begin + end)
