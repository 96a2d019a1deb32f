"""What the documents of a workspace say against one another, in the editor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import LanguageClient

from tests.editor.client import CONFIG, begin, change, open_, pulling, told


def draft(team: str, objective: str, result: str, labels: Sequence[str] = ("Team:", "Objective:", "KR:")) -> str:
    """Return a draft of one team in one cycle."""
    return f"# OKR 2026-Q2\n\n{labels[0]} {team}\n\n## {labels[1]} {objective}\n\n- {labels[2]} {result}\n"


FRENCH = ("Équipe :", "Objectif :", "RC :")
#: What a team writes, the same of another team, and the title of the rule that tells both, in the language of the two.
DRAFTS = {
    "en": (
        draft("Crews", "Boats leave on time", "Wait at the quay from 9 to 2 minutes"),
        draft("Quay", "Passengers know when", "Wait at the quay from 9 to 2 minutes"),
        "Another team has this result too",
    ),
    "fr": (
        draft("Équipages", "Les bateaux partent à l’heure", "Attente à quai de 9 à 2 minutes", FRENCH),
        draft("Quais", "Les passagers savent quand", "Attente à quai de 9 à 2 minutes", FRENCH),
        "Une autre équipe a aussi ce résultat",
    ),
}
each_code = pytest.mark.parametrize("code", DRAFTS)
SHARED = "FOC017"


@pytest_lsp.fixture(config=CONFIG)  # type: ignore[untyped-decorator]  # it is
async def client(lsp_client: LanguageClient):  # type: ignore[no-untyped-def]  # noqa: ANN201 - a generator of nothing
    """Start the real server; each test begins the session as its editor would."""
    yield
    await lsp_client.shutdown_session()


def shared(found: list[types.Diagnostic]) -> list[types.Diagnostic]:
    """Return what is told of a result that two teams have."""
    return [one for one in found if one.code == SHARED]


async def until(client: LanguageClient, uri: str, version: int, *, tells: bool) -> list[types.Diagnostic]:
    """Wait until a version is told of with the other documents in mind."""
    while True:
        found = shared(await told(client, uri, version))
        if bool(found) == tells:
            return found


async def asked(client: LanguageClient, *known: types.PreviousResultId) -> dict[str, object]:
    """Return the report on each document of the workspace, by the name of its file."""
    every = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(list(known)))
    return {Path(one.uri).name: one for one in every.items}


def full(report: object) -> list[types.Diagnostic]:
    """Return what a report that is sent in full tells of."""
    assert isinstance(report, types.WorkspaceFullDocumentDiagnosticReport)
    return list(report.items)


@each_code
@pytest.mark.asyncio
async def test_an_open_document_is_told_what_another_says(code: str, client: LanguageClient, tmp_path: Path) -> None:
    """Soon after it is opened, under its words; not of words that changed since, until the next save tells anew."""
    mine, other, title = DRAFTS[code]
    (tmp_path / "other.md").write_text(other, "utf-8")
    await begin(client, tmp_path)
    uri = open_(client, tmp_path / "plan.md", mine)
    (found,) = await until(client, uri, 1, tells=True)
    line = mine.splitlines()[found.range.start.line]
    where = types.HoverParams(types.TextDocumentIdentifier(uri), found.range.start)
    card = await client.text_document_hover_async(where)
    change(client, uri, 2, mine.replace("9", "8"))
    typed = shared(await told(client, uri, 2))
    (tmp_path / "other.md").write_text(other.replace("9", "8"), "utf-8")
    saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier((tmp_path / "other.md").as_uri()))
    client.text_document_did_save(saved)
    again = await until(client, uri, 2, tells=True)
    (tmp_path / "other.md").unlink()
    client.text_document_did_save(saved)

    assert found.message.startswith(title)
    assert line[found.range.start.character : found.range.end.character].endswith("minutes")
    assert card is not None
    assert isinstance(card.contents, types.MarkupContent)
    assert title in card.contents.value
    assert typed == []
    assert len(again) == 1
    assert await until(client, uri, 2, tells=False) == []


@each_code
@pytest.mark.asyncio
async def test_a_whole_workspace_is_told_of(code: str, client: LanguageClient, tmp_path: Path) -> None:
    """Also what is not open; the same is not sent twice, and what is gone is cleared."""
    mine, other, title = DRAFTS[code]
    (tmp_path / "plan.md").write_text("", "utf-8")
    (tmp_path / "other.md").write_text(other, "utf-8")
    (tmp_path / "readme.md").write_text("# Boats\n\nNothing of OKRs.\n", "utf-8")
    await begin(client, tmp_path, pulling())
    uri = open_(client, tmp_path / "plan.md", mine)
    first = await asked(client)
    opened = await client.text_document_diagnostic_async(
        types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
    )
    known = [
        types.PreviousResultId(one.uri, one.result_id or "")
        for one in first.values()
        if isinstance(one, types.WorkspaceFullDocumentDiagnosticReport)
    ]
    same = await asked(client, *known)
    (tmp_path / "other.md").unlink()
    gone = await asked(client, *known)

    assert set(first) == {"plan.md", "other.md"}
    assert [one.message.startswith(title) for one in shared(full(first["other.md"]))] == [True]
    assert len(shared(full(first["plan.md"]))) == 1
    assert isinstance(opened, types.RelatedFullDocumentDiagnosticReport)
    assert len(shared(list(opened.items))) == 1
    assert all(isinstance(one, types.WorkspaceUnchangedDocumentDiagnosticReport) for one in same.values())
    assert set(same) == {"plan.md", "other.md"}
    assert full(gone["other.md"]) == []
    assert shared(full(gone["plan.md"])) == []


@pytest.mark.asyncio
async def test_what_a_person_settled_stays_silent(client: LanguageClient, tmp_path: Path) -> None:
    """By a word in the document, and where the house turned the rule off."""
    mine, other, _ = DRAFTS["en"]
    kept = mine.replace("minutes", f"minutes <!-- okrlint: ignore {SHARED} -- agreed with the quay -->")
    (tmp_path / "other.md").write_text(other, "utf-8")
    (tmp_path / "plan.md").write_text(kept, "utf-8")
    (tmp_path / "apart").mkdir()
    (tmp_path / "apart" / "okrlint.toml").write_text(f'ignore = ["{SHARED}"]\n', "utf-8")
    (tmp_path / "apart" / "third.md").write_text(mine.replace("Crews", "Café"), "utf-8")
    await begin(client, tmp_path, pulling())
    reports = await asked(client)

    assert {name: len(shared(full(one))) for name, one in reports.items()} == {
        "other.md": 1,
        "plan.md": 0,
        "third.md": 0,
    }


@pytest.mark.asyncio
async def test_what_one_document_cannot_know_is_left_to_all(client: LanguageClient, tmp_path: Path) -> None:
    """A parent that another document holds is missed in neither."""
    parent = draft("Fleet", "Passengers trust the timetable", "Late boats from 9 to 2 a week")
    child = (
        "team: Crews\ncycle: Q2 2026\nobjectives:\n  - objective: Boats leave on time\n"
        "    parent: {parent}\n    key_results:\n      - Wait at the quay from 9 to 2 minutes\n"
    )
    (tmp_path / "fleet.md").write_text(parent, "utf-8")
    (tmp_path / "crews.yaml").write_text(child.format(parent="Passengers trust the timetable"), "utf-8")
    (tmp_path / "lost.yaml").write_text(child.format(parent="A calm harbour").replace("Crews", "Quay"), "utf-8")
    await begin(client, tmp_path, pulling())
    reports = await asked(client)

    told_of = {name: {str(one.code) for one in full(report)} & {"FOC012", "FOC015"} for name, report in reports.items()}
    assert told_of == {"fleet.md": set(), "crews.yaml": set(), "lost.yaml": {"FOC015"}}
