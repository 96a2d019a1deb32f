"""English names that hold a digit and are no quantity: norms, versions, ranks, clock times."""

from __future__ import annotations

from typing import Final

NAMES: Final = (
    r"https?://\S+|\bwww\.\S+",
    r"(?<![\w&])#\d+\b",
    r"\bv\d+(?:\.\d+)*(?:\.x)?\b|\bversion \d[\d.]*|\b\d+\.\d+\.\d+(?:\.\d+)*(?:\.x)?\b|\b\d+\.x\b",
    (
        r"\bp\d{2,3}(?:\.\d+)?\b|\bd[1-9]\d?\b(?=[ -](?:retention|activation))|\bday[ -]\d+\b(?= "
        r"(?:retention"
        r"|activation|return|re))|\bd\d+\b"
    ),
    r"\b\d+(?:th|st|nd|rd)\b(?:(?:-| )percentile)?",
    (
        r"\b(?:soc|iso|iec|pci|rfc|rule|article|annex|part|cfr|hipaa|fips|en|bs|as"
        r"|ifrs|gaap|asc|pep|sdg|gdpr|wcag|nist|cis|nis|dora|cve|ieee|ansi|basel|section"
        r"|chapter|schedule|title|form|category|phase|tier|level|stage|step|batch"
        r"|wave|cohort|track|module|lot|zone|gate|milestone|area|grade|year|class"
        r"|band|sev|severity|priority|type|option|plan|model|room|building|floor|ward"
        r"|line|route|unit|site|scope|vendor|version|release|sprint|iteration|round"
        r"|volume|edition|episode|season|horizon|generation|gen|mark|mk|windows|android"
        r"|ios|python|java|php|node|angular|vue|react|rails|django|postgres|postgresql"
        r"|mysql|kubernetes|k8s|office|dynamics|sap|s/4|ubuntu|debian|web|gpt|llama"
        r"|industry|agenda|vision|strategy|horizon|ticket|issue|bug|pr|epic|story"
        r"|jira|objective|kr|goal|key result|okr|week|no\.|nr\.|number)[ -]?(?:no\. ?)?\d+"
        r"(?:[.:/-]\d+)*[a-z]?(?:,? ?(?:and"
        r"|&|or|-|to) ?\d+(?=\D|$)(?! ?%))?(?![\d%€$£])(?!,\d)(?! ?(?:percent|per cent"
        r"|k\b|million))"
    ),
    (
        r"\b(?:first|last|next|previous|other|these|those|past|initial|remaining) #? ?\d+(?= )(?! ?(?:%"
        r"|percent|k\b|million|minutes|mins|hours|days|weeks|months|years|business"
        r"|working|calendar))"
    ),
    (
        r"\b(?:of|for|on|in|across|from|our|bottom|per|with) (?:the |our |their )?(?:top"
        r"|bottom)[ -]?(?:\d+|ten|three|five|twenty)\b|\bbottom \w+|#1\b|\bnumber one\b"
        r"|\bno\. ?1\b"
    ),
    r"\b(?:24/7|7/7|24x7|365|360)(?:[ -](?:degree|feedback|review|view)s?)?\b|\b360°?",
    (
        r"\b(?:(?!f1)[a-z]+\d+[a-z]*\d*|\d+d|\d+-?(?:factor|step|page|day|week|month"
        r"|year|hour|minute|second|point|person|bed|seat|digit|bit|way|tier|story"
        r"|star|metre|meter|stage|part|lane|storey|axis|item)s?)(?=[ -][a-z])(?<!\d[a-z])(?<!\d[kmb])"
        r"(?! ?(?:to"
        r"|->|→)\b)(?<!\d%)"
    ),
    r"\b(?!x\d|eur\d|usd\d|chf\d|f1)[a-z]{1,6}\d+[a-z]?\b",
    r"\bthe top[ -]?(?:\d+|ten|three|five|twenty)\b(?= (?:of|in|at)\b|[.,;]|$)",
    r"\b[a-z]{3,}-\d{1,4}\b(?!-|[.,]\d|%)",
    r"\b(?:one|two|three) of (?:the|our|my)\b",
    r"\b(?:1|one)-(?:off|time)\b",
    (
        r"\bseries [a-e]\b|\b(?:b2b2c|b2b|b2c|c2c|o2c|p2p|s3|ec2|4g|5g|3d|2d|2fa|a11y"
        r"|i18n|l10n|e2e|h2|co2|k-12|k12|24h)\b"
    ),
    r"\b(?:19|20)\d\d(?:[-/](?:\d\d|(?:19|20)\d\d))(?!\d)(?!-\d)(?= (?:strategy|plan|budget|roadmap|report))",
    r"\b(?:two|three|four|five|second|third)-[a-z]+",
    (
        r"\b(?:between|both|these|those|the|its|our|their|either|which of|whether"
        r"|which|of) (?:two|three|four|five|six|seven|eight|nine|ten)\b(?! (?:percent"
        r"|hundred|thousand|million))"
    ),
    r"\b\d{1,2}(?::\d\d)? ?(?:am|pm)\b|\b\d{1,2}:\d\d\b",
)
