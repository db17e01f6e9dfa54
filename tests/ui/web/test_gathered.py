"""Calls of a page's thread, carried over to the server's loop."""

import logging
from types import SimpleNamespace

import pytest
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent

from sizewise.ui.web import gathered
from sizewise.ui.web.gathered import HOLD, Gathered


class Loop:
    """A loop that runs when it is told to, and counts how often it was woken."""

    def __init__(self):
        self.soon, self.later, self.wakes = [], [], 0

    def wake(self, call):
        self.wakes += 1
        self.soon.append(call)

    def call_soon(self, call):
        self.soon.append(call)

    def call_later(self, seconds, call):
        self.later.append((seconds, call))

    def run(self):
        while self.soon:
            try:
                self.soon.pop(0)()
            except ValueError:
                logging.getLogger(__name__).debug("as a loop does: the next one is called")

    def wait(self):
        """The time that was asked for goes by."""
        self.soon += [call for _, call in self.later]
        self.later.clear()
        self.run()


@pytest.fixture
def loop():
    return Loop()


@pytest.fixture
def told(loop):
    """Notes what the loop was told, when each piece came: `told("one", goes_on=True)`."""
    calls, heard = Gathered(loop, loop.wake), []

    def tell(what, *, goes_on):
        def call():
            heard.append(what)
            if what == "fails":
                raise ValueError

        calls.add(call, goes_on=goes_on)
        return heard

    return tell


def test_what_goes_on_is_told_with_the_end_and_in_its_order(loop, told):
    for what in ("begun", "heading", "picture"):
        heard = told(what, goes_on=True)
        loop.run()
    assert heard == []
    told("end", goes_on=False)
    loop.run()
    assert heard == ["begun", "heading", "picture", "end"]
    assert loop.wakes == 2


def test_a_page_that_takes_longer_is_told_in_pieces(loop, told):
    heard = told("heading", goes_on=True)
    loop.run()
    assert [seconds for seconds, _ in loop.later] == [HOLD]
    loop.wait()
    assert heard == ["heading"]
    told("picture", goes_on=True)
    loop.run()
    loop.wait()
    assert heard == ["heading", "picture"]


def test_the_time_that_was_asked_for_finds_nothing_once_the_end_came(loop, told):
    heard = told("heading", goes_on=True)
    told("end", goes_on=False)
    loop.run()
    loop.wait()
    assert heard == ["heading", "end"]


def test_what_fails_takes_no_other_with_it(loop, told):
    told("fails", goes_on=True)
    heard = told("end", goes_on=False)
    loop.run()
    assert heard == ["fails", "end"]


def test_the_sessions_of_a_server_gather(loop, monkeypatch):
    monkeypatch.setattr(AppSession, "_on_scriptrunner_event", AppSession._on_scriptrunner_event)
    gathered.gather()
    heard = []
    session = SimpleNamespace(
        _event_loop=loop,
        _call_soon_on_event_loop=loop.wake,
        _handle_scriptrunner_event_on_event_loop=lambda *about, **more: heard.append((about, more)),
    )
    tell = AppSession._on_scriptrunner_event
    tell(session, "runner", ScriptRunnerEvent.ENQUEUE_FORWARD_MSG, forward_msg="a picture")
    tell(session, "runner", ScriptRunnerEvent.FRAGMENT_STOPPED_WITH_SUCCESS)
    tell(session, "runner", ScriptRunnerEvent.SHUTDOWN)
    loop.run()
    assert [about[1].name for about, _ in heard] == [
        "ENQUEUE_FORWARD_MSG",
        "FRAGMENT_STOPPED_WITH_SUCCESS",
        "SHUTDOWN",
    ]
    assert heard[0] == (
        ("runner", ScriptRunnerEvent.ENQUEUE_FORWARD_MSG),
        {"forward_msg": "a picture"},
    )
    assert loop.wakes == 2


def test_an_event_that_nobody_knows_is_never_held():
    """A new kind of event is told at once until somebody says that more follows it."""
    assert {each.name for each in ScriptRunnerEvent} - {each.name for each in gathered.GOES_ON} == {
        "SCRIPT_STOPPED_WITH_COMPILE_ERROR",
        "SCRIPT_STOPPED_WITH_SUCCESS",
        "SCRIPT_STOPPED_FOR_RERUN",
        "FRAGMENT_STOPPED_WITH_SUCCESS",
        "SHUTDOWN",
    }
