"""A house's own profile: found beside its rules, resting on another, and told where it is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

DRAFTS = {
    "en": "# Objective 1: Boats land on time\n- KR 1: Delays from 9 to 3 minutes by June\n",
    "fr": "# Objectif 1 : Les bateaux accostent à l'heure\n- RC 1 : Retards de 9 à 3 minutes d'ici juin\n",
}
PAGES = {"en": "configuration.md", "fr": "configuration.fr.md"}
OWN = "name: library\ntitle: {en: Ours}\nwhy: {en: Because.}\n"
each_code = pytest.mark.parametrize("code", DRAFTS)


def put(folder: Path, text: str, name: str = "library") -> Path:
    """Put a profile where a house keeps them."""
    profiles = folder / ".okrlint" / "rules" / "profiles"
    profiles.mkdir(parents=True, exist_ok=True)
    (profiles / f"{name}.yaml").write_text(text, encoding="utf-8")
    return profiles / f"{name}.yaml"


def drawn(run: Run, *options: str) -> dict[str, str]:
    """Return the severity of each rule that the draft draws."""
    done = run("check", "okr.md", "--format", "json", "--fail-on", "never", *options)
    assert (done.code, done.err) == (0, "")
    return {one["code"]: one["severity"] for one in json.loads(done.out)["findings"]}


@each_code
def test_the_profile_of_the_page_works_as_it_is_written(code: str, run: Run, tmp_path: Path) -> None:
    """Heavier, off, and the rest as in the profile that it extends."""
    page = (ROOT / "docs" / PAGES[code]).read_text("utf-8")
    text = next(one for one in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if one.startswith("name: library"))
    put(tmp_path, text)
    (tmp_path / "okr.md").write_text(DRAFTS[code], encoding="utf-8")

    google, library = drawn(run, "--profile", "google"), drawn(run, "--profile", "library")

    assert library["FOC004"] == "warning"
    assert "MEA007" not in library
    assert {one: google[one] for one in google.keys() - {"FOC004", "MEA007"}} == {
        one: library[one] for one in library.keys() - {"FOC004"}
    }
    title = {"en": "library: The library", "fr": "library: La bibliothèque"}[code]
    assert title in run("profiles", "--language", code).out


def test_a_house_may_put_its_own_in_the_place_of_a_known_one(run: Run, tmp_path: Path) -> None:
    """The default profile too."""
    put(tmp_path, OWN.replace("library", "impact") + 'rules: {FOC004: "off"}\n', "impact")
    (tmp_path / "okr.md").write_text(DRAFTS["en"], encoding="utf-8")

    assert "FOC004" not in drawn(run)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OWN + "rules: {FOC999: warning}\n", "there is no rule FOC999"),
        (OWN + "rules: {FOC004: loud}\n", "rules.FOC004"),
        (OWN + "extends: gogle\n", "there is no profile 'gogle' to extend, did you mean 'google'?"),
        (OWN + "extends: library\n", "extends itself: library → library"),
        ("name: library\n", "title: is missing"),
    ],
)
def test_a_wrong_profile_is_told_with_its_file(text: str, said: str, run: Run, tmp_path: Path) -> None:
    """In one sentence, with exit code 2."""
    file = put(tmp_path, text)
    (tmp_path / "okr.md").write_text(DRAFTS["en"], encoding="utf-8")
    done = run("check", "okr.md", "--profile", "library")

    assert done.code == 2
    assert str(file) in done.err
    assert said in done.err
    assert "Traceback" not in done.err
