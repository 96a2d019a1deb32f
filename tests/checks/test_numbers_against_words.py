"""Numbers that run against their verb are told, in both languages."""

from __future__ import annotations

import pytest

from tests.checks.test_kinds import found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Raise occupancy of the night beds from 80% to 60%", True),
        ("Raise occupancy of the night beds from 60% to 80%", False),
        ("Reduce the wait at the counter from 10 to 20 minutes", True),
        ("Reduce the wait at the counter from 20 to 10 minutes", False),
        ("Augmenter l’occupation des lits de nuit de 80 % à 60 %", True),
        ("Augmenter l’occupation des lits de nuit de 60 % à 80 %", False),
    ],
)
def test_numbers_against_the_verb_are_told(text: str, told: bool) -> None:  # noqa: FBT001
    """The verb says one direction and the two numbers the other."""
    document = f"# Objective 1: Guests sleep well\n\n- KR 1: {text}\n"

    check = {"kind": "contradiction", "between": "direction and numbers"}

    assert bool(found(check, document, "key_result")) is told
