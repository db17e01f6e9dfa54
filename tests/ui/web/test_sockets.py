"""Websockets: how many an address may open, what they may ask for, and how they are closed."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from sizewise.ui.web import sockets as module
from sizewise.ui.web import turns
from sizewise.ui.web.sockets import Sockets
from sizewise.ui.web.visitor import Reception
from tests.ui.web.asgi import TOKEN, request, run, stranger

COOKIE = {"cookie": f"sizewise_learner={TOKEN}"}


def asks(what, payload=""):
    """A message of Streamlit's browser side."""
    message = BackMsg()
    if payload:
        getattr(message.backend_operation_request, payload).SetInParent()
    elif what == "rerun_script":
        message.rerun_script.query_string = ""
    elif what == "file_urls_request":
        message.file_urls_request.SetInParent()
    else:
        setattr(message, what, True)
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def part(*, by_clock=False):
    """What a press on a part of a page asks, or a part that draws itself again."""
    message = BackMsg()
    message.rerun_script.fragment_id, message.rerun_script.is_auto_rerun = "part", by_clock
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def page(name="quiz", *, pressed=False, by_history=False):
    """What a whole page asks that is opened, or on which something is pressed."""
    message = BackMsg()
    message.rerun_script.page_script_hash = name
    message.rerun_script.is_history_navigation = by_history
    if pressed:
        message.rerun_script.widget_states.widgets.add(id="button", trigger_value=True)
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def clock():
    return part(by_clock=True)


def drawn(how=ForwardMsg.FINISHED_SUCCESSFULLY):
    """The message that a page is drawn."""
    message = {"type": "websocket.send", "bytes": b""}
    return {**message, "bytes": ForwardMsg(script_finished=how).SerializeToString()}


class Streamlit:
    """Stands in for Streamlit: remembers what gets through, and draws when told to."""

    def __init__(self):
        self.heard = []
        self.sends = []

    async def __call__(self, scope, receive, send):
        await send({"type": "websocket.accept"})
        self.sends.append(send)
        while (message := await receive())["type"] != "websocket.disconnect":
            self.heard.append(message)


class Browser:
    """One websocket of a browser, opened with this request."""

    def __init__(self, app, scope):
        self.inbox = asyncio.Queue()
        self.got = []
        self.unplugged = False
        self.task = asyncio.create_task(app(scope, self.inbox.get, self._take))

    async def _take(self, message):
        if self.unplugged:
            raise ConnectionError
        self.got.append(message)
        if message["type"] == "websocket.close":
            await self.inbox.put({"type": "websocket.disconnect", "code": message.get("code")})

    async def says(self, message):
        await self.inbox.put(message)
        await settle()

    @property
    def kinds(self):
        return [each["type"].removeprefix("websocket.") for each in self.got]


async def settle():
    for _ in range(10):
        await asyncio.sleep(0)


class Server:
    """Our doors with the stand-in behind them."""

    def __init__(self):
        self.streamlit = Streamlit()
        self.sockets = Sockets(self.streamlit)
        self.app = Reception(self.sockets)
        self.browsers = []

    async def opens(self, scope):
        self.browsers.append(Browser(self.app, scope))
        await settle()
        return self.browsers[-1]

    async def closes(self):
        for each in self.browsers:
            await each.says({"type": "websocket.disconnect", "code": 1000})
        await asyncio.wait([each.task for each in self.browsers])


def scene(play):
    """What a play gives that is told the server; all its browsers leave at its end."""

    async def whole():
        server = Server()
        outcome = await play(server)
        await server.closes()
        return outcome

    return run(whole())


def from_outside(peer="203.0.113.9", **more):
    return stranger(kind="websocket", peer=peer, **more)


def test_an_address_has_so_many_sockets_and_others_have_theirs(monkeypatch):
    monkeypatch.setenv("SIZEWISE_SOCKETS_PER_ADDRESS", "2")

    async def play(server):
        peers = ["203.0.113.9"] * 3 + ["203.0.113.10"]
        first = [(await server.opens(from_outside(peer))).kinds for peer in peers]
        await server.browsers[0].says({"type": "websocket.disconnect", "code": 1000})
        return first, (await server.opens(from_outside())).kinds

    assert scene(play) == ([["accept"], ["accept"], ["close"], ["accept"]], ["accept"])


def test_whoever_is_alone_at_the_machine_is_not_counted(monkeypatch):
    monkeypatch.setenv("SIZEWISE_SOCKETS_PER_ADDRESS", "1")

    async def play(server):
        return [(await server.opens(request("websocket"))).kinds for _ in range(3)]

    assert scene(play) == [["accept"]] * 3


def test_an_address_that_left_is_forgotten():
    async def play(server):
        browser = await server.opens(from_outside())
        await browser.says({"type": "websocket.disconnect", "code": 1000})
        return dict(server.sockets._by_address)

    assert scene(play) == {}


@pytest.mark.parametrize(
    "message",
    [asks("clear_cache"), asks("set_run_on_save"), asks("load_git_info"),
     asks("debug_shutdown_runtime"), asks("debug_disconnect_websocket"),
     asks("", "install_skills"), asks("", "dismiss_skills_nudge")],
)  # fmt: skip
def test_what_concerns_the_server_is_for_its_owner_alone(message):
    async def play(server):
        for scope in (from_outside(), request("websocket")):
            await (await server.opens(scope)).says(message)
        return server.streamlit.heard

    assert scene(play) == [message]


@pytest.mark.parametrize(
    "message",
    [asks("rerun_script"), asks("stop_script"), asks("app_heartbeat"), asks("file_urls_request"),
     asks("", "deferred_file"), asks("", "dataframe_chunk"),
     {"type": "websocket.receive", "bytes": b"\xff no message"},
     {"type": "websocket.receive", "bytes": b""}, {"type": "websocket.receive", "text": "words"}],
)  # fmt: skip
def test_what_a_page_asks_gets_through_and_nonsense_is_streamlits_to_refuse(message):
    async def play(server):
        await (await server.opens(from_outside())).says(message)
        return server.streamlit.heard

    assert scene(play) == [message]


@pytest.mark.parametrize(
    "end",
    [ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
     ForwardMsg.FINISHED_WITH_COMPILE_ERROR],
)  # fmt: skip
def test_pages_are_drawn_in_turns(end, monkeypatch):
    monkeypatch.setattr(module, "PLACES", 1)

    async def play(server):
        one, two = [await server.opens(from_outside()) for _ in range(2)]
        await one.says(asks("rerun_script"))
        await two.says(asks("rerun_script"))
        before = len(server.streamlit.heard)
        await server.streamlit.sends[0](drawn(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
        await settle()
        between = len(server.streamlit.heard)
        await server.streamlit.sends[0](drawn(end))
        await settle()
        return before, between, len(server.streamlit.heard)

    assert scene(play) == (1, 1, 2)


def test_a_clock_of_the_page_that_is_left_is_not_heard_before_the_next_page_is_drawn(monkeypatch):
    monkeypatch.setattr(turns, "LONGEST", 0.0)  # a page that takes longer than a turn

    async def play(server):
        tab = await server.opens(from_outside())
        for message in (clock(), clock(), asks("rerun_script"), clock()):
            await tab.says(message)
        before = len(server.streamlit.heard)
        await server.streamlit.sends[0](drawn(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
        await tab.says(clock())
        between = len(server.streamlit.heard)
        await server.streamlit.sends[0](drawn())
        await tab.says(clock())
        return before, between, len(server.streamlit.heard)

    assert scene(play) == (3, 3, 4)


def test_a_press_on_a_page_that_stayed_open_over_a_restart_waits_until_it_is_drawn(monkeypatch):
    """Streamlit knows nothing of that part of the page before, and would throw the press away."""
    monkeypatch.setattr(turns, "LONGEST", 0.0)  # a page that takes longer than a turn

    async def play(server):
        tab, heard = await server.opens(from_outside()), server.streamlit.heard
        await tab.says(asks("rerun_script"))
        await tab.says(part())
        while_it_is_drawn = len(heard)
        await server.streamlit.sends[0](drawn())
        await settle()
        once_it_is = len(heard)
        await tab.says(asks("rerun_script"))
        await tab.says(part())
        return while_it_is_drawn, once_it_is, len(heard)

    assert scene(play) == (1, 2, 4)


BACK = page(pressed=True)
"""What a page that stayed open asks of a new server: `frame/bridge.js` says that it is there."""


@pytest.mark.parametrize(
    ("first", "then", "heard"),
    [
        (BACK, page(pressed=True), 1),
        (BACK, page(), 1),
        (BACK, page("lab"), 2),
        (BACK, page(by_history=True), 2),
        (page(), page(pressed=True), 2),
    ],
    ids=["a button", "a choice", "a link", "Back", "a page that was just opened"],
)
def test_what_changes_such_a_page_waits_and_what_leaves_it_does_not(
    first, then, heard, monkeypatch
):
    """On a page that is just being opened the last word counts: what it has shown is known."""
    monkeypatch.setattr(turns, "LONGEST", 0.0)

    async def play(server):
        tab = await server.opens(from_outside())
        await tab.says(first)
        await tab.says(then)
        return len(server.streamlit.heard)

    assert scene(play) == heard


def test_a_press_waits_for_no_page_that_nobody_has_asked_for_nor_for_ever(monkeypatch):
    monkeypatch.setattr(turns, "LONGEST", 0.0)
    monkeypatch.setattr(module, "FIRST_PAGE", 0.0)

    async def play(server):
        one, two = [await server.opens(from_outside()) for _ in range(2)]
        await one.says(part())
        await two.says(asks("rerun_script"))
        await two.says(part())
        return len(server.streamlit.heard)

    assert scene(play) == 3


def test_a_browser_that_leaves_gives_its_turn_back(monkeypatch):
    monkeypatch.setattr(module, "PLACES", 1)

    async def play(server):
        one, two = [await server.opens(from_outside()) for _ in range(2)]
        await one.says(asks("rerun_script"))
        await two.says(asks("rerun_script"))
        await one.says({"type": "websocket.disconnect", "code": 1000})
        return len(server.streamlit.heard)

    assert scene(play) == 2


def test_a_browser_that_is_gone_when_its_page_is_drawn_gives_its_turn_back(monkeypatch):
    monkeypatch.setattr(module, "PLACES", 1)

    async def play(server):
        one, two = [await server.opens(from_outside()) for _ in range(2)]
        await one.says(asks("rerun_script"))
        await two.says(asks("rerun_script"))

        one.unplugged = True
        await server.streamlit.sends[0](drawn(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
        await settle()
        return len(server.streamlit.heard)

    assert scene(play) == 2
