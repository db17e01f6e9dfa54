"""Whoever signs in or out comes back to the page that led there."""

import pytest

from sizewise.ui.web.way_back import WayBack
from tests.ui.web.asgi import Page, answer, request


def led_to(place, path="/oauth2callback"):
    there = Page((b"location", place.encode()), status=302)
    return dict(answer(request(path=path), WayBack, app=there)[1])["location"]


@pytest.mark.parametrize("path", ["/oauth2callback", "/auth/logout", "/school/oauth2callback"])
def test_signing_in_and_out_lead_back_to_the_class(path):
    assert led_to("/", path) == "/class"
    assert led_to("/school/", path) == "/school/class"


def test_the_way_to_the_provider_and_every_other_way_stay_as_they_are():
    provider = "https://id.school.example/authorize?client_id=sizewise"
    assert led_to(provider, "/auth/login") == provider
    assert led_to("/", "/resume/ticket") == "/"
