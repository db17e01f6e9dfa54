"""What every answer tells the browser to forbid: foreign code, frames, guesses at a file's type."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sizewise.ui.web import network

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
"""The page that Streamlit sends for every address."""
_INLINE = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_TWO_YEARS = 63_072_000
_FORBIDDEN = ("camera", "geolocation", "microphone", "payment", "usb")


@cache
def policy() -> str:
    """The Content-Security-Policy: everything comes from this server, nothing is evaluated.

    Our small scripts come as `blob:` (Streamlit makes modules of them), its styles stand in the
    page, and charts and receipts are pictures that the browser draws itself.
    """
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self' blob:", *inline_scripts(INDEX.read_text("utf-8"))]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "media-src 'self' blob:",
            "connect-src 'self' ws: wss:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "frame-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def inline_scripts(page: str) -> list[str]:
    """The hashes under which a policy lets the scripts that stand in a page run."""
    found = (sha256(text.encode()).digest() for text in _INLINE.findall(page))
    return [f"'sha256-{b64encode(digest).decode()}'" for digest in found]


def protection(scope: Scope) -> dict[str, str]:
    """The headers of an answer. Only behind HTTPS is a browser told to stay with HTTPS."""
    always = {
        "Content-Security-Policy": policy(),
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{each}=()" for each in _FORBIDDEN),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    stay = {"Strict-Transport-Security": f"max-age={_TWO_YEARS}"}
    return always | (stay if network.https(scope) else {})


class SafeHeaders:
    """ASGI middleware that adds them to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; dress the answer."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(protection(scope))
            await send(message)

        await self.app(scope, receive, send_safely if scope["type"] == "http" else send)


def failed(request: Request, _error: Exception) -> Response:
    """The answer when the server itself fails, which no middleware sees."""
    text = "A mistake of ours: this address cannot be answered just now. Try again in a moment."
    return PlainTextResponse(text, status_code=500, headers=protection(request.scope))
