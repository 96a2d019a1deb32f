"""What a conversation has come to, kept outside the document, so that it can be left at any moment and gone on with."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

Done = Literal["reworded", "moved", "kept", "skipped"]
VERSION: Final = 1


@dataclass
class Session:
    """What was done with each statement, by its sentence, and every word that was typed and not yet used.

    It lies in a folder of the user, readable by nobody else, and is written at every change: nothing typed is lost
    where the conversation breaks off.

    Attributes:
        file: Where it is kept; None where there is no place for it.
        done: By sentence, what was done with it.
        began: By sentence as it is now, the kind it was read as before the conversation.
        answers: By sentence, what was answered to its question.
        drafts: By sentence, the line that somebody began to write for it.
    """

    file: Path | None = None
    done: dict[str, Done] = field(default_factory=dict)
    began: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)

    def save(self) -> None:
        """Write it as it is now; where that is not possible the conversation goes on without."""
        if self.file is None:
            return
        data = {"version": VERSION, **{name: getattr(self, name) for name in _PARTS}}
        beside = self.file.with_suffix(".new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(data, stream, ensure_ascii=False, indent=1)
            beside.replace(self.file)
        except OSError:
            self.file = None

    def end(self) -> None:
        """Forget it: the conversation has come to its end."""
        if self.file is not None:
            self.file.unlink(missing_ok=True)

    def renamed(self, before: str, after: str) -> None:
        """Carry over what is known of a sentence to the one that took its place."""
        for part in (self.began, self.answers):
            if before in part:
                part[after] = part.pop(before)


_PARTS: Final = ("done", "began", "answers", "drafts")


def resumed(folder: Path, path: str) -> Session:
    """Return the conversation on a file that was left, or a new one; a file of state that is none is passed over."""
    name = hashlib.sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    file = folder / f"{name}.json"
    try:
        data = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return Session(file)
    if not isinstance(data, dict) or data.get("version") != VERSION:
        return Session(file)
    return Session(file, **{name: _strings(data.get(name)) for name in _PARTS})  # type: ignore[arg-type]


def _strings(given: object) -> dict[str, str]:
    if not isinstance(given, Mapping):
        return {}
    return {key: value for key, value in given.items() if isinstance(key, str) and isinstance(value, str)}
