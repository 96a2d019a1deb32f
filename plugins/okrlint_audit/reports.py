"""The reports of an audit and of a trend, each imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from okrlint.hookspecs import Page, Reporter

if TYPE_CHECKING:
    from okrlint_audit.audit import Audit
    from okrlint_audit.history.data import Trend


def _text(run: Audit, page: Page) -> Iterable[str]:
    from okrlint_audit.as_text import write  # noqa: PLC0415 - imported when it is asked for

    return write(run, page)


def _json(run: Audit, page: Page) -> Iterable[str]:
    from okrlint_audit.as_data import as_json  # noqa: PLC0415 - as above

    return as_json(run, page)


def _csv(run: Audit, page: Page) -> Iterable[str]:
    from okrlint_audit.as_data import as_csv  # noqa: PLC0415 - as above

    return as_csv(run, page)


def _workbook(run: Audit, page: Page) -> Iterable[bytes]:
    from okrlint_audit.as_data import as_workbook  # noqa: PLC0415 - as above

    return as_workbook(run, page)


def _markdown(run: Audit, page: Page) -> Iterable[str]:
    from okrlint_audit.as_markdown import write  # noqa: PLC0415 - as above

    return write(run, page)


def _html(run: Audit, page: Page) -> Iterable[str]:
    from okrlint_audit.as_html import write  # noqa: PLC0415 - as above

    return write(run, page)


def _trend_text(run: Trend, page: Page) -> Iterable[str]:
    from okrlint_audit.history.as_page import as_text  # noqa: PLC0415 - as above

    return as_text(run, page)


def _trend_markdown(run: Trend, page: Page) -> Iterable[str]:
    from okrlint_audit.history.as_page import as_markdown  # noqa: PLC0415 - as above

    return as_markdown(run, page)


def _trend_json(run: Trend, page: Page) -> Iterable[str]:
    from okrlint_audit.history.as_data import as_json  # noqa: PLC0415 - as above

    return as_json(run, page)


REPORTS: Final = (
    Reporter("text", "audit", _text),
    Reporter("json", "audit", _json),
    Reporter("csv", "audit", _csv),
    Reporter("xlsx", "audit", _workbook),
    Reporter("markdown", "audit", _markdown),
    Reporter("html", "audit", _html),
    Reporter("text", "trend", _trend_text),
    Reporter("markdown", "trend", _trend_markdown),
    Reporter("json", "trend", _trend_json),
)
