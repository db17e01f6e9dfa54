"""A browser tab without a browser: speaks Streamlit's own protocol over its websocket.

It keeps what the server has drawn, as the browser's script does, and answers with the values of the
widgets. A hundred of them cost less than one real browser, so many learners can be at work at once.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidMessage
from websockets.typing import Subprotocol

PATIENCE = 60.0
"""Seconds to wait for a page on a busy machine."""
Path = tuple[int, ...]


class Gone(Exception):
    """The server is not there, or went away before it had drawn the page."""


@dataclass(frozen=True)
class Drawn:
    """An element on the screen, and which run of the page drew it."""

    element: Element
    fragment: str
    run: str


class Visitor:
    """One tab at the server `url`; `cookie` makes it a tab of a browser that was here before."""

    def __init__(self, url: str, cookie: str = "") -> None:
        self.url = url
        self.cookie = cookie
        self._line: ClientConnection | None = None
        self._forget()

    def _forget(self) -> None:
        self._screen: dict[Path, Drawn] = {}
        self._values: dict[str, WidgetState] = {}
        self._query = self._page = self._run = ""

    # What is on the screen

    def elements(self, kind: str) -> Iterator[Element]:
        """The elements of a kind of Streamlit's, from top to bottom: `button`, `html`, `alert`."""
        return (each.element for each in self._all(kind))

    def _all(self, kind: str) -> Iterator[Drawn]:
        for _, drawn in sorted(self._screen.items()):
            if drawn.element.WhichOneof("type") == kind:
                yield drawn

    @property
    def html(self) -> str:
        """All HTML that is on the screen."""
        return "\n".join(each.html.body for each in self.elements("html"))

    @property
    def told(self) -> str:
        """The notices and plain texts on the screen, one a line."""
        alerts = [each.alert.body for each in self.elements("alert")]
        return "\n".join(alerts + [each.markdown.body for each in self.elements("markdown")])

    def has(self, label: str) -> bool:
        """Whether a button begins with these words."""
        return any(each.button.label.startswith(label) for each in self.elements("button"))

    @property
    def headers(self) -> dict[str, str]:
        """What the browser says of itself when a page connects."""
        return {"Cookie": self.cookie} if self.cookie else {}

    @property
    def subprotocols(self) -> list[str]:
        """What the page's script asks the server to speak; a token may stand behind it."""
        return ["streamlit"]

    # What a visitor does

    async def open(self, path: str) -> None:
        """Type an address, or load it again, and wait until it is drawn. Raises Gone."""
        await self.close()
        self._forget()
        page, _, self._query = path.partition("?")
        try:
            self.cookie = self.cookie or await asyncio.to_thread(new_cookie, self.url)
            self._line = await connect(
                f"{self.url.replace('http', 'ws', 1)}/_stcore/stream",
                subprotocols=list(map(Subprotocol, self.subprotocols)),
                additional_headers=self.headers,
                max_size=None,
                compression=None,
                ping_interval=None,
            )
        except (OSError, InvalidMessage) as refused:
            raise Gone(str(refused)) from refused
        message = self._message()
        message.rerun_script.page_name = page
        await self._send(message)

    async def press(self, label: str) -> None:
        """Press the first button that begins with these words, and wait for what follows."""
        button = next(b for b in self._all("button") if b.element.button.label.startswith(label))
        message = self._message(button.fragment)
        message.rerun_script.widget_states.widgets.add(
            id=button.element.button.id, trigger_value=True
        )
        await self._send(message)

    def set(self, widget: str, **value: str | bool) -> None:
        """Put a value into the widget of that id; the next press tells the server."""
        self._values[widget] = WidgetState(id=widget, **value)

    async def close(self) -> None:
        """Close the tab."""
        if self._line is not None:
            await self._line.close()
            self._line = None

    # The protocol

    def _message(self, fragment: str = "") -> BackMsg:
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash, run.fragment_id = self._query, self._page, fragment
        run.widget_states.widgets.extend(self._values.values())
        run.context_info.url = self.url
        run.context_info.timezone = "UTC"
        return message

    async def _send(self, message: BackMsg) -> None:
        """Send a message and take in all that the server draws for it."""
        assert self._line is not None, "open a page first"
        try:
            async with asyncio.timeout(PATIENCE):
                await self._line.send(message.SerializeToString())
                while not self._take(ForwardMsg.FromString(await self._line.recv(decode=False))):
                    pass
        except (ConnectionClosed, OSError) as lost:
            raise Gone(str(lost)) from lost

    def _take(self, message: ForwardMsg) -> bool:
        """Take in a message; whether the page is drawn with it."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._run = message.metadata.run.script_run_id
        elif kind == "navigation":
            self._page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "delta":
            self._draw(message)
        elif kind == "script_finished":
            return self._tidy(message)
        return False

    def _draw(self, message: ForwardMsg) -> None:
        delta = message.delta
        if delta.WhichOneof("type") == "new_element":
            path = tuple(message.metadata.delta_path)
            self._screen[path] = Drawn(delta.new_element, delta.fragment_id, self._run)

    def _tidy(self, message: ForwardMsg) -> bool:
        """Take away what the run has not drawn again; a run that begins anew goes on."""
        if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return False
        run = message.metadata.run
        for path, drawn in list(self._screen.items()):
            drawn_again = drawn.run == run.script_run_id
            elsewhere = run.fragment_ids and drawn.fragment not in run.fragment_ids
            if not drawn_again and not elsewhere:
                del self._screen[path]
        return True


def new_cookie(url: str) -> str:
    """The cookie that the server gives a new browser with its first page; empty without one."""
    kind = HTTPSConnection if url.startswith("https:") else HTTPConnection
    line = kind(urlsplit(url).netloc, timeout=PATIENCE)
    try:
        line.request("GET", "/", headers={"Accept": "text/html"})
        return (line.getresponse().headers["Set-Cookie"] or "").partition(";")[0]
    finally:
        line.close()
