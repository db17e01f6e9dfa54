"""A fresh server shows the whole app, whichever page the first visitor asks for."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import settled, visit
from tests.browser.test_every_page import PATHS


@pytest.mark.parametrize("path", ["lesson", "quiz", "models", "print"])
def test_a_deep_link_as_the_very_first_request_shows_the_page_in_its_frame(
    fresh_server, page, path
):
    visit(page, f"{fresh_server.url}/{path}")
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links).to_have_count(len(PATHS))
    assert page.title() != "app"
    assert page.url.split("?")[0] == f"{fresh_server.url}/{path}"


def test_the_server_starts_without_asking_anybody_outside(fresh_server, page):
    visit(page, fresh_server.url)
    assert fresh_server.calls_out == []
    assert "Traceback" not in fresh_server.log


def test_the_tab_shows_our_mark_and_the_navigation_our_logo(calm_server, page):
    visit(page, f"{calm_server.url}/lesson")
    shown = page.get_by_test_id("stSidebarLogo")
    expect(shown).to_have_js_property("naturalWidth", 152)
    tab = page.locator("link[rel='shortcut icon']").get_attribute("href")
    assert page.request.get(f"{calm_server.url}/{tab}").headers["content-type"] == "image/svg+xml"


def test_a_wide_page_keeps_its_margins_beside_the_navigation(calm_server, page):
    visit(page, calm_server.url)
    padding = "element => parseFloat(getComputedStyle(element).paddingLeft)"
    assert page.get_by_test_id("stMainBlockContainer").evaluate(padding) >= 80  # 16 if it is narrow


def test_a_page_takes_over_no_colour_that_it_has_already_and_follows_a_change_of_theme(
    calm_server, page
):
    """Each colour that is written makes the browser work out the style of the whole page."""
    written = "() => document.documentElement.style.length"
    ink = "() => getComputedStyle(document.querySelector('h1')).color"
    visit(page, calm_server.url)
    expect(page.locator("html[data-whole]")).to_be_attached()
    light = page.evaluate(ink)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "light => getComputedStyle(document.querySelector('h1')).color !== light", arg=light
    )
    settled(page)
    assert page.evaluate(written) == 0
