"""Requests as a web server hands them over, and what becomes of them behind our doors."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.middleware import Middleware

TOKEN, OTHER = "t" * 43, "o" * 43


def request(kind="http", peer="127.0.0.1", host="localhost:8501", path="/", scheme="http", **sent):
    """The scope of a request. Headers are given by name: a text, or a list of texts."""
    headers = [] if host is None else [(b"host", host.encode("latin-1"))]
    for name, values in {"accept": "text/html", **sent}.items():
        for value in [values] if isinstance(values, str | bytes) else values:
            raw = value if isinstance(value, bytes) else value.encode("latin-1")
            headers.append((name.replace("_", "-").encode(), raw))
    client = None if peer is None else (peer, 4711)
    return {"type": kind, "method": "GET", "scheme": scheme, "client": client, "path": path,
            "query_string": b"", "headers": headers}  # fmt: skip


def stranger(**more):
    """A request from another machine."""
    return request(**{"peer": "203.0.113.9", "host": "school.example", **more})


def run(coroutine):
    """What a coroutine gives, in a thread: a browser test may have left its loop running here."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


class Page:
    """An app that remembers the request it got and sends these headers."""

    def __init__(self, *headers, status=200):
        self.headers, self.status = list(headers), status
        self.scope = None

    async def __call__(self, scope, receive, send):
        self.scope = scope
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": b""})


def answer(scope, *classes, app=None):
    """The status and the headers of the answer, as a list of pairs of texts."""
    page, told = app or Page(), []
    for middleware in reversed([Middleware(each) for each in classes]):
        page = middleware.cls(page)

    async def send(message):
        told.append(message)

    run(page(scope, None, send))
    headers = [(key.decode().lower(), value.decode()) for key, value in told[0]["headers"]]
    return told[0]["status"], headers
