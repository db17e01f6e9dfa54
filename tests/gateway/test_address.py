"""On a server for many, a base URL opens no door of the server's own network."""

import pytest

from sizewise.gateway.wire.address import ALLOWED, AddressRefused, Judge

PUBLIC = "104.18.7.192"
INNER = [
    "127.0.0.1",
    "10.0.0.5",
    "172.16.3.4",
    "192.168.1.1",
    "169.254.169.254",  # where clouds keep their secrets
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "fe80::1%eth0",
    "fd00::1",
    "::ffff:127.0.0.1",
    "64:ff9b::a00:5",  # 10.0.0.5 by NAT64
    "2002:a00:5::",  # 10.0.0.5 by 6to4
]


def judge(*found, shared=True, allowed=""):
    return Judge(shared, allowed, resolve=lambda host, port: found)


def reached(host, found, encrypted=True, **more):
    return judge(*found, **more).reachable(host, 443, encrypted)


@pytest.mark.parametrize("address", INNER)
def test_strangers_reach_no_inner_address_by_name_or_by_number(address):
    with pytest.raises(AddressRefused, match=r"rebind\.example is no public address"):
        reached("rebind.example", [address])
    with pytest.raises(AddressRefused):
        reached(address, [])


@pytest.mark.parametrize("odd", ["2130706433", "0x7f000001", "127.1", "0177.0.0.1"])
def test_odd_spellings_of_an_address_are_judged_by_what_they_mean(odd):
    """The system's resolver reads them as 127.0.0.1."""
    with pytest.raises(AddressRefused):
        reached(odd, ["127.0.0.1"])


def test_one_inner_address_among_public_ones_is_enough_to_refuse():
    with pytest.raises(AddressRefused):
        reached("mixed.example", [PUBLIC, "10.0.0.5"])


def test_the_connection_goes_to_the_address_that_was_judged():
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    turning = Judge(True, resolve=lambda host, port: next(answers))
    assert turning.reachable("rebind.example", 443, True) == [PUBLIC]


def test_alone_at_your_own_machine_you_reach_your_own_models():
    assert reached("localhost", ["127.0.0.1"], encrypted=False, shared=False) == ["127.0.0.1"]


@pytest.mark.parametrize(
    "listed", ["10.0.0.5", "10.0.0.0/24", "Models.School.Example", "x, 10.0.0.5"]
)
def test_an_operator_may_list_what_is_not_public(listed):
    host = "models.school.example"
    assert reached(host, ["10.0.0.5"], encrypted=False, allowed=listed) == ["10.0.0.5"]


def test_what_the_operator_lists_is_read_from_the_setting(monkeypatch):
    monkeypatch.setenv(ALLOWED, "10.0.0.0/24")
    assert reached("models.example", ["10.0.0.5"]) == ["10.0.0.5"]
    with pytest.raises(AddressRefused):
        reached("models.example", ["10.0.1.5"])


def test_a_key_does_not_cross_the_internet_in_the_clear():
    with pytest.raises(AddressRefused, match="write https:// before it"):
        reached("api.example", [PUBLIC], encrypted=False, shared=False)


def test_a_name_without_an_address_leads_nowhere():
    with pytest.raises(OSError, match="no address"):
        reached("nowhere.example", [])


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://api.openai.com/v1", ""),
        ("http://[::1]:8080/v1", ""),
        ("https://user:secret@api.example/v1", "no user and no password"),
        ("https://@api.example/v1", "no user and no password"),
        ("https://api.example/v1?key=secret", "end with its path"),
        ("https://api.example/v1 ", "end with its path"),
        ("https://api.exa mple/v1", "end with its path"),
        ("https://api.example:port/v1", "no address"),
        ("https://-/v1", "no name"),
    ],
)
def test_a_base_url_is_looked_at_before_it_is_used(url, words):
    told = judge().fault(url)
    assert told == "" if not words else words in told
