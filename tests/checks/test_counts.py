"""Checks that count: how many objectives, key results or initiatives, how many words, which share."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.test_kinds import found, idents

ENGLISH = (
    "# Objective 1: Parents hear from the school first\n- KR 1: Missed calls from 40 to 5\n"
    "- KR 2: Letters sent back from 12 to 2\n\n### Initiatives\n\n- Call every parent once\n"
    "# Objective 2: Teachers leave at five\n"
)
FRENCH = (
    "# Objectif 1 : Les parents savent avant les autres\n- RC 1 : Ramener les appels manqués de 40 à 5\n"
    "- RC 2 : Ramener les courriers perdus de 12 à 2\n\n### Initiatives\n\n- Appeler chaque parent une fois\n"
    "# Objectif 2 : Les professeurs partent à l'heure\n"
)
both = pytest.mark.parametrize("text", [ENGLISH, FRENCH], ids=["en", "fr"])


@both
@pytest.mark.parametrize(
    ("of", "limit", "wanted"),
    [
        ("objectives", {"at_most": 1}, [("set", "2", "1")]),
        ("objectives", {"at_most": 2}, []),
        ("objectives", {"at_least": 3}, [("set", "2", "3")]),
        ("objectives", {"at_least": 2}, []),
        ("key_results", {"at_most": 1}, [("O1", "2", "1")]),
        ("key_results", {"at_most": 2}, []),
        ("key_results", {"at_least": 1}, [("O2", "0", "1")]),
        ("key_results", {"at_least": 3}, [("O1", "2", "3"), ("O2", "0", "3")]),
        ("key_results", {"at_least": 0}, []),
        ("initiatives", {"at_least": 1}, [("O2", "0", "1")]),
        ("initiatives", {"at_most": 0}, [("O1", "1", "0")]),
        ("key_results", {"at_least": 1, "at_most": 1}, [("O1", "2", "1"), ("O2", "0", "1")]),
    ],
    ids=str,
)
def test_too_many_and_too_few_are_told_with_count_and_limit(
    of: str, limit: dict[str, int], wanted: list[tuple[str, str, str]], text: str
) -> None:
    """The limit itself is allowed; beyond it the number and the limit are said."""
    findings = found({"kind": "count", "of": of, **limit}, text, "set", "objective")

    told = [
        (name, one.hit.slots["count"], one.hit.slots["limit"])
        for name, one in zip(idents(findings), findings, strict=True)
    ]
    assert told == wanted


def test_each_set_is_counted_by_itself() -> None:
    """Two teams in one file may have two objectives each."""
    text = "sets:\n- team: Harbour\n  objectives: [Boats land on time, Crews rest]\n- team: Quay\n  objectives: [{0}]\n"
    check = {"kind": "count", "of": "objectives", "at_most": 2}

    assert found(check, text.format("Carts wait less, Gates open"), "set", name="okr.yaml") == []
    (finding,) = found(check, text.format("Carts wait less, Gates open, Lamps burn"), "set", name="okr.yaml")
    assert finding.hit.okr_set is not None
    assert str(finding.hit.okr_set.team) == "Quay"
    assert (finding.span.line, finding.span.column) == (4, len("- team: ") + 1)


@pytest.mark.parametrize(
    ("statement", "count"),
    [
        ("Objective 1: Parents hear from us before they worry", None),
        ("Objective 1: Parents hear from us long before they worry", "8"),
        ("Objectif 1 : Les parents savent avant de trop tarder", None),
        ("Objectif 1 : Les parents savent bien avant de trop tarder", "8"),
    ],
    ids=["en at the limit", "en beyond", "fr at the limit", "fr beyond"],
)
def test_a_statement_beyond_the_limit_of_words_is_told_with_its_count(statement: str, count: str | None) -> None:
    """As many words as the limit are not too many."""
    findings = found({"kind": "length", "words_at_most": 7}, f"# {statement}\n", "objective")

    assert [one.hit.slots for one in findings] == ([{"count": count, "limit": "7"}] if count else [])


def test_length_looks_at_the_roles_of_the_card_alone() -> None:
    """A long key result is not a long objective."""
    assert idents(found({"kind": "length", "words_at_most": 1}, ENGLISH, "objective")) == ["O1", "O2"]
    assert idents(found({"kind": "length", "words_at_most": 1}, ENGLISH, "key_result")) == ["KR1", "KR2"]


SHARES = {
    "en": ("Objective 1: Parents hear from us", "KR", "Launch the portal", "Cut the reply time from 4 h to 2 h"),
    "fr": ("Objectif 1 : Les parents savent", "RC", "Lancer le portail", "Réduire le délai de réponse de 4 h à 2 h"),
}


@pytest.mark.parametrize("code", SHARES)
@pytest.mark.parametrize(
    ("work", "change", "more", "told"),
    [
        (3, 0, {}, ("3", "3")),
        (2, 1, {}, ("2", "3")),
        (1, 2, {}, None),
        (2, 2, {"least": 4}, None),
        (3, 1, {"least": 4}, ("3", "4")),
        (2, 0, {}, None),
        (2, 0, {"least": 2}, ("2", "2")),
    ],
    ids=str,
)
def test_a_share_fires_above_its_bar_and_not_at_it(
    work: int, change: int, more: dict[str, Any], told: tuple[str, str] | None, code: str
) -> None:
    """More than half must be work, and there must be enough key results to speak of a share."""
    objective, label, doing, changing = SHARES[code]
    sentences = [doing] * work + [changing] * change
    text = f"# {objective}\n" + "".join(f"- {label} {n} : {one}\n" for n, one in enumerate(sentences, 1))
    check = {"kind": "share", "of": "key_result", "when": {"kind": ["activity", "output"]}, "more_than": 0.5, **more}

    findings = found(check, text, "set")

    assert [(one.hit.slots["count"], one.hit.slots["total"]) for one in findings] == ([told] if told else [])
    assert idents(findings) == ["set"] * len(findings)
