"""The names of statements: the author's own id, else the place in the tree (o1, o1.kr2, o1.kr2.i1, s3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from okrlint.model.document import Document, KeyResult, Objective, Statement


def idents(document: Document, statements: Sequence[Statement]) -> list[str]:
    """Return the names of a document's statements, in the order given; no two are the same."""
    derived: dict[int, str] = {}
    many = len(document.sets) > 1
    for number, okr_set in enumerate(document.sets, 1):
        before = f"set{number}." if many else ""
        for place, objective in enumerate(okr_set.objectives, 1):
            derived |= _branch(objective, f"{before}o{place}")
        for place, key_result in enumerate(okr_set.key_results, 1):
            derived |= _branch(key_result, f"{before}kr{place}")
        derived |= {id(one): f"{before}i{place}" for place, one in enumerate(okr_set.initiatives, 1)}
    derived |= {id(one): f"s{place}" for place, one in enumerate(document.statements, 1)}
    given = Counter(one.id for one in statements if one.id)
    return [one.id if one.id and given[one.id] == 1 else derived[id(one)] for one in statements]


def _branch(statement: Objective | KeyResult, ident: str) -> dict[int, str]:
    named = {id(statement): ident}
    if isinstance(statement, Objective):
        for place, key_result in enumerate(statement.key_results, 1):
            named |= _branch(key_result, f"{ident}.kr{place}")
    named |= {id(one): f"{ident}.i{place}" for place, one in enumerate(statement.initiatives, 1)}
    return named
