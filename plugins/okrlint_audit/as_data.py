"""The audit for machines and sheets: JSON, CSV, a workbook."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from okrlint.errors import ConfigError
from okrlint.hookspecs import Page
from okrlint_audit.audit import Audit, Said
from okrlint_audit.counts import Counts
from okrlint_audit.interval import Share

#: Raised when a field changes in a way that a reader must follow.
VERSION = 1
HEADER = (
    "team", "level", "cycle", "path", "line", "id", "role", "statement", "language", "reading", "confidence",
    "baseline", "target", "decision", "check_ins", "rules", "questions",
)  # fmt: skip


def as_json(audit: Audit, page: Page) -> Iterable[str]:
    """Yield the audit as JSON, its statements one by one."""
    del page
    head = json.dumps(_summary(audit), ensure_ascii=False, indent=2)
    yield head[: head.rindex("\n}")] + ',\n  "statements": ['
    comma = "\n"
    for said in audit.leaves():
        yield comma + "    " + json.dumps(_statement(said, owners=audit.owners), ensure_ascii=False)
        comma = ",\n"
    yield "\n  ]\n}\n"


def as_csv(audit: Audit, page: Page) -> Iterable[str]:
    """Yield every statement as a row."""
    del page
    for row in _rows(audit):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerow([_harmless(value) for value in row])
        yield out.getvalue()


def as_workbook(audit: Audit, page: Page) -> Iterable[bytes]:
    """Yield a workbook: a sheet of teams by cycle, one of rules, one of every statement."""
    del page
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - only for a workbook
    except ModuleNotFoundError:
        raise ConfigError("a workbook needs openpyxl: pip install 'okrlint[audit]'", culprit="--format xlsx") from None
    book = Workbook(write_only=True)
    for title, rows in (("teams", _team_rows(audit)), ("rules", _rule_rows(audit)), ("statements", _rows(audit))):
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for row in rows:
            sheet.append([_harmless(value) for value in row])
    out = io.BytesIO()
    book.save(out)
    yield out.getvalue()


def _summary(audit: Audit) -> dict[str, Any]:
    return {
        "version": VERSION,
        "made": audit.made.isoformat(),
        "language": audit.language,
        "documents": audit.documents,
        "whole": counts(audit.whole),
        "teams": [
            {
                "team": one.name,
                "level": one.level,
                "coach": one.coach,
                "whole": counts(one.whole),
                "cycles": {audit.cycle_names.get(key, key): counts(each) for key, each in sorted(one.cycles.items())},
                "agenda": [asdict(talk) for talk in one.talks],
            }
            for one in audit.teams.values()
        ],
        "levels": {name: counts(each) for name, each in audit.levels.items()},
        "cycles": {audit.cycle_names[key]: counts(each) for key, each in audit.cycles.items()},
        "rules": [asdict(one) for one in audit.rules],
        "notes_on_a_statement": {str(many): count for many, count in audit.per_note.items()},
        "focus": {"most_objectives": audit.most_objectives, "most_key_results": audit.most_key_results},
        "alignment": asdict(audit.alignment),
        "pairs": [
            {
                "teams": [pair.team, pair.other_team],
                "places": [f"{one.path}:{one.line}" for one in (pair.one, pair.other)],
                "texts": [pair.one.text, pair.other.text],
                "equal": pair.equal,
            }
            for pair in audit.pairs
        ],
        "opposed": audit.opposed,
        "copies": audit.copies,
        "moved": [asdict(one) for one in audit.moved],
        "remarks": list(audit.remarks),
        "left_out": list(audit.left_out),
    }


def counts(one: Counts) -> dict[str, Any]:
    """Return counts with the shares that they tell."""
    plain = {name: value for name, value in asdict(one).items() if name != "families"}
    named = ("changes", "measured", "aimed", "informing", "learning", "crowded")
    return {
        **plain,
        "notes": dict(sorted(one.families.items())),
        "shares": {name: share_of(getattr(one, name)) for name in named},
    }


def share_of(share: Share) -> dict[str, Any]:
    """Return a share with its interval; both None of too few."""
    told = share.interval
    return {
        "part": share.part,
        "of": share.of,
        "share": round(share.value, 4) if share.value is not None else None,
        "interval": [round(each, 4) for each in told] if told is not None else None,
    }


def _statement(said: Said, *, owners: bool) -> dict[str, Any]:
    one, at = said.stated, said.place
    told: dict[str, Any] = {"path": said.path, "team": at.team if at else "", "cycle": at.cycle if at else ""}
    if one is not None:
        told |= {
            "line": one.line, "id": one.ident, "role": one.role, "text": one.text, "language": one.language,
            "kind": one.kind, "confidence": round(one.confidence, 4), "baseline": one.baseline, "target": one.target,
            "decided": one.decided, "check_ins": one.check_ins, "learnt": one.learnt,
        }  # fmt: skip
        if owners and one.owner:
            told["owner"] = one.owner
    told["notes"] = [
        {"rule": each.code, "title": each.title, "message": each.message, "question": each.question,
         "frames": list(each.frames)}
        for each in said.voices
    ]  # fmt: skip
    return told


def _rows(audit: Audit) -> Iterator[Sequence[Any]]:
    yield (*HEADER, "owner") if audit.owners else HEADER
    for said in audit.leaves():
        one, at = said.stated, said.place
        if one is None:
            continue
        row = [
            at.team if at else "", at.level if at else "", at.cycle if at else "", said.path, one.line, one.ident,
            one.role, one.text, one.language, one.kind, round(one.confidence, 2), one.baseline, one.target, one.decided,
            one.check_ins, " ".join(each.code for each in said.voices), " ".join(each.question for each in said.voices),
        ]  # fmt: skip
        yield [*row, one.owner] if audit.owners else row


def _team_rows(audit: Audit) -> Iterator[Sequence[Any]]:
    yield "team", "level", "coach", "cycle", "objectives", "key_results", "changes", "work", "baseline", "target"
    for team in audit.teams.values():
        for key, one in sorted(team.cycles.items()):
            yield (
                team.name, team.level, team.coach, audit.cycle_names.get(key, key), one.objectives, one.key_results,
                one.change, one.work, one.baseline, one.target,
            )  # fmt: skip


def _rule_rows(audit: Audit) -> Iterator[Sequence[Any]]:
    yield "rule", "family", "title", "notes", "teams"
    for one in audit.rules:
        yield one.code, one.family, one.title, one.findings, one.teams


#: What a sheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _harmless(value: Any) -> Any:  # noqa: ANN401 - what a cell holds
    """Return a value that no sheet takes for a formula: somebody else wrote it."""
    if isinstance(value, str):
        value = "".join(each for each in value if each in "\t\n" or ord(each) >= 32)
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value
