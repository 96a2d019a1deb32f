"""What the path of a file says of the OKRs in it: `okrs/{cycle}/{team}.md`.

A pattern is a path below the folder of the configuration. A field in braces takes what stands in its place, up to the
next slash; `*` and `?` stand for any letters of a name, `**` for any folders.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from okrlint.config.near import nearest

FIELDS: Final = ("organisation", "level", "team", "cycle", "parent")
_PART: Final = re.compile(r"\{(?P<field>[^{}]*)\}|(?P<folders>\*\*/?)|(?P<any>\*)|(?P<one>\?)|(?P<brace>[{}])")


class PatternError(ValueError):
    """A pattern names a field that does not exist, or is no pattern."""


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern as a regular expression over a path with slashes, or raise PatternError."""
    made, at = "", 0
    seen: set[str] = set()
    plain = pattern.removeprefix("./").lstrip("/")
    for found in _PART.finditer(plain):
        made += re.escape(plain[at : found.start()])
        at = found.end()
        if found.group("brace"):
            raise PatternError(f"a brace without its other one in {pattern!r}")
        name = found.group("field")
        if name is None:
            made += "[^/]*" if found.group("any") else "[^/]" if found.group("one") else "(?:.*/)?"
            made += ".*" if found.group("folders") == "**" else ""
            continue
        if name not in FIELDS:
            known = ", ".join(FIELDS)
            raise PatternError(f"no field {name!r} in {pattern!r}{nearest(name, FIELDS)} (there are: {known})")
        if name in seen:
            raise PatternError(f"field {name!r} stands twice in {pattern!r}")
        seen.add(name)
        made += f"(?P<{name}>[^/]+?)"
    return re.compile(made + re.escape(plain[at:]))


def fields_in(path: str, patterns: tuple[str, ...]) -> Mapping[str, str]:
    """Return what the first pattern that fits a path says of it; nothing where none fits."""
    for pattern in patterns:
        found = compiled(pattern).fullmatch(path)
        if found is not None:
            return {name: value for name, value in found.groupdict().items() if value.strip()}
    return {}
