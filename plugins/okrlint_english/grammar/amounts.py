"""English numbers and units, comparators, amounts of change, and the words that tell a start from a target."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from okrlint.reading.types import Comparator, Direction

MAGNITUDES: Final[Mapping[str, float]] = {
    "k": 1e3,
    "m": 1e6,
    "mio": 1e6,
    "mm": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "thousand": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "billion": 1e9,
    "hundred": 1e2,
    "mn": 1e6,
}

UNITS: Final[Mapping[str, str]] = {
    "percent": "%",
    "per cent": "%",
    "pct": "%",
    "percentage points": "points",
    "percentage point": "points",
    "points": "points",
    "point": "points",
    "basis points": "bps",
    "millisecond": "ms",
    "milliseconds": "ms",
    "second": "s",
    "seconds": "s",
    "minute": "min",
    "minutes": "min",
    "hour": "h",
    "hours": "h",
    "more hours": "h",
    "day": "day",
    "days": "day",
    "business day": "day",
    "business days": "day",
    "working day": "day",
    "working days": "day",
    "calendar days": "day",
    "d": "day",
    "week": "week",
    "weeks": "week",
    "wk": "week",
    "wks": "week",
    "month": "month",
    "months": "month",
    "year": "year",
    "years": "year",
    "yr": "year",
    "yrs": "year",
    "quarters": "quarter",
    "stars": "score",
    "star": "score",
}

EVERY: Final = (
    r"(?<![\w#])(?:(?<!at )(?<!after )(?<!above )(?<!not )(?<!across )(?<!for )(?<!over )"
    r"all(?! hands"
    r"| (?:the )?(?:source|data|information|day|year|right|kinds|sorts)\b)(?! (?:the (?:time"
    r"|way)|in|over|round|around|other|about|-)\b)(?!-)"
    r"|every(?! (?:day|week|month|quarter|year|other|morning|sprint|release|time|two|few|@|#|monday|friday)\b)(?!day)"
    r"|each(?! (?:other|day|week|month|quarter|year|sprint|release|of us)\b)|full(?= (?:adoption"
    r"|coverage|compliance))|entire(?= )"
    r"|(?<!for )(?<!to )(?:everyone|everybody))(?!\w)"
)

NONE: Final = (
    r"(?<![\w#-])(?:zero(?!-)|no(?! (?:later|longer|matter|more than|less than"
    r"|fewer than|one knows|brainer|need|code|-)\b)(?="
    r"(?: [a-z/'-]+){1,4} (?:takes?|waits?|goes|remains?|leaves?|is|are|has|have"
    r"|needs?|misses|without|in|after|open)\b)"
    r"|no(?= (?:known|unplanned|customer-facing|critical|major|open|overdue|serious"
    r"|production|new|data|lost|repeat|more|"
    r"outages?|incidents?|complaints?|errors?|downtime|regressions?|breaches|defects?|bugs)\b)(?! more than)"
    r"|none(?= of)|never)(?!\w)"
)

ONES: Final = (
    r"(?<=at least )one|(?<=minimum of )one|\bone(?= or more)|(?<=within )(?:an?"
    r"|one)(?= (?:business |working |calendar )?(?:hour|day|week|month|minute)\b)"
    r"|(?<=less than )(?:an?|one)(?= (?:business |working )?(?:hour|day|week|minute"
    r"|second)\b)|(?<=under )(?:an?|one)(?= (?:hour|day|week|minute|second)\b)"
    r"|(?<=more than )one(?= (?:business |working )?(?:hour|day|week))"
)

DURATIONS: Final = (
    r"\b(?:time|times|duration|delay|turnaround|latency|wait|waits|waiting|takes?"
    r"|answer(?:s|ed)?|respon(?:d|se|ded)|repl(?:y|ies|ied)|resol(?:ve|ved|ution)"
    r"|load(?:s|ed)?|recover(?:y|ed)?|open(?:s|ed)?|dispatched|shipped|deliver(?:ed)?"
    r"|process(?:ed)?|completed?|handled|lead time|cycle|first value|to value"
    r"|closed|restored?|paid|refunded|reimbursed|approved|sent|returned|answered|build|run(?:s)?|download)\b"
)

RATIOS: Final[tuple[tuple[str, float, Direction], ...]] = (
    (
        (
            r"\b(?:double|doubl(?:es|ed|ing)|twice(?= (?:as|the|more)\b)|twofold)(?! (?:check|opt|click|a (?:week"
            r"|month|year|day)|per )\b)(?!-)"
        ),
        2.0,
        "increase",
    ),
    (r"\b(?:triple|tripl(?:es|ed|ing)|threefold|thrice)(?!-)\b", 3.0, "increase"),
    (r"\b(?:quadrupl(?:e|es|ed|ing)|fourfold)\b", 4.0, "increase"),
    (r"\btenfold\b", 10.0, "increase"),
    (r"\b(?:halve[sd]?|halving|(?:by|in) (?:a )?half)\b", 0.5, "decrease"),
    (r"\bby (?:a|one) third\b", 0.3333, "decrease"),
    (r"\bby (?:a|one) quarter\b", 0.25, "decrease"),
)

FACTORS: Final[tuple[tuple[str, Direction], ...]] = (
    (r"\b(?:divid(?:e|ed|ing) by|by a factor of)", "decrease"),
    (r"\bmultipl(?:y|ied|ying) by", "increase"),
)

COMPARATORS: Final[tuple[tuple[str, Comparator], ...]] = (
    (
        (
            r"(?:≥|>=|=>|\bat least|\ba minimum of|\bmin(?:imum)?\.?(?: of)?|\bno (?:fewer"
            r"|less) than|\bat or above|\bupwards of|\bnot less than)(?: of)?"
        ),
        ">=",
    ),
    (
        (
            r"(?:≤|<=|\bat most|\bup to|\ba maximum of|\bmax(?:imum)?\.?(?: of)?|\bno more than"
            r"|\bnot more than|\bwithin|\bno longer than|\bat or below|\bnot exceeding"
            r"|\btakes? more than)"
        ),
        "<=",
    ),
    (
        (
            r"(?:(?<![-=–])>|\bmore than|\bover|\babove|\bgreater than|\bbeyond|\bexceed(?:s|ing)?"
            r"|\bin excess of|\bhigher than|\bbetter than)"
        ),
        ">",
    ),
    (
        r"(?:<|\bunder|\bbelow|\bless than|\bfewer than|\blower than|\bsub-?|\bshorter than|\bfaster than)",
        "<",
    ),
)

COMPARATORS_BEHIND: Final[tuple[tuple[str, Comparator], ...]] = (
    (r"[^#;.,(]{1,25}? (?:at least|or more|minimum)\b", ">="),
    (r"[^#;.,(]{1,25}? (?:at most|or less|or fewer|maximum)\b", "<="),
    (r"(?:or more|or better|or higher|or above|minimum|min\b|and above|and up\b)", ">="),
    (r"(?:or less|or fewer|or lower|or below|maximum|max\b|or faster)", "<="),
)

DELTAS: Final = (
    r"\b(?:by|up|down|an additional|additional|a further|another)(?: (?:at least|about"
    r"|around|approximately|roughly|over|more than|up to|a|an|some))*"
)

DELTAS_BEHIND: Final = (
    r"(?:points? )?(?:year[- ]on[- ]year |net |relative )?(?:lift|uplift|improvement|increase|rise|growth|gain"
    r"|reduction|decrease|drop|decline|cut|fewer|less|more|faster|lower|higher|cheaper|shorter)\b(?! than)"
)

FALLS: Final = (
    r"\b(?:reduc(?:e|es|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|decreas(?:e|es|ed|ing)|shorten(?:s|ed|ing)?)"
)

CHANGES: Final = (
    (
        r"\bfrom (?:a |an |the |about |around |roughly |approximately |under |over "
        r"|currently |an average of |our |today's |baseline )*(?P<a>#+)[^#;]{0,45}?(?:\bto"
        r"|->|→|=>|\bdown to|\bup to)(?: (?:a|an|at|under|below|over|above|least|about"
        r"|around|less|more|than|fewer|no|max|the))* *[<>≤≥=~]{0,2} *(?P<b>#+)"
    ),
    r"(?P<a>#+)[^#;.,]{0,25}?(?:->|→|-->|➔|➜|=>|⇒) ?[<>≤≥=~]{0,2} ?(?P<b>#+)",
    r"(?<!to )(?<!from )(?P<a>#+) to (?P<b>#+)(?= (?:on|by|per|in|for)\b|[.,;)]|$)",
    (
        r"\b(?:went|go(?:es)?|moves?|moved|rises?|rose|drops?|dropped|falls?|fell"
        r"|grows?|grew)[^#;]{0,20} (?P<a>#+)[^#;]{0,20} to (?P<b>#+)"
    ),
)

BASELINES: Final = (
    r"\bfrom (?:about |around |roughly |~)?(?P<a>#+)[^#;]{0,25}? to (?:a |an |at least |over |under )?_",
    (
        r"[(\[,;—-] ?(?:(?:it |this |that |which )?(?:is |was |we are |we're |we were )?(?:currently"
        r"|now|today|at present|presently|baseline|current|currently at|from|up from"
        r"|down from|was|were|instead of|vs\.?|versus|compared (?:to|with)|against"
        r"|last (?:year|quarter|month|cycle)|previously|as of (?:today|now|@+)|start(?:ing)?(?: (?:at"
        r"|from|point|value))?|we have|as-is|before)[:=]? ?(?:(?:is|at|of|about|around"
        r"|roughly|~|a|an|only|just|level|value|baseline|rate|average|today|was|with"
        r"|some|the|total|over|under|standing)[: ]*)*)(?P<a>#+)"
    ),
    r"\b(?:up|down|rising|falling) from (?:about |around |roughly |~)?(?P<a>#+)",
    (
        r"\b(?:instead of|compared (?:to|with)|versus|vs\.?|rather than) (?:the )?(?:current "
        r"|today's |about |around |~)*(?P<a>#+)"
    ),
    (
        r"\((?:about |around |roughly |~ ?|only )?(?P<a>#+)[^#()]{0,40}?(?:today|now"
        r"|currently|at present|last (?:year|quarter|month|cycle|summer|winter|season"
        r"|term)|so far|baseline|before|at the moment|as of|this (?:year|quarter|month)"
        r"|in @|at @|@)[^#()]{0,30}\)"
    ),
    (
        r"\b(?:currently|today|right now|at present)(?: (?:is|are|at|only|about|around"
        r"|we are at|we're at|it is|we have|sits? at|stands? at))* (?P<a>#+)"
    ),
    (
        r"\b(?:baseline|current(?: value| rate| level)?|starting point|start value)(?: (?:is"
        r"|was|of|at))?[:=]? ?(?:about |around |~)?(?P<a>#+)"
    ),
)

RANGES: Final = r"\bbetween (?P<a>#+) (?:and|to) (?P<b>#+)"

CADENCES: Final[Mapping[str, float]] = {
    "hourly": 8760,
    "daily": 365,
    "nightly": 365,
    "weekly": 52,
    "biweekly": 26,
    "fortnightly": 26,
    "monthly": 12,
    "quarterly": 4,
    "yearly": 1,
    "annually": 1,
    "annual": 1,
}

CADENCE_CHANGES: Final = (
    r"\bfrom (?P<a>[a-z]+) to (?P<b>[a-z]+)",
    r"\b(?P<a>[a-z]+) ?(?:->|→|-->) ?(?P<b>[a-z]+)",
    r"\b(?P<b>[a-z]+)(?: [a-z]+)? (?:instead of|rather than|not) (?P<a>[a-z]+)",
)

PLACEHOLDERS: Final = (
    r"\[[^\]\d]{0,40}(?:number|value|figure|amount|redacted)[^\]]{0,40}\]|(?<=from )x(?= to y)"
    r"|(?:(?<=reach )|(?<=get )|(?<=sign )|(?<=hire )|(?<=to ))n(?= [a-z]{3})|(?:(?<=from )|(?<=to ))(?:…|\.{3})"
    r"|(?<=to )y(?![a-z'-])|to be defined|to be confirmed"
)

TIMES_WORDS: Final = r"times"

OUT_OF: Final = r"out of"
