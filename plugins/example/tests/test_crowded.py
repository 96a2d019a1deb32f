"""The kind of check, with the parameters that a card or a house may give it."""

from __future__ import annotations

import pytest
from okrlint_example.crowded import CROWDED
from okrlint_example.org import read
from pydantic import ValidationError

from okrlint.engine.read import read as understood

KEY_RESULT = "** Share of boats on time from 60% to 90% ({number}) :kr:\n:PROPERTIES:\n:OWNER: {owner}\n:END:\n"
ROLES = frozenset({"key_result"})


def found(owners: list[str], at_most: int, roles: frozenset[str] = ROLES) -> list[dict[str, str]]:
    """Return the slots of each hit on key results with these owners."""
    results = "".join(KEY_RESULT.format(number=number, owner=owner) for number, owner in enumerate(owners))
    document = understood(read("a.org", f"* Calm piers :objective:\n{results}".encode()), "en")
    parameters = CROWDED.parameters.model_validate({"field": "owner", "at_most": at_most})
    return [dict(hit.slots) for hit in CROWDED.run(parameters, roles, document)]


def test_a_value_is_counted_whatever_its_case_and_accents() -> None:
    """People spell a colleague's name in several ways; the first spelling is the one shown."""
    assert found(["Zoé", "zoe", "Ines", "ZOÉ"], 2) == [{"value": "Zoé", "count": "3", "limit": "2"}]


def test_as_many_as_allowed_are_not_too_many() -> None:
    """The limit itself is allowed."""
    assert found(["Ines", "Ines"], 2) == []


def test_each_crowded_value_is_told() -> None:
    """Two people with too much are two conversations."""
    assert [slots["value"] for slots in found(["Ines", "Ines", "Zoé", "Zoé"], 1)] == ["Ines", "Zoé"]


def test_only_the_roles_of_the_card_are_counted() -> None:
    """A card about objectives says nothing of key results."""
    assert found(["Ines", "Ines"], 1, frozenset({"objective"})) == []


def test_a_slip_in_a_card_is_told() -> None:
    """Parameters are closed: a misspelt key is an error, not a rule that never fires."""
    with pytest.raises(ValidationError):
        CROWDED.parameters.model_validate({"field": "owner", "at_moast": 3})
