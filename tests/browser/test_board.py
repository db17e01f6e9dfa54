"""The provider board in a browser: no barrier in any view, and a fallback that is watched."""

from playwright.sync_api import expect

from tests.browser.plugin import LOOKS
from tests.browser.screen import arrive, flaws_in_looks, settled, walk


def test_no_view_has_a_barrier(kept_server, calm_page):
    page = calm_page
    paths = [f"board?view={view}&out=two-cores" for view in ("rows", "pace")]
    for path, look in zip(walk(page, kept_server.url, paths), LOOKS, strict=True):
        for arithmetic in page.locator("summary").all():
            arithmetic.click()
        assert (path, flaws_in_looks(settled(page), [look])) == (path, [])


def test_a_fallback_is_watched_to_its_end(kept_server, calm_page):
    address = f"{kept_server.url}/board?view=live&third=recorded&prompt=fact&second=truncated"
    page = arrive(calm_page, address)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("Somebody answered.")).to_be_visible()
    attempts = page.get_by_role("list", name="Attempts")
    for word in ("rate-limit", "truncated", "answered"):
        expect(attempts.get_by_text(word, exact=True)).to_be_visible()
    assert flaws_in_looks(settled(page), LOOKS[1:]) == []
