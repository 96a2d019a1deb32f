"""The formats in which people keep OKRs: pages, Word, trees of keys, spreadsheets, and lists of statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from okrlint.hookspecs import Format, hookimpl

if TYPE_CHECKING:
    from okrlint.model import Document, Statement
    from okrlint.model.change import Change
    from okrlint_formats.sheets.header import Headers

    Edit = Callable[[bytes, Document, Statement, Change, str], Iterable[bytes]]


def _markdown(path: str, data: bytes) -> Document:
    from okrlint_formats.ignores import in_markup  # noqa: PLC0415 - as above
    from okrlint_formats.markdown import read  # noqa: PLC0415 - the parser is imported with the first document

    return in_markup(read)(path, data)


def _tidy(data: bytes, document: Document, language: str) -> bytes:
    from okrlint_formats.edits.label_writing import tidy  # noqa: PLC0415 - as above

    return tidy(data, document, language)


def _labels(language: str) -> Sequence[str]:
    from okrlint_formats.as_markdown import labels  # noqa: PLC0415 - as above

    return labels(language)


def _write_markdown(document: Document, language: str) -> bytes:
    from okrlint_formats.as_markdown import write  # noqa: PLC0415 - as above

    return write(document, language)


def _write_yaml(document: Document, language: str) -> bytes:
    from okrlint_formats.as_tree import write_yaml  # noqa: PLC0415 - as above

    return write_yaml(document, language)


def _write_json(document: Document, language: str) -> bytes:
    from okrlint_formats.as_tree import write_json  # noqa: PLC0415 - as above

    return write_json(document, language)


def _yaml(path: str, data: bytes) -> Document:
    from okrlint_formats.ignores import behind_hash  # noqa: PLC0415 - as above
    from okrlint_formats.structured import read_yaml  # noqa: PLC0415 - as above

    return behind_hash(read_yaml)(path, data)


def _json(path: str, data: bytes) -> Document:
    from okrlint_formats.structured import read_json  # noqa: PLC0415 - as above

    return read_json(path, data)


def _toml(path: str, data: bytes) -> Document:
    from okrlint_formats.ignores import behind_hash  # noqa: PLC0415 - as above
    from okrlint_formats.structured import read_toml  # noqa: PLC0415 - as above

    return behind_hash(read_toml)(path, data)


def _text(path: str, data: bytes) -> Document:
    from okrlint_formats.ignores import behind_hash  # noqa: PLC0415 - as above
    from okrlint_formats.text_lines import read  # noqa: PLC0415 - as above

    return behind_hash(read, blank=True)(path, data)


def _html(path: str, data: bytes) -> Document:
    from okrlint_formats.html_page import read  # noqa: PLC0415 - as above
    from okrlint_formats.ignores import in_markup  # noqa: PLC0415 - as above

    return in_markup(read)(path, data)


def _word(path: str, data: bytes) -> Document:
    from okrlint_formats.word import read  # noqa: PLC0415 - as above

    return read(path, data)


def _lines(path: str, data: bytes) -> Document:
    from okrlint_formats.lines import read  # noqa: PLC0415 - as above

    return read(path, data)


def _delimited(path: str, data: bytes, headers: Headers | None = None) -> Document:
    from okrlint_formats.sheets.delimited import read_delimited  # noqa: PLC0415 - as above
    from okrlint_formats.sheets.reader import read_sheets  # noqa: PLC0415 - as above

    return read_sheets(read_delimited(path, data), "csv", headers)


def _xlsx(path: str, data: bytes, headers: Headers | None = None) -> Document:
    from okrlint_formats.sheets.reader import empty, read_sheets  # noqa: PLC0415 - as above
    from okrlint_formats.sheets.xlsx import read_xlsx  # noqa: PLC0415 - as above

    return empty(path, "xlsx") or read_sheets(read_xlsx(path, data), "xlsx", headers)


def _ods(path: str, data: bytes, headers: Headers | None = None) -> Document:
    from okrlint_formats.sheets.ods import read_ods  # noqa: PLC0415 - as above
    from okrlint_formats.sheets.reader import read_sheets  # noqa: PLC0415 - as above

    return read_sheets(read_ods(path, data), "ods", headers)


def _write_csv(document: Document, language: str) -> bytes:
    from okrlint_formats.as_sheet import write_csv  # noqa: PLC0415 - as above

    return write_csv(document, language)


def _write_xlsx(document: Document, language: str) -> bytes:
    from okrlint_formats.as_sheet import write_xlsx  # noqa: PLC0415 - as above

    return write_xlsx(document, language)


def _edits(module: str) -> Edit:
    """Return what edits a format; its module is imported with the first change."""

    def edit(data: bytes, document: Document, statement: Statement, change: Change, language: str) -> Iterable[bytes]:
        found: Edit = import_module(f"okrlint_formats.edits.{module}").edits
        return found(data, document, statement, change, language)

    return edit


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
        Format(
            "markdown",
            (".md", ".markdown", ".mdx"),
            _markdown,
            template=_template,
            write=_write_markdown,
            edit=_edits("markdown"),
            labels=_labels,
            tidy=_tidy,
        ),
        Format("text", (".txt",), _text),
        Format("html", (".html", ".htm"), _html),
        Format("docx", (".docx",), _word),
        Format(
            "yaml",
            (".yaml", ".yml"),
            _yaml,
            schema=_schema,
            template=_yaml_template,
            write=_write_yaml,
            edit=_edits("tree"),
        ),
        Format("json", (".json",), _json, schema=_schema, write=_write_json, edit=_edits("tree")),
        Format("toml", (".toml",), _toml, schema=_schema),
        Format("csv", (".csv", ".tsv"), _delimited, read_with=_delimited, write=_write_csv, edit=_edits("delimited")),
        Format("xlsx", (".xlsx", ".xlsm"), _xlsx, read_with=_xlsx, write=_write_xlsx, edit=_edits("xlsx")),
        Format("ods", (".ods",), _ods, read_with=_ods),
        Format("jsonl", (".jsonl", ".ndjson"), _lines),
    ]
