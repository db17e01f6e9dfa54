"""A setting that cannot be meant so ends the start with a sentence."""

import pytest

from sizewise.ui.web import settings

EVERYWHERE = "0.0.0.0"  # noqa: S104  # an address to be refused


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("PREVIEW", "SHARED", "PROXIES", "SOCKETS_PER_ADDRESS"):
        monkeypatch.delenv(f"SIZEWISE_{name}", raising=False)


def refused(address=None):
    with pytest.raises(SystemExit) as stop:
        settings.check(address)
    return str(stop.value)


@pytest.mark.parametrize("address", [None, "localhost", "127.0.0.1", "::1", EVERYWHERE])
@pytest.mark.parametrize("shared", ["", "0", "1"])
def test_what_is_meant_so_starts(address, shared, monkeypatch):
    monkeypatch.setenv("SIZEWISE_SHARED", shared)
    monkeypatch.setenv("SIZEWISE_PROXIES", "10.0.0.5, 10.1.0.0/16 2001:db8::/32")
    monkeypatch.setenv("SIZEWISE_SOCKETS_PER_ADDRESS", "1000")
    settings.check(address)


@pytest.mark.parametrize("address", [None, "localhost", "127.0.0.1", "::1"])
def test_a_preview_starts_for_its_author(address, monkeypatch):
    monkeypatch.setenv("SIZEWISE_PREVIEW", "1")
    settings.check(address)


def test_a_preview_does_not_start_for_many(monkeypatch):
    monkeypatch.setenv("SIZEWISE_PREVIEW", "1")
    monkeypatch.setenv("SIZEWISE_SHARED", "1")
    assert "SIZEWISE_SHARED=1 for many. Take one away" in refused("localhost")


@pytest.mark.parametrize("address", [EVERYWHERE, "::", "192.168.1.20", "school.example"])
def test_a_preview_does_not_listen_to_other_machines(address, monkeypatch):
    monkeypatch.setenv("SIZEWISE_PREVIEW", "1")
    assert f"listens at {address}. Start it with: python -m sizewise preview" in refused(address)


@pytest.mark.parametrize("name", ["SIZEWISE_SHARED", "SIZEWISE_PREVIEW"])
@pytest.mark.parametrize("setting", ["yes", "true", "2", " 1"])
def test_sharing_and_preview_are_on_or_off(name, setting, monkeypatch):
    monkeypatch.setenv(name, setting)
    assert f"{name}={setting} must be 1 or 0" in refused()


@pytest.mark.parametrize("setting", ["10.0.0.300", "proxy.example", "10.0.0.5/24", "*"])
def test_a_proxy_is_named_by_its_address(setting, monkeypatch):
    monkeypatch.setenv("SIZEWISE_PROXIES", setting)
    assert "Write addresses such as 10.0.0.5" in refused()


@pytest.mark.parametrize("setting", ["0", "-1", "many", "1.5"])
def test_the_number_of_sockets_is_a_number(setting, monkeypatch):
    monkeypatch.setenv("SIZEWISE_SOCKETS_PER_ADDRESS", setting)
    assert "no whole number above 0" in refused()
