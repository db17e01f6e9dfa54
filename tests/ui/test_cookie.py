"""The learner's cookie on a shared server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie

import pytest

from sizewise.ui import cookie


def scope(host: str = "school.example", accept: str = "text/html", sent: str = "", **extra):
    headers = [(b"host", host.encode()), (b"accept", accept.encode()), (b"cookie", sent.encode())]
    headers += [(name.encode(), value.encode()) for name, value in extra.items()]
    return {"type": "http", "method": "GET", "scheme": "http", "headers": headers}


def answer_to(request) -> list[tuple[bytes, bytes]]:
    sent = []

    async def page(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message):
        sent.append(message)

    # In a thread of its own: a browser test before this one may have left its loop running here.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, cookie.LearnerCookie(page)(request, None, send)).result()
    return sent[0]["headers"]


def cookie_in(headers) -> SimpleCookie:
    return SimpleCookie(dict(headers)[b"set-cookie"].decode())


def test_a_browser_on_a_shared_server_gets_a_cookie_no_script_can_read():
    kept = cookie_in(answer_to(scope()))[cookie.NAME]
    assert kept["httponly"]
    assert kept["samesite"] == "Lax"
    assert len(kept.value) >= 43  # 256 bits in base64


def test_two_browsers_get_different_cookies():
    values = {cookie_in(answer_to(scope()))[cookie.NAME].value for _ in range(2)}
    assert len(values) == 2


def test_a_browser_that_comes_back_keeps_its_cookie():
    token = "t" * 43
    kept = cookie_in(answer_to(scope(sent=f"{cookie.NAME}={token}")))[cookie.NAME]
    assert kept.value == token


def test_a_made_up_short_cookie_is_replaced():
    kept = cookie_in(answer_to(scope(sent=f"{cookie.NAME}=admin")))[cookie.NAME]
    assert kept.value != "admin"


def test_ones_own_machine_sets_no_cookie():
    assert answer_to(scope(host="localhost:8501")) == []


def test_files_and_scripts_get_no_cookie():
    assert answer_to(scope(accept="*/*")) == []


def test_behind_https_the_cookie_is_secure():
    assert cookie_in(answer_to(scope(**{"x-forwarded-proto": "https"})))[cookie.NAME]["secure"]


@pytest.mark.parametrize(
    ("host", "setting", "expected"),
    [
        ("localhost", "", False),
        ("127.0.0.1", "", False),
        ("::1", "", False),
        (None, "", False),
        ("school.example", "", True),
        ("192.168.1.20", "", True),
        ("localhost", "1", True),
        ("school.example", "0", False),
    ],
)
def test_shared_means_any_name_but_this_machines_unless_the_setting_says_so(
    host, setting, expected, monkeypatch
):
    monkeypatch.setenv("SIZEWISE_SHARED", setting)
    assert cookie.shared(host) is expected


def test_the_host_is_read_from_an_address_with_port_and_path():
    assert cookie.host_of("https://school.example:8443/quiz?lesson=x") == "school.example"
    assert cookie.host_of("http://[::1]:8501/") == "::1"
    assert cookie.host_of(None) is None
