"""A real server, and visitors of whom it knows only what it sees itself."""

from http.client import HTTPConnection

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.plugin import forget
from tests.browser.screen import visit

STRANGER = {"Host": "school.example"}
BEHIND_PROXY = {"X-Forwarded-For": "203.0.113.9"}


def answer(server, path, **headers):
    """Status and headers of a page as a browser asks for it."""
    line = HTTPConnection("127.0.0.1", server.port, timeout=20)
    line.request("GET", path, headers={"Accept": "text/html", **headers})
    response = line.getresponse()
    response.read()
    line.close()
    return response.status, response.headers


def page_of(server, **headers):
    """Every word of the learner's page, for a browser whose messages say that it is here."""
    message = BackMsg()
    message.rerun_script.page_name = "you"
    message.rerun_script.context_info.url = f"http://localhost:{server.port}/you"
    url = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    drawn = []
    with connect(
        url, subprotocols=["streamlit"], additional_headers=headers, max_size=None
    ) as socket:
        socket.send(message.SerializeToString())
        while not drawn or drawn[-1].WhichOneof("type") != "script_finished":
            drawn.append(ForwardMsg.FromString(socket.recv(timeout=60)))
    return " ".join(map(str, drawn))


def test_whoever_is_at_the_machine_is_its_learner(calm_server):
    assert "stays on this computer" in page_of(calm_server)


@pytest.mark.parametrize("headers", [BEHIND_PROXY, {"X-Sizewise-Here": "1", **BEHIND_PROXY}])
def test_a_strangers_word_does_not_make_them_the_machines_learner(calm_server, headers):
    shown = page_of(calm_server, **headers)
    assert "stays on this computer" not in shown
    assert "This server knows your browser" in shown


def test_a_foreign_page_gets_no_socket_and_makes_the_server_ask_nobody(calm_server):
    with pytest.raises(InvalidStatus, match="403"):
        page_of(calm_server, Origin="http://foreign.example")
    assert calm_server.calls_out == []


@pytest.mark.parametrize(
    "cookie", ["x@y=1", "a/b=1", "n(1)=1", 'g_state={"i_l":0}', "a=" + "b" * 9000]
)
def test_no_foreign_cookie_takes_a_page_away(calm_server, cookie):
    own = "sizewise_learner=" + "t" * 43
    status, headers = answer(calm_server, "/quiz", Cookie=f"{cookie}; {own}", **STRANGER)
    assert status == 200
    assert headers["set-cookie"].startswith(f"{own};")
    assert "This server knows" in page_of(calm_server, Cookie=f"{cookie}; {own}", **BEHIND_PROXY)


@pytest.mark.parametrize(
    "path", ["/", "/quiz", "/static/none.js", "/media/none", "/_stcore/metrics"]
)
def test_every_answer_is_protected(calm_server, path):
    _, headers = answer(calm_server, path, **STRANGER)
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_the_servers_inner_works_are_closed_to_strangers(calm_server):
    assert answer(calm_server, "/_stcore/metrics", **STRANGER)[0] == 404
    assert answer(calm_server, "/_stcore/metrics")[0] == 200


def test_a_page_is_drawn_without_a_cookie_of_ours_and_foreign_code_in_it_does_not_run(
    calm_server, kept_page
):
    """Not `page`: what the policy forbids here is meant to be forbidden."""
    forget(kept_page)
    visit(kept_page, calm_server.url)
    ran = kept_page.evaluate(
        """() => { const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.body.append(script)
        return window.ran === true }"""
    )
    cookies = {cookie["name"] for cookie in kept_page.context.cookies()}
    assert "sizewise_learner" not in cookies, "one's own machine needs no cookie"
    assert not ran
