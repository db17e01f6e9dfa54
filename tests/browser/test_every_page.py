"""Every page, at desk and phone, in light and dark: no barrier, no sideways scrolling."""

import pytest
from playwright.sync_api import expect

from sizewise.ui.frame.pages import PAGES
from tests.browser.plugin import LOOKS
from tests.browser.screen import barriers, faint, shifted, too_wide, visit

STILL = 0.05
"""A page moves by at most so much after its first paint; 0.1 is what the web calls good."""
PATHS = [page.path for page in PAGES if not page.hidden]


def test_the_navigation_leads_to_these_pages_and_no_others(calm_server, page):
    visit(page, calm_server.url)
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links).to_have_count(len(PATHS))
    led_to = {link.get_attribute("href") for link in links.all()}
    assert {href.split("?")[0].rsplit("/", 1)[1] for href in led_to} == set(PATHS)


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_no_barrier_stands_still_and_shows_what_can_be_pressed(
    calm_server, open_page, path, viewport, scheme
):
    page = visit(open_page(viewport, scheme), f"{calm_server.url}/{path}")
    moved = shifted(page)
    assert barriers(page) == ""
    assert faint(page) == []
    assert not too_wide(page)
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    assert moved <= STILL or shifted(visit(page, page.url)) <= STILL  # one load may wait too long


@pytest.mark.parametrize("path", ["lesson?lesson=no-such-lesson", "quiz?lesson=no-such-lesson"])
def test_an_unknown_lesson_in_the_address_gets_a_plain_notice_and_a_way_out(
    calm_server, page, path
):
    visit(page, f"{calm_server.url}/{path}")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_contain_text("is not here")
    page.get_by_role("button", name="Open the course").click()
    expect(page).to_have_url(f"{calm_server.url}/")
