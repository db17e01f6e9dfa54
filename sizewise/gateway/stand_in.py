"""A stand-in for a provider: a web server of this machine that fails as it is told to.

What it does goes over a real connection, and what is made of it is what would be made of anybody's
failure: nothing here says how a fault is to be called.
"""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.endpoint import Endpoint
from sizewise.gateway.protocol import Event, Request
from sizewise.gateway.wire.address import Judge
from sizewise.gateway.wire.retries import NEVER

WORDS = ("All", " is", " well", " here,", " so", " nobody", " else", " was", " asked.")
"""What it says when it works. It is no model."""
HALF = len(WORDS) // 2
PATIENCE = 1.5
"""Seconds for which a stand-in may be silent before we give it up."""


@dataclass(frozen=True)
class StandIn:
    """A provider with a fault: one of `MISHAPS`. Its server lives as long as one request."""

    fault: str
    patience: float = PATIENCE
    model: str = "stand-in"

    def send(self, request: Request) -> Iterator[Event]:
        """The events of one request, as they come from a server on this machine."""
        with _serving(MISHAPS[self.fault].play) as url:
            judge, key = Judge(shared=False), ApiKey("")
            there = Endpoint(url, self.model, key, judge, NEVER, read=self.patience)
            yield from there.send(request)


class _Answer(BaseHTTPRequestHandler):
    """A request that has come, and the ways to fail it."""

    server: "_Server"

    def do_POST(self) -> None:
        """Answer as the server is told."""
        self.rfile.read(int(self.headers["content-length"]))
        self.server.play(self)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""

    def refuse(self, status: int, code: str, message: str, wait: int | None = None) -> None:
        """An error as OpenAI words it."""
        body = json.dumps({"error": {"message": message, "code": code, "type": code}})
        self.begin(status, "application/json", {} if wait is None else {"retry-after": str(wait)})
        self.wfile.write(body.encode())

    def begin(self, status: int, kind: str, more: Mapping[str, str] | None = None) -> None:
        """The head of an answer, which ends with its connection."""
        self.send_response(status)
        for name, value in {"content-type": kind, "connection": "close", **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()

    def stream(self, words: Sequence[str], more: Mapping[str, str] | None = None) -> None:
        """Begin a reply."""
        self.begin(200, "text/event-stream", more)
        for word in words:
            self.say({"content": word})

    def say(self, delta: Mapping[str, str], finish: str | None = None) -> None:
        """A piece of a reply."""
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        head: dict[str, Any] = {"id": "stand-in", "object": "chat.completion.chunk", "created": 0}
        text = json.dumps({**head, "model": "stand-in", "choices": [choice]})
        self.wfile.write(f"data: {text}\n\n".encode())

    def silence(self) -> None:
        """Say nothing until nobody listens any more."""
        self.server.over.wait(60)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, play: Callable[[_Answer], None]) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.play = play
        self.over = threading.Event()


@contextmanager
def _serving(play: Callable[[_Answer], None]) -> Iterator[str]:
    with _Server(play) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1"
        finally:
            server.over.set()
            server.shutdown()


def _works(answer: _Answer) -> None:
    answer.stream(WORDS)
    answer.say({}, "stop")
    answer.wfile.write(b"data: [DONE]\n\n")


def _is_silent(answer: _Answer) -> None:
    answer.stream(())
    answer.silence()


def _stands_still(answer: _Answer) -> None:
    answer.stream(WORDS[:HALF])
    answer.silence()


def _disconnects(answer: _Answer) -> None:
    # It promises more than it sends, and is gone.
    answer.stream(WORDS[:HALF], {"content-length": "100000"})


def _is_cut(answer: _Answer) -> None:
    answer.stream(WORDS[:HALF])


def _garbles(answer: _Answer) -> None:
    answer.stream(WORDS[:HALF])
    answer.wfile.write(b'data: {"choices": [{"delta": {"cont\n\n')


def _shows_a_page(answer: _Answer) -> None:
    answer.begin(200, "text/html")
    answer.wfile.write(b"<!doctype html><title>Log in</title><p>Please log in.</p>")


def _refuses(
    status: int, code: str, message: str, wait: int | None = None
) -> Callable[[_Answer], None]:
    return lambda answer: answer.refuse(status, code, message, wait)


class Mishap(NamedTuple):
    """A way to fail: what happens, in words, and what the server does."""

    words: str
    play: Callable[[_Answer], None]


MISHAPS: Mapping[str, Mishap] = {
    "rate-limit": Mishap(
        "429: too many requests, wait 20 seconds",
        _refuses(429, "rate_limit_exceeded", "Rate limit reached", 20),
    ),
    "server": Mishap("500: its server fails", _refuses(500, "server_error", "Internal error")),
    "overloaded": Mishap("503: it is overloaded", _refuses(503, "server_error", "Overloaded")),
    "slow": Mishap("The first token does not come", _is_silent),
    "stalled": Mishap("It stands still in mid-sentence", _stands_still),
    "disconnected": Mishap("The connection breaks", _disconnects),
    "truncated": Mishap("The stream ends early, without a reason", _is_cut),
    "malformed": Mishap("A piece is no JSON", _garbles),
    "html": Mishap("A web page answers", _shows_a_page),
    "key": Mishap(
        "401: the key is refused", _refuses(401, "invalid_api_key", "Incorrect API key provided")
    ),
    "quota": Mishap(
        "429: the account is empty", _refuses(429, "insufficient_quota", "You exceeded your quota")
    ),
    "context": Mishap(
        "400: the prompt is too long for it",
        _refuses(400, "context_length_exceeded", "Maximum context length is 16 tokens"),
    ),
    "none": Mishap("Nothing: it works", _works),
}
"""Name in the address -> mishap."""
