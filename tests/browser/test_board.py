"""The provider board in a browser: no barrier in any view, and a fallback that is watched."""

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import LOOKS
from tests.browser.screen import barriers, settled, too_wide, visit


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_no_view_has_a_barrier(calm_server, open_page, viewport, scheme):
    page = open_page(viewport, scheme)
    for view in ("rows", "pace"):
        visit(page, f"{calm_server.url}/board?view={view}&out=two-cores")
        for arithmetic in page.locator("summary").all():
            arithmetic.click()
        settled(page)
        assert barriers(page) == ""
        assert not too_wide(page)


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_a_fallback_is_watched_to_its_end(calm_server, open_page, viewport, scheme):
    address = f"{calm_server.url}/board?view=live&third=recorded&prompt=fact&second=truncated"
    page = visit(open_page(viewport, scheme), address)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("Somebody answered.")).to_be_visible()
    attempts = page.get_by_role("list", name="Attempts")
    for word in ("rate-limit", "truncated", "answered"):
        expect(attempts.get_by_text(word, exact=True)).to_be_visible()
    settled(page)
    assert barriers(page) == ""
    assert not too_wide(page)
