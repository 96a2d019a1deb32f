"""The languages at hand, and the one that a document or a statement is in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from okrlint.config import nearest
from okrlint.errors import ConfigError
from okrlint.plugins.host import host
from okrlint.reading import Language, Reading, read_statement, read_statements
from okrlint.reading.detect import detect, detect_statement

#: What a text is taken for where nothing tells.
DEFAULT = "en"


@lru_cache(maxsize=1)
def languages() -> Sequence[Language]:
    """Return every language that a plugin brings, once."""
    return tuple(item for _, item in host().gather("okrlint_languages"))


def language(code: str) -> Language:
    """Return a language by its code, or raise ConfigError with those there are."""
    known = {one.code: one for one in languages()}
    if code in known:
        return known[code]
    base = code.lower().replace("_", "-").split("-")[0]
    if base in known:
        return known[base]
    there = ", ".join(sorted(known)) or "none"
    raise ConfigError(f"no language {code!r} (there are: {there}){nearest(code, known)}")


def knows(code: str | None) -> bool:
    """Whether a code names a language that is at hand."""
    return code is not None and code.lower().replace("_", "-").split("-")[0] in {one.code for one in languages()}


def language_of(texts: Iterable[str]) -> str:
    """Return the code of the language of a document's texts."""
    return detect(texts, languages(), DEFAULT)


def language_of_statement(text: str, document: str) -> str:
    """Return the code of the language of one statement in a document of a language."""
    return detect_statement(text, document, languages())


def read_all(statements: Sequence[tuple[str, str, str]], *, fast: bool = False) -> list[Reading]:
    """Read statements, each a text, a role and a language code; equal ones once, and all of a language together.

    `fast` asks no model.
    """
    wanted = dict.fromkeys(statements)
    found = {one: _REMEMBERED[one, fast] for one in wanted if (one, fast) in _REMEMBERED}
    for code in dict.fromkeys(code for _, _, code in wanted):
        mine = [one for one in wanted if one[2] == code and one not in found]
        readings = read_statements([(role, text) for text, role, _ in mine], language(code), fast=fast)
        found |= zip(mine, readings, strict=True)
    if _most_remembered:
        _remember(found, fast=fast)
    return [found[one] for one in statements]


_Statement = tuple[str, str, str]
_REMEMBERED: OrderedDict[tuple[_Statement, bool], Reading] = OrderedDict()
_most_remembered = 0


def remember(most: int) -> None:
    """Keep so many readings, those that were asked for last: for a process that reads the same again, an editor's."""
    global _most_remembered  # noqa: PLW0603 - one memory for the process, as there is one for each language
    _most_remembered = most
    while len(_REMEMBERED) > most:
        _REMEMBERED.popitem(last=False)


def _remember(found: Mapping[_Statement, Reading], *, fast: bool) -> None:
    for one, reading in found.items():
        _REMEMBERED[one, fast] = reading
        _REMEMBERED.move_to_end((one, fast))
    while len(_REMEMBERED) > _most_remembered:
        _REMEMBERED.popitem(last=False)


@lru_cache(maxsize=4096)
def read_as(text: str, role: str, code: str) -> Reading:
    """Read a statement in a language; equal statements are read once."""
    return read_statement(text, role, language(code))


def read(text: str, role: str = "key_result", language: str | None = None) -> Reading:
    """Read one statement: `okrlint.read("Réduire le délai de réponse de 4 h à 2 h")`.

    Args:
        text: The statement.
        role: `objective`, `key_result`, `initiative` or `unknown`.
        language: A language code; recognised where it is not given.

    Raises:
        ConfigError: No plugin knows the language.
    """
    return read_as(text, role, language or language_of([text]))
