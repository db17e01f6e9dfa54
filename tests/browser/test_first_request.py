"""A fresh server shows the whole app, whichever page the first visitor asks for."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import visit
from tests.browser.test_every_page import PATHS


@pytest.mark.parametrize("path", ["", "print"])
def test_the_very_first_request_shows_the_page_in_its_frame_and_asks_nobody_outside(
    fresh_server, page, path
):
    visit(page, f"{fresh_server.url}/{path}")
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links).to_have_count(len(PATHS))
    assert page.title() != "app"
    assert page.url.split("?")[0] == f"{fresh_server.url}/{path}"
    assert fresh_server.calls_out == []
    assert "Traceback" not in fresh_server.log
