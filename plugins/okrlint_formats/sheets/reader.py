"""From sheets to a document: which sheets hold OKRs, how each is laid out, and what was left out."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePath
from typing import Final

from okrlint.model import Document, Source, Text
from okrlint_formats import reasons
from okrlint_formats.drafts import finish
from okrlint_formats.sheets.flat import above, read_flat, read_lines
from okrlint_formats.sheets.gathered import Context, Gathered
from okrlint_formats.sheets.header import HEADER_WITHIN, Headers, header
from okrlint_formats.sheets.kept_column import parted
from okrlint_formats.sheets.names import named
from okrlint_formats.sheets.own import read_own
from okrlint_formats.sheets.sheet import Row, Sheet, Workbook
from okrlint_formats.sheets.typed import is_tree, kind_column, read_typed

#: A statement has a few words; sheets of names and figures have none.
_FEWEST_WORDS: Final = 3


def read_sheets(book: Workbook, name: str, house: Headers | None = None) -> Document:
    """Return the document that the sheets of a file make; `house` names headers of its own by what they mean."""
    book, ignores = parted(book)
    own = read_own(book, name)
    if own is not None:
        return own.model_copy(update={"ignores": ignores})
    gathered = Gathered(book.source, skipped=list(book.skipped))
    for sheet, context in _contexts(book, house):
        if sheet.hidden:
            _skip(gathered, sheet.rows, reasons.HIDDEN_SHEET)
            continue
        _tell_hidden(gathered, sheet)
        _read(gathered, sheet, context, house)
    sets = tuple(finish(draft, gathered.skipped) for draft in gathered.sets.values() if not draft.empty)
    return Document(
        path=book.source.path,
        format=name,
        source=book.source,
        sets=sets,
        skipped=tuple(gathered.skipped),
        ignores=ignores,
    )


def empty(path: str, name: str) -> Document | None:
    """Return a document without anything for the file that Excel keeps beside an open workbook (`~$okr.xlsx`)."""
    lock = PurePath(path).name.startswith("~$")
    return Document(path=path, format=name, source=Source(path, "")) if lock else None


def _read(gathered: Gathered, sheet: Sheet, context: Context, house: Headers | None) -> None:
    if not sheet.rows:
        return
    found = header(sheet.rows, house)
    if found is None:
        if not read_lines(gathered, sheet.rows, above(gathered, sheet.rows[:HEADER_WITHIN], context)):
            _skip(gathered, sheet.rows, reasons.NO_HEADER)
        return
    at, columns = found
    if not any(
        len(cell.words.split()) >= _FEWEST_WORDS for row in sheet.rows[at + 1 :] for cell in row.cells.values()
    ):  # fmt: skip
        if sheet.rows[at + 1 :]:
            _skip(gathered, sheet.rows[at + 1 :], reasons.NO_SENTENCE)
        return
    context = above(gathered, sheet.rows[:at], context)
    kinds = kind_column(sheet.rows, columns)
    if kinds is not None or is_tree(columns):
        read_typed(gathered, sheet.rows, columns, context, kinds)
    elif columns.names & {"objective", "key_result"}:
        read_flat(gathered, sheet.rows, columns, context, house)
    else:
        _skip(gathered, sheet.rows[at:], reasons.OTHER_LIST)


def _contexts(book: Workbook, house: Headers | None) -> list[tuple[Sheet, Context]]:
    """Return the sheets with what their names say: sheets are named for teams where several are, or one says so."""
    told = [(sheet, named(sheet.name)) for sheet in book.sheets]
    held = [one for sheet, one in told if one.team and not sheet.hidden and header(sheet.rows, house) is not None]
    teams = len(held) > 1
    contexts: list[tuple[Sheet, Context]] = []
    for sheet, one in told:
        fields: dict[str, Text] = {}
        if one.team and (teams or one.plainly):
            fields["team"] = book.source.cut(sheet.start + one.team[0], sheet.start + one.team[1])
        if one.period:
            fields["cycle"] = book.source.cut(sheet.start + one.period[0], sheet.start + one.period[1])
        contexts.append((sheet, Context(fields)))
    return contexts


def _tell_hidden(gathered: Gathered, sheet: Sheet) -> None:
    """Say which rows are hidden, once for rows that follow one another."""
    for hidden, rows in groupby(sheet.rows, lambda row: row.hidden):
        run = list(rows)
        if hidden:
            _skip(gathered, run, reasons.HIDDEN_ROW if len(run) == 1 else reasons.HIDDEN_ROWS)


def _skip(gathered: Gathered, rows: list[Row], reason: str) -> None:
    cell = next((cell for row in rows for _, cell in sorted(row.cells.items())), None)
    if cell is not None:
        gathered.skip(cell.text(gathered.source), reason)
