"""OKRs in YAML and JSON, in the shape that `okrlint schema` publishes and in the shapes that people and tools chose."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

import yaml

from okrlint.errors import ReadError
from okrlint.model import CheckIn, Document, Link, Skipped, Source, Text
from okrlint_formats.asides import is_placeholder
from okrlint_formats.drafts import (
    COMMON,
    OF_KEY_RESULT,
    Draft,
    SetDraft,
    day,
    decision,
    finish,
    number,
    share,
)
from okrlint_formats.front_matter import broken, loader
from okrlint_formats.scalars import composable, scalar
from okrlint_formats.shapes import SetNode, fields_of, set_nodes

#: A file with aliases can ask for more statements than it has characters; nobody keeps this many in one file.
MOST_STATEMENTS: Final = 20_000
#: The keys under which a statement's own words may stand, by role; the first is the canonical one.
WORDS: Final = {
    "objective": ("objective", "text"),
    "key_result": ("key_result", "text"),
    "initiative": ("initiative", "text"),
}
#: What deeper nesting than this would be is an attack, not an OKR.
DEEPEST: Final = 200


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


class _Reader:
    def __init__(self, source: Source, name: str) -> None:
        self.source = source
        self.name = name
        self.skipped: list[Skipped] = []
        self.left = MOST_STATEMENTS
        self.language: str | None = None

    def document(self) -> Document:
        drafts = [self._set(found) for root in self._roots() for found in set_nodes(root)]
        return Document(
            path=self.source.path,
            format=self.name,
            source=self.source,
            language=self.language,
            sets=tuple(finish(draft, self.skipped) for draft in drafts if not draft.empty),
            skipped=tuple(self.skipped),
        )

    def _roots(self) -> Iterator[yaml.Node]:
        nesting = max((len(run) for run in re.findall(r"[\[{]+", self.source.text)), default=0)
        if nesting > DEEPEST:
            raise ReadError("the file is nested too deeply", culprit=self.source.path)
        try:
            text = composable(self.source.text) if self.name == "json" else self.source.text
            yield from yaml.compose_all(text, Loader=loader())
        except yaml.YAMLError as error:
            raise broken(self.source, error) from None

    def _set(self, found: SetNode) -> SetDraft:
        fields = {**found.inherited, **found.fields}
        draft = SetDraft(fields=self._texts(fields, ("organisation", "team", "cycle", "level", "owner")))
        language = self._text(fields.get("language"))
        self.language = language.text if language else self.language
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
            self.skipped.append(Skipped(text=text, reason="a placeholder, not a statement"))
            return None
        if text is None:
            place = self.source.cut(*self._span(node))
            self.skipped.append(Skipped(text=place, reason=f"no {WORDS[role][0]!r} in this entry"))
            return None
        draft = Draft(role, text, fields=self._texts(fields, (*COMMON, *OF_KEY_RESULT, "confidence")))
        rationale = self._text(fields.get("rationale"))
        if rationale is not None:
            draft.fields["rationale"] = rationale
        ident, language = self._text(fields.get("id")), self._text(fields.get("language"))
        draft.ident = ident.text if ident else None
        draft.language = language.text if language else None
        draft.links = self._links(fields)
        draft.key_results = self._statements(fields.get("key_results"), "key_result")
        draft.initiatives = self._statements(fields.get("initiatives"), "initiative")
        draft.check_ins = self._check_ins(fields.get("check_ins"))
        return draft

    def _links(self, fields: dict[str, yaml.Node]) -> list[Link]:
        links: list[Link] = []
        for name in ("parent", "depends_on"):
            node = fields.get(name)
            nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
            targets = (self._text(one) for one in nodes)
            kind = "parent" if name == "parent" else "depends_on"
            links += [Link(kind=kind, target=target) for target in targets if target]  # type: ignore[arg-type]
        return links

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
