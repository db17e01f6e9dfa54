"""Calls under way: each is listened to in a thread of its own, and looked at by one tab.

A page is drawn in a moment and a reply takes seconds: so the page looks every now and then at what
has come, and its buttons work meanwhile. A call that nobody looks at any more ends by itself, so
that whoever has closed the tab does not keep the model from others.
"""

import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from uuid import uuid4

import streamlit as st
from markupsafe import Markup

from sizewise.gateway.protocol import Event, Provider, Request
from sizewise.ui.playground.reply import Hearing, StreamedReply

FORGOTTEN = 15.0
"""Seconds after which a call that nobody looks at ends."""
MOST = 200
"""Calls that are kept; the oldest go first."""


class RunningCall:
    """A request on its way, or a reply that has come."""

    view: Callable[[], Markup] | None = None
    """What the page that drew it last shows of it."""
    owner: str | None = None
    """Whose browser that was: only there it comes back to a page that is loaded anew."""

    def __init__(
        self,
        provider: Provider,
        request: Request,
        title: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.request = request
        self.title = title
        self._clock = clock
        self._events: list[Event] = []
        self._hearing = Hearing()
        self._stopped = False
        self._looked = clock()
        self._thread = threading.Thread(
            target=self._listen, args=(provider, request), name="playground", daemon=True
        )
        self._thread.start()

    def reply(self) -> StreamedReply:
        """What has come so far. Whoever asks keeps the call alive."""
        self._looked = self._clock()
        reply = self._hearing.reply()
        return replace(reply, stopped=True) if self._stopped and not reply.over else reply

    def events(self) -> tuple[Event, ...]:
        """All that has been told so far. Whoever asks keeps the call alive."""
        self._looked = self._clock()
        return tuple(self._events)

    @property
    def news(self) -> tuple[int, bool]:
        """Another one whenever `reply` and `events` have something else to tell."""
        return len(self._events), self._stopped

    def stop(self) -> None:
        """End the call. The model is free as soon as it says the next thing."""
        self._stopped = True

    def join(self, seconds: float) -> None:
        """Wait until nothing more comes."""
        self._thread.join(seconds)

    def _listen(self, provider: Provider, request: Request) -> None:
        with closing(provider.send(request)) as events:  # type: ignore[type-var]
            for event in events:
                if self._stopped:
                    return
                self._hearing.take(event)
                self._events.append(event)
                if self._clock() - self._looked > FORGOTTEN:
                    self._stopped = True


class Calls:
    """All calls of this server, by an id that only the tab knows that asked."""

    def __init__(self) -> None:
        self._calls: dict[str, RunningCall] = {}

    def ask(self, provider: Provider, request: Request, title: str = "") -> str:
        """Send a request; the id of its call. `title` is what its reply stands under."""
        name = uuid4().hex
        self._calls[name] = RunningCall(provider, request, title)
        for oldest in list(self._calls)[:-MOST]:
            self._calls.pop(oldest, None)
        return name

    def call(self, name: str) -> RunningCall | None:
        """A call by its id; none when it is too long ago."""
        return self._calls.get(name)

    def forget(self, owner: str | None) -> None:
        """End the calls of a browser, and forget their replies: they come back nowhere."""
        for name, call in list(self._calls.items()):
            if call.owner == owner:
                call.stop()
                self._calls.pop(name, None)


@st.cache_resource(show_spinner=False)
def calls() -> Calls:
    """The calls of this server."""
    return Calls()
