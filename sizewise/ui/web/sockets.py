"""The websockets of open pages: how many an address may have, what they may ask for, and when."""

import os
import time
from collections import defaultdict
from contextlib import suppress
from importlib import import_module

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from sizewise.ui.web.turns import Guest, Turns
from sizewise.ui.web.visitor import KEY, Visitor

SETTING = "SIZEWISE_SOCKETS_PER_ADDRESS"
PER_ADDRESS = 300
"""Three classes behind one address of a school, each learner with a few tabs."""
PLACES = 6
"""Pages drawn at the same time: few, for they share a processor, and some wait for the record."""
_RERUN = "rerun_script"
_LEARNERS_ASK = {_RERUN, "stop_script", "file_urls_request", "app_heartbeat"}
_LEARNERS_FETCH = {"deferred_file", "dataframe_chunk"}
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

    async def receive(self) -> Message:
        """The next message that the visitor may send, in its turn.

        A clock of the page that is left asks on until the browser hears of the next page. It is not
        heard while that is drawn: Streamlit would then tell the browser that it is on the old page
        again, and draw nothing.
        """
        while True:
            message = await self._receive()
            asked, by_clock = _asked(message.get("bytes") or b"")
            if asked == _RERUN:
                if by_clock and self._follows_a_deed:
                    continue
                await self._turns.take(self._guest)
                self._follows_a_deed = not by_clock
            if self._gone:
                return _GONE
            if not asked or self.visitor.alone or asked in _LEARNERS_ASK | _LEARNERS_FETCH:
                return message

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

    def end(self) -> None:
        """Let nothing through any more."""
        self._gone = True
        self._turns.end(self._guest)


def _asked(data: bytes) -> tuple[str, bool]:
    """What a message of Streamlit's asks for, and whether a clock of the page sent it.

    Empty for what Streamlit itself will refuse.
    """
    try:
        message = BackMsg.FromString(data)
    except Exception:  # whatever cannot be read
        return "", False
    kind = message.WhichOneof("type") or ""
    if kind == "backend_operation_request":
        kind = message.backend_operation_request.WhichOneof("payload") or kind
    return kind, message.rerun_script.is_auto_rerun


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
