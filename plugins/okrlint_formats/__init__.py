"""The formats in which people keep OKRs: Markdown, YAML, JSON, and lists of statements in JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from okrlint.hookspecs import Format, hookimpl

if TYPE_CHECKING:
    from okrlint.model import Document


def _markdown(path: str, data: bytes) -> Document:
    from okrlint_formats.markdown import read  # noqa: PLC0415 - the parser is imported with the first document

    return read(path, data)


def _yaml(path: str, data: bytes) -> Document:
    from okrlint_formats.structured import read_yaml  # noqa: PLC0415 - as above

    return read_yaml(path, data)


def _json(path: str, data: bytes) -> Document:
    from okrlint_formats.structured import read_json  # noqa: PLC0415 - as above

    return read_json(path, data)


def _text(path: str, data: bytes) -> Document:
    from okrlint_formats.text_lines import read  # noqa: PLC0415 - as above

    return read(path, data)


def _html(path: str, data: bytes) -> Document:
    from okrlint_formats.html_page import read  # noqa: PLC0415 - as above

    return read(path, data)


def _lines(path: str, data: bytes) -> Document:
    from okrlint_formats.lines import read  # noqa: PLC0415 - as above

    return read(path, data)


def _schema() -> dict[str, Any]:
    from okrlint_formats.schema import schema  # noqa: PLC0415 - as above

    return schema()


def _template(language: str) -> str:
    from okrlint_formats.template import markdown  # noqa: PLC0415 - as above

    return markdown(language)


def _yaml_template(language: str) -> str:
    from okrlint_formats.template import yaml  # noqa: PLC0415 - as above

    return yaml(language)


@hookimpl
def okrlint_formats() -> Iterable[Format]:
    """Bring the formats; each one's parser is imported when its first document is read."""
    return [
        Format("markdown", (".md", ".markdown", ".mdx"), _markdown, template=_template),
        Format("text", (".txt",), _text),
        Format("html", (".html", ".htm"), _html),
        Format("yaml", (".yaml", ".yml"), _yaml, schema=_schema, template=_yaml_template),
        Format("json", (".json",), _json, schema=_schema),
        Format("jsonl", (".jsonl", ".ndjson"), _lines),
    ]
