"""The way back from a provider of accounts: to the page that led there.

Streamlit leads whoever has signed in or out to the first page. The page "Class" alone offers it.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PAGE = "/class"
_ROUTES = ("/auth/login", "/auth/logout", "/oauth2callback")


class WayBack:
    """ASGI middleware that leads back to the page "Class" whom Streamlit sends to the first one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; change where an answer of these routes leads to."""

        async def send_back(message: Message) -> None:
            if message["type"] == "http.response.start":
                _lead_back(MutableHeaders(scope=message))
            await send(message)

        ours = scope["type"] == "http" and scope["path"].endswith(_ROUTES)
        await self.app(scope, receive, send_back if ours else send)


def _lead_back(headers: MutableHeaders) -> None:
    """The address of a provider is a whole one, and stays as it is."""
    place = headers.get("location", "")
    if place.startswith("/"):
        headers["location"] = place.rstrip("/") + _PAGE
