"""A teacher who signs in: against a real provider of OpenID Connect, a process of its own."""

import asyncio
import subprocess
import sys
import time
from contextlib import closing, suppress
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest

from sizewise.record.identity import account_digest
from sizewise.ui.class_room import account
from tests.browser.server import PATIENCE, Server, free_port
from tests.faults.visitor import Visitor
from tests.record.builders import open_journal
from tests.record.plugin import SECRET
from tests.ui.app import opened

SETTINGS = """
[auth]
redirect_uri = "http://localhost:{app}/oauth2callback"
cookie_secret = "a secret for the cookie of whoever signs in"
client_id = "sizewise"
client_secret = "any"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
"""


@pytest.fixture
def provider():
    """The port of a provider that lets everybody in under the name they give."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and not answers(port):
        time.sleep(0.05)
    yield port
    process.kill()
    process.wait()


def answers(port):
    with suppress(OSError), closing(HTTPConnection("127.0.0.1", port, timeout=5)) as line:
        line.request("GET", "/.well-known/openid-configuration")
        return line.getresponse().status == 200
    return False


@pytest.fixture
def school(tmp_path, copy, provider):
    """A server for many whose operator has configured accounts for teachers."""
    server = Server(tmp_path, app=copy / "app.py", SIZEWISE_SHARED="1", SIZEWISE_SECRET=SECRET)
    settings = SETTINGS.format(app=server.port, provider=provider)
    (copy / ".streamlit" / "secrets.toml").write_text(settings)
    yield server.start()
    server.kill()
    assert server.calls_out == []
    assert "Traceback" not in server.log


class Teacher(Visitor):
    """A tab whose browser follows where Streamlit sends it, with all of its cookies."""

    def __init__(self, url, beside=None):
        """A browser of its own, or another tab `beside` one of the same browser."""
        self.sent_to = ""
        self._jar = beside._jar if beside else CookieJar()
        self._browser = build_opener(HTTPCookieProcessor(self._jar))
        super().__init__(url)
        self._load(url, Accept="text/html")
        self._load(f"{url}/_stcore/health")

    # Streamlit believes the cookie of an account from pages of its own address alone.

    @property
    def headers(self):
        return {**super().headers, "Origin": self.url}

    @property
    def subprotocols(self):
        (token,) = [each.value for each in self._jar if each.name == "_streamlit_xsrf"]
        return ["streamlit", token]

    def _load(self, url, given=None, **headers):
        request = Request(url, given and urlencode(given).encode(), headers)  # noqa: S310
        with self._browser.open(request, timeout=PATIENCE) as answer:
            answer.read()
            self.cookie = "; ".join(f"{each.name}={each.value}" for each in self._jar)
            return answer.url

    def _take(self, message):
        if message.WhichOneof("type") == "auth_redirect":
            self.sent_to = message.auth_redirect.url
        return super()._take(message)

    async def sign_in(self, name):
        await self.open("class")
        await self.press("Sign in")
        form = self._load(f"{self.url}{self.sent_to}")
        assert self._load(form, {"sub": name}) == f"{self.url}/class"
        await self.open("class")

    async def make(self, title):
        (field,) = [e for e in self.elements("text_input") if e.text_input.label == "Title"]
        self.set(field.text_input.id, string_value=title)
        await self.press("Make the class")

    @property
    def title(self):
        return next(self.elements("heading")).heading.body


def test_an_account_opens_its_classes_in_any_browser_and_nobody_elses(school, provider):
    async def in_three_browsers():
        first = Teacher(school.url)
        await first.sign_in("teacher-7")
        assert "You are signed in" in first.html
        await first.make("Year 9")
        assert first.title == "Year 9"
        assert not list(first.elements("code"))  # there is no secret to keep
        for name, title in (("teacher-7", "Year 9"), ("teacher-8", "Class")):
            other = Teacher(school.url)
            await other.sign_in(name)
            assert other.title == title
            await other.close()
        second = Teacher(school.url, beside=first)
        await second.open("class")
        await first.press("Sign out")
        await first.close()
        await second.press("Make a new code")
        assert "not open here any more" in second.told
        assert second.title == "Class"
        await second.close()

    asyncio.run(in_three_browsers())
    journal = open_journal(school.database_url)
    (group,) = journal.classes_opened_by(
        account_digest(f"http://localhost:{provider}", "teacher-7")
    )
    assert group.title == "Year 9"
    assert journal.members(group.id) == ()
    journal.close()


def test_without_a_provider_nobody_is_asked_for_an_account():
    app = opened("class")
    assert [each.label for each in app.button if each.label.startswith("Sign in")] == []


def test_each_provider_is_offered_by_its_name_and_one_alone_without():
    shared = {"redirect_uri": "x", "cookie_secret": "x"}
    assert account.providers({**shared, "client_id": "x"}) == [""]
    several = {**shared, "google": {"client_id": "x"}, "microsoft": {"client_id": "x"}}
    assert account.providers(several) == ["google", "microsoft"]
