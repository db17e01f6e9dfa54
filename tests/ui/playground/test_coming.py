"""What a page hears of a reply that is still being written."""

import json
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from markupsafe import Markup
from starlette.requests import Request as WebRequest

from sizewise.gateway.protocol import Delta, End, Event, Request, Waiting
from sizewise.sizing.tokens.messages import Message
from sizewise.ui.board import live
from sizewise.ui.playground import coming, screen
from sizewise.ui.playground.calls import Calls, RunningCall, calls
from sizewise.ui.playground.reply import StreamedReply
from tests.ui.app import opened, said
from tests.ui.web.asgi import request

LOST = "It is lost: ask once more."
ASKED = Request((Message("user", "Hello"),))


class Told:
    """A provider that says what it is given."""

    def __init__(self, *events: Event) -> None:
        self.events = events

    def send(self, _request: Request) -> Iterator[Event]:
        yield from self.events


def shown(*events):
    """A call as a page of its own shows it."""
    name = calls().ask(Told(*events), ASKED)
    call = calls().call(name)
    call.view = lambda: Markup("<p>{}</p>").format(call.reply().text)
    call.join(5)
    return name


def heard(call):
    return coming.answer(WebRequest({**request(), "path_params": {"call": call}}))


def test_a_box_hears_what_has_come_and_when_to_ask_again():
    answer = heard(shown(Delta("1 < 2", 0.1)))
    assert json.loads(answer.body) == {"html": "<p>1 &lt; 2</p>", "state": "0 failed", "pause": 150}
    assert answer.headers["cache-control"] == "no-store"


def test_who_waits_asks_seldom():
    assert json.loads(heard(shown(Waiting(3))).body)["pause"] == 1500


def test_the_page_is_drawn_when_a_reply_is_over():
    call = shown(Delta("Hello", 0.1), End("stop", 0.2))
    assert json.loads(heard(call).body)["state"] == "over"


def test_a_call_that_nobody_knows_or_has_drawn_is_not_found():
    undrawn = calls().ask(Told(), ASKED)
    assert heard("0" * 32).status_code == heard(undrawn).status_code == 404


def call_of(owner):
    name = shown(Delta("It costs a cent.", 0.1), End("stop", 0.2))
    calls().call(name).owner = owner
    return name


@pytest.fixture
def noted(monkeypatch):
    """Opens the playground in a tab that had noted something."""

    def open_with(notes):
        tab = SimpleNamespace(noted=notes)
        monkeypatch.setattr(coming, "_NOTED", lambda **_: tab)
        app = opened("playground")
        tab.noted = None
        return app

    return open_with


def test_a_reply_that_the_tab_has_noted_comes_back(noted):
    call = call_of("")  # drawn in memory, a page knows no browser
    app = noted({screen.CALL: {"call": call, "over": False}})
    assert "It costs a cent." in said(app)
    assert LOST not in said(app)


def test_nobody_sees_the_reply_of_another_browser(noted):
    call = call_of("somebody else")
    app = noted({screen.CALL: {"call": call, "over": True}})
    assert "It costs a cent." not in said(app)


def test_one_on_its_way_that_is_known_no_more_is_told_to_be_lost(noted):
    assert LOST in said(noted({screen.CALL: {"call": "0" * 32, "over": False}}))


@pytest.mark.parametrize(
    "notes",
    [
        {screen.CALL: {"call": "0" * 32, "over": True}},
        {"learner_id": {"call": "0" * 32, "over": False}},
        {screen.CALL: "no note"},
        ["no notes"],
        None,
    ],
    ids=["over", "of another place", "no note", "no notes", "nothing"],
)
def test_whatever_else_a_tab_tells_changes_nothing(noted, notes):
    app = noted(notes)
    assert LOST not in said(app)
    assert app.button(key="playground_ask").label == "Ask"


class Ending(RunningCall):
    """A call that ends when it was looked at once."""

    looks = 0

    def reply(self) -> StreamedReply:
        self.looks += 1
        return StreamedReply(finish_reason="" if self.looks == 1 else "stop")


@pytest.mark.parametrize(("page", "place"), [("playground", screen.CALL), ("board", live.CALL)])
def test_a_page_whose_reply_ends_while_it_is_drawn_is_followed_to_its_end(page, place, monkeypatch):
    app = opened(page, view="live")
    ending = Ending(Told(), ASKED)
    monkeypatch.setattr(Calls, "call", lambda _, name: {"c1": ending}.get(name))
    app.session_state[place] = "c1"
    app.run()
    assert app.button(key=f"{page}_ask").label == "Stop"
    assert 'data-coming="c1"' in said(app)
    assert app.run().button(key=f"{page}_ask").label == "Ask"
