"""A ticket for a new cookie: after a resume code a browser has a token that nobody else knows."""

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from sizewise.ui.web.cookie import NAME, SAFE_NAME
from sizewise.ui.web.visitor import Reception
from sizewise.ui.web.welcome import LearnerCookie, resume_by
from tests.ui.web.asgi import TOKEN, run, stranger


class Record:
    """Stands in for the record: the ticket `good` is that of the browser with TOKEN."""

    def __init__(self):
        self.given = []

    def __call__(self, ticket, token, new):
        if (ticket, token) != ("good", TOKEN):
            return False
        self.given.append(new)
        return True


def answer(scope, record=None):
    """Status and headers of the answer."""
    route = Route("/resume/{ticket}", resume_by(record or Record()))
    middleware = [Middleware(each) for each in (Reception, LearnerCookie)]
    app, told = Starlette(routes=[route], middleware=middleware), []

    async def send(message):
        told.append(message)

    async def receive():
        await asyncio.sleep(1)

    run(app(scope, receive, send))
    return told[0]["status"], [(k.decode(), v.decode()) for k, v in told[0]["headers"]]


def asked(ticket="good", token=TOKEN, **more):
    return stranger(path=f"/resume/{ticket}", cookie=f"{NAME}={token}", **more)


def cookies(headers):
    return [value for key, value in headers if key == "set-cookie"]


def test_a_good_ticket_gives_the_browser_a_token_it_never_had():
    record = Record()
    status, headers = answer(asked(), record)
    [line] = cookies(headers)
    assert status == 303
    assert line.startswith(f"{NAME}={record.given[0]};")
    assert TOKEN not in line
    assert dict(headers)["location"] == "../you?resumed=yes"
    assert dict(headers)["cache-control"] == "private, no-store"


def test_behind_https_the_old_cookie_goes_and_the_new_one_is_of_this_host_alone():
    record = Record()
    safe, plain = cookies(answer(asked(scheme="https"), record)[1])
    assert safe.startswith(f"{SAFE_NAME}={record.given[0]};")
    assert plain.startswith(f"{NAME}=; Max-Age=0;")


@pytest.mark.parametrize(("ticket", "token"), [("bad", TOKEN), ("good", "o" * 43), ("good", "")])
def test_a_ticket_of_another_browser_changes_nothing(ticket, token):
    record = Record()
    status, headers = answer(asked(ticket, token), record)
    assert (status, dict(headers)["location"]) == (303, "../you?resumed=no")
    assert record.given == []
    assert not token or token in cookies(headers)[0]
