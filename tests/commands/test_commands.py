"""Each command does what its help says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.conftest import ROOT, Run

DRAFT = (
    "# Objective 1: Shops reorder without calling us\n\n"
    "- KR 1: Launch the new portal\n- KR 2: 30 shops reorder online\n"
)


def test_explain_shows_a_card_as_a_page_in_either_language(run: Run) -> None:
    """A rule is found by code or by name, and shown with both sides of the argument."""
    by_code = run("explain", "imp001")
    by_name = run("explain", "activity-as-key-result", "--language", "fr")

    assert by_code.out.startswith("IMP001 activity-as-key-result")
    assert "Who does not\n" in by_code.out
    assert "Qui ne la suit pas\n" in by_name.out
    assert "--ignore IMP001" in by_name.out


def test_explain_offers_the_nearest_rule(run: Run) -> None:
    """A slip costs one more try, not a search."""
    done = run("explain", "no-baselin")

    assert (done.code, done.err) == (2, "okrlint: no rule 'no-baselin', did you mean 'no-baseline'?\n")


def test_an_unknown_command_offers_the_nearest(run: Run) -> None:
    """The same holds for commands."""
    done = run("chek", "x.md")

    assert done.code == 2
    assert "no command 'chek', did you mean 'check'?" in done.err


def test_rules_lists_those_in_force_and_on_demand_all(run: Run) -> None:
    """What a profile switches off is shown with --all."""
    in_force, every = run("rules"), run("rules", "--all", "--language", "fr")

    assert len(every.out.splitlines()) >= len(in_force.out.splitlines()) >= 16
    assert "Du travail à la place d'un résultat" in every.out.replace("’", "'")


def test_profiles_says_what_each_one_changes(run: Run) -> None:
    """Schools that disagree are shown with their choices and their sources."""
    done = run("profiles", "--language", "fr")

    assert done.out.startswith("impact: Pilotage par l")
    assert "FOC002: error" in done.out


@pytest.mark.parametrize("of", ["okr", "report", "config", "card"])
def test_every_schema_is_valid(of: str, run: Run) -> None:
    """What is published is JSON Schema that validators accept."""
    schema = json.loads(run("schema", "--of", of).out)

    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_published_schema_is_the_one_in_docs(run: Run) -> None:
    """Editors that point at the file in docs/ complete what okrlint reads."""
    published = json.loads((ROOT / "docs" / "schema" / "okr.json").read_text("utf-8"))

    assert published == json.loads(run("schema").out)


def test_the_report_keeps_to_its_schema(run: Run, tmp_path: Path) -> None:
    """Machines can rely on what check prints, errors and gathered notes included."""
    (tmp_path / "draft.md").write_text(DRAFT)
    (tmp_path / "broken.json").write_text("{")
    schema = json.loads(run("schema", "--of", "report").out)

    report = json.loads(run("check", ".", "--format", "json").out)

    jsonschema.validate(report, schema, cls=jsonschema.Draft202012Validator)
    assert report["version"] == 1
    assert report["summary"]["key_results"] == 2
    assert [error["line"] for error in report["errors"]] == [1]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("form", ["markdown", "yaml"])
def test_init_writes_a_draft_that_can_be_checked_and_never_overwrites(
    language: str, form: str, run: Run, tmp_path: Path
) -> None:
    """A newcomer gets a file to fill in; a second call leaves it alone."""
    first = run("init", ".", "--language", language, "--as", form)
    document = next(path for path in tmp_path.iterdir() if path.stem == "okr")
    document.write_text(document.read_text("utf-8") + "\n", "utf-8")
    kept = document.read_text("utf-8")

    second = run("init", ".", "--language", language, "--as", form)
    report = json.loads(run("check", document.name, "--format", "json").out)

    assert (first.code, second.code) == (0, 0)
    assert document.read_text("utf-8") == kept
    assert report["documents"][0]["language"] == language
    assert report["documents"][0]["statements"] >= 3


def test_config_show_names_the_file_that_set_each_value(run: Run, tmp_path: Path) -> None:
    """A house can see which of its files decides."""
    (tmp_path / "okrlint.toml").write_text('ignore = ["FOC004"]\n[rules.too-many-objectives]\nat_most = 4\n')
    (tmp_path / "team").mkdir()

    done = run("config", "show", "team")

    assert f"ignore = ('FOC004',)  ({tmp_path / 'okrlint.toml'})" in done.out
    assert "profile = 'impact'  (the default)" in done.out
    assert "at_most = 4" in done.out


def test_the_nearest_configuration_wins_and_the_command_line_over_it(run: Run, tmp_path: Path) -> None:
    """Configuration is looked for from the checked file's own folder upwards."""
    (tmp_path / "team").mkdir()
    (tmp_path / "okrlint.toml").write_text('ignore = ["impact"]\n')
    (tmp_path / "team" / "pyproject.toml").write_text('[tool.okrlint]\nignore = ["measure"]\n')
    for folder in (tmp_path, tmp_path / "team"):
        (folder / "draft.md").write_text(DRAFT)

    def families(path: str, *more: str) -> set[str]:
        report = json.loads(run("check", path, "--format", "json", *more).out)
        return {finding["family"] for finding in report["findings"]}

    assert "impact" not in families("draft.md")
    assert "impact" in families("team/draft.md")
    assert families("team/draft.md", "--ignore", "impact,focus,intent,measure") == set()


def test_select_runs_only_what_it_names(run: Run, tmp_path: Path) -> None:
    """Codes, names and families all name rules."""
    (tmp_path / "draft.md").write_text(DRAFT)

    report = json.loads(run("check", "draft.md", "--select", "FOC,no-metric", "--format", "json").out)

    assert {finding["family"] for finding in report["findings"]} <= {"focus", "measure"}


def test_inspect_prints_the_stable_line_of_each_statement(run: Run, tmp_path: Path) -> None:
    """Machines read the same keys for every statement, with numbers expanded."""
    (tmp_path / "okr.md").write_text(
        "---\nteam: Ventes\ncycle: T3 2026\n---\n"
        "# Objectif 1 : Les clients restent\n\n- RC 1 : Chiffre d’affaires de 2 M€\n",
        "utf-8",
    )

    objective, result = (json.loads(line) for line in run("inspect", "okr.md", "--format", "jsonl").out.splitlines())

    assert list(result) == [
        "id", "path", "line", "column", "cell", "role", "text", "language", "objective", "team", "cycle", "annotation",
        "reading",
    ]  # fmt: skip
    assert list(result["reading"]) == ["kind", "confidence", "flags", "vague_terms", "measure", "evidence"]
    assert (result["id"], result["team"], result["cycle"]) == ("KR1", "Ventes", "T3 2026")
    assert (result["line"], result["column"]) == (7, 10)
    assert result["reading"]["measure"]["target"] == 2_000_000
    assert result["reading"]["measure"]["unit"] == "EUR"
    assert objective["role"] == "objective"


def test_statement_lists_keep_their_ids_roles_and_languages(run: Run, tmp_path: Path) -> None:
    """A list of statements comes back line by line under the ids it had."""
    rows = [
        {"id": "a", "text": "Publish 12 guides", "role": "key_result", "language": "en"},
        {"id": "b", "text": "Publier 12 guides", "role": "initiative", "objective": "Les clients restent"},
    ]
    (tmp_path / "list.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")

    first, second = (json.loads(line) for line in run("inspect", "list.jsonl", "--format", "jsonl").out.splitlines())

    assert (first["id"], first["language"], first["role"]) == ("a", "en", "key_result")
    assert (second["id"], second["language"], second["objective"]) == ("b", "fr", "Les clients restent")


def test_an_unknown_format_names_those_there_are(run: Run, tmp_path: Path) -> None:
    """Nobody has to look up what a command can print."""
    (tmp_path / "draft.md").write_text(DRAFT)

    done = run("check", "draft.md", "--format", "jsn")

    assert done.code == 2
    assert (
        "no format 'jsn' (there are: text, json, markdown, sarif, github, gitlab, rdjson, junit), did you mean 'json'?"
        in done.err
    )


def test_rules_test_runs_a_house_s_own_cards(run: Run, tmp_path: Path) -> None:
    """A card whose examples do not hold is told with the example; one that holds passes."""
    card = (ROOT / "rules" / "focus" / "objective-too-long.yaml").read_text("utf-8")
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "own.yaml").write_text(card.replace("FOC005", "FOC905"), "utf-8")
    good = run("rules", "test", "cards")
    (tmp_path / "cards" / "own.yaml").write_text(card.replace("words_at_most: ", "words_at_most: 9"), "utf-8")
    bad = run("rules", "test", "cards")

    assert (good.code, good.err) == (0, "")
    assert bad.code == 1
    assert "does not draw the rule" in bad.out


def test_the_draft_in_yaml_finds_its_schema_beside_it(run: Run, tmp_path: Path) -> None:
    """Completion works in an editor at once: what the first line points at is there, and the draft keeps to it."""
    run("init", ".", "--as", "yaml")

    named = re.search(r"\$schema=(\S+)", (tmp_path / "okr.yaml").read_text("utf-8"))
    assert named is not None
    schema = json.loads((tmp_path / named.group(1)).read_text("utf-8"))
    draft = yaml.safe_load((tmp_path / "okr.yaml").read_text("utf-8"))

    jsonschema.validate(draft, schema)
    jsonschema.validate({"$schema": named.group(1), "objectives": ["Ferries leave on time"]}, schema)
