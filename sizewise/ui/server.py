"""What the web server does besides Streamlit: fonts and logo, who asks, safe answers, warming up.

Imports little: only when this file is read does the server begin to answer, and the browser to
load its scripts. What takes long is imported in the warm-up meanwhile.
"""

import gc
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from sizewise import ROOT
from sizewise.ui import fresh
from sizewise.ui.web import import_path, settings, sheets, theme_message
from sizewise.ui.web.first_paint import FirstPaint
from sizewise.ui.web.headers import SafeHeaders, failed
from sizewise.ui.web.sockets import Sockets
from sizewise.ui.web.uploads import Uploads
from sizewise.ui.web.visitor import ClosedDoors, Reception
from sizewise.ui.web.way_back import WayBack
from sizewise.ui.web.welcome import LearnerCookie, resume_by

SHELL = ROOT / "sizewise" / "ui" / "frame" / "shell.py"
"""What Streamlit runs for each page."""
VISIT = 4.0
"""Seconds that the rest waits for a first visitor; then it is read without one."""
AN_HOUR = 3600.0
"""Seconds after which it is looked again which classes are to be deleted."""
PAUSE = 2.0
"""Seconds between the rest and the tokenizer, in which the first page is drawn whole."""
SEARCHED_AFTER = 5_000
"""Python looks for what could be thrown away after so many new things, and everybody waits while
it does. Left alone it looks after 700, which a page makes at once.
"""


class LongLivedFiles(StaticFiles):
    """Static files that a browser may keep for a week: fonts and the logo hardly ever change."""

    async def get_response(self, path: str, scope: Scope) -> Any:
        """The file, with a cache header when it is there."""
        response = await super().get_response(path, scope)
        if response.status_code < 300:
            response.headers["Cache-Control"] = "public, max-age=604800"
        return response


@asynccontextmanager
async def warm_up(_app: Any) -> AsyncIterator[None]:
    """Read what the pages need while the first browser still loads its scripts."""
    import_path.keep(SHELL)
    threading.Thread(target=_read, name=fresh.READING, daemon=True).start()
    yield


def _read() -> None:
    """First what the first page needs, then, once it is seen, all the rest.

    Whatever is read takes its time from the page that is being drawn, and from the scripts that
    the browser asks for: in one process only one thing happens at a time.
    """
    with _for_good():
        from sizewise.ui import house
        from sizewise.ui.home import screen  # noqa: F401  # its code is what takes long

        house.course_map()
        fresh.seen().wait(VISIT)
        house.read_everything()
    threading.Thread(target=_load_the_rest, name="rest", daemon=True).start()


@contextmanager
def _for_good() -> Iterator[None]:
    """Nothing that is made meanwhile is searched for what could be thrown away, then or later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _load_the_rest() -> None:
    """Nobody's first page needs tokenizer and templates, and many second pages do."""
    from sizewise.sizing.tokens import tokens
    from sizewise.ui.kit import html

    time.sleep(PAUSE)
    html.environment()
    tokens.encoding("o200k_base")
    threading.Thread(target=_look_after_classes, name="classes", daemon=True).start()


def _look_after_classes() -> None:
    """For as long as the server runs: no cron is asked for, and a laptop has none."""
    from sizewise.ui import house

    while True:
        time.sleep(AN_HOUR)
        house.forget_old_classes()


def sorry(error: Exception) -> bool:
    """Show a plain sentence where a page failed."""
    from sizewise.ui.frame import notice

    return notice.sorry(error)


def _exchange(ticket: str, token: str, new: str) -> bool:
    from sizewise.ui import house

    return house.exchange_ticket(ticket, token, new)


async def _coming(request: Request) -> Response:
    from sizewise.ui.playground import coming

    return coming.answer(request)


def _at(path: str) -> str:
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}{path}" if base else path


settings.check(st.get_option("server.address"))
theme_message.write_once()
gc.set_threshold(SEARCHED_AFTER, *gc.get_threshold()[1:])
LIFESPAN = warm_up
ROUTES = [
    Mount(_at("/app/static"), LongLivedFiles(directory=ROOT / "static")),
    Route(_at(sheets.PATH), sheets.answer),
    Route(_at("/app/coming/{call}"), _coming),
    Route(_at("/resume/{ticket}"), resume_by(_exchange)),
]
MIDDLEWARE = [
    Middleware(each)
    for each in (
        Reception,
        SafeHeaders,
        FirstPaint,
        ClosedDoors,
        LearnerCookie,
        WayBack,
        Sockets,
        Uploads,
    )
]
ON_FAILURE = {Exception: failed}
