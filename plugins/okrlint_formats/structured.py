"""OKRs in YAML, JSON and TOML, in the shape that `okrlint schema` publishes and in those that others choose."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Final, Literal

import yaml

from okrlint.errors import ReadError
from okrlint.model import CheckIn, Document, Link, Skipped, Source, Statement, Text
from okrlint_formats import reasons
from okrlint_formats.asides import commitment, is_placeholder
from okrlint_formats.drafts import (
    COMMON,
    OF_KEY_RESULT,
    Draft,
    SetDraft,
    day,
    decision,
    everything,
    finish,
    loose,
    number,
    share,
)
from okrlint_formats.front_matter import broken, loader
from okrlint_formats.scalars import composable, scalar
from okrlint_formats.shapes import SetNode, fields_of, set_nodes, unknown_keys
from okrlint_formats.toml_nodes import nodes_of

#: A file with aliases can ask for more statements than it has characters; nobody keeps this many in one file.
MOST_STATEMENTS: Final = 20_000
#: The keys under which a statement's own words may stand, by role; the first is the canonical one.
WORDS: Final = {
    "objective": ("objective", "text"),
    "key_result": ("key_result", "text"),
    "initiative": ("initiative", "text"),
    "unknown": ("text",),
}
KINDS: Final[tuple[Literal["parent", "depends_on", "related"], ...]] = ("parent", "depends_on", "related")
#: What deeper nesting than this would be is an attack, not an OKR.
DEEPEST: Final = 200
#: A key of so many parts would be one too: tomllib takes time that grows with their square.
_DOTTED: Final = re.compile(r"(?:(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\.[ \t]*){50}")
_TOML_PLACE: Final = re.compile(
    r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL
)


def read_yaml(path: str, data: bytes) -> Document:
    """Read one YAML file; several documents in it are several sets. Broken YAML is a ReadError with its place."""
    return _Reader(Source.decode(path, data), "yaml").document()


def read_json(path: str, data: bytes) -> Document:
    """Read one JSON file. Broken JSON is a ReadError with its place."""
    source = Source.decode(path, data)
    try:
        json.loads(source.text)
    except RecursionError:
        raise ReadError("the file is nested too deeply", culprit=path) from None
    except json.JSONDecodeError as error:
        line, column = source.place(error.pos)
        raise ReadError(f"broken JSON: {error.msg}", culprit=path, line=line, column=column) from None
    return _Reader(source, "json").document()


def read_toml(path: str, data: bytes) -> Document:
    """Read one TOML file. Broken TOML is a ReadError with its place."""
    source = Source.decode(path, data)
    if _DOTTED.search(source.text):
        raise ReadError("the file is nested too deeply", culprit=path)
    reader = _Reader(source, "toml")
    reader.refuse_deep()
    try:
        tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, ValueError) as error:
        said = _TOML_PLACE.fullmatch(str(error))
        message = f"broken TOML: {_lowered(said.group('what') if said else str(error))}"
        if said is None or not said.group("line"):
            end = source.place(len(source.text)) if said else (None, None)
            raise ReadError(message, culprit=path, line=end[0], column=end[1]) from None
        raise ReadError(message, culprit=path, line=int(said.group("line")), column=int(said.group("column"))) from None
    except RecursionError:
        raise ReadError("the file is nested too deeply", culprit=path) from None
    return reader.document()


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


class _Reader:
    def __init__(self, source: Source, name: str) -> None:
        self.source = source
        self.name = name
        self.skipped: list[Skipped] = []
        self.left = MOST_STATEMENTS
        self.language: str | None = None

    def document(self) -> Document:
        roots = list(self._roots())
        found = [(self._set(each), self._language(each)) for root in roots for each in set_nodes(root)]
        self._speak(found)
        drafts = [draft for draft, _ in found]
        sets = tuple(finish(draft, self.skipped) for draft in drafts if not draft.empty)
        statements = tuple(one for root in roots for one in self._loose(root))
        return Document(
            path=self.source.path,
            format=self.name,
            source=self.source,
            language=self.language,
            sets=sets,
            statements=statements,
            skipped=tuple(sorted(self.skipped, key=lambda one: one.text.span.start)),
        )

    def refuse_deep(self) -> None:
        """Refuse a nest that no person writes, before anything walks down it."""
        nesting = max((len(run) for run in re.findall(r"[\[{]+", self.source.text)), default=0)
        if nesting > DEEPEST:
            raise ReadError("the file is nested too deeply", culprit=self.source.path)

    def _roots(self) -> Iterator[yaml.Node]:
        self.refuse_deep()
        if self.name == "toml":
            yield nodes_of(self.source.text)
            return
        try:
            text = composable(self.source.text) if self.name == "json" else self.source.text
            yield from yaml.compose_all(text, Loader=loader())
        except yaml.YAMLError as error:
            raise broken(self.source, error) from None

    def _set(self, found: SetNode) -> SetDraft:
        fields = {**found.inherited, **found.fields}
        draft = SetDraft(fields=self._texts(fields, ("organisation", "team", "cycle", "level", "owner")))
        parent = self._text(fields.get("parent"))
        draft.parent = Link(kind="parent", target=parent) if parent else None
        whole = fields.get("objective")
        if isinstance(whole, yaml.ScalarNode) and found.node is not None:
            one = self._statement(found.node, "objective")
            draft.objectives = [one] if one else []
            return draft
        draft.objectives = self._statements(fields.get("objectives"), "objective")
        draft.key_results = self._statements(fields.get("key_results"), "key_result")
        draft.initiatives = self._statements(fields.get("initiatives"), "initiative")
        return draft

    def _language(self, found: SetNode) -> str | None:
        said = self._text({**found.inherited, **found.fields}.get("language"))
        return said.text if said else None

    def _speak(self, found: list[tuple[SetDraft, str | None]]) -> None:
        """Take the language of the sets for the document's; where they differ, each statement takes its set's."""
        languages = {language for draft, language in found if not draft.empty}
        if len(languages) <= 1:
            self.language = next(iter(languages), None)
            return
        for draft, language in found:
            for one in everything(draft):
                one.language = one.language or language

    def _statements(self, node: yaml.Node | None, role: str) -> list[Draft]:
        if not isinstance(node, yaml.SequenceNode):
            return []
        return [draft for item in node.value if (draft := self._statement(item, role)) is not None]

    def _statement(self, node: yaml.Node, role: str) -> Draft | None:
        self.left -= 1
        if self.left < 0:
            message = f"the file asks for more than {MOST_STATEMENTS} statements"
            raise ReadError(message, culprit=self.source.path)
        if isinstance(node, yaml.ScalarNode):
            text = self._text(node)
            return Draft(role, text) if text else None
        if not isinstance(node, yaml.MappingNode):
            return None
        fields = fields_of(node)
        text = next((each for key in WORDS[role] if (each := self._text(fields.get(key)))), None)
        if text is not None and is_placeholder(text.text):
            self.skipped.append(Skipped(text=text, reason=reasons.PLACEHOLDER))
            return None
        if text is None:
            place = self.source.cut(*self._span(node))
            self.skipped.append(Skipped(text=place, reason=reasons.ENTRY))
            return None
        self.skipped += [Skipped(text=scalar(self.source, one), reason=reasons.KEY) for one in unknown_keys(node)]
        draft = Draft(role, text, fields=self._texts(fields, (*COMMON, *OF_KEY_RESULT, "confidence")))
        rationale = self._text(fields.get("rationale"))
        if rationale is not None:
            draft.fields["rationale"] = rationale
        ident, language = self._text(fields.get("id")), self._text(fields.get("language"))
        draft.ident = ident.text if ident else None
        draft.language = language.text if language else None
        committed = self._text(fields.get("commitment"))
        draft.commitment = commitment(committed.text) if committed else None
        if committed is not None and draft.commitment is None:
            self.skipped.append(Skipped(text=committed, reason=reasons.COMMITMENT))
        draft.links = self._links(fields)
        draft.key_results = self._statements(fields.get("key_results"), "key_result")
        draft.initiatives = self._statements(fields.get("initiatives"), "initiative")
        draft.check_ins = self._check_ins(fields.get("check_ins"))
        return draft

    def _links(self, fields: dict[str, yaml.Node]) -> list[Link]:
        links: list[Link] = []
        for kind in KINDS:
            node = fields.get(kind)
            nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
            targets = (self._text(one) for one in nodes)
            links += [Link(kind=kind, target=target) for target in targets if target]
        return links

    def _loose(self, root: yaml.Node) -> Iterator[Statement]:
        """Yield the statements of a list that has no tree: entries with a text and a role under `statements`."""
        fields = fields_of(root) if isinstance(root, yaml.MappingNode) else {}
        found = fields.get("statements")
        for entry in found.value if isinstance(found, yaml.SequenceNode) else []:
            own = fields_of(entry) if isinstance(entry, yaml.MappingNode) else {}
            role = self._text(own.get("role"))
            if role is None or role.text not in WORDS:
                continue
            under = self._text(own.get("objective")) if role.text != "objective" else None
            draft = self._statement(entry, role.text)
            language = self._text(fields.get("language"))
            self.language = language.text if language else self.language
            if draft is not None:
                yield loose(draft, under.text if under else None, self.skipped)

    def _check_ins(self, node: yaml.Node | None) -> list[CheckIn]:
        if not isinstance(node, yaml.SequenceNode):
            return []
        held: list[CheckIn] = []
        for item in node.value:
            fields = fields_of(item) if isinstance(item, yaml.MappingNode) else {}
            texts = self._texts(fields, ("date", "value", "confidence", "learning", "decision"))
            held.append(
                CheckIn(
                    on=day(texts["date"].text) if "date" in texts else None,
                    value=number(texts["value"].text) if "value" in texts else None,
                    confidence=share(texts["confidence"].text) if "confidence" in texts else None,
                    learning=texts.get("learning"),
                    decision=decision(texts["decision"].text) if "decision" in texts else None,
                )
            )
        return held

    def _texts(self, fields: dict[str, yaml.Node], names: tuple[str, ...]) -> dict[str, Text]:
        found = {name: self._text(fields.get(name)) for name in names}
        return {name: text for name, text in found.items() if text is not None}

    def _text(self, node: yaml.Node | None) -> Text | None:
        if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
            return None
        text = scalar(self.source, node)
        return text if text.text else None

    def _span(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.index, node.end_mark.index
