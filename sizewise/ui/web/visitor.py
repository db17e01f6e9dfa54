"""Who asks: judged from the server's own end of the connection and the request's headers.

The verdict travels to the screen in headers of our own. Whatever a client sends under their names
is taken away first, and nothing that a browser says over its websocket later counts.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sizewise.ui.web import cookie, network
from sizewise.ui.web.cookie import NOTHING_SENT

SHARED = "SIZEWISE_SHARED"
KEY = "sizewise.visitor"
"""Where the verdict stands in the scope of a request."""
_OURS = "x-sizewise-"
_OUTER = re.compile(r"health|host-config|stream|(upload_file|bidi-components)/.+", re.DOTALL)
"""What a page needs of Streamlit's routes; the others tell of sessions, memory and code."""


@dataclass(frozen=True)
class Visitor:
    """Somebody who asks: whether at this machine, from which address, with which cookie.

    Of somebody who is not `known` the server has not judged, and believes nothing.
    """

    known: bool = False
    here: bool = False
    address: str = network.UNKNOWN
    sent: cookie.Sent = NOTHING_SENT

    @property
    def shared(self) -> bool:
        """Whether others may use this server, too.

        The setting decides, 1 or 0; without it, whoever is not at this machine makes it so.
        """
        setting = os.environ.get(SHARED, "")
        return setting == "1" if setting in {"0", "1"} else not self.here

    @property
    def alone(self) -> bool:
        """Whether this is somebody at a machine that nobody shares: its owner, as far as we know.

        A proxy on the machine itself can hide who is behind it; the setting says that there is one.
        """
        return self.here and not self.shared

    @property
    def token(self) -> str | None:
        """The browser's cookie, when there is one to be believed."""
        return self.sent.token

    @property
    def headers(self) -> dict[str, str]:
        """The verdict as headers."""
        token = {f"{_OURS}token": self.token} if self.token else {}
        return {f"{_OURS}here": str(int(self.here)), f"{_OURS}address": self.address, **token}


def judge(scope: Scope) -> Visitor:
    """The visitor behind a request as it came from the network."""
    here, address = network.on_this_machine(scope), network.address_of(scope)
    return Visitor(True, here, address, cookie.sent(scope["headers"]))


def told(headers: Mapping[str, str]) -> Visitor:
    """The visitor whom headers tell of, and nobody known without them.

    They are gone, for one, when a browser has left while its page was being drawn.
    """
    here, address = headers.get(f"{_OURS}here"), headers.get(f"{_OURS}address", network.UNKNOWN)
    sent = cookie.Sent(headers.get(f"{_OURS}token"))
    return Visitor(here is not None, here == "1", address, sent)


class Reception:
    """ASGI middleware that judges each visitor and passes on what the app may know of them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with our verdict, without others' cookies and false verdicts."""
        if scope["type"] in {"http", "websocket"}:
            visitor = judge(scope)
            verdict = [(key.encode(), value.encode()) for key, value in visitor.headers.items()]
            scope = {**scope, KEY: visitor, "headers": [*_cleaned(scope), *verdict]}
        await self.app(scope, receive, send)


def _cleaned(scope: Scope) -> list[tuple[bytes, bytes]]:
    headers = cookie.streamlits(scope["headers"])
    return [each for each in headers if not each[0].lower().startswith(_OURS.encode())]


class ClosedDoors:
    """ASGI middleware: what Streamlit tells of its own works is for this machine alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or say that there is nothing."""
        if scope["type"] == "http" and not scope[KEY].alone and _inner(scope["path"]):
            await PlainTextResponse("Not found", 404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _inner(path: str) -> bool:
    _, core, rest = path.partition("/_stcore/")
    return bool(core) and not _OUTER.fullmatch(rest)
