"""What the web server does besides Streamlit: fonts and logo, the learner's cookie, warming up."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from sizewise.ui import house
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
    threading.Thread(target=house.warm, name="warm-up", daemon=True).start()
    yield


LIFESPAN = warm_up
ROUTES = [Mount("/app/static", LongLivedFiles(directory=Path(house.ROOT, "static")))]
MIDDLEWARE = [Middleware(LearnerCookie)]
