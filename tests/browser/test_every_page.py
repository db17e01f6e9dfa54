"""Every page, at desk and phone, in light and dark: no barrier, no sideways scrolling."""

import re
from itertools import cycle

import pytest
from playwright.sync_api import expect

from sizewise.ui.frame.pages import PAGES
from tests.browser.plugin import LOOKS, NARROW
from tests.browser.screen import WHOLE, fits, flaws, looks, settled, shifted, visit, walk

STILL = 0.05
"""A page moves by at most so much after its first paint; 0.1 is what the web calls good."""
PATHS = [page.path for page in PAGES if not page.hidden]
NAMES = {
    "": "Sizewise",
    "quiz": "Quiz · Sizewise",
    "lab": "Token and cost lab · Sizewise",
    "you": "Your progress · Sizewise",
}
"""What the tab says."""
COLOURS = "() => document.documentElement.style.length"
"""How many colours a script wrote. Each makes the browser work out the style of the whole page."""
INK = "() => getComputedStyle(document.querySelector('h1')).color"
PADDING = "(element) => parseFloat(getComputedStyle(element).paddingLeft)"


def test_the_frame_leads_to_these_pages_and_no_others_under_our_marks(calm_server, page):
    visit(page, calm_server.url)
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links).to_have_count(len(PATHS))
    led_to = {link.get_attribute("href") for link in links.all()}
    assert {href.split("?")[0].rsplit("/", 1)[1] for href in led_to} == set(PATHS)
    expect(page.get_by_test_id("stSidebarLogo")).to_have_js_property("naturalWidth", 152)
    tab = page.locator("link[rel='shortcut icon']").get_attribute("href")
    assert page.request.get(f"{calm_server.url}/{tab}").headers["content-type"] == "image/svg+xml"
    assert page.get_by_test_id("stMainBlockContainer").evaluate(PADDING) >= 80  # narrow pages: 16
    expect(page.locator("html[data-whole]")).to_be_attached()
    light = page.evaluate(INK)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"(light) => ({INK})() !== light", arg=light)
    settled(page)
    assert page.evaluate(COLOURS) == 0


@pytest.mark.parametrize(("path", "first"), list(zip(PATHS, cycle(LOOKS), strict=False)), ids=PATHS)
def test_a_page_has_no_barrier_stands_still_and_shows_what_can_be_pressed(
    calm_server, open_page, path, first
):
    """Opened in one look, the looks in turn, and changed to the other."""
    page = visit(open_page(*first), f"{calm_server.url}/{path}")
    assert shifted(page) <= STILL or shifted(visit(page, page.url)) <= STILL  # a wait too long
    for look in looks(page):
        assert (look, flaws(page, controls=True, within=WHOLE)) == (look, [])
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    page.set_viewport_size(NARROW)
    fits(settled(page))
    expect(page).to_have_title(NAMES.get(path) or re.compile(". · Sizewise$"))


def test_an_unknown_lesson_in_the_address_gets_a_plain_notice_and_a_way_out(calm_server, page):
    unknown = [f"{screen}?lesson=no-such-lesson" for screen in ("lesson", "quiz")]
    for _ in walk(page, calm_server.url, unknown):
        expect(page.get_by_test_id("stException")).to_have_count(0)
        expect(page.get_by_role("heading", level=1)).to_contain_text("is not here")
        page.get_by_role("button", name="Open the course").click()
        expect(page).to_have_url(f"{calm_server.url}/")
        settled(page)
