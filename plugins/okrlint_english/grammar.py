"""English numbers, dates and clauses, over folded text (see okrlint.reading.language.Grammar)."""

from __future__ import annotations

from typing import Final

from okrlint.reading.language import Grammar

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
    rf"(?:{_SEASON}{_YEAR}|{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?|{_MONTH} {_DAY}(?!\d)(?:,? {_YEAR})?|{_MONTH}(?:,? {_YEAR})?"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})(?!\d)|{_QUARTER})"
)
_PERIOD: Final = (
    r"(?:(?:calendar |fiscal |financial |school |academic )?(?:year|quarter|qtr|month|cycle|week|sprint|semester"
    r"|term|season|summer|winter|spring|autumn|fall|iteration|release|pilot|programme?|project|day)\b(?:'s)?)"
)
_PART: Final = (
    r"(?:the )?(?:very )?(?:end|close|start|beginning|middle|first half|second half|mid|early|late) ?-?(?:of |in )?(?:the |this |next )?"
)
_BY: Final = (
    r"(?:(?:starting |effective )?(?:by|before|until|till|no later than|not later than|ahead of|as of|come|from)"
    r"|starting(?: in)?|due(?: on| by)?|in time for)"
)

GRAMMAR: Final = Grammar(
    number_words={
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    },  # fmt: skip
    magnitudes={
        "k": 1e3, "m": 1e6, "mio": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9, "thousand": 1e3, "million": 1e6,
        "millions": 1e6, "billion": 1e9, "hundred": 1e2, "mn": 1e6,
    },  # fmt: skip
    units={
        "percent": "%", "per cent": "%", "pct": "%", "percentage points": "points", "percentage point": "points",
        "points": "points", "point": "points", "basis points": "bps",
        "millisecond": "ms", "milliseconds": "ms", "second": "s", "seconds": "s", "minute": "min",
        "minutes": "min", "hour": "h", "hours": "h", "more hours": "h", "day": "day", "days": "day",
        "business day": "day", "business days": "day", "working day": "day", "working days": "day",
        "calendar days": "day", "d": "day", "week": "week", "weeks": "week", "wk": "week", "wks": "week",
        "month": "month", "months": "month", "year": "year", "years": "year", "yr": "year", "yrs": "year",
        "quarters": "quarter", "stars": "score", "star": "score",
    },  # fmt: skip
    every=r"(?<![\w#])(?:(?<!at )(?<!after )(?<!above )(?<!not )(?<!across )(?<!for )(?<!does )(?<!over )(?<!show )(?<!ipfs )all(?! hands| (?:the )?(?:source|data|information|day|year|right|kinds|sorts)\b)(?! (?:the (?:time|way)|in|over|round|around|other|about|-)\b)(?!-)"
    r"|every(?! (?:day|week|month|quarter|year|other|morning|sprint|release|time|two|few|@|#|monday|friday)\b)(?!day)"
    r"|each(?! (?:other|day|week|month|quarter|year|sprint|release|of us)\b)|full(?= (?:adoption|coverage|compliance))|entire(?= )"
    r"|(?<!for )(?<!to )(?:everyone|everybody))(?!\w)",
    ones=r"(?<=at least )one|(?<=minimum of )one|\bone(?= or more)|(?<=within )(?:an?|one)(?= (?:business |working |calendar )?(?:hour|day|week|month|minute)\b)|(?<=less than )(?:an?|one)(?= (?:business |working )?(?:hour|day|week|minute|second)\b)|(?<=under )(?:an?|one)(?= (?:hour|day|week|minute|second)\b)|(?<=more than )one(?= (?:business |working )?(?:hour|day|week))",
    durations=r"\b(?:time|times|duration|delay|turnaround|latency|wait|waits|waiting|takes?|answer(?:s|ed)?|respon(?:d|se|ded)|repl(?:y|ies|ied)|resol(?:ve|ved|ution)|load(?:s|ed)?|recover(?:y|ed)?|open(?:s|ed)?|dispatched|shipped|deliver(?:ed)?|process(?:ed)?|completed?|handled|lead time|cycle|first value|to value|closed|restored?|build|run(?:s)?|download)\b",
    none=r"(?<![\w#-])(?:zero(?!-)|no(?! (?:later|longer|matter|more than|less than|fewer than|one knows|brainer|need|code|-)\b)(?="
    r"(?: [a-z/'-]+){1,4} (?:takes?|waits?|goes|remains?|leaves?|is|are|has|have|needs?|misses|without|in|after|open)\b)"
    r"|no(?= (?:known|unplanned|customer-facing|critical|major|open|overdue|serious|production|new|data|lost|repeat|more|"
    r"outages?|incidents?|complaints?|errors?|downtime|regressions?|breaches|defects?|bugs)\b)(?! more than)"
    r"|none(?= of)|never)(?!\w)",
    ratios=(
        (r"\b(?:double|doubl(?:es|ed|ing)|twice|twofold)(?! (?:check|opt|click|a (?:week|month|year|day)|per )\b)(?!-)", 2.0, "increase"),
        (r"\b(?:triple|tripl(?:es|ed|ing)|threefold|thrice)(?!-)\b", 3.0, "increase"),
        (r"\b(?:quadrupl(?:e|es|ed|ing)|fourfold)\b", 4.0, "increase"),
        (r"\btenfold\b", 10.0, "increase"),
        (r"\b(?:halve[sd]?|halving|(?:by|in) (?:a )?half)\b", 0.5, "decrease"),
        (r"\bby (?:a|one) third\b", 0.3333, "decrease"),
        (r"\bby (?:a|one) quarter\b", 0.25, "decrease"),
    ),
    factors=((r"\b(?:divid(?:e|ed|ing) by|by a factor of)", "decrease"), (r"\bmultipl(?:y|ied|ying) by", "increase")),
    comparators=(
        (r"(?:≥|>=|=>|\bat least|\ba minimum of|\bmin(?:imum)?\.?(?: of)?|\bno (?:fewer|less) than|\bat or above|\bupwards of|\bnot less than)(?: of)?", ">="),
        (r"(?:>|\bmore than|\bover|\babove|\bgreater than|\bbeyond|\bexceed(?:s|ing)?|\bin excess of|\bhigher than|\bbetter than)", ">"),
        (r"(?:≤|<=|\bat most|\bup to|\ba maximum of|\bmax(?:imum)?\.?(?: of)?|\bno more than|\bnot more than|\bwithin|\bno longer than|\bat or below|\bnot exceeding|\btakes? more than)", "<="),
        (r"(?:<|\bunder|\bbelow|\bless than|\bfewer than|\blower than|\bsub-?|\bshorter than|\bfaster than)", "<"),
    ),
    comparators_behind=(
        (r"(?:or more|or better|or higher|or above|minimum|min\b|and above|and up\b)", ">="),
        (r"(?:or less|or fewer|or lower|or below|maximum|max\b|or faster)", "<="),
    ),
    deltas=r"\b(?:by|an additional|additional|a further|another)(?: (?:at least|about|around|approximately|roughly|over|more than|up to|a|an|some))*",
    changes=(
        r"\bfrom (?:a |an |the |about |around |roughly |approximately |under |over |currently |an average of |our |today's |baseline )*(?P<a>#+)[^#;]{0,45}?(?:\bto|->|→|=>|\bdown to|\bup to)(?: (?:a|an|at|under|below|over|above|least|about|around|less|more|than|fewer|no|max|the))* *[<>≤≥=~]{0,2} *(?P<b>#+)",
        r"(?P<a>#+)[^#;.,]{0,25}?(?:->|→|-->|➔|➜|=>|⇒) ?[<>≤≥=~]{0,2} ?(?P<b>#+)",
        r"(?<!to )(?<!from )(?P<a>#+) to (?P<b>#+)(?= (?:on|by|per|in|for)\b|[.,;)]|$)",
        r"\b(?:went|go(?:es)?|moves?|moved|rises?|rose|drops?|dropped|falls?|fell|grows?|grew)[^#;]{0,20} (?P<a>#+)[^#;]{0,20} to (?P<b>#+)",
    ),
    baselines=(
        r"[(\[,;—-] ?(?:(?:it |this |that |which )?(?:is |was |we are |we're |we were )?(?:currently|now|today|at present|presently|baseline|current|currently at|from|up from|down from|was|were|instead of|vs\.?|versus|compared (?:to|with)|against|last (?:year|quarter|month|cycle)|previously|as of (?:today|now|@+)|start(?:ing)?(?: (?:at|from|point|value))?|we have|as-is|before)[:=]? ?(?:(?:is|at|of|about|around|roughly|~|a|an|only|just|level|value|baseline|rate|average|today|was|with|some|the|total|over|under|standing)[: ]*)*)(?P<a>#+)",
        r"\b(?:up|down|rising|falling) from (?:about |around |roughly |~)?(?P<a>#+)",
        r"\b(?:instead of|compared (?:to|with)|versus|vs\.?|rather than) (?:the )?(?:current |today's |about |around |~)*(?P<a>#+)",
        r"\((?:about |around |roughly |~ ?|only )?(?P<a>#+)[^#()]{0,40}?(?:today|now|currently|at present|last (?:year|quarter|month|cycle|summer|winter|season|term)|so far|baseline|before|at the moment|as of|this (?:year|quarter|month)|in @|at @|@)[^#()]{0,30}\)",
        r"\b(?:currently|today|right now|at present)(?: (?:is|are|at|only|about|around|we are at|we're at|it is|we have|sits? at|stands? at))* (?P<a>#+)",
        r"\b(?:baseline|current(?: value| rate| level)?|starting point|start value)(?: (?:is|was|of|at))?[:=]? ?(?:about |around |~)?(?P<a>#+)",
    ),
    names=(
        r"https?://\S+|\bwww\.\S+",
        r"(?<![\w&])#\d+\b",
        r"\bv\d+(?:\.\d+)*(?:\.x)?\b|\bversion \d[\d.]*|\b\d+\.\d+\.\d+(?:\.\d+)*(?:\.x)?\b|\b\d+\.x\b",
        r"\bp\d{2,3}(?:\.\d+)?\b|\bd[1-9]\d?\b(?=[ -](?:retention|activation))|\bday[ -]\d+\b(?= (?:retention|activation|return|re))|\bd\d+\b",
        r"\b\d+(?:th|st|nd|rd)\b(?:(?:-| )percentile)?",
        r"\b(?:soc|iso|iec|pci|rfc|rule|article|annex|part|cfr|hipaa|fips|en|bs|as|ifrs|gaap|asc|pep|sdg|gdpr|wcag|nist|cis|nis|dora|cve|ieee|ansi|basel|section|chapter|schedule|title|form|category|phase|tier|level|stage|step|batch|wave|cohort|track|module|lot|zone|gate|milestone|area|grade|year|class|band|sev|severity|priority|type|option|plan|model|room|building|floor|ward|line|route|unit|site|scope|vendor|version|release|sprint|iteration|round|volume|edition|episode|season|horizon|generation|gen|mark|mk|windows|android|ios|python|java|php|node|angular|vue|react|rails|django|postgres|postgresql|mysql|kubernetes|k8s|office|dynamics|sap|s/4|ubuntu|debian|web|gpt|llama|industry|agenda|vision|strategy|horizon|ticket|issue|bug|pr|epic|story|jira|objective|kr|goal|key result|okr|week|no\.|nr\.|number)[ -]?(?:no\. ?)?\d+(?:[.:/-]\d+)*[a-z]?(?:,? ?(?:and|&|or|-|to) ?\d+(?=\D|$)(?! ?%))?(?![\d%€$£])(?!,\d)(?! ?(?:percent|per cent|k\b|million))",
        r"\b(?:first|last|next|previous|other|these|those|past|initial|remaining) #? ?\d+(?= )(?! ?(?:%|percent|k\b|million|minutes|mins|hours|days|weeks|months|years|business|working|calendar))",
        r"\b(?:of|for|on|in|across|from|our|bottom|per|with) (?:the |our |their )?(?:top|bottom)[ -]?(?:\d+|ten|three|five|twenty)\b|\bbottom \w+|#1\b|\bnumber one\b|\bno\. ?1\b",
        r"\b(?:24/7|7/7|24x7|365|360)(?:[ -](?:degree|feedback|review|view)s?)?\b|\b360°?",
        r"\b(?:(?!f1)[a-z]+\d+[a-z]*\d*|\d+d|\d+-?(?:factor|step|page|day|week|month|year|hour|minute|second|point|person|bed|seat|digit|bit|way|tier|story|star|metre|meter|stage|part|lane|storey|axis|item)s?)(?=[ -][a-z])(?<!\d[a-z])(?<!\d[kmb])(?! ?(?:to|->|→)\b)(?<!\d%)",
        r"\b(?!x\d|eur\d|usd\d|chf\d|f1)[a-z]{1,6}\d+[a-z]?\b",
        r"\b(?:one|two|three) of (?:the|our|my)\b",
        r"\bseries [a-e]\b|\b(?:b2b2c|b2b|b2c|c2c|o2c|p2p|s3|ec2|4g|5g|3d|2d|2fa|a11y|i18n|l10n|e2e|h2|co2|k-12|k12|24h)\b",
        r"\b(?:19|20)\d\d(?:[-/](?:\d\d|(?:19|20)\d\d))(?!\d)(?!-\d)(?= (?:strategy|plan|budget|roadmap|report))",
        r"\b(?:two|three|four|five|second|third)-[a-z]+",
        r"\b(?:between|both|these|those|the|its|our|their|either|which of|whether|which|of) (?:two|three|four|five|six|seven|eight|nine|ten)\b(?! (?:percent|hundred|thousand|million))",
        r"\b\d{1,2}(?::\d\d)? ?(?:am|pm)\b|\b\d{1,2}:\d\d\b",
    ),
    deadlines=(
        rf"\b(?:{_BY} )(?:the )?(?:{_PART})?(?:{_DATE}|{_PERIOD}(?:[- ]end)?|{_YEAR}\b|week \d+|christmas|easter|then|eo[yqm]\b|year[- ]end|quarter[- ]end|month[- ]end|@+)(?: {_YEAR})?",
        rf"\b(?:by|at|before|until|till) (?:the )?(?:very )?(?:end|close|start|beginning|middle|launch|go-live|release) ?(?:of|date)? ?(?:the |this |next |our |it|every )?(?:{_DATE}|{_PERIOD}|{_YEAR}|[a-z]+(?: (?:quarter|year|term|season|cycle|conference|pilot))?)?",
        rf"\b(?:in|during|for|over|throughout|within|across|this|on|at) (?:the )?(?:{_PART})?(?:{_DATE}|{_YEAR}\b(?! (?:model|edition)))(?: {_YEAR})?",
        rf"\b(?:{_PART})(?:{_DATE}|{_YEAR}\b)",
        r"\b(?:in|during|over|throughout|within|across|for|by) (?:the )?(?:entire |whole |current |coming |next |following |same |first |rest of the |remainder of the )*(?:this |the |next )?(?:year|quarter|qtr|half[- ]year|cycle|semester|term|season|summer|winter|autumn|fiscal year|financial year|school year|academic year|month|sprint)(?! (?:end report|plan|review|over|to date|on))\b",
        r"\b(?:this|next) (?:coming )?(?:year|quarter|qtr|half|cycle|semester|term|season|summer|winter|autumn|spring|fiscal year|month|week|sprint|school year|academic year)\b",
        r"\b(?:year|quarter|month|term|season)[- ]end\b|\beo[yqm]\b|\bin[- ]quarter\b|\bend of (?:year|quarter|month|term|season|cycle|fy|q[1-4])\b",
        rf"(?:^|[(,;:–-] ?)(?:{_DATE})(?=[)\],;:.]|$| -)",
        rf"\b{_QUARTER}",
        rf"\b{_MONTH} (?:{_YEAR}|{_DAY})\b",
        r"\b\d{4}-\d\d-\d\d\b",
    ),
    windows=(
        r"\b(?:per|a|an|each|every|/) ?(?:calendar |working |business )?(?:day|night|week|fortnight|month|quarter|year|annum|hour|minute|second|sprint|iteration|shift|semester|term|cycle)s?\b(?<! a second)",
        r"(?<=\w)/(?:day|week|wk|month|mo|quarter|year|yr|hour|h|sprint|minute|min|s|sec)\b",
        r"\b(?:daily|weekly|biweekly|bi-weekly|fortnightly|monthly|quarterly|yearly|annual|annually|nightly|hourly)\b(?! to\b)",
        rf"\b(?:last|previous|prior|past) (?:{_DATE}|year|quarter|qtr|month|week|cycle|season|semester|term|summer|winter|autumn|spring|fiscal year|school year)(?:'s)?\b",
        rf"\b(?:vs\.?|versus|compared (?:to|with)|against|over|relative to|since|than in|than) (?:the )?(?:same (?:period|quarter|month) (?:in |of |last )?)?(?:{_DATE}|{_YEAR})",
        r"\b\d+[- ]?(?:day|week|month|year)s?(?=(?:'|s')? (?:retention|churn|window|activation|survival|readmission|moving|rolling|trial|conversion|return|follow-up|notice|average|mortality|period|plan|guarantee))",
        r"\b(?:rolling|trailing|past|last) \d+ (?:days|weeks|months|years)\b",
        r"\bevery (?:other )?(?:\d+ |two |three |four |six )?(?:days?|weeks?|months?|quarters?|years?|mondays?|fridays?|mornings?)\b",
        r"\bafter (?:\d+|two|three|six) (?:days?|weeks?|months?|years?|sessions?|visits?)\b",
        r"\bdate back\b|\bup to date\b|\bto date\b",
    ),
    spans=(
        r"\b(?:within|in(?: less than| under| no more than)?|inside(?: of)?|over|during) (?:the )?(?:next |first |last |coming |following |a |just )*(?:max(?:imum)? )?(?P<n>#+)(?P<after> (?:of|after|from|following|before|for|since|or less)\b)?",
    ),
    purpose=r"(?:\bin order to|\bso as to|\bso that|\bsuch that|\baimed at|\bwith the (?:aim|goal|purpose|objective) of|(?<!from )(?<!able )(?<!access )(?<!up )(?<!due )(?<!easy )(?<!need )(?<!want )(?<!likely )(?<!ready )(?<!willing )(?<!how )(?<!where )(?<!what )(?<!when )\bto(?= [a-z]))",
    means=r"\b(?:by(?= [a-z]+ing\b)|through|thanks to|with(?= (?:the |a |an |our )?(?:help|support|use|launch|introduction|new|redesigned)\b)|via|using|leveraging|by means of)\b",
    joints=r"(?:;|\band\b|&|\+|, (?=[a-z]+ing\b)|\bwhile\b|\bwithout\b|\bplus\b|\bas well as\b|, then\b|\bthen\b|\. (?=[a-z]))",
    asides=r"\b(?:including|such as|e\.g\.|i\.e\.|like|especially|particularly|namely|for example)\b",
    cadences={"hourly": 8760, "daily": 365, "nightly": 365, "weekly": 52, "biweekly": 26, "fortnightly": 26,
              "monthly": 12, "quarterly": 4, "yearly": 1, "annually": 1, "annual": 1},
    cadence_changes=(r"\bfrom (?P<a>[a-z]+) to (?P<b>[a-z]+)", r"\b(?P<a>[a-z]+) ?(?:->|→|-->) ?(?P<b>[a-z]+)",
                     r"\b(?P<b>[a-z]+)(?: [a-z]+)? (?:instead of|rather than|not) (?P<a>[a-z]+)"),
    decimal=".",
)
