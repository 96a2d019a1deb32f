"""The words of a cell's value, as the sheet shows them: `60%`, `2026-09-30`, `1200`, `3.8`."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final

_ERROR: Final = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)")


def words(value: object, pattern: str = "") -> str:
    """Return a value in words; `pattern` is the number format of its cell. Truth says nothing and is left out."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return ""
    if isinstance(value, int | float):
        return percent(float(value)) if "%" in _shown(pattern) else plain(float(value))
    return str(value).replace("_x000D_", "").replace("\0", "").strip()


def is_error(said: str) -> bool:
    """Whether a cell shows that its formula failed (`#REF!`)."""
    return _ERROR.fullmatch(said) is not None


def _shown(pattern: str) -> str:
    """Return a number format without what it only writes out (`0" %"`)."""
    return re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", pattern)


def percent(value: float) -> str:
    """Return a share as a percentage."""
    return plain(value * 100) + "%"


def trusted(value: float) -> float:
    """Return a number as far as a sheet is trusted with it: beyond twelve digits may be noise of its binary form."""
    return float(f"{value:.12g}")


def plain(value: float) -> str:
    """Return a number without the noise of its binary form: 0.1 + 0.2 is `0.3`."""
    if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 - only NaN is not itself
        return ""
    rounded = trusted(value)
    return str(int(rounded)) if rounded == int(rounded) and abs(rounded) < 1e15 else repr(rounded)
