"""From a read document to what it adds to an organisation."""

from __future__ import annotations

from collections.abc import Iterable

from okrlint.model import Link, OkrSet, Text
from okrlint.organisation.data import Group, Stated
from okrlint.organisation.whole import Organisation
from okrlint.reading.cycle import day
from okrlint.reading.document import ReadDocument, ReadStatement, check_ins, given


def organisation_of(documents: Iterable[ReadDocument]) -> Organisation:
    """Return some documents as one organisation."""
    groups: list[Group] = []
    stated: list[Stated] = []
    for document in documents:
        groups += groups_of(document)
        stated += stated_of(document)
    return Organisation(tuple(groups), tuple(stated))


def groups_of(document: ReadDocument) -> list[Group]:
    """Return a document's sets."""
    return [
        Group(
            path=document.document.path,
            number=number,
            organisation=_text(one.organisation),
            team=_text(one.team),
            cycle=_text(one.cycle),
            level=_text(one.level),
            parent=_text(one.parent.target) if one.parent is not None else "",
            line=_line(one),
        )
        for number, one in enumerate(document.document.sets)
    ]


def stated_of(document: ReadDocument) -> list[Stated]:
    """Return a document's statements, in order."""
    places = {id(one): number for number, one in enumerate(document.document.sets)}
    idents = {id(one.statement): one.ident for one in document.statements}
    return [_stated(document.document.path, one, places, idents) for one in document.statements]


def _stated(path: str, one: ReadStatement, places: dict[int, int], idents: dict[int, str]) -> Stated:
    measure, span = one.reading.measure, one.statement.text.span
    held = check_ins(one)
    return Stated(
        path=path,
        number=places.get(id(one.okr_set), -1),
        ident=one.ident,
        id=one.statement.id or "",
        role=one.role,
        text=one.text,
        language=one.reading.language,
        kind=one.reading.kind,
        confidence=one.reading.confidence,
        line=span.line,
        cell=span.cell or "",
        frame=one.is_frame,
        objective=idents.get(id(one.objective), ""),
        owner=_owner(one),
        parents=_targets(one.statement.links, "parent"),
        waits=_targets(one.statement.links, "depends_on"),
        metric=measure.metric.text if measure.metric is not None else "",
        direction=measure.direction or measure.said or "",
        unit=measure.unit or "",
        due=_due(one),
        baseline=_holds(one, "baseline"),
        target=_holds(one, "target"),
        decided=_holds(one, "decision"),
        learnt=any(each.learning for each in held),
        check_ins=len(held),
    )


def _targets(links: Iterable[Link], kind: str) -> tuple[str, ...]:
    return tuple(_text(link.target) for link in links if link.kind == kind)


def _holds(one: ReadStatement, name: str) -> bool:
    return given(one, name) not in {None, ""}


def _owner(one: ReadStatement) -> str:
    found = given(one, "owner")
    return _text(found) if isinstance(found, Text) else ""


def _due(one: ReadStatement) -> str:
    """Return the last day that the statement itself names: a cycle is no deadline of its own."""
    written = getattr(one.statement, "deadline", None) or one.reading.measure.deadline
    found = day(written.text) if written is not None else None
    return found.isoformat() if found is not None else ""


def _text(text: Text | None) -> str:
    return " ".join(text.text.split()) if text is not None else ""


def _line(okr_set: OkrSet) -> int:
    if okr_set.team is not None:
        return okr_set.team.span.line
    first = next(iter((*okr_set.objectives, *okr_set.key_results, *okr_set.initiatives)), None)
    return first.text.span.line if first is not None else 1
