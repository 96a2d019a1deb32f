"""A document as Markdown that its own reader takes for the same document: every line labelled, every field a bullet.

What stands in a sentence is the author's, so nothing of it may be taken for a mark, a label or a result. Signs of
Markdown are escaped (`marks`); a sentence that would still be read otherwise gets a comment that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import yaml

from okrlint.model import CheckIn, Document, KeyResult, Objective, OkrSet, Statement, Text
from okrlint_formats.as_tree import plain_number
from okrlint_formats.marks import sentence, value

_EN: Final = {
    "objective": "Objective", "key_result": "Key result", "initiative": "Initiative", "short": "KR", "set": "OKR set",
    "organisation": "Organisation", "team": "Team", "cycle": "Cycle", "level": "Level", "owner": "Owner",
    "parent": "Parent", "depends_on": "Depends on", "related": "Related to", "language": "Language",
    "metric": "Metric", "baseline": "Baseline", "target": "Target", "unit": "Unit", "deadline": "Deadline",
    "source": "Source", "confidence": "Confidence", "kind": "Kind", "decision": "Decision", "status": "Status",
    "score": "Score", "priority": "Priority", "commitment": "Commitment", "annotation": "Annotation",
    "rationale": "Why", "id": "ID", "check_in": "Check-in", "learning": "learning", "colon": ":", "semicolon": ";",
    "committed": "committed", "aspirational": "aspirational", "learn": "learning",
    "continue": "continue", "adjust": "adjust", "drop": "drop",
}  # fmt: skip
_FR: Final = {
    "objective": "Objectif", "key_result": "Résultat clé", "initiative": "Initiative", "short": "RC",
    "set": "Ensemble d’OKR", "organisation": "Organisation", "team": "Équipe", "cycle": "Cycle", "level": "Niveau",
    "owner": "Responsable", "parent": "Contribue à", "depends_on": "Dépend de", "related": "En lien avec",
    "language": "Langue", "metric": "Indicateur", "baseline": "Valeur de départ", "target": "Cible", "unit": "Unité",
    "deadline": "Échéance", "source": "Source", "confidence": "Confiance", "kind": "Nature", "decision": "Décision",
    "status": "Statut", "score": "Score", "priority": "Priorité", "commitment": "Type d’engagement",
    "annotation": "Annotation", "rationale": "Pourquoi", "id": "Identifiant", "check_in": "Point d’étape",
    "learning": "enseignement", "colon": " :", "semicolon": " ;",
    "committed": "engagé", "aspirational": "ambitieux", "learn": "apprentissage",
    "continue": "continuer", "adjust": "ajuster", "drop": "arrêter",
}  # fmt: skip
_OF_SET: Final = ("organisation", "team", "cycle", "level", "owner")
_OF_STATEMENT: Final = (
    "rationale", "metric", "baseline", "target", "unit", "deadline", "owner", "confidence", "kind", "decision",
    "source", "status", "score", "priority", "commitment", "annotation", "language",
)  # fmt: skip
#: Ids that stand in a label (`KR 1.2:`); any other has a bullet of its own.
_IDENT: Final = {
    role: re.compile(rf"{letters}(\d+(?:\.\d+)*[a-z]?)")
    for role, letters in (("objective", "O"), ("key_result", "KR"), ("initiative", "I"))
}


def write(document: Document, language: str) -> bytes:
    """Write a document with labels in a language. Loose statements have no place in Markdown and are left out."""
    said = _labels(language)
    return ("\n".join(_lines(document, said)).rstrip("\n") + "\n").encode()


def _labels(language: str) -> dict[str, str]:
    return _FR if language.lower().startswith("fr") else _EN


def labels(language: str) -> list[str]:
    """Return the labels that open a line of a draft, each as it is written before the sentence or the value."""
    said = _labels(language)
    roles = [f"{said['objective']} 1{said['colon']} ", f"{said['short']} 1{said['colon']} "]
    names = ("initiative", *_OF_STATEMENT, "parent", "depends_on", "check_in")
    return [*roles, *(f"{said[name]}{said['colon']} " for name in names)]


def field_line(name: str, text: str, language: str) -> str:
    """Return a bullet, without indent, that is read as a field of the statement above it."""
    return _field(name, text, "", _labels(language))


def labelled(role: str, text: str, language: str) -> str:
    """Return a labelled sentence that is read as a statement of a role."""
    said = _labels(language)
    return sentence(f"{said[role]}{said['colon']} ", text, role)


def _lines(document: Document, said: dict[str, str]) -> Iterator[str]:
    alone = document.sets[0] if len(document.sets) == 1 else None
    front = _front(alone, said) if alone else {}
    if document.language is not None:
        front[said["language"].lower()] = document.language
    if front:
        dumped = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=float("inf")).splitlines()
        yield from ("---", *dumped, "---", "")
    for number, okr_set in enumerate(document.sets, 1):
        if alone is None:
            yield from (f"# {said['set']}{said['colon']} {number}", "")
            fields = {name: getattr(okr_set, name) for name in _OF_SET} | {"parent": _parent(okr_set)}
            bullets = [_field(name, one.text, "", said) for name, one in fields.items() if one is not None]
            yield from [*bullets, ""] if bullets else []
        yield from _set(okr_set, said)


def _parent(okr_set: OkrSet) -> Text | None:
    return okr_set.parent.target if okr_set.parent and okr_set.parent.kind == "parent" else None


def _front(okr_set: OkrSet, said: dict[str, str]) -> dict[str, str]:
    fields = {name: getattr(okr_set, name) for name in _OF_SET} | {"parent": _parent(okr_set)}
    return {said[name].lower(): one.text for name, one in fields.items() if one is not None}


def _set(okr_set: OkrSet, said: dict[str, str]) -> Iterator[str]:
    """Write what stands under no objective first: what follows a heading belongs to it."""
    for one in (*okr_set.key_results, *okr_set.initiatives):
        yield from _bullet(one, "", said)
    if okr_set.key_results or okr_set.initiatives:
        yield ""
    for objective in okr_set.objectives:
        label, ident = _label(objective, said)
        yield from (f"## {sentence(label, objective.text.text, 'objective')}", "")
        bullets = list(_fields(objective, ident, "", said))
        for one in (*objective.key_results, *objective.initiatives):
            bullets += _bullet(one, "", said)
        yield from [*bullets, ""] if bullets else []


def _bullet(one: Statement, indent: str, said: dict[str, str]) -> Iterator[str]:
    label, ident = _label(one, said)
    yield f"{indent}- {sentence(label, one.text.text, one.role)}"
    yield from _fields(one, ident, indent + "  ", said)
    if isinstance(one, KeyResult):
        for initiative in one.initiatives:
            yield from _bullet(initiative, indent + "  ", said)


def _label(one: Statement, said: dict[str, str]) -> tuple[str, str | None]:
    """Return a statement's label, and its id where the label does not hold it."""
    found = _IDENT[one.role].fullmatch(one.id) if one.id is not None and one.role in _IDENT else None
    if found is None:
        return f"{said[one.role]}{said['colon']} ", one.id
    word = said["short"] if one.role == "key_result" else said[one.role]
    return f"{word} {found.group(1)}{said['colon']} ", None


def _fields(one: Statement, ident: str | None, indent: str, said: dict[str, str]) -> Iterator[str]:
    if ident is not None:
        yield _field("id", ident, indent, said)
    for name in _OF_STATEMENT:
        held = getattr(one, name, None)
        if isinstance(held, float):
            yield _field(name, str(plain_number(held)), indent, said)
        elif held is not None:
            yield _field(name, str(held), indent, said)
    for link in one.links:
        yield _field(link.kind, link.target.text, indent, said)
    for check in one.check_ins if isinstance(one, KeyResult | Objective) else ():
        yield indent + "- " + _check_in(check, said)


def _field(name: str, text: str, indent: str, said: dict[str, str]) -> str:
    if name == "commitment":
        text = said["learn" if text == "learning" else text]
    return f"{indent}- " + value(f"{said[name]}{said['colon']} ", text)


def _check_in(check: CheckIn, said: dict[str, str]) -> str:
    def labelled(name: str, words: str) -> str:
        return f"{said[name].lower()}{said['colon']} {words}"

    parts = [str(plain_number(check.value))] if check.value is not None else []
    parts += [labelled("confidence", str(plain_number(check.confidence)))] if check.confidence is not None else []
    parts += [labelled("learning", value("", check.learning.text, also=";"))] if check.learning else []
    parts += [labelled("decision", said[check.decision])] if check.decision else []
    named = f"{said['check_in']} {check.on.isoformat()}" if check.on else said["check_in"]
    return f"{named}{said['colon']} {(said['semicolon'] + ' ').join(parts)}".rstrip()
