"""English dates, periods, windows and rhythms."""

from __future__ import annotations

from typing import Final

_MONTH: Final = (
    r"(?:january|february|march|april|may(?= \d|,|\.|$)|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d"
_QUARTER: Final = (
    r"(?:(?:q|h)[1-4](?![a-z0-9.])(?:[ /-]*(?:of |cy|fy|')?'?(?:\d{4}|\d\d)(?!\w))?"
    r"|(?:fy|cy) ?'?\d{2,4}(?:[ /-]*[qh]\d)?|(?:19|20)\d\d[ /-]?[qh][1-4])"
)
_SEASON: Final = r"(?:spring|summer|autumn|fall|winter|easter|christmas) "
_DATE: Final = (
    rf"(?:{_SEASON}{_YEAR}|{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?|{_MONTH} {_DAY}(?!\d)(?:,? {_YEAR})?"
    rf"|{_MONTH}(?:,? {_YEAR})?"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})(?!\d)|{_QUARTER})"
)
_PERIOD: Final = (
    r"(?:(?:calendar |fiscal |financial |school |academic )?(?:year|quarter|qtr|month|cycle|week|sprint|semester"
    r"|term|season|summer|winter|spring|autumn|fall|iteration|release|pilot|programme?|project|day)\b"
    r"(?:'s)?(?! \d\d?\b))"
)
_PART: Final = (
    r"(?:the )?(?:very )?(?:end|close|start|beginning|middle|first half|second half|1st half|2nd half"
    r"|mid|early|late) ?-?(?:of |in )?(?:the |this |next )?"
)
_BY: Final = (
    r"(?:(?:starting |effective )?(?:by|before|until|till|no later than|not later than|ahead of|as of|come|from)"
    r"|starting(?: in)?|due(?: on| by)?|in time for)"
)

DEADLINES: Final = (
    (
        rf"\b(?:{_BY} )(?:the )?(?:{_PART})?(?:{_DATE}|{_PERIOD}(?:[- ]end)?|{_YEAR}\b"
        rf"|week \d+|christmas|easter|black friday|half-term|(?:code )?freeze\b|stocktake"
        rf"|then|eo[yqm]\b|year[- ]end|quarter[- ]end|month[- ]end"
        rf"|@+)(?: {_YEAR})?"
    ),
    (
        rf"\b(?:by|at|before|until|till) (?:the )?(?:very )?(?:end|close|start|beginning"
        rf"|middle|launch|go-live|release) ?(?:of|date)? ?(?:the |this |next |our "
        rf"|it|every )?(?:{_DATE}|{_PERIOD}|{_YEAR}|[a-z]+(?: (?:quarter|year|term"
        rf"|season|cycle|conference|pilot))?)?"
    ),
    (
        rf"\b(?:in|during|for|over|throughout|within|across|this|on|at) (?:the )?(?:{_PART})?(?:{_DATE}"
        rf"|{_YEAR}\b(?! (?:model|edition)))(?: {_YEAR})?"
    ),
    rf"\b(?:{_PART})(?:{_DATE}|{_YEAR}\b)",
    (
        r"\b(?:in|during|over|throughout|within|across|for|by) (?:the )?(?:entire "
        r"|whole |current |coming |next |following |same |first |rest of the |remainder of the )*(?:this "
        r"|the |next )?(?:year|quarter|qtr|half[- ]year|cycle|semester|term|season"
        r"|summer|winter|autumn|fiscal year|financial year|school year|academic year"
        r"|month|week|sprint)(?! (?:end report|plan|review|over|to date|on|\d+)\b)\b"
    ),
    (
        r"\b(?:this|next) (?:coming )?(?:year|quarter|qtr|half|cycle|semester|term"
        r"|season|summer|winter|autumn|spring|fiscal year|month|week|sprint|school year"
        r"|academic year)\b"
    ),
    (
        r"\b(?:year|quarter|month|term|season)[- ]end\b|\beo[yqm]\b|\bin[- ]quarter\b"
        r"|\bend of (?:year|quarter|month|term|season|cycle|fy|q[1-4])\b"
    ),
    rf"(?:^|[(,;:–-] ?)(?:{_DATE})(?=[)\],;:.]|$| -)",
    # A quarter before a noun only names it ("Q3 conferences"), unless it stands at the head or behind a mark.
    rf"(?:^|[(,;:–-] ?)(?:{_QUARTER})|\b{_QUARTER}(?=$|[ ]?[^\w ]| (?:and|or|to|with|by|at|in|on|for|than|,))",
    rf"\b{_MONTH} (?:{_YEAR}|{_DAY})\b",
    r"\b\d{4}-\d\d-\d\d\b",
)

REFERENCES: Final = (
    (
        rf"\b(?:last|previous|prior|past) (?:{_DATE}|year|quarter|qtr|month|week|cycle"
        rf"|season|semester|term|summer|winter|autumn|spring|fiscal year|school year)(?:'s)?\b"
    ),
    (
        rf"\b(?:vs\.?|versus|compared (?:to|with)|against|over|relative to|since|than in"
        rf"|than) (?:the )?(?:same (?:period|quarter|month) (?:in |of |last )?)?(?:{_DATE}"
        rf"|{_YEAR})"
    ),
)

WINDOWS: Final = (
    (
        r"\b(?:per|a|an|each|every|/) ?(?:calendar |working |business )?(?:day|night"
        r"|week|fortnight|month|quarter|year|annum|hour|minute|second|sprint|iteration"
        r"|shift|semester|term|cycle)s?\b(?<! a second)"
    ),
    r"(?<=\w)/(?:day|week|wk|month|mo|quarter|year|yr|hour|h|sprint|minute|min|s|sec)\b",
    (
        r"\b(?:daily|weekly|biweekly|bi-weekly|fortnightly|monthly|quarterly|yearly"
        r"|annual|annually|nightly|hourly)\b(?! to\b)"
    ),
    (
        r"\b\d+[- ]?(?:day|week|month|year)s?(?=(?:'|s')? (?:retention|churn|window"
        r"|activation|survival|readmission|moving|rolling|trial|conversion|return"
        r"|follow-up|notice|average|mortality|period|plan|guarantee))"
    ),
    r"\b(?:rolling|trailing|past|last) \d+ (?:days|weeks|months|years)\b",
    (
        r"\bevery (?:other )?(?:\d+ |two |three |four |six )?(?:days?|weeks?|months?"
        r"|quarters?|years?|mondays?|fridays?|mornings?)\b"
    ),
    r"\bafter (?:\d+|two|three|six) (?:days?|weeks?|months?|years?|sessions?|visits?)\b",
    r"\bdate back\b|\bup to date\b|\bto date\b",
)

SPANS: Final = (
    (
        r"\b(?:within|in(?: less than| under| no more than)?|inside(?: of)?|over|during) (?:the )?(?:next "
        r"|first |last |coming |following |a |just )*(?:max(?:imum)? )?(?P<n>#+)(?P<after> (?:of"
        r"|after|from|following|before|for|since|or less)\b)?"
    ),
)
