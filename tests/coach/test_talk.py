"""A conversation from the first statement to the last, in a real terminal."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.coach.terminal import Terminal
from tests.conftest import Run

DRAFTS: Final = {
    "en": "<!-- as agreed -->\n# Objective 1: Visitors find their way alone\n- Owner: Ana\n\n"
    "- KR 1: Train 60 guides on the map\n"
    "- KR 2: Publish 8 articles on the rooms by June\n"
    "- KR 3: Organise workshops with the schools\n\nA note that nobody reads.\n",
    "fr": "<!-- tel que convenu -->\n# Objectif 1 : Les visiteurs trouvent seuls leur chemin\n- Responsable : Ana\n\n"
    "- RC 1 : Former 60 guides au plan\n"
    "- RC 2 : Publier 8 articles sur les salles d'ici juin\n"
    "- RC 3 : Organiser des ateliers avec les écoles\n\nUne note que personne ne lit.\n",
}
BETTER: Final = {
    "en": "Visitors who find their room alone from 20% to 60% by June",
    "fr": "Visiteurs qui trouvent seuls leur salle de 20 % à 60 % d'ici juin",
}
#: The letters of the menu and what the command says, by language.
SAYS: Final = {
    "en": {
        "edit": "e", "answer": "a", "keep": "k", "skip": "s", "line": "Your line", "change": "reads as: a change",
        "work": "reads as: work", "figures": "from 20% to 60%", "written": "Written.",
        "moved": "It is an initiative now",
        "reason": "Why you keep it", "noted": "Noted in", "left": "goes on from here", "answering": "Your answer",
        "still": "(y/n)", "yes": "y", "no": "n", "back": "Back at",
        "sum": "What moved: 1 reworded, 1 of them from doing to changing, 1 made an initiative, 1 kept as discussed.",
        "count": "0 of 3 before, 1 of 2 now", "what": "Please type one of",
    },
    "fr": {
        "edit": "m", "answer": "r", "keep": "g", "skip": "p", "line": "Votre phrase",
        "change": "se lit comme : un changement", "work": "se lit comme : du travail", "figures": "de 20 % à 60 %",
        "written": "C’est écrit.", "moved": "C’est désormais une initiative", "reason": "Pourquoi vous la gardez",
        "noted": "Noté dans", "left": "reprend ici", "answering": "Votre réponse", "still": "(o/n)", "yes": "o",
        "no": "n", "back": "De retour dans",
        "sum": "Ce qui a bougé : 1 reformulés, dont 1 de faire à changer, 1 devenus initiatives, 1 gardés après "
               "discussion.",
        "count": "0 sur 3 avant, 1 sur 2 maintenant", "what": "Tapez l’une de ces lettres",
    },
}  # fmt: skip
SETTINGS: Final = '# Ours.\nselect = ["IMP001", "IMP002", "IMP008"]\n'
each_code = pytest.mark.parametrize("code", DRAFTS)


@pytest.fixture
def coach(tmp_path: Path) -> Callable[..., Terminal]:
    """Begin a conversation over the draft of a language."""

    def _coach(code: str, *options: str, anew: bool = True, **environment: str) -> Terminal:
        if anew:
            (tmp_path / "okr.md").write_text(DRAFTS[code], encoding="utf-8")
            (tmp_path / "okrlint.toml").write_text(
                '# Ours.\nselect = ["IMP001", "IMP002", "IMP008"]\n', encoding="utf-8"
            )
        return Terminal(tmp_path, "okr.md", *options, **environment)

    return _coach


@each_code
def test_a_draft_is_talked_through_to_its_end(
    code: str, coach: Callable[..., Terminal], tmp_path: Path, run: Run
) -> None:
    """One sentence written anew, one moved to the initiatives, one kept with a reason; nothing else is touched."""
    says = SAYS[code]
    terminal = coach(code)
    terminal.chooses(says["edit"])
    terminal.sees(says["line"])
    terminal.types("", "clear")
    terminal.types(BETTER[code], "")
    terminal.sees(says["change"])
    terminal.sees(says["figures"])
    terminal.types("")
    terminal.sees(says["written"])
    terminal.chooses("i")
    terminal.sees(says["moved"])
    terminal.chooses(says["keep"])
    terminal.sees(says["reason"])
    terminal.types('They asked for it, "twice"')
    code_of_exit = terminal.ends()

    assert code_of_exit == 0
    assert says["sum"] in terminal.text
    assert says["count"] in terminal.text
    lines = DRAFTS[code].splitlines()
    now = (tmp_path / "okr.md").read_text("utf-8").splitlines()
    label, _, _ = lines[4].partition(": ")
    assert now[4] == f"{label}: {BETTER[code]}"
    assert now[:4] == lines[:4]
    assert now[6:] == lines[6:]
    assert "nitiative" in now[5]
    assert now[5].endswith(lines[5].partition(": ")[2])
    settings = (tmp_path / "okrlint.toml").read_text("utf-8")
    assert settings.startswith(SETTINGS)
    (kept,) = tomllib.loads(settings)["kept"]
    assert kept["reason"] == 'They asked for it, "twice"'
    assert "IMP001" not in run("check", "okr.md").out


@each_code
def test_what_is_typed_is_read_with_every_key(code: str, coach: Callable[..., Terminal]) -> None:
    """Work is called work, a change a change, before anything is written."""
    says = SAYS[code]
    terminal = coach(code)
    terminal.chooses(says["edit"])
    terminal.sees(says["line"])
    terminal.types("", "clear")
    terminal.types({"en": "Roll out the map", "fr": "Déployer le plan"}[code], "")
    terminal.sees(says["work"])
    terminal.types("", "clear")
    terminal.types(BETTER[code], "")
    terminal.sees(says["change"])
    terminal.types("", "ctrl-c")
    assert terminal.ends() == 130


@each_code
@pytest.mark.parametrize("how", ["ctrl-c", "ctrl-d", "killed"])
def test_nothing_typed_is_lost(how: str, code: str, coach: Callable[..., Terminal], tmp_path: Path) -> None:
    """Whether the person leaves in the middle of a line or the machine stops: the next time the line stands there."""
    says = SAYS[code]
    terminal = coach(code)
    terminal.chooses(says["skip"])
    terminal.sees("[1/2]")
    terminal.chooses(says["edit"])
    terminal.sees(says["line"])
    terminal.types("", "clear")
    terminal.types(BETTER[code], "")
    terminal.sees(says["figures"])
    if how == "killed":
        terminal.dies()
    else:
        # The line is at its end: what ends the input there is taken for leaving only where it is empty.
        terminal.types("", "ctrl-c")
        assert terminal.ends() == 130

    assert (tmp_path / "okr.md").read_text("utf-8") == DRAFTS[code]
    again = coach(code, anew=False)
    again.sees(says["back"])
    again.sees(says["line"])
    again.sees(BETTER[code])
    again.types("")
    again.sees(says["written"])
    again.chooses("q")
    assert again.ends() == 0
    assert BETTER[code] in (tmp_path / "okr.md").read_text("utf-8")


@each_code
def test_a_conversation_that_was_left_goes_on_from_there(code: str, coach: Callable[..., Terminal]) -> None:
    """What was skipped is not asked again; the answers are shown at the end."""
    says = SAYS[code]
    terminal = coach(code)
    terminal.chooses(says["answer"])
    terminal.sees(says["answering"])
    terminal.types("Half of the rooms")
    terminal.chooses(says["skip"])
    terminal.sees("[1/2]")
    terminal.chooses("q")
    terminal.sees(says["left"])
    assert terminal.ends() == 0

    again = coach(code, anew=False)
    again.sees(says["back"])
    again.sees("[1/2]")
    again.chooses(says["skip"])
    again.sees("[1/1]")
    again.chooses(says["skip"])
    assert again.ends() == 0
    assert "Half of the rooms" in again.text


@each_code
def test_a_frame_is_a_line_to_start_from(code: str, coach: Callable[..., Terminal], tmp_path: Path) -> None:
    """It stands in the line; a slip in the menu is told; work that is written again is asked about."""
    says = SAYS[code]
    terminal = coach(code)
    terminal.chooses("x")
    terminal.sees(says["what"])
    terminal.types("2")
    terminal.sees(says["line"])
    terminal.sees({"en": "Mistakes a month that reach the customer", "fr": "Erreurs par mois"}[code])
    terminal.types("", "clear")
    terminal.types({"en": "Train 70 guides", "fr": "Former 70 guides"}[code])
    terminal.sees(says["still"])
    terminal.types(says["no"])
    terminal.types("")
    terminal.types(says["yes"])
    terminal.sees(says["written"])
    terminal.chooses("q")
    assert terminal.ends() == 0
    assert "70 guides" in (tmp_path / "okr.md").read_text("utf-8")


@each_code
def test_a_field_is_written_under_its_statement(code: str, coach: Callable[..., Terminal], tmp_path: Path) -> None:
    """A line with a label is a field, as it is in the document."""
    says = SAYS[code]
    source = {"en": "Source: till report", "fr": "Source : relevé de caisse"}[code]
    terminal = coach(code)
    terminal.chooses(says["edit"])
    terminal.sees(says["line"])
    terminal.types("", "clear")
    terminal.types(f"{BETTER[code]} · {source}")
    terminal.sees(says["written"])
    terminal.chooses("q")
    assert terminal.ends() == 0
    text = (tmp_path / "okr.md").read_text("utf-8")
    assert BETTER[code] in text
    assert source in text


def test_without_a_terminal_it_says_what_to_do_instead(run: Run, tmp_path: Path) -> None:
    """A pipe cannot answer."""
    (tmp_path / "okr.md").write_text(DRAFTS["en"], encoding="utf-8")
    done = run("coach", "okr.md")

    assert done.code == 2
    assert done.err == "okrlint: okrlint coach: needs a terminal to talk in; okrlint check shows the same notes\n"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """In a sentence, with exit code 2."""
    terminal = Terminal(tmp_path, "missing.md")

    assert terminal.ends() == 2
    assert "missing.md: no such file or folder" in terminal.text


@each_code
def test_where_nothing_is_to_be_said_it_says_so(code: str, tmp_path: Path) -> None:
    """And ends."""
    label = {"en": ("Objective 1", "KR 1"), "fr": ("Objectif 1 ", "RC 1 ")}[code]
    (tmp_path / "okr.md").write_text(f"# {label[0]}: Paris\n- {label[1]}: {BETTER[code]}\n", encoding="utf-8")
    (tmp_path / "okrlint.toml").write_text('select = ["IMP001"]\n', encoding="utf-8")
    terminal = Terminal(tmp_path, "okr.md", "--language", code)

    assert terminal.ends() == 0
    assert {"en": "Nothing to talk about in okr.md", "fr": "Rien à discuter dans okr.md"}[code] in terminal.text
