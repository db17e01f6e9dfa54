"""How many bytes of uploaded files the server keeps in its memory.

Streamlit keeps each file until its page is closed, also one that was measured and is not asked for
any more, and sets no limit to their number.
"""

import re
from typing import cast

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from sizewise.ground import limits
from sizewise.ui.web import network

OF_PAGE = 2 * limits.PICTURE_MEGABYTES * limits.BYTES
"""Bytes of one open page: the file that comes and the one before it."""
OF_ALL = 25 * limits.PICTURE_MEGABYTES * limits.BYTES
"""Bytes of all pages together: a class that brings its pictures at the same moment."""
_PLACE = re.compile(r".*/_stcore/upload_file/(?P<page>[^/]+)/[^/]+")


def make_room(files: MemoryUploadedFileManager, page: str, size: int) -> bool:
    """Forget a page's oldest files until one more of so many bytes fits into its share.

    False when the server has no room left for it.
    """
    kept = [*files.file_storage.get(page, {}).values()]
    while kept and sum(len(each.data) for each in kept) + size > OF_PAGE:
        files.remove_file(page, kept.pop(0).file_id)
    everybodys = [each for theirs in [*files.file_storage.values()] for each in [*theirs.values()]]
    return sum(len(each.data) for each in everybodys) + size <= OF_ALL


class Uploads:
    """ASGI middleware that makes room for each file before it comes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or say that there is no room."""
        if scope["type"] == "http" and scope["method"] == "PUT" and not _has_room(scope):
            await PlainTextResponse("No room for this file now", 503)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _has_room(scope: Scope) -> bool:
    place = _PLACE.fullmatch(scope["path"])
    if place is None:
        return True
    files = cast("MemoryUploadedFileManager", runtime.get_instance().uploaded_file_mgr)
    said = "".join(network.values(scope, b"content-length"))
    most = limits.PICTURE_MEGABYTES * limits.BYTES  # Streamlit itself refuses more
    size = min(int(said), most) if said.isdecimal() and len(said) < 20 else most
    return make_room(files, place["page"], size)
