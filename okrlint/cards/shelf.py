"""Finding the shelf of rule cards, and reading what stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from okrlint.cards.bridge import Bridge
from okrlint.cards.card import Card
from okrlint.cards.measured import Figures, Measured
from okrlint.cards.override import Override, overridden
from okrlint.cards.profile import Profile
from okrlint.errors import CardError

Model = TypeVar("Model", bound=BaseModel)
#: What pydantic says in its own words, put plainly.
_PLAIN = {
    "missing": "is missing",
    "too_short": "is to hold at least one",
    "string_too_short": "is empty",
    "extra_forbidden": "is no field of a card",
    "string_pattern_mismatch": "is not written like one (a code is three letters and three digits: IMP001)",
}
_NOT_CARDS = frozenset({"profiles", "bridges", "measured"})


def builtin_rules() -> Path:
    """Return the folder of the built-in rules.

    A wheel carries it inside the package; a checkout has it beside the package, where a coach looks for it
    (`importlib.resources` finds neither in an editable install).
    """
    inside = Path(__file__).parent.parent / "rules"
    return inside if inside.is_dir() else inside.parent.parent / "rules"


def read_cards(folder: Path) -> Iterator[Card]:
    """Yield the cards of a folder by path, or raise CardError with the file and the field at fault."""
    for path, data in _files(folder):
        if not _overrides(data):
            yield _made(path, data, Card)


def read_overrides(folder: Path) -> Iterator[Override]:
    """Yield what a house says otherwise about cards that it did not write, by path."""
    for path, data in _files(folder):
        if _overrides(data):
            yield _made(path, data, Override)


def override(card: Card, own: Override) -> Card:
    """Return a card as a house wants it, or raise CardError with the house's file and the field at fault."""
    try:
        return overridden(card, own)
    except ValidationError as error:
        raise CardError("; ".join(_faults(error)), culprit=own.origin) from None


def _overrides(data: object) -> bool:
    return isinstance(data, dict) and "overrides" in data


def _files(folder: Path) -> Iterator[tuple[Path, object]]:
    for path in sorted({*folder.rglob("*.yaml"), *folder.rglob("*.yml")}):
        if not _NOT_CARDS & set(path.relative_to(folder).parts[:-1]):
            yield path, _data(path)


def read_profiles(folder: Path) -> Iterator[Profile]:
    """Yield the profiles of a folder of rules."""
    for path in sorted((folder / "profiles").glob("*.yaml")):
        yield _made(path, _data(path), Profile)


def read_bridges(folder: Path) -> Iterator[Bridge]:
    """Yield the bridges of a folder of rules."""
    for path in sorted((folder / "bridges").glob("*.yaml")):
        yield _made(path, _data(path), Bridge)


def read_measured(folder: Path) -> Mapping[str, Mapping[str, Measured]]:
    """Return what was measured of the rules of a folder, by code and language; nothing where nobody measured."""
    path = folder / "measured" / "accuracy.yaml"
    return _made(path, _data(path), Figures).root if path.exists() else {}


def _data(path: Path) -> object:
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_loader())  # noqa: S506 - a safe loader, in C where built
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        problem = getattr(error, "problem", None) or "not YAML"
        raise CardError(f"broken YAML{place}: {problem}", culprit=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise CardError(f"cannot be read: {error}", culprit=str(path)) from None


def _made(path: Path, data: object, model: type[Model]) -> Model:
    if not isinstance(data, dict):
        raise CardError("a card is a mapping of fields", culprit=str(path))
    origin = {"origin": str(path)} if "origin" in model.model_fields else {}
    try:
        return model.model_validate({**data, **origin})
    except ValidationError as error:
        raise CardError("; ".join(_faults(error)), culprit=str(path)) from None


def _loader() -> type[Any]:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _faults(error: ValidationError) -> Iterable[str]:
    for fault in error.errors()[:3]:
        place = ".".join(str(part) for part in fault["loc"])
        said = str(fault["msg"]).removeprefix("Value error, ")
        yield f"{place}: {_PLAIN.get(fault['type'], said)}" if place else said
