"""What the web server does besides Streamlit: fonts and logo, the learner's cookie, warming up.

Imports little: only when this file is read does the server begin to answer, and the browser to
load its scripts. What takes long is imported in the warm-up meanwhile.
"""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from sizewise import ROOT
from sizewise.ui.cookie import LearnerCookie


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
    """Read content and open the record while the first browser still loads its scripts."""
    threading.Thread(target=_warm, name="warm-up", daemon=True).start()
    yield


def _warm() -> None:
    from sizewise.ui import house

    house.warm()


def sorry(error: Exception) -> bool:
    """Show a plain sentence where a page failed."""
    from sizewise.ui import notice

    return notice.sorry(error)


LIFESPAN = warm_up
ROUTES = [Mount("/app/static", LongLivedFiles(directory=ROOT / "static"))]
MIDDLEWARE = [Middleware(LearnerCookie)]
