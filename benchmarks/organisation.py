"""Write a synthetic organisation of any size, with known defects at known places, and tell what was planted.

    python benchmarks/organisation.py FOLDER [--teams 12] [--cycles 3] [--seed 1]

Three levels, three formats, two languages by department, from the phrases below and names that mean nothing. Beside the
documents stand teams.csv, the organisation file, and planted.json, what an audit has to find.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script: find its sisters

import yaml

from okrlint.engine.formats import read_document
from okrlint.hookspecs import Format
from okrlint.plugins.host import host

#: Key results that are changes, each with a start and a target: a, b names; x to y falls, x to z rises.
CHANGES: Final = {
    "en": ("Late boats between {a} and {b} from {x} to {y} a week",
           "Waiting time of passengers at {a} and {b} from {x} to {y} minutes",
           "Complaints of families in {a} and {b} from {x} to {y} a month",
           "Share of tenants in {a} and {b} who pay on time from {x}% to {z}%",
           "Patients of {a} and {b} seen the same day from {x}% to {z}%",
           "Returns of parcels from {a} and {b} down from {x} to {y} a week",
           "Pupils of {a} and {b} who come every day from {x}% to {z}%",
           "Falls at home in {a} and {b} from {x} to {y} a month"),
    "fr": ("Bateaux en retard entre {a} et {b} de {x} à {y} par semaine",
           "Attente des passagers à {a} et {b} de {x} à {y} minutes",
           "Réclamations des familles de {a} et {b} de {x} à {y} par mois",
           "Part des locataires de {a} et {b} qui paient à temps de {x} % à {z} %",
           "Patients de {a} et {b} reçus le jour même de {x} % à {z} %",
           "Réduire les retours de colis de {a} et {b} de {x} à {y} par semaine",
           "Élèves de {a} et {b} qui viennent chaque jour de {x} % à {z} %",
           "Chutes à domicile à {a} et {b} de {x} à {y} par mois"),
}  # fmt: skip
#: Key results that are work; those with {n} have a target.
WORK: Final = {
    "en": ("Launch the campaign of {a} and {b}", "Train {n} nurses of {a} and {b}", "Publish the guide of {a} and {b}",
           "Deploy the booking system in {a} and {b}", "Organise {n} workshops in {a} and {b}",
           "Write the documentation of {a} and {b}", "Migrate the servers of {a} and {b}",
           "Hire {n} drivers for {a} and {b}"),
    "fr": ("Lancer la campagne de {a} et {b}", "Former {n} infirmières de {a} et {b}", "Publier le guide de {a} et {b}",
           "Déployer le système de réservation à {a} et {b}", "Organiser {n} ateliers à {a} et {b}",
           "Rédiger la documentation de {a} et {b}", "Migrer les serveurs de {a} et {b}",
           "Recruter {n} conducteurs pour {a} et {b}"),
}  # fmt: skip
OBJECTIVES: Final = {
    "en": ("Families in {a} and {b} find help without asking twice", "Passengers of {a} and {b} arrive on time",
           "Pupils of {a} and {b} read with pleasure", "Tenants of {a} and {b} live in warm homes"),
    "fr": ("Les familles de {a} et {b} trouvent de l'aide sans chercher",
           "Les passagers de {a} et {b} arrivent à l'heure", "Les élèves de {a} et {b} lisent avec plaisir",
           "Les locataires de {a} et {b} vivent au chaud"),
}  # fmt: skip
NOWHERE: Final = {"en": "A calm coast between {a} and {b}", "fr": "Une côte calme entre {a} et {b}"}
CROSSINGS: Final = {
    "en": "Number of crossings between {a} and {b} from 40 to {n} a day",
    "fr": "Nombre de traversées entre {a} et {b} de 40 à {n} par jour",
}
#: Each cycle: its name in either language, a day in the middle of it, its last day.
CYCLES: Final = tuple(
    ((f"Q{part} {year}", f"T{part} {year}"), f"{year}-{3 * part - 1:02}-11", f"{year}-{3 * part:02}-{last}")
    for year in range(2021, 2027)
    for part, last in ((1, 31), (2, 30), (3, 30), (4, 31))
)
_SOUNDS: Final = tuple(first + then for first in "bdfglmnprstvz" for then in "aeiou")
SUFFIXES: Final = {"markdown": ".md", "yaml": ".yaml", "csv": ".csv"}
#: Teams of a department.
DEPARTMENT: Final = 8


@dataclass
class Planted:
    """What an audit of the organisation has to find."""

    documents: int = 0
    teams: int = 0
    objectives: int = 0
    key_results: int = 0
    initiatives: int = 0
    change: int = 0
    work: int = 0
    baseline: int = 0
    target: int = 0
    decided: int = 0
    checked: int = 0
    learnt: int = 0
    due: int = 0
    last_day: int = 0
    linked: int = 0
    orphans: int = 0
    circles: int = 0
    copies: int = 0
    equal_pairs: int = 0
    near_pairs: int = 0
    opposed: int = 0
    unconfirmed: int = 0
    moved: int = 0
    cycles: dict[str, list[int]] = field(default_factory=dict)
    by_team: dict[str, list[int]] = field(default_factory=dict)


@dataclass
class _Team:
    number: int
    name: str
    level: str
    parent: str
    language: str
    department: str
    lasting: str = ""


class Writer:
    """Writes the organisation, document by document; the same size and seed give the same bytes."""

    def __init__(self, teams: int, cycles: int, seed: int = 1) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._seen: set[str] = set()
        self.planted = Planted()
        self.cycles = CYCLES[:cycles]
        self.teams = list(self._teams(teams))
        self.planted.teams = len(self.teams)

    def documents(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Yield each document: its path without an ending, its content as YAML has it, its language."""
        for at, (names, middle, last) in enumerate(self.cycles):
            shared: list[str] = []
            for team in self.teams:
                cycle = names[team.language == "fr"]
                content = self._group(team, at, cycle, (middle, last), shared)
                self.planted.documents += 1
                yield f"{names[0].replace(' ', '-')}/{team.department}/{team.name}", content, team.language

    def sheet(self) -> str:
        """Return the organisation file."""
        rows = [f"{one.name},{one.parent},Coach {one.department},{one.level}" for one in self.teams]
        return "\n".join(["team,parent,coach,level", *rows]) + "\n"

    def _teams(self, count: int) -> Iterator[_Team]:
        head = company = self._name()
        yield _Team(0, company, "company", "", "en", company)
        for number in range(1, count):
            department, place = divmod(number - 1, DEPARTMENT)
            code = "fr" if department % 2 else "en"
            if place == 0:
                head = self._name()
                yield _Team(number, head, "department", company, code, head)
            else:
                yield _Team(number, self._name(), "team", head, code, head)

    def _name(self) -> str:
        while True:
            found = "".join(self._chance.choices(_SOUNDS, k=5)).capitalize()
            if found not in self._seen:
                self._seen.add(found)
                return found

    def _said(self, phrase: str) -> str:
        """Return a phrase with names and figures of its own."""
        x = self._chance.randint(20, 60)
        return phrase.format(
            a=self._name(), b=self._name(), x=x, y=self._chance.randint(3, 15), z=self._chance.randint(65, 95),
            n=self._chance.randint(3, 40),
        )  # fmt: skip

    def _group(self, team: _Team, at: int, cycle: str, days: tuple[str, str], shared: list[str]) -> dict[str, Any]:
        code, number, planted = team.language, team.number, self.planted
        team.lasting = team.lasting or self._said(self._chance.choice(OBJECTIVES[code]))
        # The first key result of the first objective lasts over the cycles, and becomes a change in the third.
        turned = at >= 2 and number % 3 == 0
        planted.moved += at == 2 and turned
        lasting = [self._key_result(team, cycle, change=one) for one in (turned, True, False)]
        for place, one in enumerate(lasting, 1):
            one["id"] = f"KR{place}"
        fresh = [self._key_result(team, cycle, change=self._chance.random() < 0.3 + 0.1 * at) for _ in range(3)]
        first: dict[str, Any] = {"objective": team.lasting, "key_results": lasting}
        second: dict[str, Any] = {
            "objective": self._said(self._chance.choice(OBJECTIVES[code])),
            "key_results": fresh,
            "initiatives": [self._said(self._chance.choice(WORK[code]))],
        }
        planted.initiatives += 1
        planted.objectives += 2
        # The organisation file says it for both of them, in every cycle.
        planted.linked += 2 if team.parent else 0
        self._dated(number, days, fresh)
        self._looked_at(number, days[0], lasting[0], fresh[1])
        if at == len(self.cycles) - 1:
            self._linked(team, first, fresh, shared)
        return {"team": team.name, "cycle": cycle, "owner": "Ines", "objectives": [first, second]}

    def _key_result(self, team: _Team, cycle: str, *, change: bool) -> dict[str, Any]:
        phrase = self._chance.choice((CHANGES if change else WORK)[team.language])
        planted = self.planted
        planted.key_results += 1
        planted.change += change
        planted.work += not change
        planted.baseline += change
        planted.target += change or "{n}" in phrase
        for counts, key in ((planted.cycles, cycle.replace("T", "Q")), (planted.by_team, team.name)):
            found = counts.setdefault(key, [0, 0])
            found[not change] += 1
        return {"text": self._said(phrase)}

    def _dated(self, number: int, days: tuple[str, str], fresh: list[dict[str, Any]]) -> None:
        if number % 5 < 2:
            fresh[0]["deadline"] = days[number % 5 == 0]
            self.planted.due += 1
            self.planted.last_day += number % 5 == 0

    def _looked_at(self, number: int, middle: str, lasting: dict[str, Any], fresh: dict[str, Any]) -> None:
        if number % 7 == 0:
            lasting["decision"] = "adjust"
            self.planted.decided += 1
        if number % 6 < 2:
            check: dict[str, Any] = {"date": middle, "confidence": 0.5}
            if number % 6 == 0:
                check["learning"] = "People ask a neighbour first"
                self.planted.learnt += 1
            fresh["check_ins"] = [check]
            self.planted.checked += 1

    def _linked(self, team: _Team, first: dict[str, Any], fresh: list[dict[str, Any]], shared: list[str]) -> None:
        """Plant what only the whole organisation tells, in the last cycle."""
        code, number, planted = team.language, team.number, self.planted
        if team.parent:
            first["parent"] = team.parent
        if team.level == "team":
            if number % 23 == 5:
                first["parent"] = self._said(NOWHERE[code])
                planted.orphans += 1
            elif number % 29 == 11:
                above = next(one for one in self.teams if one.name == team.parent)
                first["parent"] = above.lasting
                first["objective"] = above.lasting
                planted.copies += 1
                # What stands under other words is not the same key result any more.
                planted.moved -= number % 3 == 0 and len(self.cycles) == 3
            elif number % 41 == 7 and number + 1 < len(self.teams) and self.teams[number + 1].level == "team":
                first["parent"] = self.teams[number + 1].name
                planted.circles += 2
            elif number % 41 == 8 and self.teams[number - 1].level == "team":
                first["parent"] = self.teams[number - 1].name
            if number % 37 == 13:
                fresh[0]["depends_on"] = self.teams[number - 3].name
                planted.unconfirmed += 1
        self._doubled(team, fresh[2], shared)

    def _doubled(self, team: _Team, one: dict[str, Any], shared: list[str]) -> None:
        """Have a key result stand in two teams: the first of a department's first two leaves it for the second."""
        planted, kind = self.planted, team.number % 3
        place = (team.number - 1) % DEPARTMENT
        if place not in {1, 2}:
            return
        if place == 1:
            shared[:] = []
            if team.number + 1 >= len(self.teams):
                return
            self._replace(team, one)
            phrase = CROSSINGS[team.language] if kind == 2 else self._chance.choice(CHANGES[team.language])
            names = {"a": self._name(), "b": self._name()}
            one["text"] = phrase.format(**names, x=40, y=9, z=70, n=30)
            shared[:] = [one["text"], phrase.format(**names, x=44, y=12, z=80, n=55) if kind else one["text"]]
            planted.equal_pairs += kind == 0
            planted.near_pairs += 1
            planted.opposed += 2 * (kind == 2)
        elif shared:
            self._replace(team, one)
            one["text"] = shared[1]

    def _replace(self, team: _Team, one: dict[str, Any]) -> None:
        """Take back what was counted of a key result that a change is put in place of."""
        planted = self.planted
        was = next((phrase for phrase in WORK[team.language] if one["text"].startswith(phrase.split("{")[0])), None)
        if was is not None:
            counted = "{n}" in was
            planted.work -= 1
            planted.change += 1
            planted.baseline += 1
            planted.target += not counted
            for counts, key in ((planted.cycles, self.cycles[-1][0][0]), (planted.by_team, team.name)):
                counts[key][1] -= 1
                counts[key][0] += 1


def write(folder: Path, teams: int, cycles: int, seed: int = 1) -> Planted:
    """Write an organisation below a folder, and return what was planted."""
    formats: dict[str, Format] = {one.name: one for _, one in host().gather("okrlint_formats")}
    writer = Writer(teams, cycles, seed)
    for number, (path, content, language) in enumerate(writer.documents()):
        name = list(SUFFIXES)[number % len(SUFFIXES)]
        data = yaml.safe_dump(content, allow_unicode=True, sort_keys=False).encode()
        if name != "yaml":
            make = formats[name].write
            assert make is not None
            data = make(read_document("plan.yaml", data), language)
        file = (folder / path).with_suffix(SUFFIXES[name])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (folder / "teams.csv").write_text(writer.sheet(), "utf-8")
    (folder / "planted.json").write_text(json.dumps(asdict(writer.planted), indent=2, ensure_ascii=False), "utf-8")
    # Neither is a document of the organisation.
    (folder / "okrlint.toml").write_text('exclude = ["teams.csv", "planted.json"]\n', "utf-8")
    return writer.planted


def main() -> None:
    """Write an organisation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--teams", type=int, default=12)
    parser.add_argument("--cycles", type=int, default=3, help=f"at most {len(CYCLES)}")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    planted = write(args.folder, args.teams, args.cycles, args.seed)
    print(f"{planted.documents} documents, {planted.objectives + planted.key_results + planted.initiatives} statements")


if __name__ == "__main__":
    main()
