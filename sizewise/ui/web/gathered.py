"""What a page's thread tells the server's loop is carried over together, not piece by piece."""

from asyncio import AbstractEventLoop
from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import Any

from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent

HOLD = 0.01
"""Seconds that a piece of a page waits for the next, at most. A browser, too, draws what came in so
short a time at once.
"""
GOES_ON = {ScriptRunnerEvent.SCRIPT_STARTED, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG}
"""After these more is about to come; every other event is the last for now."""


class Gathered:
    """Calls for a loop, made there in the order in which they were asked for, by any thread.

    `wake` has the loop call something at once, from another thread.
    """

    def __init__(
        self, loop: AbstractEventLoop, wake: Callable[[Callable[[], object]], None]
    ) -> None:
        self._loop, self._wake = loop, wake
        self._calls = deque[Callable[[], None]]()
        self._lock = Lock()
        self._called = False

    def add(self, call: Callable[[], None], *, goes_on: bool) -> None:
        """Have a call made: with those that follow when it `goes_on`, else as soon as can be."""
        with self._lock:
            self._calls.append(call)
            first, now = len(self._calls) == 1, not (goes_on or self._called)
            self._called = self._called or now
        if now:
            self._wake(self._make)
        elif first:
            self._wake(lambda: self._loop.call_later(HOLD, self._make))

    def _make(self) -> None:
        with self._lock:
            calls, self._calls, self._called = self._calls, deque(), False
        for call in calls:
            self._loop.call_soon(call)  # each by itself: one that fails takes no other with it


def gather() -> None:
    """Let the sessions of this server gather what their pages tell (0019).

    Done once, before the first page is asked for. Raises AttributeError where Streamlit has another
    way.
    """
    if "_on_scriptrunner_event" not in vars(AppSession):
        raise AttributeError("This Streamlit hears of its pages in another way.")
    sessions: Any = AppSession
    sessions._on_scriptrunner_event = _on_event


def _on_event(session: Any, sender: Any, event: ScriptRunnerEvent, *args: Any, **more: Any) -> None:
    _gathered(session).add(
        lambda: session._handle_scriptrunner_event_on_event_loop(sender, event, *args, **more),
        goes_on=event in GOES_ON,
    )


def _gathered(session: Any) -> Gathered:
    kept = vars(session)
    if "sizewise_gathered" not in kept:
        kept["sizewise_gathered"] = Gathered(session._event_loop, session._call_soon_on_event_loop)
    gathered: Gathered = kept["sizewise_gathered"]
    return gathered
