"""Whole documents as the model knows them, for tests of what is written and read again: hostile text in every field."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from okrlint.model import (
    CheckIn,
    Document,
    Initiative,
    KeyResult,
    Link,
    Objective,
    OkrSet,
    Source,
    Span,
    Statement,
    Text,
)
from okrlint_formats.asides import is_placeholder

NOWHERE = Span(start=0, end=0, line=1, column=1, end_line=1, end_column=1)
#: What people write that a format might take for something else.
HOSTILE = (
    "Owner: Jane keeps the board", "Responsable : Léa", "- a dash first", "* a star first", "# a hash",
    "ends in #", "1.2.3 is the version", "1. first", "| a | b |", "a | b", "C:\\temp\\new",
    "ends in a backslash\\", "*bold* and **more**", "snake_case and _emphasis_", "<b>html</b> & <!-- comment -->",
    "R&amp;D &eacute;", "80 % → 95 %", "from 9 to 3 => 80%", "[P0] ship", "P1 ship", "Ship it [done]",
    "Ship it (100%)", "Ship it: 80%", "Ship it @ines", "KR 2: another one", "Grow. KR 2: another one",
    "Résultat clé 3 : encore", "Objectif 1 : encore", "Key results:", "Q3 2031", "Notes", "Why is it so?",
    "a question ?", "See [the page](https://example.org) now", "![image](x.png)", "`code`", "~~struck~~",
    "“quoted whole”", "«\u00a0entre guillemets\u00a0»", '"quoted"', "'single'", "key: value", "{a: b}", "[a, b]",
    "null", "true", "12", "-5", "1e3", "0x1F", "2031-07-15", "=SUM(A1)", "+1", "@home", "semi; colon; learning: x",
    "a, b", "tab\there", "two\nlines", "trois\n\nlignes", "WIP: x", "stretch: more", "#12",
    "Answer in 4 h (see #12)", "été, œuvre, ça", "4\u00a0h → 2\u202fh", "😀 smile", "✅ done", "• bullet",
    "--- rule", "```", "> quoted", "&", "\\", "a:b", "::", "Team: Quay", "Check-in 2031-07-15: 7; confidence: 50%",
    "<!-- as written --> x", "done", "...",
)  # fmt: skip
_ALPHABET = "abc deéèœ😀\u00a0\u202f’«»%€→·-:#*_`[]()<>&\"'\\/|{}1203,.;=!?~@+KR\n\t"


def _stripped(text: str) -> bool:
    return text == text.strip() and not is_placeholder(text)


WORDS = st.one_of(
    st.sampled_from(HOSTILE),
    st.tuples(st.sampled_from(HOSTILE), st.sampled_from(HOSTILE)).map(" ".join),
    st.text(alphabet=_ALPHABET, min_size=1, max_size=40),
    st.sampled_from(["Ferries leave on time", "Les navettes partent à l’heure", "Delays from 9 to 3 minutes"]),
).map(str.strip)  # fmt: skip
#: A statement says something: it has letters, and is no placeholder that a template left.
SENTENCES = WORDS.map(lambda text: text if sum(map(str.isalpha, text)) > 3 else f"{text} crossings".strip()).filter(
    _stripped
)
VALUES = WORDS.filter(bool)


def _text(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Text]:
    return texts.map(lambda text: Text(text=text, span=NOWHERE))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), st.none(), strategy)


TEXTS = _text(VALUES)
SHARES = st.integers(0, 1000).map(lambda each: each / 1000)
NUMBERS = st.one_of(st.integers(-(10**6), 10**6).map(float), st.floats(-1e9, 1e9, allow_nan=False))
LINKS = st.lists(
    st.builds(Link, kind=st.sampled_from(["parent", "depends_on", "related"]), target=TEXTS), max_size=2
).map(lambda links: tuple(sorted(links, key=lambda one: one.kind)))
CHECK_INS = st.lists(
    st.builds(
        CheckIn,
        on=_maybe(st.dates(date(1000, 1, 1))),
        value=_maybe(NUMBERS),
        confidence=_maybe(SHARES),
        learning=_maybe(TEXTS),
        decision=_maybe(st.sampled_from(["continue", "adjust", "drop"])),
    ),
    max_size=2,
).map(tuple)


def _idents(letters: str) -> st.SearchStrategy[str]:
    numbered = st.integers(1, 99).map(lambda number: f"{letters}{number}")
    return st.one_of(
        numbered, st.sampled_from([f"{letters}1.2", f"{letters}1.2.3", "RC1", "growth-1", "a b", "1", "x:y"])
    )


def _common(letters: str) -> dict[str, st.SearchStrategy[Any]]:
    return {
        "id": _maybe(_idents(letters)),
        "text": _text(SENTENCES),
        "language": _maybe(st.sampled_from(["en", "fr"])),
        "owner": _maybe(TEXTS),
        "annotation": _maybe(TEXTS),
        "status": _maybe(TEXTS),
        "score": _maybe(TEXTS),
        "priority": _maybe(TEXTS),
        "commitment": _maybe(st.sampled_from(["committed", "aspirational", "learning"])),
        "links": LINKS,
    }


def _lists(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


INITIATIVES = st.builds(Initiative, **_common("I"))
KEY_RESULTS = st.builds(
    KeyResult,
    **_common("KR"),
    **{
        name: _maybe(TEXTS)
        for name in ("metric", "baseline", "target", "unit", "deadline", "source", "kind", "decision")
    },
    confidence=_maybe(SHARES),
    initiatives=_lists(INITIATIVES),
    check_ins=CHECK_INS,
)
OBJECTIVES = st.builds(
    Objective,
    **_common("O"),
    deadline=_maybe(TEXTS),
    rationale=_maybe(TEXTS),
    key_results=_lists(KEY_RESULTS),
    initiatives=_lists(INITIATIVES),
    check_ins=CHECK_INS,
)
SETS = st.builds(
    OkrSet,
    **{name: _maybe(TEXTS) for name in ("organisation", "team", "cycle", "level", "owner")},
    parent=_maybe(st.builds(Link, kind=st.just("parent"), target=TEXTS)),
    objectives=_lists(OBJECTIVES),
    key_results=_lists(KEY_RESULTS),
    initiatives=_lists(INITIATIVES),
).filter(lambda one: bool(one.objectives or one.key_results or one.initiatives))


def _document(sets: list[OkrSet], statements: list[Statement], language: str | None) -> Document:
    return Document(
        path="okr", format="test", source=Source("okr", ""), language=language, sets=tuple(sets),
        statements=tuple(statements),
    )  # fmt: skip


LANGUAGES = st.sampled_from([None, "en", "fr"])
#: Documents with a tree.
TREES = st.builds(_document, st.lists(SETS, min_size=1, max_size=3), st.just([]), LANGUAGES)
#: Lists of statements without a tree.
LOOSE = st.builds(
    _document,
    st.just([]),
    st.lists(
        st.builds(
            Statement,
            text=_text(SENTENCES),
            id=_maybe(st.sampled_from(["s1", "1", "x:y"])),
            language=_maybe(st.sampled_from(["en", "fr"])),
            objective_text=_maybe(SENTENCES),
        ),
        min_size=1,
        max_size=3,
    ),
    LANGUAGES,
)
