"""Counting an organisation: statements by team, level and cycle, notes by rule, family and statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from okrlint.organisation import Group, Organisation, Stated
from okrlint.organisation.whole import period
from okrlint_audit.agenda import Agenda
from okrlint_audit.audit import Audit, Incidence, TeamCounts
from okrlint_audit.counts import Counts
from okrlint_audit.dates import cycle
from okrlint_audit.leaf import Voice
from okrlint_audit.placed import place
from okrlint_audit.teams import Team


def count(audit: Audit, whole: Organisation, teams: Mapping[str, Team]) -> None:
    """Count statements for the whole, for each team, level and cycle."""
    keys = {name: one.name for name, one in teams.items()}
    buckets: dict[tuple[str, int], Sequence[Counts]] = {}
    for group in whole.groups:
        buckets[group.path, group.number] = list(_buckets(audit, group, keys))
        for counts in buckets[group.path, group.number]:
            counts.groups += 1
        own = Counter(one.role for one in whole.of(group))
        audit.most_objectives = max(audit.most_objectives, own["objective"])
    under = Counter((one.path, one.objective) for one in whole.statements if one.role == "key_result" and one.objective)
    audit.most_key_results = max(under.values(), default=0)
    for one in whole.statements:
        home = whole.group(one)
        last = home is not None and bool(one.due) and _is_last(one, home)
        for counts in buckets.get((one.path, one.number), (audit.whole,)):
            counts.add(one, last=last)
    audit.cycles = dict(sorted(audit.cycles.items()))


def _buckets(audit: Audit, group: Group, keys: dict[str, str]) -> Iterator[Counts]:
    """Yield the counts that a group belongs to."""
    yield audit.whole
    at = place(group)
    if at.cycle_key:
        audit.cycle_names.setdefault(at.cycle_key, cycle(at.cycle, audit.language))
        yield audit.cycles.setdefault(at.cycle_key, Counts())
    if at.level:
        yield audit.levels.setdefault(at.level, Counts())
    if at.key:
        name = keys.setdefault(at.key, at.team)
        team = audit.teams.setdefault(name, TeamCounts(at.key, name, at.level))
        team.level = team.level or at.level
        yield team.whole
        yield team.cycles.setdefault(at.cycle_key, Counts())


def _is_last(one: Stated, group: Group) -> bool:
    when = period(group.cycle)
    return when is not None and one.due == when.last.isoformat()


def hear(audit: Audit) -> None:
    """Count notes: by rule, by family and team, by statement; and set up every team's agenda."""
    agenda, per_note = Agenda(), Counter[int]()
    found: Counter[str] = Counter()
    drawn: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Voice] = {}
    keyed = {one.key: one for one in audit.teams.values()}
    for said in audit.leaves():
        if said.stated is not None and not said.stated.frame:
            per_note[len(said.voices)] += 1
        team = keyed.get(said.place.key) if said.place is not None else None
        for voice in said.voices:
            # A rule has its name in the language of the page, if anything was said in that.
            if first.setdefault(voice.code, voice).language != audit.language == voice.language:
                first[voice.code] = voice
            found[voice.code] += voice.count
            audit.whole.families[voice.family] += voice.count
            if said.place is not None and said.place.cycle_key in audit.cycles:
                audit.cycles[said.place.cycle_key].families[voice.family] += voice.count
            if team is not None and said.place is not None:
                drawn[voice.code].add(team.name)
                team.whole.families[voice.family] += voice.count
                text = said.stated.text if said.stated is not None else ""
                agenda.hear(team.name, said.place.cycle_key, voice, text)
    for team in audit.teams.values():
        if team.cycles:
            team.talks = agenda.talks(team.name, max(team.cycles))
    audit.per_note = dict(sorted(per_note.items()))
    audit.rules = [
        Incidence(code, first[code].family, first[code].title, many, len(drawn[code]))
        for code, many in sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))
    ]
