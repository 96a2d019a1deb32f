"""The two worked cases of steering by impact, through the real command, in French and in English."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

BEFORE = {
    "fr": "# OKR Marketing\n\n## Objectif 1 : Accroître l’engagement des clients existants.\n\n"
    "- Résultat clé 1 : Lancer trois campagnes marketing par trimestre.\n",
    "en": "# Marketing OKRs\n\n## Objective 1: Increase the engagement of existing customers\n\n"
    "- Key result 1: Launch three marketing campaigns a quarter.\n",
}
AFTER = {
    "fr": "## Objectif 1 : Accroître l’engagement des clients existants.\n\n"
    "- Résultat clé 1 : +30 % de réachat dans les 90 jours suivant une campagne.\n\n### Initiatives\n\n"
    "- Réécriture du contenu\n- Personnalisation des offres\n- Test A/B\n",
    "en": "## Objective 1: Increase the engagement of existing customers\n\n"
    "- Key result 1: +30% repeat purchases within 90 days of a campaign.\n\n### Initiatives\n\n"
    "- Rewriting the content\n- Personal offers\n- A/B test\n",
}
RESPONSE_TIME = {
    "fr": "## Objectif 1 : Améliorer la satisfaction client.\n\n"
    "- Résultat clé 1 : Réduire le délai moyen de réponse de 4 h à 2 h.\n\n### Initiatives\n\n"
    "- Mettre en place une base de connaissance\n- Automatiser le tri des tickets\n",
    "en": "## Objective 1: Improve customer satisfaction\n\n"
    "- Key result 1: Cut the average reply time from 4 h to 2 h.\n\n### Initiatives\n\n"
    "- Set up a knowledge base\n- Automate the sorting of tickets\n",
}
WHO_AND_WHAT = {"fr": ("qu’est-ce qui aura changé", "pour qui"), "en": ("what would change", "for whom")}


def findings(run: Run, folder: Path, text: str) -> list[dict[str, Any]]:
    """Check a document and return its findings."""
    (folder / "draft.md").write_text(text, "utf-8")
    done = run("check", "draft.md", "--format", "json")
    assert done.code == 0, done.err
    found: list[dict[str, Any]] = json.loads(done.out)["findings"]
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_campaigns_as_a_result_draw_the_question_what_they_would_change(
    language: str, run: Run, tmp_path: Path
) -> None:
    """Three campaigns are work: the note asks what they would change, for whom, and offers them another place."""
    (note,) = [each for each in findings(run, tmp_path, BEFORE[language]) if each["name"] == "activity-as-key-result"]

    assert all(words in note["question"] for words in WHO_AND_WHAT[language])
    assert "initiative" in note["advice"]
    assert note["language"] == language
    assert not note["tentative"]
    assert all("‹" in frame for frame in note["rewrite"])


@pytest.mark.parametrize("document", [AFTER, RESPONSE_TIME], ids=["after", "response time"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_change_draws_no_impact_finding(language: str, document: dict[str, str], run: Run, tmp_path: Path) -> None:
    """Repeat purchases and a shorter wait are changes; the initiatives below them are where work belongs."""
    families = [each["family"] for each in findings(run, tmp_path, document[language])]

    assert "impact" not in families
