"""An editor at the other end of a wire: the real server as a process, spoken to message by message, and no library."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

#: What somebody may type, paste or break.
PIECES: Final = (
    "a", " ", "\n", "\n- ", "KR 3: ", "# Objective 2: Crews rest enough\n", "- KR 1: Launch the board\n", "20%",
    " from 9 to 2", "é", "😀", "\t", "‹", "> ", "**", "`", "\r\n", "Waiting time down by 20%", "- Owner: Ines\n",
    "  - Baseline: 9\n", "\u2028", "---\n", "| a | b |\n", "<!-- okrlint: ignore IMP001 -- x -->", "# Objectif 1 : ",
    "Réduire l'attente de 20 %",
)  # fmt: skip


class Editor:
    """An editor with one document, in a folder of its own."""

    def __init__(self, folder: Path, name: str = "plan.md") -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "okrlint", "lsp"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.uri = (folder / name).as_uri()
        self.text = ""
        self.version = 0
        self._asked = 0
        self.request("initialize", {"capabilities": {}, "processId": None, "rootUri": folder.as_uri()})
        self.notify("initialized", {})

    def open(self, text: str) -> list[dict[str, Any]]:
        """Open the document with a text, and return what is told of it."""
        self.text, self.version = text, 1
        item = {"uri": self.uri, "languageId": "markdown", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return self.told()

    def replace(self, start: int, end: int, new: str) -> None:
        """Replace some characters of the document, as an editor tells it: in UTF-16 units by line."""
        places = {"start": self._position(start), "end": self._position(end)}
        self.text = self.text[:start] + new + self.text[end:]
        self.version += 1
        document = {"uri": self.uri, "version": self.version}
        change = {"range": places, "text": new}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def edit(self, chance: random.Random) -> None:
        """Make one edit that a person could make: mostly typing, at times a deletion or a paste."""
        start = chance.randrange(len(self.text) + 1)
        end = min(len(self.text), start + (chance.randrange(12) if chance.random() < 0.5 else 0))
        # No editor parts a line end.
        for at in (start, end):
            if self.text[at - 1 : at + 1] == "\r\n":
                return
        new = chance.choice(PIECES) if chance.random() < 0.6 else ""
        if self.text[start - 1 : start] == "\r" and new.startswith("\n"):
            return
        if len(self.text) > 4000 and new:
            new, end = "", min(len(self.text), start + 200)
        if self.text[end - 1 : end + 1] == "\r\n" or (new.endswith("\r") and self.text[end : end + 1] == "\n"):
            return
        self.replace(start, end, new)

    def told(self) -> list[dict[str, Any]]:
        """Wait until the document as it stands was looked at, and return what is told of it."""
        while True:
            message = self._read()
            params = message.get("params", {})
            mine = message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == self.uri
            if mine and params.get("version") == self.version:
                found: list[dict[str, Any]] = params["diagnostics"]
                return found

    @property
    def memory(self) -> int:
        """The resident memory of the server in bytes."""
        told = Path(f"/proc/{self._server.pid}/status").read_text("ascii")
        return 1024 * int(next(line.split()[1] for line in told.splitlines() if line.startswith("VmRSS")))

    def request(self, method: str, params: object) -> Any:
        """Ask something and return the answer."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._asked and "method" not in message:
                return message.get("result")

    def notify(self, method: str, params: object) -> None:
        """Tell something."""
        self._send({"method": method, "params": params})

    def close(self) -> int:
        """Leave as an editor should, and return how the server ended."""
        self.request("shutdown", None)
        self.notify("exit", None)
        ended = self._server.wait(30)
        self._hang_up()
        return ended

    def vanish(self) -> int:
        """Close the pipe without a word, and return how the server ended."""
        self._hang_up()
        return self._server.wait(30)

    def _hang_up(self) -> None:
        for stream in (self._server.stdin, self._server.stdout):
            assert stream is not None
            stream.close()

    def _position(self, offset: int) -> dict[str, int]:
        before = self.text[:offset].replace("\r\n", "\n\n").replace("\r", "\n")
        line = self.text[:offset].replace("\r\n", "\n").replace("\r", "\n").count("\n")
        begin = max(before.rfind("\n") + 1, 0)
        return {"line": line, "character": len(self.text[begin:offset].encode("utf-16-le")) // 2}

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._server.stdout is not None
        length = 0
        while line := self._server.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        if not length:
            raise EOFError("the server closed the wire")
        made: dict[str, Any] = json.loads(self._server.stdout.read(length))
        return made
