"""A model that a house runs, asked over real HTTP: what is sent, what is shown, and what goes wrong."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import pytest

from tests.conftest import Ran, Run

DRAFTS: Final = {
    "en": "# Objective 1: Boats land on time\n- KR 1: Launch the landing board for 40 crews by June\n",
    "fr": "# Objectif 1 : Les bateaux accostent à l'heure\n"
    "- RC 1 : Lancer le panneau d'affichage pour 40 équipages d'ici juin\n",
}
GOOD: Final = {
    "en": "Share of the 40 crews that find their berth without calling: from ‹today› to ‹target› by June",
    "fr": "Part des 40 équipages qui trouvent leur place sans appeler : de ‹aujourd’hui› à ‹cible› d'ici juin",
}
each_code = pytest.mark.parametrize("code", DRAFTS)


class Model:
    """A server of the protocol on this machine; `answer` says what it answers, `seen` what it was sent."""

    def __init__(self) -> None:
        self.seen: list[tuple[dict[str, str], Any]] = []
        self.answer: Callable[[BaseHTTPRequestHandler], None] = lambda handler: self.say(handler, "")
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                model.seen.append((dict(self.headers), body))
                model.answer(self)

            def do_GET(self) -> None:
                model.seen.append((dict(self.headers), None))
                model.say(self, "followed")

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1/chat/completions"

    @staticmethod
    def send(handler: BaseHTTPRequestHandler, body: bytes, code: int = 200) -> None:
        """Answer with bytes as they are."""
        handler.send_response(code)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    @classmethod
    def say(cls, handler: BaseHTTPRequestHandler, content: str) -> None:
        """Answer as a model does."""
        cls.send(handler, json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode())

    def says(self, content: str) -> None:
        """Make it answer everything with a text."""
        self.answer = lambda handler: self.say(handler, content)


@pytest.fixture
def model() -> Iterator[Model]:
    """Run a server for one test."""
    made = Model()
    thread = threading.Thread(target=made.server.serve_forever, daemon=True)
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


@pytest.fixture
def check(run: Run, tmp_path: Path, model: Model) -> Callable[..., Ran]:
    """Check a draft with the house's model, asked unless told otherwise."""

    def _check(
        code: str, *options: str, settings: str = "", text: str | None = None, asked: bool = True, **environment: str
    ) -> Ran:
        (tmp_path / "okr.md").write_text(text or DRAFTS[code], encoding="utf-8")
        chat = settings or f'url = "{model.url}"\nmodel = "small"\ntimeout = 2\n'
        (tmp_path / "okrlint.toml").write_text(f"question_below = 0\n[rewrites.chat]\n{chat}", encoding="utf-8")
        asking = ["--rewrites"] if asked else []
        return run("check", "okr.md", "--select", "IMP001,IMP002,IMP008", *asking, *options, **environment)

    return _check


@each_code
def test_a_proposal_is_shown_as_a_machine_s(code: str, check: Callable[..., Ran], model: Model) -> None:
    """In the text and in JSON, with the name of who proposes it."""
    model.says(f"1. {GOOD[code]}")
    done = check(code)
    flat = " ".join(done.out.split())

    assert (done.code, done.err) == (0, "")
    assert {"en": "(proposed by a machine: chat)", "fr": "(proposé par une machine : chat)"}[code] in flat
    assert " ".join(GOOD[code].split()) in flat
    (found,) = json.loads(check(code, "--format", "json").out)["findings"]
    assert found["proposals"] == [{"text": GOOD[code], "by": "chat"}]


@each_code
def test_the_statement_alone_is_sent(code: str, check: Callable[..., Ran], model: Model) -> None:
    """To the address of the configuration; neither the objective nor the name of the file goes along."""
    model.says(GOOD[code])
    check(code, OKRLINT_CHAT_KEY="open sesame")
    ((headers, body),) = model.seen
    system, user = body["messages"]
    statement = DRAFTS[code].splitlines()[1].split(":", 1)[1].strip()

    assert (system["role"], user) == ("system", {"role": "user", "content": statement})
    assert body["model"] == "small"
    assert headers["Authorization"] == "Bearer open sesame"
    assert "okr.md" not in json.dumps(body)
    assert not any(word in json.dumps(body, ensure_ascii=False) for word in ("Boats", "bateaux"))


@each_code
def test_nobody_is_asked_unless_somebody_asks_for_it(code: str, check: Callable[..., Ran], model: Model) -> None:
    """A configuration that somebody checked in sends nothing by itself."""
    done = check(code, asked=False)

    assert done.code == 0
    assert model.seen == []


@pytest.mark.parametrize(
    "proposed",
    [
        "Roll out the landing board to all crews",
        "Share of crews that find their berth without calling: from 20% to 60%",
        "Part des équipages qui trouvent leur place sans appeler : de ‹aujourd’hui› à ‹cible›",
        "Launch the landing board for 40 crews by June",
        "x" * 400,
        "",
    ],
    ids=["work", "figure", "other language", "the same", "long", "nothing"],
)
def test_what_does_not_pass_is_not_shown(proposed: str, check: Callable[..., Ran], model: Model) -> None:
    """Work again, a figure that nobody gave, another language, the same sentence, a speech."""
    model.says(proposed)
    done = check("en", "--format", "json")
    (found,) = json.loads(done.out)["findings"]

    assert (done.code, done.err) == (0, "")
    assert found["proposals"] == []


def hangs(handler: BaseHTTPRequestHandler) -> None:
    """Keep the line open, and say nothing."""
    time.sleep(3)
    handler.close_connection = True


def drips(handler: BaseHTTPRequestHandler) -> None:
    """Say a little at a time, for ever."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(60):
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.1)


def redirects(handler: BaseHTTPRequestHandler) -> None:
    """Send the question on to somebody else."""
    handler.send_response(302)
    handler.send_header("Location", "/elsewhere")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (hangs, "did not answer within 2 s"),
        (drips, "did not answer within 2 s"),
        (redirects, "answered 302"),
        (lambda handler: Model.send(handler, b"no", 500), "answered 500"),
        (lambda handler: Model.send(handler, b"<html>"), "the answer is not one of a chat-completions server"),
        (lambda handler: Model.send(handler, b'{"choices": []}'), "the answer is not one of"),
        (lambda handler: Model.send(handler, b" " * 300_000), "the answer is too long"),
    ],
    ids=["hangs", "drips", "redirects", "fails", "page", "empty", "long"],
)
def test_a_model_that_fails_is_told_once_and_the_rest_is_done(
    answer: Callable[[BaseHTTPRequestHandler], None], said: str, check: Callable[..., Ran], model: Model
) -> None:
    """The notes are all there; the plugin is named, and is not asked again in this document."""
    model.answer = answer
    twice = DRAFTS["en"] + "- KR 2: Organise workshops with the harbour masters\n"
    done = check("en", text=twice)

    assert done.code == 3
    assert "chat" in done.err
    assert said in done.err
    assert done.err.count("proposed nothing") == 1
    assert "okr.md:2:9" in done.out
    assert "okr.md:3:9" in done.out
    assert len(model.seen) == 1
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('model = "small"', "rewrites.chat.url: field required"),
        ('url = "file:///etc/passwd"', "is no address that begins with http:// or https://"),
        ('url = "http://127.0.0.1:1/x"\ntimeout = 0', "rewrites.chat.timeout"),
        ('url = "http://127.0.0.1:1/x"\nkey = "secret"', "rewrites.chat.key"),
    ],
)
def test_a_wrong_setting_is_told_in_a_sentence(settings: str, said: str, check: Callable[..., Ran]) -> None:
    """With its key; nothing is sent."""
    done = check("en", settings=settings)

    assert done.code == 2
    assert said in done.err


def test_a_name_that_nobody_brings_is_told_with_the_nearest(run: Run, tmp_path: Path) -> None:
    """`[rewrites.chta]` is a slip."""
    (tmp_path / "okr.md").write_text(DRAFTS["en"], encoding="utf-8")
    (tmp_path / "okrlint.toml").write_text('[rewrites.chta]\nurl = "http://127.0.0.1:1"\n', encoding="utf-8")

    done = run("check", "okr.md", "--rewrites")

    assert done.code == 2
    assert "nobody rewrites as 'chta' (there are: chat), did you mean 'chat'?" in done.err


def test_a_server_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    """The port is closed."""
    (tmp_path / "okr.md").write_text(DRAFTS["en"], encoding="utf-8")
    (tmp_path / "okrlint.toml").write_text(
        'question_below = 0\n[rewrites.chat]\nurl = "http://127.0.0.1:1/v1"\n', encoding="utf-8"
    )

    done = run("check", "okr.md", "--rewrites")

    assert done.code == 3
    assert "127.0.0.1:1 cannot be reached" in done.err
