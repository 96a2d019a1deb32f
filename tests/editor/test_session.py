"""A long session: whatever is typed, what is told in the end is what a fresh look tells; and how a session may end."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.editor.test_server import DRAFTS
from tests.editor.wire import Editor


class Session(RuleBasedStateMachine):
    """A session in one document. Edits come in bursts, as those of a person do; after each the server catches up."""

    burst = 10
    #: How many edits the longest session had after each burst, and the bytes of memory that its server held.
    memory: ClassVar[list[tuple[int, int]]] = []

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[int, int]] = []
        self._folder = tempfile.TemporaryDirectory()
        self.folder = Path(self._folder.name)
        self.editor = Editor(self.folder)
        self.told = self.editor.open(DRAFTS["en"])
        self.edits = 0

    @rule(seed=strategies.integers(0, 2**32))
    def type_on(self, seed: int) -> None:
        """Type, paste and delete."""
        chance, before = random.Random(seed), self.editor.version  # noqa: S311 - what a person types is no secret
        for _ in range(self.burst):
            self.editor.edit(chance)
        self.edits += self.editor.version - before
        if self.editor.version != before:
            self.told = self.editor.told()
        self.seen.append((self.edits, self.editor.memory))

    @rule(code=strategies.sampled_from(sorted(DRAFTS)))
    def begin_anew(self, code: str) -> None:
        """Throw everything away for a draft."""
        self.editor.replace(0, len(self.editor.text), DRAFTS[code])
        self.told = self.editor.told()

    def teardown(self) -> None:
        """Compare with a server that never saw another version, and leave."""
        if len(self.seen) > len(self.memory):
            self.memory[:] = self.seen
        fresh = Editor(self.folder)
        expected = fresh.open(self.editor.text)
        try:
            assert self.told == expected
            assert (self.editor.close(), fresh.close()) == (0, 0)
        finally:
            self._folder.cleanup()


def test_a_session_ends_with_what_a_fresh_look_tells() -> None:
    """Random edits by hypothesis; benchmarks/editor.py makes ten thousand of them and watches the memory."""
    run_state_machine_as_test(Session, settings=settings(max_examples=6, stateful_step_count=12, deadline=None))


def test_two_editors_do_not_disturb_one_another(tmp_path: Path) -> None:
    """Each has a server of its own, on the same file."""
    one, two = Editor(tmp_path), Editor(tmp_path)
    first = one.open(DRAFTS["en"])
    second = two.open(DRAFTS["fr"])
    one.replace(0, 0, "\n")

    assert one.told()
    assert first != second
    assert (one.close(), two.close()) == (0, 0)


def test_a_server_ends_when_its_editor_vanishes(tmp_path: Path) -> None:
    """Without an error that anybody would have to read."""
    editor = Editor(tmp_path)
    editor.open(DRAFTS["en"])

    assert editor.vanish() in {0, 1}


@pytest.mark.parametrize("position", [(9_999, 0), (2, 9_999), (0, 0)])
def test_a_position_that_is_not_there_is_the_nearest(position: tuple[int, int], tmp_path: Path) -> None:
    """An editor that is out of step is answered all the same."""
    editor = Editor(tmp_path)
    editor.open(DRAFTS["en"])
    where = {"textDocument": {"uri": editor.uri}, "position": {"line": position[0], "character": position[1]}}

    editor.request("textDocument/hover", where)
    editor.replace(0, 0, "\n")
    assert editor.told()
    assert editor.close() == 0
