"""The conversation: one statement after the other, until nothing is left or the person leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from okrlint.coach.reread import still_drawn, told
from okrlint.coach.screen import Screen
from okrlint.coach.session import Session
from okrlint.coach.turn import Said, Turn, looked_at, turns
from okrlint.coach.write import keep, move, write
from okrlint.coaching import with_proposals
from okrlint.config import config_for
from okrlint.engine.rulebook import Rule, rules
from okrlint.errors import OkrlintError
from okrlint.model import KeyResult
from okrlint.review import Reviewed


@dataclass(frozen=True)
class Tally:
    """How many key results a document has, and how many of them describe a change."""

    changes: int
    key_results: int


def tally(reviewed: Reviewed) -> Tally:
    """Count a document's key results, without frames that nobody has filled in."""
    results = [one for one in reviewed.document.statements if one.role == "key_result" and not one.is_frame]
    return Tally(sum(one.reading.kind == "outcome" for one in results), len(results))


def talk(
    path: str, session: Session, given: dict[str, Any], language: str | None = None, *, rewrites: bool = False
) -> None:
    """Talk through a file. What is decided is written at once, into the file or the house's configuration.

    Raises:
        KeyboardInterrupt: The person left by Ctrl-C; what was typed is in the session.
        OkrlintError: The file cannot be read.
    """
    reviewed, faults = looked_at(path, given)
    screen = Screen(language or reviewed.document.language)
    for fault in faults:
        screen.tell(fault)
    before, said = tally(reviewed), Said()
    origin = config_for(Path(path).resolve().parent, given)
    chosen = rules(origin.config, origin.house, origin.of)
    back = bool(session.done or session.drafts)
    left = turns(reviewed, session, said, origin.house)
    if not left and not back:
        screen.tell(screen.say["nothing"].format(path=path))
        return
    opening = "welcome_back" if back else "welcome_1" if len(left) == 1 else "welcome"
    screen.tell(screen.say[opening].format(n=len(left), path=path))
    if not back:
        screen.whole([one for one in reviewed.notes if one.finding.statement is None])
    settings = origin.config.rewrites if rewrites else {}
    while left:
        turn = left[0]
        if settings:
            turn, settings = _proposed(turn, screen, reviewed, chosen, settings)
        screen.show(turn)
        for one in turn.notes:
            said.notes[one.finding.card.code].append(one)
        if not _settled(path, turn, screen, session, reviewed, chosen):
            screen.tell(screen.say["left"].format(path=path))
            return
        session.save()
        reviewed, _ = looked_at(path, given)
        left = turns(reviewed, session, said, origin.house)
    _sum(screen, session, before, tally(reviewed), reviewed)
    session.end()


def _proposed(
    turn: Turn, screen: Screen, reviewed: Reviewed, chosen: list[Rule], settings: Mapping[str, Mapping[str, Any]]
) -> tuple[Turn, Mapping[str, Mapping[str, Any]]]:
    """Return a turn with what rewriters propose, and whom to go on asking: nobody, once something went wrong."""
    try:
        notes, faults = with_proposals(reviewed.document, turn.notes, chosen, settings)
    except OkrlintError as error:
        notes, faults = list(turn.notes), [error]
    for fault in faults:
        screen.tell(str(fault))
    return replace(turn, notes=tuple(notes)), {} if faults else settings


def _settled(path: str, turn: Turn, screen: Screen, session: Session, reviewed: Reviewed, chosen: list[Rule]) -> bool:
    """Talk about one statement until something is decided; False where the person leaves."""
    frames = [*turn.frames, *(one.text for note in turn.notes for one in note.proposals)]
    movable = isinstance(turn.statement.statement, KeyResult)
    asked = any(note.question for note in turn.notes)
    session.began.setdefault(turn.key, turn.statement.reading.kind)
    begun = session.drafts.get(turn.key)
    while True:
        choice = "edit" if begun else screen.choose(len(frames), movable=movable, asked=asked)
        begin = begun or (frames[int(choice) - 1] if choice.isdigit() else turn.statement.text)
        begun = None
        try:
            if choice == "quit":
                return False
            if choice == "skip":
                session.done[turn.key] = "skipped"
                return True
            if choice == "move":
                move(path, turn.statement)
                session.done[turn.key] = "moved"
                screen.tell(screen.say["moved"])
                return True
            if choice == "answer":
                if _answered(turn, screen, session):
                    continue
            elif choice == "keep":
                if _kept(path, turn, screen, session):
                    return True
            elif _reworded(path, turn, begin, screen, session, reviewed, chosen):
                return True
            else:
                begun = session.drafts.get(turn.key)
        except OkrlintError as error:
            screen.tell(screen.say["refused"].format(error=error))


def _answered(turn: Turn, screen: Screen, session: Session) -> bool:
    """Take down an answer to the question; it is shown at the end, and the statement is still open."""

    def typed(words: str) -> None:
        session.answers[turn.key] = words
        session.save()

    screen.line(screen.say["your_answer"], session.answers.get(turn.key, ""), typed, lambda _: "")
    screen.tell(screen.say["noted"])
    return True


def _kept(path: str, turn: Turn, screen: Screen, session: Session) -> bool:
    reason = screen.line(screen.say["your_reason"], "", lambda _: None, lambda _: "")
    if not reason:
        return False
    file = keep(path, [note.finding.card.code for note in turn.notes], turn.statement, reason)
    session.done[turn.key] = "kept"
    screen.tell(screen.say["kept"].format(file=file))
    return True


def _reworded(
    path: str, turn: Turn, begin: str, screen: Screen, session: Session, reviewed: Reviewed, chosen: list[Rule]
) -> bool:
    """Let the person write the line anew; True once it stands in the file."""

    def typed(words: str) -> None:
        session.drafts[turn.key] = words
        session.save()

    line = screen.line(screen.say["your_line"], begin, typed, lambda now: told(now, turn.statement, screen.say))
    titles = still_drawn(line, turn.statement, reviewed.document, chosen) if line else []
    if line and titles and not screen.agrees(screen.say["still"].format(titles=", ".join(titles))):
        return False
    if not line:
        session.drafts.pop(turn.key, None)
        return False
    now = " ".join(write(path, turn.statement, line).split())
    session.drafts.pop(turn.key, None)
    session.renamed(turn.key, now)
    session.done[now] = "reworded"
    screen.tell(screen.say["written"])
    return True


def _sum(screen: Screen, session: Session, before: Tally, after: Tally, reviewed: Reviewed) -> None:
    """Say what moved."""
    say, done = screen.say, list(session.done.values())
    now = {" ".join(one.text.split()): one.reading for one in reviewed.document.statements}
    moved = sum(
        what == "reworded" and key in now and session.began.get(key) in {"activity", "output"} and not now[key].is_work
        for key, what in session.done.items()
    )
    parts = [say["reworded"].format(n=done.count("reworded"), moved=moved)] if "reworded" in done else []
    parts = parts or [say["reworded_none"]]
    for what, words in (("moved", "to_initiatives"), ("kept", "kept_n"), ("skipped", "skipped_n")):
        if what in done:
            parts.append(say[words].format(n=done.count(what)))
    screen.tell(f"\n{say['sum']}{say['colon']} {', '.join(parts)}.", bold=True)
    if after.key_results:
        screen.tell(
            say["count"].format(
                before=before.changes, all_before=before.key_results, after=after.changes, all_after=after.key_results
            )
        )
    answers = {key: words.strip() for key, words in session.answers.items() if words.strip()}
    if answers:
        screen.tell(f"\n{say['answers']}{say['colon']}")
        for key, words in answers.items():
            screen.tell(f"- {key}\n  {words}")
