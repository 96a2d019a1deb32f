"""The reports of an audit, each imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from okrlint.hookspecs import Page, Reporter

if TYPE_CHECKING:
    from okrlint_audit.audit import Audit


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


REPORTS: Final = (
    Reporter("text", "audit", _text),
    Reporter("json", "audit", _json),
    Reporter("csv", "audit", _csv),
    Reporter("xlsx", "audit", _workbook),
    Reporter("markdown", "audit", _markdown),
    Reporter("html", "audit", _html),
)
