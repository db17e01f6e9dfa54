"""The websockets of open pages: how many an address may have, what they may ask for, and when."""

import asyncio
import os
import time
from collections import defaultdict
from contextlib import suppress
from importlib import import_module
from typing import NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from sizewise.ui.web.turns import Guest, Turns
from sizewise.ui.web.visitor import KEY, Visitor

SETTING = "SIZEWISE_SOCKETS_PER_ADDRESS"
PER_ADDRESS = 300
"""Three classes behind one address of a school, each learner with a few tabs."""
PLACES = 6
"""Pages drawn at the same time: few, for they share a processor, and some wait for the record."""
FIRST_PAGE = 20.0
"""Seconds that a press waits, at most, for the first page of its websocket."""
_RERUN = "rerun_script"
_LEARNERS_MAY = {
    *(_RERUN, "stop_script", "file_urls_request", "app_heartbeat"),
    *("deferred_file", "dataframe_chunk"),
}
_PRESSED = {"trigger_value", "string_trigger_value", "json_trigger_value"}
_SHORT = 256
"""Bytes. The message that a page is drawn has a few; longer ones need no look."""
# A browser sends all cookies of a host in one line, of which websockets takes 8 kB by itself: the
# page would open, and wait for its websocket for ever. Uvicorn takes 64 kB of all headers.
with suppress(ImportError):  # another library may serve websockets one day
    vars(import_module("websockets.http11")).update(MAX_LINE_LENGTH=65_536)
_GONE: Message = {"type": "websocket.disconnect", "code": 1001}


def per_address() -> int:
    """How many sockets an address may have. Raises ValueError for what is no number above 0."""
    number = int(os.environ.get(SETTING) or PER_ADDRESS)
    if number < 1:
        raise ValueError(number)
    return number


class Socket:
    """One websocket. Its messages wait for their turn; once it is gone, nothing gets through."""

    def __init__(self, visitor: Visitor, turns: Turns, receive: Receive, send: Send) -> None:
        self.visitor = visitor
        self._guest = Guest()
        self._turns = turns
        self._receive = receive
        self._send = send
        self._gone = False
        self._follows_a_deed = False
        self._page: str | None = None
        self._stayed_open = False
        self._drawn = asyncio.Event()

    async def receive(self) -> Message:
        """The next message that the visitor may send, in its turn.

        A clock of the page that is left asks on until the browser hears of the next page. It is not
        heard while that is drawn: Streamlit would then tell the browser that it is on the old page
        again, and draw nothing.
        """
        while True:
            message = await self._receive()
            asked = _asked(message.get("bytes") or b"")
            if asked.kind == _RERUN:
                if asked.by_clock and self._follows_a_deed:
                    continue
                if self._is_too_early(asked):
                    await self._first_page()
                await self._turns.take(self._guest)
                self._follows_a_deed = not asked.by_clock
                if self._page is None and not asked.of_part:
                    self._page, self._stayed_open = asked.page, asked.pressed
            if self._gone:
                return _GONE
            if not asked.kind or self.visitor.alone or asked.kind in _LEARNERS_MAY:
                return message

    def _is_too_early(self, asked: "_Asked") -> bool:
        """Whether a press asks for what a new server has not drawn yet, on a page that stayed open
        over its start: Streamlit throws away what it does not know, without a word.
        """
        if self._drawn.is_set() or self._page is None:
            return False
        stays = asked.page == self._page and not asked.by_history
        return asked.of_part or (self._stayed_open and stays)

    async def _first_page(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._drawn.wait(), FIRST_PAGE)

    async def send(self, message: Message) -> None:
        """Pass a message on. When a page is drawn, somebody else's turn begins."""
        if self._gone:
            return
        try:
            await self._send(message)
        except OSError:  # the browser has left
            self.end()
        if _tells_of_the_end(message.get("bytes") or b""):
            self._turns.end(self._guest)
            self._follows_a_deed = False
            self._drawn.set()

    def end(self) -> None:
        """Let nothing through any more."""
        self._gone = True
        self._drawn.set()
        self._turns.end(self._guest)


class _Asked(NamedTuple):
    """What a message of Streamlit's asks for; of no kind where Streamlit itself will refuse it."""

    kind: str
    wanted: ClientState

    @property
    def by_clock(self) -> bool:
        """Whether a clock of the page sent it."""
        return self.wanted.is_auto_rerun

    @property
    def of_part(self) -> bool:
        """Whether a part of the page is to be drawn, and not all of it."""
        return bool(self.wanted.fragment_id)

    @property
    def page(self) -> str:
        """Which page, as Streamlit counts them."""
        return self.wanted.page_script_hash

    @property
    def by_history(self) -> bool:
        """Whether the browser went back or forward."""
        return self.wanted.is_history_navigation

    @property
    def pressed(self) -> bool:
        """Whether something on the page was pressed, or tells that it is there again."""
        return any(
            each.WhichOneof("value") in _PRESSED for each in self.wanted.widget_states.widgets
        )


def _asked(data: bytes) -> _Asked:
    try:
        message = BackMsg.FromString(data)
    except Exception:  # whatever cannot be read
        return _Asked("", ClientState())
    kind = message.WhichOneof("type") or ""
    if kind == "backend_operation_request":
        kind = message.backend_operation_request.WhichOneof("payload") or kind
    return _Asked(kind, message.rerun_script)


def _tells_of_the_end(data: bytes) -> bool:
    if not data or len(data) > _SHORT:
        return False
    message = ForwardMsg.FromString(data)
    ended = message.WhichOneof("type") == "script_finished"
    return bool(ended and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN)


class Sockets:
    """ASGI middleware that keeps count of all websockets of this process."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._turns = Turns(PLACES, time.monotonic)
        self._by_address = defaultdict[str, set[Socket]](set)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Open a socket unless its address has too many; pass other requests on."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        visitor: Visitor = scope[KEY]
        if len(self._by_address[visitor.address]) >= per_address() and not visitor.alone:
            await send({"type": "websocket.close"})
            return
        socket = Socket(visitor, self._turns, receive, send)
        self._by_address[visitor.address].add(socket)
        try:
            await self.app(scope, socket.receive, socket.send)
        finally:
            self._leave(socket)

    def _leave(self, socket: Socket) -> None:
        socket.end()
        address = socket.visitor.address
        self._by_address[address].discard(socket)
        if not self._by_address[address]:
            del self._by_address[address]
