"""Workbooks as archives: XLSX and ODS."""

from __future__ import annotations

import zipfile
from contextlib import AbstractContextManager

from okrlint_formats.archive import Kind, opened


def workbook(path: str, data: bytes, kind: str) -> AbstractContextManager[zipfile.ZipFile]:
    """Open the archive of a workbook; `kind` is what people call it (`Excel workbook (.xlsx)`).

    Raises:
        ReadError: It is no such workbook, broken, locked with a password, too large, or a trap.
    """
    return opened(
        path,
        data,
        Kind(
            what="workbook",
            whole=kind,
            part="the workbook",
            old="a workbook of the old kind (.xls): save it as .xlsx",
            writers="spreadsheets do",
            nobody="spreadsheet",
            largest=300_000_000,
            largest_xml=120_000_000,
        ),
    )
