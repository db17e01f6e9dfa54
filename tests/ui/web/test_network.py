"""Who is at this machine, and from which address everybody else comes."""

import pytest

from sizewise.ui.web.network import UNKNOWN, address_of, https, on_this_machine
from tests.ui.web.asgi import request, stranger


@pytest.mark.parametrize(
    ("peer", "host"),
    [
        ("127.0.0.1", "localhost"),
        ("127.0.0.1", "LocalHost:8501"),
        ("127.0.0.1", "localhost.:8501"),
        ("127.0.0.1", "127.0.0.2:8501"),
        ("127.0.0.2", "127.0.0.1"),
        ("::1", "[::1]:8501"),
        ("::1", "[0:0:0:0:0:0:0:1]"),
        ("::ffff:127.0.0.1", "localhost:8501"),
        ("::ffff:127.0.0.1", "[::ffff:127.0.0.1]:8501"),
    ],
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_whoever_sits_at_the_machine_is_here(kind, peer, host):
    assert on_this_machine(request(kind, peer, host))


@pytest.mark.parametrize("peer", ["192.168.1.7", "203.0.113.9", "2001:db8::7", "fe80::1%eth0",
                                  "::ffff:192.168.1.7", "testclient", "", None])  # fmt: skip
def test_another_machine_that_says_localhost_is_not_here(peer):
    assert not on_this_machine(request(peer=peer, host="localhost:8501"))


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "evil.example:8501", "localhost.evil.example", "localhost@evil.example",
        "127.0.0.1.evil.example", "192.168.1.20:8501", "0.0.0.0:8501", "[::]:8501", "::1", "",
        "localhost:8501:8501", "localhost, evil.example", "local host", "[::1", "localhost:port",
        "localhost/", "localhost..", "\xe9",
    ],
)  # fmt: skip
def test_a_name_that_was_made_to_lead_here_is_not_here(host):
    assert not on_this_machine(request(host=host))


def test_a_request_without_a_host_or_with_two_is_not_here():
    assert not on_this_machine(request(host=None))
    assert not on_this_machine(request(host="localhost", Host="evil.example"))


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-For", "x-forwarded-for", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded",
     "X-Forwarded-Server", "Via", "X-Real-IP", "CF-Connecting-IP", "True-Client-IP",
     "X-Cluster-Client-IP", "X-Azure-ClientIP", "X-Original-Host", "X-Envoy-External-Address"],
)  # fmt: skip
def test_behind_a_proxy_on_the_same_machine_nobody_is_here(header):
    assert not on_this_machine(request(**{header: "127.0.0.1"}))


@pytest.mark.parametrize("origin", ["https://school.example", "null", "http://localhost.evil", ""])
def test_a_websocket_of_another_sites_page_is_not_here(origin):
    assert not on_this_machine(request("websocket", origin=origin))
    assert on_this_machine(request("websocket", origin="http://localhost:8501"))


@pytest.mark.parametrize(
    ("peer", "sent", "address"),
    [
        ("203.0.113.9", {}, "203.0.113.9"),
        ("::ffff:203.0.113.9", {}, "203.0.113.9"),
        ("2001:db8:1:2:3::4", {}, "2001:db8:1:2::/64"),
        ("203.0.113.9", {"x_forwarded_for": "198.51.100.1"}, "203.0.113.9"),
        ("127.0.0.1", {"x_forwarded_for": "198.51.100.1"}, "198.51.100.1"),
        ("127.0.0.1", {"x_forwarded_for": "10.9.9.9, 198.51.100.1"}, "198.51.100.1"),
        ("127.0.0.1", {"x_forwarded_for": ["10.9.9.9", "198.51.100.1:4711"]}, "198.51.100.1"),
        ("::1", {"x_forwarded_for": "[2001:db8:1:2::5]:4711"}, "2001:db8:1:2::/64"),
        ("127.0.0.1", {"x_forwarded_for": "198.51.100.1, nonsense"}, "127.0.0.1"),
        ("127.0.0.1", {"x_forwarded_for": ""}, "127.0.0.1"),
        ("127.0.0.1", {"x_forwarded_for": "127.0.0.1, " * 9000 + "127.0.0.1"}, "127.0.0.1"),
        ("no address", {"x_forwarded_for": "198.51.100.1"}, UNKNOWN),
        (None, {}, UNKNOWN),
    ],
)
def test_only_a_proxy_of_ours_is_asked_whom_it_speaks_for(peer, sent, address):
    assert address_of(request(peer=peer, **sent)) == address


def test_proxies_on_other_machines_are_named_in_a_setting(monkeypatch):
    monkeypatch.setenv("SIZEWISE_PROXIES", "10.0.0.0/24, 2001:db8::5")
    assert address_of(stranger(peer="10.0.0.7", x_forwarded_for="198.51.100.1")) == "198.51.100.1"
    chain = "198.51.100.66, 198.51.100.1, 10.0.0.7"
    assert address_of(stranger(peer="2001:db8::5", x_forwarded_for=chain)) == "198.51.100.1"
    assert address_of(stranger(peer="10.0.1.7", x_forwarded_for="198.51.100.1")) == "10.0.1.7"


@pytest.mark.parametrize(
    ("scheme", "sent", "expected"),
    [
        ("http", {}, False),
        ("https", {}, True),
        ("wss", {}, True),
        ("http", {"x_forwarded_proto": "https"}, True),
        ("http", {"x_forwarded_proto": "HTTPS, http"}, True),
        ("http", {"x_forwarded_proto": "http"}, False),
        ("http", {"x_forwarded_proto": "xhttps"}, False),
    ],
)
def test_https_is_what_the_browser_speaks(scheme, sent, expected):
    assert https(stranger(scheme=scheme, **sent)) is expected
