"""What a history tells: cycles side by side, what became of statements, which rules faded after an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from okrlint_audit.history.data import Event, Line, Rewritten, Save, Shift, Trend
from okrlint_audit.history.titles import titles
from okrlint_audit.interval import FEWEST, Share

if TYPE_CHECKING:
    import duckdb


def trend(base: duckdb.DuckDBPyConnection, language: str | None = None) -> Trend:
    """Return what a history tells."""
    rows = base.execute("SELECT audit, made, event, okrlint, documents, language FROM audit ORDER BY audit").fetchall()
    saves = [
        Save(number, made, event, version, documents, _line(base, number, made, None))
        for number, made, event, version, documents, _ in rows
    ]
    spoken = language or (rows[-1][5] if rows else "en")
    moved = list(_moved(base))
    return Trend(
        language=spoken,
        audits=saves,
        cycles=list(_cycles(base, saves)),
        moved=[one for one, back in moved if not back],
        back=sum(back for _, back in moved),
        events=[_event(base, one, after, spoken) for one, after in _marked(saves)],
    )


_COUNTS: Final = """
SELECT
  count(DISTINCT nullif(s.team, '')), count(*), count(*) FILTER (k),
  count(*) FILTER (k AND kind = 'outcome'), count(*) FILTER (k AND kind IN ('outcome', 'activity', 'output')),
  count(*) FILTER (k AND baseline AND target), count(*) FILTER (k AND target), count(*) FILTER (k AND decided),
  count(*) FILTER (k AND check_ins > 0 AND learnt), count(*) FILTER (k AND check_ins > 0)
FROM (
  SELECT *, role = 'key_result' AS k FROM statement
  WHERE audit = $audit AND NOT frame AND ($cycle IS NULL OR cycle = $cycle)
) AS s
"""


def _line(base: duckdb.DuckDBPyConnection, audit: int, made: date, cycle: str | None, name: str = "") -> Line:
    asked = {"audit": audit, "cycle": cycle}
    row = base.execute(_COUNTS, asked).fetchone() or (0,) * 10
    teams, statements, key_results, change, told, baseline, target, decided, learnt, checked = map(int, row)
    (notes,) = base.execute(
        "SELECT count(*) FROM finding WHERE audit = $audit AND ($cycle IS NULL OR cycle = $cycle)", asked
    ).fetchone() or (0,)
    return Line(
        audit, made, name, teams, statements, key_results, Share(change, told), Share(baseline, key_results),
        Share(target, key_results), Share(decided, key_results), Share(learnt, checked), int(notes),
    )  # fmt: skip


def _cycles(base: duckdb.DuckDBPyConnection, saves: Sequence[Save]) -> Iterator[Line]:
    """Yield each cycle in the order of time, as the latest audit that has it saw it."""
    made = {one.number: one.made for one in saves}
    rows = base.execute(
        "SELECT cycle, max(audit), arg_max(name, audit) FROM statement JOIN cycle USING (audit, cycle) "
        "GROUP BY cycle ORDER BY cycle"
    ).fetchall()
    for key, audit, name in rows:
        yield _line(base, audit, made[audit], key, name)


#: Key results of the same name in the same document, in two audits one after the other, whose words moved between work
#: and change. Where the old words still stand somewhere in the document, or the new ones did before, a key result was
#: put between others and nothing was rewritten.
_REWRITTEN: Final = """
SELECT t.name, c.name, b.text, a.text, b.kind = 'outcome'
FROM statement AS b
JOIN statement AS a ON a.audit = $after AND a.path = b.path AND a.id = b.id AND a.role = b.role
LEFT JOIN team AS t ON t.audit = a.audit AND t.team = a.team
LEFT JOIN cycle AS c ON c.audit = a.audit AND c.cycle = a.cycle
WHERE b.audit = $before AND b.role = 'key_result' AND NOT b.frame AND NOT a.frame AND a.cycle = b.cycle
  AND b.kind IN ('outcome', 'activity', 'output') AND a.kind IN ('outcome', 'activity', 'output')
  AND (b.kind = 'outcome') <> (a.kind = 'outcome')
  AND NOT EXISTS (FROM statement AS o WHERE o.audit = $after AND o.path = b.path AND o.text = b.text)
  AND NOT EXISTS (FROM statement AS o WHERE o.audit = $before AND o.path = a.path AND o.text = a.text)
ORDER BY a.place
"""


def _moved(base: duckdb.DuckDBPyConnection) -> Iterator[tuple[Rewritten, bool]]:
    """Yield what moved between work and change, and whether it went back: within a cycle, then from cycle to cycle."""
    numbers = [number for (number,) in base.execute("SELECT audit FROM audit ORDER BY audit").fetchall()]
    for before, after in pairwise(numbers):
        for team, cycle, old, new, back in base.execute(_REWRITTEN, {"before": before, "after": after}).fetchall():
            yield Rewritten(team or "", cycle or "", cycle or "", old, new), back
    if numbers:
        rows = base.execute(
            "SELECT team, before_cycle, after_cycle, before, after FROM moved WHERE audit = ?", [numbers[-1]]
        ).fetchall()
        for row in rows:
            yield Rewritten(*row), False


def _marked(saves: Sequence[Save]) -> Iterator[tuple[Save, Save | None]]:
    """Yield each audit with an event, and the one that shows what came of it: at the next event, else the latest."""
    for at, one in enumerate(saves):
        if one.event:
            later = saves[at + 1 :]
            yield one, next((each for each in later if each.event), later[-1] if later else None)


#: Statements of a later audit that did not stand in the same words before.
_SINCE: Final = """
SELECT s.place, s.role, s.team FROM statement AS s
WHERE s.audit = $after AND NOT s.frame
  AND NOT EXISTS (
    FROM statement AS o WHERE o.audit = $before AND o.team = s.team AND o.role = s.role AND o.text = s.text
  )
"""
#: For each rule, on how many statements it was found of how many, before and since. What counts are statements of the
#: roles that it was found on: what is written after a workshop may be key results alone.
_SHIFTS: Final = f"""
WITH every AS (
  SELECT false AS later, place, role FROM statement WHERE audit = $before AND NOT frame
  UNION ALL SELECT true, place, role FROM ({_SINCE})
),
found AS (
  SELECT DISTINCT rule, place, role, later FROM finding JOIN every USING (place)
  WHERE audit = if(later, $after, $before)
),
roles AS (SELECT DISTINCT rule, role FROM found),
titles AS (SELECT rule, arg_max(title, audit) AS title FROM rule GROUP BY rule)
SELECT
  rule, any_value(title),
  count(found.place) FILTER (NOT every.later), count(*) FILTER (NOT every.later),
  count(found.place) FILTER (every.later), count(*) FILTER (every.later)
FROM roles JOIN titles USING (rule) JOIN every USING (role)
LEFT JOIN found USING (rule, place, later)
GROUP BY rule
"""  # noqa: S608 - of the parts above, and nothing else


def _event(base: duckdb.DuckDBPyConnection, marked: Save, later: Save | None, language: str) -> Event:
    if later is None:
        return Event(marked.event, marked.made, None, 0, 0, ())
    asked = {"before": marked.number, "after": later.number}
    written = base.execute(_SINCE, asked).fetchall()
    shifts: list[Shift] = []
    if len(written) >= FEWEST:
        # A house's own rule is in no book: it keeps the title that it was saved with.
        named = titles(language)
        shifts = [
            Shift(rule, named.get(rule, ("", title))[1], Share(before, stood), Share(after, since))
            for rule, title, before, stood, after, since in base.execute(_SHIFTS, asked).fetchall()
        ]
    clear = sorted((one for one in shifts if one.clear), key=_by_size)
    teams = {team for _, _, team in written if team}
    return Event(marked.event, marked.made, later.made, len(written), len(teams), clear)


def _by_size(one: Shift) -> tuple[float, str]:
    """Order what fell furthest first, and what rose furthest last."""
    return ((one.after.value or 0.0) - (one.before.value or 0.0), one.rule)
