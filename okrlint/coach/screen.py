"""The terminal of the conversation: what is shown and what is asked, with prompt_toolkit."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import FormattedText

from okrlint.coach.turn import Turn
from okrlint.coach.words import LETTERS, WORDS
from okrlint.coaching import Note
from okrlint.engine.languages import language
from okrlint.printable import printable

WIDEST = 88


class Screen:
    """Shows turns and asks for a choice or a line, in one language.

    Every question raises KeyboardInterrupt where the person leaves by Ctrl-C or closes the input.
    """

    def __init__(self, code: str) -> None:
        self.code = code if code in WORDS else "en"
        typeset = language(self.code).typeset
        self.say: Mapping[str, str] = {key: typeset(words) for key, words in WORDS[self.code].items()}
        self._colour = not os.environ.get("NO_COLOR")
        self._prompts: PromptSession[str] = PromptSession(enable_suspend=True)

    def tell(self, words: str, **style: Any) -> None:  # noqa: ANN401 - click's own names of styles
        """Print a paragraph, wrapped to the terminal."""
        width = min(WIDEST, max(40, shutil.get_terminal_size((80, 24)).columns))
        wrapper = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
        shown = "\n".join(wrapper.fill(line) for line in printable(words).split("\n"))
        click.echo(click.style(shown, **style) if self._colour else shown)

    def whole(self, notes: Sequence[Note]) -> None:
        """Show what there is to say of the whole, and of no single statement."""
        for note in notes:
            click.echo()
            self._note(note)

    def show(self, turn: Turn) -> None:
        """Show a statement, what was noticed, the question and the frames."""
        role = self.say[turn.statement.role]
        click.echo()
        self.tell(f"[{turn.place}/{turn.of}] {role}", dim=True)
        self.tell(turn.statement.text, bold=True)
        for note in turn.notes:
            click.echo()
            self._note(note)
        number = 0
        for frame in turn.frames:
            number += 1
            self.tell(f"{number} → {frame}")
        for frame in turn.others:
            self.tell(f"→ {frame}")
        for note in turn.notes:
            for proposal in note.proposals:
                number += 1
                self.tell(f"{number} ~ {proposal.text} ({self.say['machine'].format(by=proposal.by)})")
            if note.advice:
                self.tell(f"· {note.advice}", dim=True)

    def _note(self, note: Note) -> None:
        if note.tentative:
            self.tell(f"{self.say['unsure']} {note.title} ({note.finding.card.code})")
        else:
            self.tell(f"{note.title} ({note.finding.card.code})", fg="yellow")
            self.tell(" ".join(part for part in (note.message, note.why) if part != note.title))
        if note.question:
            self.tell(f"? {note.question}", fg="cyan")

    def choose(self, frames: int, *, movable: bool, asked: bool) -> str:
        """Ask what to do; return `edit`, `answer`, `move`, `keep`, `skip`, `quit`, or the number of a frame."""
        letters = {
            letter: what
            for letter, what in LETTERS[self.code].items()
            if (what != "move" or movable) and (what != "answer" or asked)
        }
        menu = [self.say["menu_frames" if frames > 1 else "menu_frame"].format(n=frames)] if frames else []
        menu += [f"{letter} {self.say[what]}" for letter, what in letters.items()]
        click.echo()
        self.tell(" · ".join(menu), dim=True)
        while True:
            typed = self._ask("> ").strip().lower()
            if typed in letters:
                return letters[typed]
            if typed.isdigit() and 1 <= int(typed) <= frames:
                return typed
            numbers = [str(number) for number in range(1, frames + 1)]
            self.tell(self.say["what"].format(keys=", ".join([*numbers, *letters])))

    def line(self, label: str, begin: str, typed: Callable[[str], None], under: Callable[[str], str]) -> str:
        """Ask for a line that begins as given; `typed` is told each change, and `under` says what stands below it."""

        def toolbar() -> FormattedText:
            now = self._prompts.default_buffer.text
            return FormattedText([("", f" {under(now)}\n {self.say['hint']}")])

        def changed(_: object) -> None:
            typed(self._prompts.default_buffer.text)

        self._prompts.default_buffer.on_text_changed += changed
        try:
            return self._ask(f"{label}{self.say['colon']} ", begin, toolbar).strip()
        finally:
            self._prompts.default_buffer.on_text_changed -= changed

    def agrees(self, question: str) -> bool:
        """Ask a yes or no."""
        return self._ask(question).strip().lower().startswith(self.say["yes"])

    def _ask(self, message: str, begin: str = "", toolbar: Callable[[], FormattedText] | None = None) -> str:
        try:
            return self._prompts.prompt(message, default=begin, bottom_toolbar=toolbar)
        except EOFError:
            raise KeyboardInterrupt from None
        finally:
            self._prompts.bottom_toolbar = None
