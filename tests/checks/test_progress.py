"""Check-ins against the calendar: nobody looked, not for long, the time runs ahead, the cycle is over."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.test_kinds import found

LABELS = {
    "en": (
        "# {cycle}\n## Objective 1: Parents find a book\n- KR 1: Loans a month from 900 to 1,200\n",
        "Check-in",
        "Q1",
    ),
    "fr": (
        "# {cycle}\n## Objectif 1 : Les parents trouvent\n- RC 1 : Prêts par mois de 900 à 1 200\n",
        "Point d'étape",
        "T1",
    ),
}
each_code = pytest.mark.parametrize("code", LABELS)


def slots(pattern: str, day: str, code: str, *check_ins: str, cycle: str = "{} 2026", **parameters: float) -> object:
    """Return what the texts may use of the one finding, or None where there is none."""
    text, label, quarter = LABELS[code]
    document = text.format(cycle=cycle.format(quarter)) + "".join(f"  - {label} {one}\n" for one in check_ins)
    findings = found({"kind": "calendar", "pattern": pattern, **parameters}, document, today=date.fromisoformat(day))
    assert len(findings) <= 1
    return dict(findings[0].hit.slots) if findings else None


@each_code
@pytest.mark.parametrize(
    ("day", "wanted"),
    [("2026-01-30", None), ("2026-01-31", {"count": "30"}), ("2026-03-31", {"count": "89"}), ("2026-04-01", None)],
)
def test_a_cycle_that_runs_unwatched_is_told(day: str, wanted: object, code: str) -> None:
    """From the thirtieth day to the last; after that another rule speaks."""
    assert slots("never", day, code) == wanted
    assert slots("never", day, code, "2026-01-15: 920") is None


@each_code
@pytest.mark.parametrize("cycle", ["", "{}", "FY26 {}"])
def test_a_cycle_without_dates_is_never_late(cycle: str, code: str) -> None:
    """A quarter without a year, and a fiscal year that begins where a house wants."""
    assert slots("never", "2026-03-31", code, cycle=cycle) is None


@each_code
@pytest.mark.parametrize(
    ("day", "wanted"),
    [("2026-02-14", None), ("2026-02-15", {"count": "31"}), ("2026-03-31", {"count": "75"}), ("2026-04-01", None)],
)
def test_an_old_check_in_is_told_with_its_days(day: str, wanted: object, code: str) -> None:
    """Only while the cycle runs."""
    assert slots("stale", day, code, "2026-01-02: 905", "2026-01-15: 920") == wanted


@each_code
def test_a_document_that_nobody_works_with_is_let_be(code: str) -> None:
    """Without the dates of a cycle, half a year of silence says that it is over."""
    assert slots("stale", "2026-03-31", code, "2026-01-15: 920", cycle="{}") is not None
    assert slots("stale", "2026-12-31", code, "2026-01-15: 920", cycle="{}") is None


@each_code
@pytest.mark.parametrize(
    ("day", "value", "done"),
    [("2026-03-10", 930, "10"), ("2026-03-10", 1120, None), ("2026-01-20", 900, None), ("2026-03-10", 800, "0")],
)
def test_time_that_runs_ahead_of_the_result_is_told_with_both_shares(
    day: str, value: int, done: str | None, code: str
) -> None:
    """Early in a cycle nobody is behind; less than where it began is none of the way."""
    blank = "\u00a0" if code == "fr" else ""
    wanted = {"value": f"{done}{blank}%", "limit": f"77{blank}%"} if done else None

    told = slots("behind", day, code, f"2026-01-15: {value}")

    assert told is None if wanted is None else {k: v.replace(" ", blank) for k, v in dict(told).items()} == wanted  # type: ignore[call-overload]


@each_code
def test_a_cycle_that_ended_without_a_decision_is_told(code: str) -> None:
    """A decision at any check-in is one."""
    label = {"en": "decision: continue", "fr": "décision : continuer"}[code]

    assert slots("undecided", "2026-03-31", code, "2026-03-15: 1100") is None
    assert slots("undecided", "2026-04-01", code, "2026-03-15: 1100") == {}
    assert slots("undecided", "2026-04-01", code, f"2026-03-15: 1100; {label}") is None


@pytest.mark.parametrize(
    ("scores", "wanted"),
    [
        (("1.0", "1.0", "100%"), ["3"]),
        (("1", "10/10", "1,0"), ["3"]),
        (("1.0", "0.9", "1.0"), []),
        (("1.0", "1.0"), []),
        (("1.0", "7/10", "100 %"), []),
        (("1.0", "good", "100 %"), []),
    ],
)
def test_a_set_in_which_everything_came_in_full_is_told(scores: tuple[str, ...], wanted: list[str]) -> None:
    """By the score, in whichever way it is written."""
    text = "objectives:\n- objective: Parents find a book\n  key_results:\n"
    text += "".join(f'  - {{key_result: Loans {n} up, score: "{score}"}}\n' for n, score in enumerate(scores))
    findings = found({"kind": "reached"}, text, "set", name="okr.yaml")

    assert [one.hit.slots["count"] for one in findings] == wanted


def test_a_value_that_passed_its_target_came_in_full() -> None:
    """What was seen last counts, in the direction of the target."""
    text = "objectives:\n- objective: Parents find a book\n  key_results:\n"
    for n, (start, target, value) in enumerate([(9, 4, 3), (900, 1200, 1300), (10, 20, 20)]):
        text += (
            f"  - {{key_result: Figure {n}, baseline: {start}, target: {target}, check_ins: [{{value: {value}}}]}}\n"
        )

    assert len(found({"kind": "reached"}, text, "set", name="okr.yaml")) == 1
    assert found({"kind": "reached"}, text.replace("value: 3}", "value: 5}"), "set", name="okr.yaml") == []
