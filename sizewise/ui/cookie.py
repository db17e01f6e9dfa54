"""The cookie that lets a browser find its learner again on a shared server."""

import os
import secrets
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAME = "sizewise_learner"
LIFETIME = 400 * 24 * 3600
"""Seconds. Browsers cut longer lives down to 400 days."""
OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def shared(host: str | None) -> bool:
    """Whether several people may reach the app under this host name.

    SIZEWISE_SHARED=1 or 0 decides; without it, any name but this machine's own means shared.
    """
    setting = os.environ.get("SIZEWISE_SHARED", "")
    if setting in {"0", "1"}:
        return setting == "1"
    return host is not None and host not in OWN_MACHINE


def host_of(url: str | None) -> str | None:
    """The host name in a web address; none when there is no address."""
    return urlsplit(url).hostname if url else None


def _header(scope: Scope, name: bytes) -> str:
    return next((v.decode("latin-1") for k, v in scope["headers"] if k == name), "")


def _wants_page(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and "text/html" in _header(scope, b"accept")
        and shared(host_of("//" + _header(scope, b"host")))
    )


def _token(scope: Scope) -> str:
    cookie = SimpleCookie(_header(scope, b"cookie")).get(NAME)
    return cookie.value if cookie and len(cookie.value) >= 32 else secrets.token_urlsafe(32)


def set_cookie(scope: Scope) -> bytes:
    """The Set-Cookie header: the browser's own token, or a new one of 256 random bits."""
    https = "https" in (scope.get("scheme"), _header(scope, b"x-forwarded-proto"))
    parts = [f"{NAME}={_token(scope)}", f"Max-Age={LIFETIME}", "Path=/", "HttpOnly", "SameSite=Lax"]
    return "; ".join(parts + ["Secure"] * https).encode("ascii")


class LearnerCookie:
    """ASGI middleware that gives each browser of a shared server a cookie no script can read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the cookie to pages of a shared server."""
        if not _wants_page(scope):
            await self.app(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"set-cookie", set_cookie(scope))]
            await send(message)

        await self.app(scope, receive, send_with_cookie)
