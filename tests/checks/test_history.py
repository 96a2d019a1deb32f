"""Check-ins that were held, and what they lack: something learnt, a decision, a confidence that moves."""

from __future__ import annotations

import pytest

from tests.checks.test_kinds import found

SENTENCES = {
    "en": ("Patients are called in on time", "Reduce complaints from 12 to 4 a week"),
    "fr": ("Les patients passent à l'heure", "Réduire les plaintes de 12 à 4 par semaine"),
}


def after(code: str, pattern: str, *check_ins: str, least: int = 2) -> list[dict[str, str]]:
    """Return what is found after some check-ins of a key result, as the words that the texts may use."""
    objective, key_result = SENTENCES[code]
    text = f"objectives:\n- objective: {objective}\n  key_results:\n  - key_result: {key_result}\n    check_ins:\n"
    text += "".join(f"    - {{{one}}}\n" for one in check_ins)
    findings = found({"kind": "history", "pattern": pattern, "least": least}, text, name="okr.yaml")
    assert all(one.statement is not None and one.statement.ident == "o1.kr1" for one in findings)
    return [dict(one.hit.slots) for one in findings]


each_code = pytest.mark.parametrize("code", SENTENCES)


@each_code
@pytest.mark.parametrize(
    ("check_ins", "count"),
    [
        (("value: 11", "value: 9"), "2"),
        (("value: 11", "value: 9", "value: 7, decision: adjust"), "3"),
        (("value: 11", "value: 9, learning: Nobody reads the board"), None),
        (("value: 11, learning: Nobody reads the board", "value: 9"), None),
        (("value: 11",), None),
        ((), None),
    ],
    ids=["two", "a decision is no learning", "the last learns", "the first learns", "one is early", "none held"],
)
def test_figures_that_move_and_teach_nothing_are_counted(
    check_ins: tuple[str, ...], count: str | None, code: str
) -> None:
    """Two check-ins without a word of what was learnt are told with their number."""
    assert after(code, "without learning", *check_ins) == ([{"count": count}] if count else [])


@each_code
@pytest.mark.parametrize(
    ("last", "fires"),
    [
        ("value: 9", True),
        ("value: 9, learning: Nobody reads the board", True),
        ("value: 9, decision: continue", False),
        ("value: 9, decision: ajuster", False),
        ("value: 9, decision: Arrêter", False),
    ],
    ids=["figure", "learnt", "continue", "adjust", "drop"],
)
def test_the_last_check_in_decides(last: str, fires: bool, code: str) -> None:  # noqa: FBT001
    """A decision in either language is one; an earlier one does not stand for the last."""
    found_here = after(code, "without decision", "value: 11, decision: continue", last)

    assert found_here == ([{"count": "2"}] if fires else [])


@each_code
@pytest.mark.parametrize("least", [1, 2, 3, 4])
def test_a_card_says_from_how_many_check_ins_it_speaks(least: int, code: str) -> None:
    """Below `least` it is too early to say."""
    check_ins = ("value: 11, confidence: 1", "value: 9, confidence: 1", "value: 8, confidence: 1")

    for pattern in ("without learning", "without decision", "flat confidence"):
        assert bool(after(code, pattern, *check_ins, least=least)) == (least <= 3)


@each_code
@pytest.mark.parametrize(
    ("check_ins", "fires"),
    [
        (("value: 11, confidence: 1", "value: 9, confidence: 100 %"), True),
        (("value: 11, confidence: 1", "value: 9, confidence: 0.4"), False),
        (("value: 11, confidence: 1", "value: 11, confidence: 1"), False),
        (("value: 11, confidence: 1", "value: 9"), False),
        (("value: 11", "value: 9"), False),
    ],
    ids=["flat", "moves", "value stands too", "one open", "none given"],
)
def test_a_confidence_that_never_moves_while_the_value_does_is_told(
    check_ins: tuple[str, ...],
    fires: bool,  # noqa: FBT001
    code: str,
) -> None:
    """The same confidence is fair where nothing moved, and unknown where one was left out."""
    share = "100%" if code == "en" else "100 %"
    assert after(code, "flat confidence", *check_ins) == ([{"count": "2", "value": share}] if fires else [])


ENGLISH = """\
# Objective 1: Patients are called in on time
- KR 1: Reduce complaints from 12 to 4
  - Check-in 2026-04-06: 11
  - Check-in 2026-04-20: 9"""
FRENCH = """\
# Objectif 1 : Les patients passent à l'heure
- RC 1 : Réduire les plaintes de 12 à 4
  - Point d'étape 2026-04-06 : 11
  - Point d'étape 2026-04-20 : 9"""


@pytest.mark.parametrize(
    ("text", "learnt"),
    [(ENGLISH, "; learning: nobody reads the board"), (FRENCH, " ; appris : personne ne lit le panneau")],
    ids=["en", "fr"],
)
def test_check_ins_in_markdown_count_as_well(text: str, learnt: str) -> None:
    """The way of writing them down makes no difference."""
    check = {"kind": "history", "pattern": "without learning"}

    assert [one.hit.slots for one in found(check, text + "\n")] == [{"count": "2"}]
    assert found(check, text + learnt + "\n") == []
