"""What a browser on a shared server is given: its cookie with each page, a new one for a code."""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sizewise.ui.web import cookie, network
from sizewise.ui.web.visitor import KEY, Visitor

Exchange = Callable[[str, str, str], bool]
"""Whether a ticket, shown with a browser's token, made a new token the learner's."""


class LearnerCookie:
    """ASGI middleware that gives each browser of a shared server a cookie no script can read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the cookie to pages of a shared server."""
        if not _is_page(scope) or not scope[KEY].shared:
            await self.app(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                _give(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, send_with_cookie)


def _is_page(scope: Scope) -> bool:
    accepted = "".join(network.values(scope, b"accept")) if scope["type"] == "http" else ""
    return "text/html" in accepted and scope["method"] == "GET"


def _give(headers: MutableHeaders, scope: Scope) -> None:
    """No cache on the way may keep the page: it would give one browser's cookie to another."""
    if not any(cookie.NAME in line for line in headers.getlist("set-cookie")):
        for line in cookie.kept(scope[KEY].sent, network.https(scope)):
            headers.append("set-cookie", line.decode())
    headers["cache-control"] = "private, no-store"


def resume_by(exchange: Exchange) -> Callable[[Request], Awaitable[Response]]:
    """The route that takes the ticket of a resume code, gives a new cookie, shows the progress.

    The page that shows it lets the browser's other tabs load anew (frame/bridge.js).
    """

    async def resume(request: Request) -> Response:
        visitor: Visitor = request.scope[KEY]
        ticket, new = request.path_params["ticket"], cookie.new_token()
        old = visitor.token
        if old is None or not await run_in_threadpool(exchange, ticket, old, new):
            return RedirectResponse("../you?resumed=no", 303)
        return _welcome(request.scope, new)

    return resume


def _welcome(scope: Scope, new: str) -> Response:
    answer = RedirectResponse("../you?resumed=yes", 303)
    for line in cookie.set_to(new, scope[KEY].sent, network.https(scope)):
        answer.headers.append("set-cookie", line.decode())
    return answer
