"""An organisation in a git repository: what a team eased in the middle of its cycle, with both versions."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.audit.organisation import told

DRAFTS = {
    "en": (
        "# Team: Quay\nCycle: Q2 2026\n\n## Objective 1: Passengers board without queueing\n"
        "- KR 1: Wait at the quay from 9 to {} minutes\n"
    ),
    "fr": (
        "# Équipe : Quai\nCycle : T2 2026\n\n## Objectif 1 : Les passagers embarquent sans attendre\n"
        "- RC 1 : Attente à quai de 9 à {} minutes\n"
    ),
}
_GIT = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")


@pytest.mark.parametrize("code", DRAFTS)
def test_a_target_that_came_nearer_on_its_own_is_told(code: str, tmp_path: Path) -> None:
    """Of a team that eased one, and of no other; from the file's own history."""
    folder = tmp_path / "okrs"
    folder.mkdir()
    eased, kept = folder / "eased.md", folder / "kept.md"
    subprocess.run(("git", "init", "-q"), cwd=folder, check=True)
    for target, day in (("2", "2026-04-02"), ("6", "2026-05-20")):
        eased.write_text(DRAFTS[code].format(target), "utf-8")
        kept.write_text(DRAFTS[code].format("2").replace("Quay", "Crews").replace("Quai", "Équipages"), "utf-8")
        subprocess.run((*_GIT, "add", "-A"), cwd=folder, check=True)
        when = f"{day}T12:00:00"
        subprocess.run(
            (*_GIT, "commit", "-q", "-m", target, "--date", when),
            cwd=folder, check=True, env={"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": when, "HOME": str(tmp_path)},
        )  # fmt: skip
    audit = told(folder, "--today", "2026-06-01", "--select", "LRN012")

    (rule,) = audit["rules"]
    assert (rule["code"], rule["findings"], rule["teams"]) == ("LRN012", 1, 1)
    (note,) = [note for one in audit["statements"] for note in one["notes"]]
    before, now = (DRAFTS[code].format(target).splitlines()[-1].split(": ", 1)[-1] for target in ("2", "6"))
    assert before.rsplit(" ", 2)[1] in note["message"]
    assert now.rsplit(" ", 2)[1] in note["message"]
