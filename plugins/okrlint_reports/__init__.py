"""Reports: the page for a terminal, what CI servers read, the window into the reading, and the outline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from okrlint.hookspecs import Page, Reporter, hookimpl

if TYPE_CHECKING:
    from okrlint.reading.document import ReadDocument
    from okrlint.review import Outlined, Review


def _text(run: Review, page: Page) -> Iterable[str]:
    from okrlint_reports.text import write  # noqa: PLC0415 - a report is imported when it is asked for

    return write(run, page)


def _json(run: Review, page: Page) -> Iterable[str]:
    from okrlint_reports.report import write  # noqa: PLC0415 - as above

    return write(run, page)


def _json_schema() -> dict[str, Any]:
    from okrlint_reports.report import schema  # noqa: PLC0415 - as above

    return schema()


def _inspect_text(run: Iterable[ReadDocument], page: Page) -> Iterable[str]:
    from okrlint_reports.inspected import text  # noqa: PLC0415 - as above

    return text(run, page)


def _inspect_jsonl(run: Iterable[ReadDocument], page: Page) -> Iterable[str]:
    from okrlint_reports.inspected import jsonl  # noqa: PLC0415 - as above

    return jsonl(run, page)


def _outline_text(run: Iterable[Outlined], page: Page) -> Iterable[str]:
    from okrlint_reports.outlined import text  # noqa: PLC0415 - as above

    return text(run, page)


def _outline_json(run: Iterable[Outlined], page: Page) -> Iterable[str]:
    from okrlint_reports.outlined import as_json  # noqa: PLC0415 - as above

    return as_json(run, page)


def _sarif(run: Review, page: Page) -> Iterable[str]:
    from okrlint_reports.sarif import write  # noqa: PLC0415 - as above

    return write(run, page)


def _github(run: Review, page: Page) -> Iterable[str]:
    from okrlint_reports.github import write  # noqa: PLC0415 - as above

    return write(run, page)


def _gitlab(run: Review, page: Page) -> Iterable[str]:
    from okrlint_reports.gitlab import write  # noqa: PLC0415 - as above

    return write(run, page)


def _junit(run: Review, page: Page) -> Iterable[str]:
    from okrlint_reports.junit import write  # noqa: PLC0415 - as above

    return write(run, page)


def _rdjson(run: Review, page: Page) -> Iterable[str]:
    from okrlint_reports.rdjson import write  # noqa: PLC0415 - as above

    return write(run, page)


def _markdown(run: Review, page: Page) -> Iterable[str]:
    from okrlint_reports.markdown import write  # noqa: PLC0415 - as above

    return write(run, page)


@hookimpl
def okrlint_reports() -> Iterable[Reporter]:
    """Bring the reports."""
    return [
        Reporter("text", "check", _text),
        Reporter("json", "check", _json, schema=_json_schema),
        Reporter("markdown", "check", _markdown),
        Reporter("sarif", "check", _sarif),
        Reporter("github", "check", _github),
        Reporter("gitlab", "check", _gitlab),
        Reporter("rdjson", "check", _rdjson),
        Reporter("junit", "check", _junit),
        Reporter("text", "inspect", _inspect_text),
        Reporter("jsonl", "inspect", _inspect_jsonl),
        Reporter("text", "outline", _outline_text),
        Reporter("json", "outline", _outline_json),
    ]
