"""Why a stretch of a document was passed over, in a handful of plain sentences that a report can translate.

A person who looks for a missing key result finds it here, with the reason; so the reasons say what the line was taken
for, and not which line of the reader decided it.
"""

from __future__ import annotations

from typing import Final

PARAGRAPH: Final = "a paragraph without a label"
HEADING: Final = "a heading with no OKR below it"
ITEM: Final = "a list item under no objective"
TASK: Final = "a task below a key result, without a label"
NOTE: Final = "a note"
FIELD: Final = "a field that belongs to no statement"
LINK: Final = "a link to somewhere else"
POINTER: Final = "the name of a key result that stands elsewhere"
PLACEHOLDER: Final = "a placeholder to fill in"
MEANING: Final = "an explanation of the word"
LED_AWAY: Final = "below a title that is about something else"
TABLE: Final = "a table without OKRs"
CODE: Final = "a block of code"
CONFIDENCE: Final = "a confidence that is not between 0 and 1"
COMMITMENT: Final = "a commitment that is none of committed, aspirational, learning"
ENTRY: Final = "an entry without a sentence"
KEY: Final = "a key that means nothing known"
NO_HEADER: Final = "no row near the top names columns that okrlint knows (objective, key result, target …)"
NO_SENTENCE: Final = "no cell below the header holds a sentence"
OTHER_LIST: Final = "a list without objectives or key results"
OTHER_ROWS: Final = "rows of this kind are no part of OKRs"
HIDDEN_SHEET: Final = "the sheet is hidden"
HIDDEN_ROW: Final = "a hidden row"
HIDDEN_ROWS: Final = "hidden rows, from here on"
FAILED: Final = "a formula that failed"
NO_VALUE: Final = "a formula without a stored value"
TOO_LONG: Final = "a cell that is too long"
TOO_MANY: Final = "the rest of a sheet that is too long"
TOO_WIDE: Final = "the columns of a sheet from here on: it is too wide"

REASONS: Final = (
    PARAGRAPH,
    HEADING,
    ITEM,
    TASK,
    NOTE,
    FIELD,
    LINK,
    POINTER,
    PLACEHOLDER,
    MEANING,
    LED_AWAY,
    TABLE,
    CODE,
    CONFIDENCE,
    COMMITMENT,
    ENTRY,
    KEY,
    NO_HEADER,
    NO_SENTENCE,
    OTHER_LIST,
    OTHER_ROWS,
    HIDDEN_SHEET,
    HIDDEN_ROW,
    HIDDEN_ROWS,
    FAILED,
    NO_VALUE,
    TOO_LONG,
    TOO_MANY,
    TOO_WIDE,
)
