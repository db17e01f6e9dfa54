"""What every answer forbids the browser."""

from base64 import b64encode
from hashlib import sha256

import pytest
from starlette.requests import Request

from sizewise.ui.web.headers import INDEX, SafeHeaders, failed, inline_scripts, policy
from sizewise.ui.web.visitor import ClosedDoors, Reception
from tests.ui.web.asgi import answer, request, run, stranger

ALWAYS = {
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


def rules():
    """The policy as a dictionary of what each directive allows."""
    directives = (each.split() for each in policy().split("; "))
    return {name: allowed for name, *allowed in directives}


@pytest.mark.parametrize("scope", [request(), stranger(), stranger(path="/_stcore/metrics")])
def test_every_answer_is_protected(scope):
    _, sent = answer(scope, Reception, SafeHeaders, ClosedDoors)
    assert ALWAYS.items() <= dict(sent).items()
    assert dict(sent)["content-security-policy"] == policy()
    assert "camera=()" in dict(sent)["permissions-policy"]
    assert len(sent) == len(dict(sent))  # none stands there twice


def test_a_failure_of_ours_is_protected_and_says_so_plainly():
    response = failed(Request(stranger()), ValueError("secret"))
    assert response.status_code == 500
    assert ALWAYS.items() <= dict(response.headers).items()
    assert b"secret" not in response.body
    assert b"A mistake of ours" in response.body


def test_only_behind_https_a_browser_is_told_to_stay_with_it():
    name = "strict-transport-security"
    assert name not in dict(answer(stranger(), Reception, SafeHeaders)[1])
    assert name in dict(answer(stranger(scheme="https"), Reception, SafeHeaders)[1])


def test_a_websocket_passes():
    class Socket:
        async def __call__(self, scope, receive, send):
            await send({"type": "websocket.accept"})

    sent = []

    async def send(message):
        sent.append(message)

    run(SafeHeaders(Socket())(request("websocket"), None, send))
    assert sent == [{"type": "websocket.accept"}]


def test_no_script_but_this_servers_runs_and_nothing_is_evaluated():
    scripts = rules()["script-src"]
    assert scripts[:2] == ["'self'", "blob:"]
    assert all(each.startswith("'sha256-") for each in scripts[2:])
    assert "unsafe-eval" not in policy()


def test_no_page_can_be_framed_and_no_plugin_runs():
    assert rules()["frame-ancestors"] == rules()["object-src"] == ["'none'"]


def test_streamlits_inline_script_is_known_by_its_hash():
    assert "window.prerenderReady" in INDEX.read_text("utf-8")
    assert len(inline_scripts(INDEX.read_text("utf-8"))) == 1


def test_each_script_in_a_page_has_its_hash_and_a_file_needs_none():
    page = '<script>\n one()\n</script><SCRIPT type="module">two()</SCRIPT>'
    page += '<script crossorigin src="x.js"></script>'
    hashes = [b64encode(sha256(text).digest()).decode() for text in (b"\n one()\n", b"two()")]
    assert inline_scripts(page) == [f"'sha256-{each}'" for each in hashes]
