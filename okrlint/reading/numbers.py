"""Numbers as people write them: 20,000 and 20 000, 3,8 and 3.8, 2 M€, 12k, +15, 7 h 30, twelve.

Ready-made parsers misread these in OKRs ("10% to 15%" as 12.5 %, "20 à 40" as a date), so the grammar is our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from weakref import WeakKeyDictionary

from okrlint.reading.language import Grammar

CURRENCIES: Final[Mapping[str, str]] = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "eur": "EUR", "euro": "EUR", "euros": "EUR", "usd": "USD",
    "dollar": "USD", "dollars": "USD", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "chf": "CHF", "cad": "CAD",
    "fcfa": "XOF", "xof": "XOF", "mad": "MAD", "francs": "CHF",
}  # fmt: skip

#: Symbols of units that mean the same in both languages, as they stand behind a number.
SYMBOLS: Final[Mapping[str, str]] = {
    "%": "%", "‰": "‰", "ms": "ms", "s": "s", "sec": "s", "secs": "s", "min": "min", "mins": "min", "mn": "min",
    "h": "h", "hr": "h", "hrs": "h", "pp": "points", "pt": "points", "pts": "points", "bps": "bps", "kg": "kg",
    "kwh": "kWh", "mwh": "MWh", "km": "km", "gb": "GB", "tb": "TB", "mb": "MB", "kb": "KB", "gib": "GiB",
    "mib": "MiB", "tco2": "tCO2", "tco2e": "tCO2e", "rps": "rps", "qps": "qps", "tps": "tps", "fps": "fps",
}  # fmt: skip

#: A number alone, with its thousands and decimals, over folded text.
BARE: Final = r"\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a statement, from `start` to `end`, sign, magnitude and unit taken in.

    `value` is None for a rhythm that is to be reached (every day). `unit` is None where nothing beside the number
    tells. `sign` is `+`, `-` or empty; `at_least` holds for `45+`; `scale` is the 5 of `4.5/5`, `high` the end of a
    range, and `times` holds for `2x`.
    """

    start: int
    end: int
    value: float | None
    unit: str | None = None
    sign: str = ""
    at_least: bool = False
    scale: float | None = None
    times: bool = False
    high: float | None = None


def parse(digits: str, decimal: str) -> float:
    """Return the value of a bare number by the habits of a language.

    Three digits behind a single sign are thousands where the language writes thousands with it, or where it is the
    sign of the other language's thousands (20,000 in a French text).
    """
    plain = digits.replace(" ", "").replace("'", "")
    commas, dots = plain.count(","), plain.count(".")
    if commas and dots:
        last = max(plain.rfind(","), plain.rfind("."))
        whole, part = plain[:last], plain[last + 1 :]
        return float(re.sub(r"[.,]", "", whole) + "." + part)
    if not commas and not dots:
        return float(plain)
    sign = "," if commas else "."
    groups = plain.split(sign)
    thousands = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3 and groups[0] != "0"
    if len(groups) > 2:
        return float("".join(groups)) if thousands else float(".".join(groups[:2]))
    if thousands and (sign == "," or decimal == ","):
        return float("".join(groups))
    return float(".".join(groups))


_PATTERNS: Final[WeakKeyDictionary[Grammar, re.Pattern[str]]] = WeakKeyDictionary()


def _pattern(grammar: Grammar) -> re.Pattern[str]:
    """Return the pattern of one number expression over folded text, made once for a grammar."""
    known = _PATTERNS.get(grammar)
    if known is None:
        known = _PATTERNS[grammar] = _compile(grammar)
    return known


def _compile(grammar: Grammar) -> re.Pattern[str]:
    def either(options: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(options, key=lambda word: (-len(word), word)))

    currency, magnitudes = either(CURRENCIES), either(grammar.magnitudes)
    words, units = either(grammar.number_words), either({**SYMBOLS, **grammar.units})
    # A verbose pattern passes over plain blanks.
    ones, times, out_of = (
        pattern.replace(" ", r"\s") for pattern in (grammar.ones, grammar.times_words, grammar.out_of)
    )
    return re.compile(
        rf"""
        (?P<sign>[-+±](?=\s?[\d$€£]))?\s?
        (?P<before>[$€£¥]|(?:usd|eur|chf)\s)?\s?
        (?:(?P<times_before>(?<![a-z])[x×]\s?)(?=\d))?
        (?P<digits>(?<![\w.,])(?:{BARE})|(?<=[x$€£¥+±-])(?:{BARE})|\b(?:{words})\b(?![-']\w)|(?P<one>{ones}))
        (?:\s?(?:~|-|/)\s?(?P<high>(?:{BARE})(?=\s?(?:%|[a-z€$]|$))))?
        (?P<plus>\s?\+(?!\s?\d))?
        (?:\s?(?P<magnitude>(?:{magnitudes})(?![a-z0-9])|(?:{magnitudes})(?=[€$£]|\s?(?:eur|fcfa|chf)))
           (?:\s?d['e]\s?(?={currency}))?)?
        (?P<plus_behind>\+(?!\s?\d))?
        (?:
           (?P<scale>\s?/\s?(?:5|10|20|100)(?![\w/])|\s(?:{out_of})\s(?:5|10|20|100)(?!\w|\s?[a-z%]))
          |(?P<clock>\s?h\s?)(?P<minutes>[0-5]\d)(?!\w)
          |[\s-]?(?P<unit>%|{currency}|(?:{units})(?![a-z]))
          |(?P<times>\s?[x×](?!\w)|\s?(?:{times})(?!\w))
        )?
        (?P<plus_last>\+(?!\s?\d))?
        """,
        re.VERBOSE,
    )


def numbers(folded: str, grammar: Grammar) -> Iterator[Number]:
    """Yield the numbers of a folded statement from left to right."""
    units = {**SYMBOLS, **grammar.units}
    for found in _pattern(grammar).finditer(folded):
        group = found.groupdict()
        digits = group["digits"]
        value = 1.0 if group["one"] else grammar.number_words.get(digits)
        if value is None:
            value = parse(digits, grammar.decimal)
        high = parse(group["high"], grammar.decimal) if group["high"] else None
        factor = grammar.magnitudes.get(group["magnitude"] or "", 1.0)
        unit, scale = None, None
        if group["scale"]:
            unit, scale = "score", float(re.sub(r"\D", "", group["scale"]))
        elif group["clock"]:
            unit, value = "h", value + float(group["minutes"]) / 60
        elif group["unit"]:
            unit = CURRENCIES.get(group["unit"]) or units[group["unit"]]
        if group["before"]:
            unit = CURRENCIES[group["before"].strip()]
        start, end = found.span()
        start += len(found.group()) - len(found.group().lstrip())
        number = Number(
            start=start,
            end=end,
            value=value * factor,
            unit=unit,
            sign=group["sign"] or "",
            at_least=bool(group["plus"] or group["plus_behind"] or group["plus_last"]),
            scale=scale,
            times=bool(group["times"] or group["times_before"]),
            high=high * factor if high is not None else None,
        )
        yield _range_or_fraction(number, folded)


def _range_or_fraction(number: Number, folded: str) -> Number:
    """Keep `10-20` as a range; take `12/12` for a tally, not for a range."""
    if number.high is None:
        return number
    words = folded[number.start : number.end]
    if "/" in words and number.unit is None:
        return replace(number, scale=number.high, high=None)
    rises = number.value is not None and number.high > number.value
    return number if rises else replace(number, high=None)
