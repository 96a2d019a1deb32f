"""The language server as a client over standard input and output meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import LanguageClient

from tests.editor.client import CONFIG, at, begin, change, open_, pulling, pushed_to, told

DRAFTS = {
    "en": (
        "# Objective 1: Boats land on time\n\n- KR 1: Launch the board\n"
        "- KR 2: Late boats from 9 to 2 a week by 30 June\n"
    ),
    "fr": (
        "# Objectif 1 : Les bateaux accostent à l'heure\n\n- RC 1 : Lancer le panneau\n"
        "- RC 2 : Temps d'attente à quai de 22 à 6 min d'ici le 30 juin\n"
    ),
}
each_code = pytest.mark.parametrize("code", DRAFTS)


@pytest_lsp.fixture(config=CONFIG)  # type: ignore[untyped-decorator]  # it is
async def client(lsp_client: LanguageClient):  # type: ignore[no-untyped-def]  # noqa: ANN201 - a generator of nothing
    """Start the real server; each test begins the session as its editor would."""
    yield
    await lsp_client.shutdown_session()


def codes(found: list[types.Diagnostic]) -> list[str]:
    """Return the rules that are told of."""
    return [str(one.code) for one in found]


@each_code
@pytest.mark.asyncio
async def test_notes_stand_under_their_words(code: str, client: LanguageClient, tmp_path: Path) -> None:
    """As one opens a draft, without saving it, in the language that it is written in."""
    await begin(client, tmp_path)
    uri = open_(client, tmp_path / "plan.md", DRAFTS[code])
    found = await told(client, uri)

    note = next(one for one in found if one.code == "IMP001")
    assert (note.range.start.line, note.source, note.severity) == (2, "okrlint", types.DiagnosticSeverity.Warning)
    assert (
        note.message.splitlines()[0]
        == {
            "en": "Work stands where a result should be",
            "fr": "Du travail à la place d’un résultat",
        }[code]
    )


@pytest.mark.asyncio
async def test_a_change_is_told_at_once_and_only_of_what_stands_now(client: LanguageClient, tmp_path: Path) -> None:
    """Several changes in one message follow one another."""
    await begin(client, tmp_path)
    uri = open_(client, tmp_path / "plan.md", DRAFTS["en"])
    await told(client, uri)
    change(client, uri, 2, (at(2, 9, 15), "Open"), (at(2, 9, 23), "Waiting time from 22 to 6 min"))
    after = await told(client, uri, 2)
    change(client, uri, 3, "# Objective 1: Boats land on time\n- KR 1: Publish the timetable\n")
    whole = await told(client, uri, 3)

    assert "IMP001" not in codes(after)
    assert [one.range.start.line for one in whole if one.code == "IMP001"] == [1]


@pytest.mark.parametrize(
    ("encoding", "start"), [("utf-8", 13), ("utf-16", 11), ("utf-32", 10)], ids=["utf-8", "utf-16", "utf-32"]
)
@pytest.mark.asyncio
async def test_positions_count_what_was_agreed_on(
    encoding: str, start: int, client: LanguageClient, tmp_path: Path
) -> None:
    """An emoji before the words is one, two or four units long; a change is counted in them too."""
    text = "# Objective 1: Boats land on time\n- KR 1: 😀 Waiting time down by 20%\n"
    answer = await begin(client, tmp_path, pushed_to(encoding))
    uri = open_(client, tmp_path / "plan.md", text)
    found = await told(client, uri)
    word = "Waiting"
    change(client, uri, 2, (types.Range(types.Position(1, start), types.Position(1, start + len(word))), "Boarding"))
    after = await told(client, uri, 2)

    begins = next(one.range.start.character for one in found if one.code == "MEA003")
    later = next(one.range.start.character for one in after if one.code == "MEA003")
    assert answer.capabilities.position_encoding == encoding
    assert begins == start + len("Waiting time down by ")
    assert later == begins + 1


@each_code
@pytest.mark.asyncio
async def test_a_hover_shows_the_card(code: str, client: LanguageClient, tmp_path: Path) -> None:
    """In the language of the sentence; beside a note, how the sentence is read."""
    (tmp_path / "okrlint.toml").write_text('select = ["IMP001"]', "utf-8")
    await begin(client, tmp_path)
    uri = open_(client, tmp_path / "plan.md", DRAFTS[code])
    note = next(one for one in await told(client, uri) if one.code == "IMP001")
    document = types.TextDocumentIdentifier(uri)
    card = await client.text_document_hover_async(types.HoverParams(document, note.range.start))
    reading = await client.text_document_hover_async(types.HoverParams(document, types.Position(3, 12)))

    assert card is not None
    assert isinstance(card.contents, types.MarkupContent)
    assert card.contents.value.startswith("# IMP001 ")
    assert {"en": "## Why", "fr": "## Pourquoi"}[code] in card.contents.value
    assert reading is not None
    assert isinstance(reading.contents, types.MarkupContent)
    assert reading.contents.value.startswith({"en": "outcome · 9 → 2", "fr": "résultat · 22 → 6 min"}[code])


@each_code
@pytest.mark.asyncio
async def test_actions_change_the_document(code: str, client: LanguageClient, tmp_path: Path) -> None:
    """A frame to begin from, the move to the initiatives, the word that keeps it, and the page of the rule."""
    await begin(client, tmp_path)
    uri = open_(client, tmp_path / "plan.md", DRAFTS[code])
    note = next(one for one in await told(client, uri) if one.code == "IMP001")
    document = types.TextDocumentIdentifier(uri)
    params = types.CodeActionParams(document, note.range, types.CodeActionContext([note]))
    found = await client.text_document_code_action_async(params)

    assert found is not None
    offered = [one for one in found if isinstance(one, types.CodeAction)]
    made = {one.title: applied(DRAFTS[code], one) for one in offered if one.edit is not None}
    begun = {"en": "Begin from: ", "fr": "Partir de\u00a0: "}[code]
    moved = {"en": "Move to the initiatives", "fr": "Déplacer vers les initiatives"}[code]
    kept = {"en": "Keep it, we discussed it (IMP001)", "fr": "On en a discuté, on la garde (IMP001)"}[code]
    label = {"en": "- KR 1: ", "fr": "- RC 1 : "}[code]
    frames = [title for title in made if title.startswith(begun)]
    assert len(frames) >= 2
    assert made[frames[0]].splitlines()[2] == label + frames[0].removeprefix(begun)
    assert {"en": "Initiative", "fr": "Initiative"}[code] in made[moved]
    assert {"en": "<!-- okrlint: ignore IMP001 -- ‹why› -->", "fr": "<!-- okrlint: ignorer IMP001 -- ‹pourquoi› -->"}[
        code
    ] in made[kept].splitlines()[2]
    # The client's library takes an action that holds a command for the command itself: its words are all there.
    (page,) = [one for one in found if "okrlint.openRule" in str(one.command)]
    assert page.title == {"en": "Open the page of rule IMP001", "fr": "Ouvrir la page de la règle IMP001"}[code]
    await client.workspace_execute_command_async(types.ExecuteCommandParams("okrlint.openRule", ["IMP001", code]))
    (shown,) = client.shown_documents
    assert Path(shown.uri.removeprefix("file://")).read_text("utf-8").startswith("# IMP001 ")


def applied(text: str, action: types.CodeAction) -> str:
    """Return a text with what an action changes (in characters of one unit each)."""
    assert action.edit is not None
    assert action.edit.document_changes is not None
    (change_,) = action.edit.document_changes
    assert isinstance(change_, types.TextDocumentEdit)
    (edit,) = change_.edits
    lines = text.split("\n")
    starts = [sum(len(one) + 1 for one in lines[:line]) for line in range(len(lines) + 1)]
    assert isinstance(edit, types.TextEdit)
    start = starts[edit.range.start.line] + edit.range.start.character
    end = starts[edit.range.end.line] + edit.range.end.character
    return text[:start] + edit.new_text + text[end:]


@pytest.mark.asyncio
async def test_the_word_that_keeps_a_note_keeps_it(client: LanguageClient, tmp_path: Path) -> None:
    """What the action wrote is what the next look reads."""
    await begin(client, tmp_path)
    uri = open_(client, tmp_path / "plan.md", DRAFTS["en"])
    await told(client, uri)
    change(client, uri, 2, DRAFTS["en"].replace("board\n", "board <!-- okrlint: ignore IMP001 -- asked -->\n"))

    assert "IMP001" not in codes(await told(client, uri, 2))


@each_code
@pytest.mark.asyncio
async def test_the_outline_is_a_tree(code: str, client: LanguageClient, tmp_path: Path) -> None:
    """Objectives, and below them key results and initiatives."""
    await begin(client, tmp_path)
    uri = open_(client, tmp_path / "plan.md", DRAFTS[code])
    await told(client, uri)
    document = types.TextDocumentIdentifier(uri)
    found = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))

    assert found is not None
    (objective,) = [one for one in found if isinstance(one, types.DocumentSymbol)]
    assert objective.name == DRAFTS[code].splitlines()[0].split(": ")[1]
    assert [len(one.name) > 5 for one in objective.children or []] == [True, True]
    assert objective.range.end.line == 3


@each_code
@pytest.mark.asyncio
async def test_a_lens_tells_the_reading(code: str, client: LanguageClient, tmp_path: Path) -> None:
    """Above each key result: its kind, from where to where, by when."""
    await begin(client, tmp_path)
    uri = open_(client, tmp_path / "plan.md", DRAFTS[code])
    await told(client, uri)
    found = await client.text_document_code_lens_async(types.CodeLensParams(types.TextDocumentIdentifier(uri)))

    titles = [one.command.title for one in found or [] if one.command is not None]
    assert (
        titles
        == {
            "en": ["activity", "outcome · 9 → 2 · by 30 June"],
            "fr": ["activité", "résultat · 22 → 6 min · d’ici le 30 juin"],
        }[code]
    )


@pytest.mark.asyncio
async def test_yaml_keys_are_completed_where_they_may_stand(client: LanguageClient, tmp_path: Path) -> None:
    """From the schema of the format."""
    await begin(client, tmp_path)
    text = "objectives:\n  - objective: Boats land on time\n    key_results:\n      - text: x\n        ba\n\n"
    uri = open_(client, tmp_path / "plan.yaml", text)

    async def names(line: int, character: int) -> set[str]:
        params = types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
        found = await client.text_document_completion_async(params)
        assert isinstance(found, list)
        return {one.label for one in found}

    assert {"baseline", "target", "decision", "check_ins"} <= await names(4, 10)
    assert {"key_results", "owner"} <= await names(2, 4)
    assert {"objectives", "team", "cycle"} <= await names(5, 0)
    assert await names(1, 20) == set()


@each_code
@pytest.mark.asyncio
async def test_labels_of_a_draft_are_completed(code: str, client: LanguageClient, tmp_path: Path) -> None:
    """In the language of the draft, behind a bullet."""
    await begin(client, tmp_path)
    uri = open_(client, tmp_path / "plan.md", DRAFTS[code] + "  - ")
    await told(client, uri)
    params = types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(4, 4))
    found = await client.text_document_completion_async(params)

    assert isinstance(found, list)
    wanted = {"en": {"Owner:", "Baseline:", "KR 1:"}, "fr": {"Responsable :", "Valeur de départ :", "RC 1 :"}}[code]
    assert wanted <= {one.label for one in found}


@pytest.mark.asyncio
async def test_an_editor_that_asks_is_answered_and_not_told(client: LanguageClient, tmp_path: Path) -> None:
    """A document as it stands, and the whole workspace with what lies open as it stands in the editor."""
    (tmp_path / "other.md").write_text(DRAFTS["fr"], "utf-8")
    (tmp_path / "readme.md").write_text("# Boats\n\nNothing of OKRs.\n", "utf-8")
    (tmp_path / "plan.md").write_text("", "utf-8")
    await begin(client, tmp_path, pulling())
    uri = open_(client, tmp_path / "plan.md", DRAFTS["en"])
    document = types.TextDocumentIdentifier(uri)
    one = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document))
    change(client, uri, 2, "# Objective 1: Boats land on time\n- KR 1: Waiting time down by 20%\n")
    two = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document))
    every = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))

    assert isinstance(one, types.RelatedFullDocumentDiagnosticReport)
    assert isinstance(two, types.RelatedFullDocumentDiagnosticReport)
    assert "IMP001" in codes(list(one.items))
    assert "MEA003" in codes(list(two.items))
    reports = {Path(each.uri).name: each for each in every.items}
    assert set(reports) == {"plan.md", "other.md"}
    plan = reports["plan.md"]
    assert isinstance(plan, types.WorkspaceFullDocumentDiagnosticReport)
    assert codes(list(plan.items)) == codes(list(two.items))
    assert client.diagnostics == {}


@pytest.mark.asyncio
async def test_a_configuration_is_picked_up_when_it_changes(client: LanguageClient, tmp_path: Path) -> None:
    """On the next look; one that is broken is told once, and the notes come back when it is mended."""
    await begin(client, tmp_path)
    config = tmp_path / "okrlint.toml"
    uri = open_(client, tmp_path / "plan.md", DRAFTS["en"])
    assert "IMP001" in codes(await told(client, uri))

    config.write_text('ignore = ["IMP001"]\n', "utf-8")
    change(client, uri, 2, DRAFTS["en"] + "\n")
    ignored = codes(await told(client, uri, 2))
    config.write_text("ignore = [\n", "utf-8")
    for version in (3, 4, 5):
        change(client, uri, version, DRAFTS["en"] + "\n" * version)
        await told(client, uri, version)
    config.unlink()
    change(client, uri, 6, DRAFTS["en"])
    mended = codes(await told(client, uri, 6))

    assert "IMP001" not in ignored
    assert [("broken TOML" in one.message) for one in client.messages] == [True]
    assert "IMP001" in mended


@pytest.mark.asyncio
async def test_half_typed_yaml_is_told_and_recovers(client: LanguageClient, tmp_path: Path) -> None:
    """A fault in its place, and the notes when it is whole again."""
    await begin(client, tmp_path)
    good = "objectives:\n  - objective: Boats land on time\n    key_results:\n      - text: Launch the board\n"
    uri = open_(client, tmp_path / "plan.yaml", good)
    before = codes(await told(client, uri))
    change(client, uri, 2, good + "      - text: [half")
    (broken,) = await told(client, uri, 2)
    change(client, uri, 3, good)

    assert "IMP001" in before
    assert broken.severity == types.DiagnosticSeverity.Error
    assert broken.message.startswith("broken YAML")
    assert codes(await told(client, uri, 3)) == before


@pytest.mark.asyncio
async def test_half_a_character_breaks_nothing(client: LanguageClient, tmp_path: Path) -> None:
    """An edit that splits a surrogate pair, and one that puts it together again."""
    await begin(client, tmp_path)
    text = "# Objective 1: Boats land on time\n- KR 1: Waiting time down by 20% 😀\n"
    uri = open_(client, tmp_path / "plan.md", text)
    before = await told(client, uri)
    change(client, uri, 2, (at(1, 33, 33), "\ud83d"))
    split = await told(client, uri, 2)
    change(client, uri, 3, (at(1, 34, 34), "\ude00"))
    whole = await told(client, uri, 3)

    assert codes(before) == codes(split) == codes(whole)


@pytest.mark.asyncio
async def test_a_file_that_is_deleted_while_open_stays_open(client: LanguageClient, tmp_path: Path) -> None:
    """What the editor holds is what counts."""
    path = tmp_path / "plan.md"
    path.write_text(DRAFTS["en"], "utf-8")
    await begin(client, tmp_path)
    uri = open_(client, path, DRAFTS["en"])
    before = codes(await told(client, uri))
    path.unlink()
    change(client, uri, 2, DRAFTS["en"] + "\n")

    assert codes(await told(client, uri, 2)) == before


@pytest.mark.asyncio
async def test_a_closed_document_is_not_told_of_any_more(client: LanguageClient, tmp_path: Path) -> None:
    """Its notes are taken away."""
    await begin(client, tmp_path)
    uri = open_(client, tmp_path / "plan.md", DRAFTS["en"])
    await told(client, uri)
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    params = await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)

    assert isinstance(params, types.PublishDiagnosticsParams)
    assert list(params.diagnostics) == []
