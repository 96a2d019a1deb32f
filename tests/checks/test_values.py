"""Values against one another: a start that is the target."""

from __future__ import annotations

import pytest

from okrlint.checks.values import start_and_target
from okrlint.engine.formats import read_document
from okrlint.engine.read import read
from tests.checks.test_kinds import found, idents

SAME = {"kind": "contradiction", "between": "baseline and target"}
AGAINST = {"kind": "contradiction", "between": "direction and numbers"}
SENTENCES = {
    "en": ("Night nurses find every record", "Records found at the first search"),
    "fr": ("Les soignants trouvent chaque dossier", "Dossiers trouvés à la première recherche"),
}


def of(code: str, **fields: str) -> str:
    """Return a document whose key result has some fields beside its sentence."""
    objective, key_result = SENTENCES[code]
    given = "".join(f", {name}: '{value}'" for name, value in fields.items())
    return f"objectives:\n- objective: {objective}\n  key_results:\n  - {{key_result: {key_result}{given}}}\n"


each_code = pytest.mark.parametrize("code", SENTENCES)


@each_code
@pytest.mark.parametrize(
    ("baseline", "target", "fires"),
    [
        ("80", "80", True),
        ("80 %", "80%", True),
        ("1,5", "1.5", True),
        ("1 200", "1200", True),
        ("60", "80", False),
        ("-5", "5", False),
        ("1,5", "15", False),
        ("half", "half", False),
        ("2 M€", "2 k€", False),
        ("2 k€", "2 000 €", True),
        ("3-5", "3", False),
        ("2031-06-30", "2031", False),
    ],
)
def test_a_start_that_is_the_target_is_told(baseline: str, target: str, fires: bool, code: str) -> None:  # noqa: FBT001
    """However the two are written; what is no number is not compared."""
    assert idents(found(SAME, of(code, baseline=baseline, target=target), name="okr.yaml")) == (
        ["o1.kr1"] if fires else []
    )


@each_code
@pytest.mark.parametrize("field", ["baseline", "target"])
def test_one_value_alone_contradicts_nothing(field: str, code: str) -> None:
    """A start without a target is another rule's business."""
    assert found(SAME, of(code, **{field: "80"}), name="okr.yaml") == []


@each_code
def test_objectives_are_left_alone_by_a_rule_for_key_results(code: str) -> None:
    """Only the roles of the card are looked at."""
    text = of(code, baseline="80", target="80")

    assert idents(found(SAME, text, name="okr.yaml")) == ["o1.kr1"]
    assert found(SAME, text, "objective", name="okr.yaml") == []


@pytest.mark.parametrize(
    "statement",
    ["Reduce complaints from 60 to 15", "Réduire les plaintes de 60 à 15"],
    ids=["en", "fr"],
)
def test_numbers_that_move_with_the_verb_are_fine(statement: str) -> None:
    """A reduction to less contradicts nothing, in either sense."""
    text = f"# O1: {SENTENCES['en'][0]}\n- KR 1: {statement}\n"

    assert found(SAME, text) == []
    assert found(AGAINST, text) == []


@pytest.mark.parametrize(
    ("statement", "fields", "wanted"),
    [
        ("Reduce complaints from 60 to 15", "", (60.0, 15.0)),
        ("Réduire les plaintes de 60 à 15", "", (60.0, 15.0)),
        ("Reduce complaints from 60 to 15", ", target: 20", (60.0, 20.0)),
        ("Réduire les plaintes de 60 à 15", ", baseline: '70,5'", (70.5, 15.0)),
        ("Réduire les plaintes de 60 à 15", ", baseline: inconnue", (60.0, 15.0)),
        ("Night nurses feel heard", "", None),
    ],
    ids=["en sentence", "fr sentence", "target beside", "baseline beside", "no number beside", "no number"],
)
def test_fields_win_over_the_sentence(statement: str, fields: str, wanted: tuple[float, float] | None) -> None:
    """What is written beside the sentence counts first; what is no number leaves the sentence its word."""
    text = f"objectives:\n- objective: x\n  key_results:\n  - {{key_result: {statement}{fields}}}\n"
    document = read(read_document("okr.yaml", text.encode()))

    assert start_and_target(document.statements[-1]) == wanted
