"""What a browser sees first: the colours of its theme, and then a page that stays where it is.

Streamlit sends a white page, fills it from the top and moves what is there when its menu arrives.
Here the page has its paper from the first paint on, and is shown once what is in sight has come:
frame/bridge.js says so.
"""

import re
from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sizewise.ui.web.sheets import links

_PATIENCE = "6s"
"""A page that takes longer is shown as far as it has come."""
_THEIR_FONT = re.compile(rb'<link\s+rel="preload"[^>]*as="font"[^>]*/>')
_VIEWPORT, _KEYBOARD = b"shrink-to-fit=no", b", interactive-widget=resizes-content"
"""An open keyboard makes the page smaller, so that it covers nothing at the lower edge."""
_FONTS = ("bricolage-grotesque", "atkinson-hyperlegible-next")
"""What the first words of every page are set in."""
_SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"
_PARTS = (
    "Html",
    "BidiComponent",
    "StreamlitMarkdown",
    "Button",
    "ButtonGroup",
    "Radio",
    "Checkbox",
)
"""Scripts that Streamlit asks for one after the other once a page names them; every page does."""
_FONT = Markup(
    '<link rel="preload" href="./app/static/fonts/{}-latin-wght-normal.woff2" as="font" '
    'type="font/woff2" crossorigin="anonymous">'
)
_SCRIPT = Markup('<link rel="modulepreload" crossorigin href="./static/js/{}">')
_STYLE = Markup("<style>{}</style>")
_END = Markup("</head>").encode()
_ROOT = Markup('<div id="root">').encode()
"""Our style sheets stand before it: after the styles that Streamlit's scripts add to the head, and
before what a reader's own settings add in the page.
"""
_ASKED = {b"accept-encoding", b"if-none-match", b"if-modified-since"}
"""What an answer that is to be changed cannot follow."""


@cache
def head() -> bytes:
    """What stands in the head of the page besides Streamlit's own."""
    light, dark = (st.get_option(f"theme.{mode}.backgroundColor") for mode in ("light", "dark"))
    found = (sorted(_SCRIPTS.glob(f"{part}.*.js")) for part in _PARTS)
    return str(
        Markup().join(
            [
                *map(_FONT.format, _FONTS),
                *(_SCRIPT.format(each.name) for paths in found for each in paths),
                _STYLE.format(_style(light, dark)),
            ]
        )
    ).encode()


def _style(light: str, dark: str) -> str:
    return (
        f":root{{background:{light}}}"
        f"@media (prefers-color-scheme:dark){{:root{{background:{dark};color-scheme:dark}}}}"
        "html:not([data-whole]) [data-testid=stAppViewContainer]"
        f"{{opacity:0;animation:whole 0s {_PATIENCE} forwards}}"
        "@keyframes whole{to{opacity:1}}"
    )


class FirstPaint:
    """ASGI middleware that dresses the one page Streamlit sends for every address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on everything but a page that a browser opens."""
        if scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", ""):
            headers = [each for each in scope["headers"] if each[0].lower() not in _ASKED]
            await self.app({**scope, "headers": headers}, receive, _Dressing(send).send)
        else:
            await self.app(scope, receive, send)


class _Dressing:
    """Holds an answer back until all of it is there, when it is a page."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_dressed(self._start)

    async def _send_dressed(self, start: Message) -> None:
        body = _THEIR_FONT.sub(b"", self._body).replace(_VIEWPORT, _VIEWPORT + _KEYBOARD, 1)
        body = body.replace(_END, head() + _END, 1).replace(_ROOT, links() + _ROOT, 1)
        MutableHeaders(raw=start["headers"])["content-length"] = str(len(body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    said = Headers(raw=start["headers"])
    return "text/html" in said.get("content-type", "") and "content-encoding" not in said
