"""What stands in a statement's line and is not the statement: results, scores, owners, status, priority, commitment.

People write the outcome of a quarter behind the sentence (`=> 80%`), the owner before it (`[Inès]`) or behind it
(`- @ines`), and tags around it (`[P0]`, `[COMMITTED]`). Each is cut off and kept in a field of its own, with its place.
An arrow between two numbers is a start and a target, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from okrlint.model import Source, Text
from okrlint.reading.fold import fold
from okrlint_formats.inline import part
from okrlint_formats.labels import label

Commitment = Literal["committed", "aspirational", "learning"]
_COMMITMENTS: Final[dict[str, Commitment]] = {
    "committed": "committed", "commitment": "committed", "engage": "committed", "engagement": "committed",
    "aspirational": "aspirational", "aspiration": "aspirational", "ambitieux": "aspirational",
    "stretch": "aspirational", "moonshot": "aspirational", "learning": "learning", "apprentissage": "learning",
}  # fmt: skip
#: Words that say how a statement stands, folded.
STATUS: Final = (
    r"done|wip|in progress|en cours|fait|termine|not started|pas commence|on track|off track|at risk|a risque|blocked"
    r"|bloque|complete[d]?|ongoing|missed|miss|cancel+ed|annule|dropped|abandonne|abandon|draft|tentative|brouillon"
    r"|paused|deferred|postponed|reporte|delayed|started|live|todo|a faire|closed"
)
#: Signs that say how it stands.
_LIGHT: Final = r"[✅✔✓❌🟢🟡🔴🟠⚪🟩🟨🟥⏸🚧]\ufe0f?"
_BULLET: Final = r"[•●○◦▪■□☐☑☒✅✔✓➡️→▶⏸🟢🟡🔴🟠⚪🟩🟨🟥⭐🎯📈📊🚀🧮\ufe0f]"
#: What may stand before the sentence, each with the field it is kept in.
_LEADING: Final[tuple[tuple[str, str], ...]] = (
    (rf"(?P<v>{_LIGHT})\s*", "status"),
    (rf"(?:{_BULLET})+\s*", ""),
    (r"\[[ x-]\]\s*", ""),
    (r"!(?P<v>wip|draft)!\s*(?=\S)", "status"),
    (r"(?P<v>wip|draft)\s*[:–-]\s+(?=\S)", "status"),
    (r":(?P<v>[a-z_]+):\s*", "status"),
    (r"[\[(]?(?P<v>p[0-5])[\])]?(?:\s*[:–-]\s*|\s+)", "priority"),
    (rf"[\[(](?P<v>{STATUS})[\])]\s*:?\s*", "status"),
    (rf"[\[(](?P<v>{'|'.join(_COMMITMENTS)})[\])]\s*:?\s*", "commitment"),
    (r"(?P<v>stretch|moonshot)\s*:\s*", "commitment"),
    (r"\[(?P<v>@?[\w.-]+(?:\s?[,/&]\s?@?[\w.-]+){0,3}|tech ops|[\w]+ team)\]\s*:?\s+(?=\S)", "owner"),
    (r"(?P<v>@[\w-]+(?:\s?[,/&]\s?@[\w-]+)*)\s*[:–-]\s+", "owner"),
)
_ISSUE: Final = (
    r"(?:(?:\(\s*)?(?:[\w.-]+/)*+[\w.-]*[#&]\d+(?:\s*\))?"
    r"|\(\s*#?\d+(?:(?:\s*,\s*|\s+)#?\d+)*\s*,?\s*\)"
    r"|(?:epic|issue|ticket|jira|mr|pr)\s*#?!?\d+)"
)
#: What may stand behind it.
_TRAILING: Final[tuple[tuple[str, str], ...]] = (
    (rf"\s*(?P<v>{_LIGHT})", "status"),
    (rf"\s*(?:{_BULLET}|:[a-z_]+:)+", ""),
    (r"\s*\[(?P<v>p[0-5])\]", "priority"),
    (rf"\s*[\[(](?P<v>{'|'.join(_COMMITMENTS)})[\])]", "commitment"),
    (rf"\s*\[(?P<v>{STATUS})[^\]]{{0,30}}\]", "status"),
    (r"\s*\((?P<v>(?:en cours|in progress|under way|a venir|planned|prevu)[^()]{0,30})\)", "status"),
    (r"\s*\((?P<v>done|fait|termine|dropped|abandonne|cancel+ed|annule)\)", "status"),
    (r"\s*\((?P<v>\d{1,3}\s?%\s*[-–—:,][^()]{0,200})\)", "annotation"),
    (r"\s*:\s*(?P<v>\d{1,3}\s?%)(?=\s*$)", "score"),
    (r"\s*[\[(](?P<v>\d{1,3}\s?%|\d(?:[.,]\d+)?\s?/\s?\d+)[\])]", "score"),
    (r"\s*:\s*(?P<v>\d+(?:[.,]\d+)?\s?/\s?\d+(?:\s*\([^()]{1,60}\))?)", "score"),
    (r"\s+[–—-]\s+(?P<v>\d{1,3}\s?%|\d(?:[.,]\d+)?)(?=\s*$)", "score"),
    (r"\s*\[(?P<v>@?(?!\w+ we\b)[a-z][\w+/& -]{0,20})\]", "owner"),
    (r"\s*(?:[–—-]\s*)?\(?(?P<v>@[\w-]+(?:\s?(?:,|/|&|\+|and|et)\s?@[\w-]+)*)\)?", "owner"),
    (rf"\s*(?:[–—-]\s*)?(?P<v>{_ISSUE})", "annotation"),
)
_LEAD: Final = tuple((re.compile(words), name) for words, name in _LEADING)
#: A run of blanks is looked at from its start alone: else a long one would cost the square of its length.
_TRAIL: Final = tuple((re.compile(rf"(?<!\s){words}\s*$"), name) for words, name in _TRAILING)
#: A field in brackets behind a sentence ("(due: 2031-06-30)", "(poids : 30 %)").
_BESIDE: Final = re.compile(r"\s*[\[(](?P<inner>[^()\[\]\n]{3,60})[\])]\s*$")
_FIELDS_BESIDE: Final = frozenset({"owner", "deadline", "priority", "status", "score", "confidence", "source"})
#: An arrow that opens a result: a double one always, a single one before a word of status.
_RESULT: Final = re.compile(
    rf"\s*(?:={{1,3}}>|-{{2,}}>|⇒|⟹)[\s.]*|\s+(?:->|→)\s*(?=(?:{STATUS})\b)|\s+=\s*(?=\d+\s?%\s+(?:done|fait|complete))"
)
#: A sentence has so many words before its result, at the least.
FEW_WORDS: Final = 4
#: A colon that opens one: so many of so many, or a share with a remark in brackets.
_RECKONED: Final = re.compile(
    r"\s*:\s+(?=\d+ [a-z]+ \(\d{1,3}\s?%\)|\d{1,3}\s?% ?(?:\(|done\b|fait)"
    r"|\d+(?:[.,]\d+)?\s?/\s?\d+\s?(?:,|\([^()]*\)\s*\S))"
)
#: A number right behind and right before an arrow: a start and its target.
_NUMBER_BEFORE: Final = re.compile(r"\d[\d\s.,%€$£a-z]{0,6}$")
_NUMBER_AFTER: Final = re.compile(r"[\s<>≥≤~]*\d[\d.,]*\s?(?P<share>%)?")
#: A start and a target in words: the arrow behind them opens a result.
_FROM_TO: Final = re.compile(r"\b(?:from|de|d')\b[^.;]*\d[^.;]*\b(?:to|a)\b[^.;]{0,6}\d[^.;]*$")
_AROUND: Final = (("«", "»"), ("“", "”"), ('"', '"'), ("`", "`"), ("(", ")"), ("'", "'"))
_OPEN: Final = (
    r"(?:\[?(?:tbd|tbc|todo|n/?a|none|team to fill in|a (?:definir|completer|remplir)|to be (?:defined|done))\]?"
    r"|goes here|here|ici|\.{3}|…|[.?_-])"
)
_PLACEHOLDER_TEXT: Final = re.compile(
    rf"(?:key results?|resultats? cles?|kr|objectives?|objectifs?|initiatives?|team|equipe)\s*(?:[x#n]|\d|{_OPEN})*+"
    rf"|(?:{_OPEN}\s*)++"
    r"|new (?:objective|key result|initiative)|nouvel objectif|nouveau resultat cle"
    r"|(?:insert|add|ajouter|inserer|your|votre) (?:your |an? |un |une |votre )?"
    r"(?:objective|key result|objectif|resultat).*"
)
#: Nothing but words in brackets: what a template asks for. The marks of our own draft (‹…›) stay: a rule tells of them.
_TO_FILL: Final = re.compile(r"\[[^\[\]]+\]|<[^<>]+>|\{[^{}]+\}")


def commitment(text: str) -> Commitment | None:
    """Read a commitment (committed, aspirational, learning; engagé, ambitieux …); None where it is none."""
    return _COMMITMENTS.get(fold(text).strip(" .!"))


@dataclass
class Cut:
    """A statement without what stood beside it, and that by the name of its field."""

    text: Text
    fields: dict[str, Text] = field(default_factory=dict)
    commitment: Commitment | None = None


def is_placeholder(text: str) -> bool:
    """Whether a text is what a template leaves for people to fill in ("Key result 1", "TBD", "…")."""
    folded = fold(text)
    if _TO_FILL.fullmatch(folded.strip(" :*_\"'`.")):
        return True
    return _PLACEHOLDER_TEXT.fullmatch(folded.strip(" :*_\"'`")) is not None


def leading(source: Source, text: Text) -> Cut:
    """Cut off what stands before the sentence and is no label: check boxes, tags, signs."""
    cut = Cut(text)
    _repeat(cut, lambda: next(_leads(source, cut), False))
    return cut


def _leads(source: Source, cut: Cut) -> Iterator[bool]:
    folded = fold(cut.text.text)
    for pattern, name in _LEAD:
        found = pattern.match(folded)
        if found and 0 < found.end() < len(folded):
            _keep(source, cut, name, found)
            cut.text = part(source, cut.text, found.end(), len(folded))
            yield True


def trailing(source: Source, text: Text) -> Cut:
    """Cut off what stands behind the sentence: the result first, then tags, owners and scores."""
    cut = Cut(text)
    _cut_result(source, cut)
    _repeat(cut, lambda: next(_trails(source, cut), False))
    return cut


def _trails(source: Source, cut: Cut) -> Iterator[bool]:
    folded = fold(cut.text.text)
    beside = _BESIDE.search(folded)
    named = label(beside.group("inner")) if beside and beside.start() > 0 else None
    if beside and named and named.meaning in _FIELDS_BESIDE and named.length < len(beside.group("inner")):
        value = part(source, cut.text, beside.start("inner") + named.length, beside.end("inner"))
        cut.fields.setdefault(named.meaning, value)
        cut.text = part(source, cut.text, 0, beside.start())
        yield True
    for pattern, name in _TRAIL:
        found = pattern.search(folded)
        if found and found.start() > 0 and re.search(r"\w", folded[: found.start()]):
            _keep(source, cut, name, found)
            cut.text = part(source, cut.text, 0, found.start())
            yield True


def _cut_result(source: Source, cut: Cut) -> None:
    text = cut.text.text
    folded = fold(text)
    reckoned = _RECKONED.search(folded)
    if reckoned and len(folded[: reckoned.start()].split()) >= FEW_WORDS:
        cut.fields.setdefault("annotation", part(source, cut.text, reckoned.end(), len(text)))
        cut.text = part(source, cut.text, 0, reckoned.start())
        return
    for found in _RESULT.finditer(folded):
        before, behind = folded[: found.start()], folded[found.end() :]
        measured = _is_measured(before, behind) and len(before.split()) < 12 and "==" not in found.group()
        if found.start() > 0 and not measured:
            if behind.strip():
                cut.fields.setdefault("annotation", part(source, cut.text, found.end(), len(text)))
            cut.text = part(source, cut.text, 0, found.start())
            return


def _is_measured(before: str, behind: str) -> bool:
    """Whether an arrow stands between a start and its target: two numbers of one kind, and no such pair before it."""
    start, end = _NUMBER_BEFORE.search(before), _NUMBER_AFTER.match(behind)
    if start is None or end is None or _FROM_TO.search(before):
        return False
    return "%" in start.group() or end.group("share") is None


def unquoted(source: Source, text: Text) -> Text:
    """Take off quotation marks or back-ticks that stand around a whole statement."""
    for first, last in _AROUND:
        inner = text.text[1:-1]
        if len(text.text) > 4 and text.text[0] == first and text.text[-1] == last and last not in inner:
            return part(source, text, 1, len(text.text) - 1)
    return text


def _keep(source: Source, cut: Cut, name: str, found: re.Match[str]) -> None:
    if not name:
        return
    value = part(source, cut.text, *found.span("v"))
    if name == "commitment":
        cut.commitment = _COMMITMENTS[fold(value.text)]
    else:
        cut.fields.setdefault(name, value)


def _repeat(cut: Cut, step: Callable[[], bool], most: int = 12) -> None:
    """Take one thing off after the other; nobody hangs more than a few tags on a line."""
    for _ in range(most):
        if not step() or not cut.text.text:
            return
