"""What leaves the printer: the sheets alone, black on white, each on pages of its own."""

import re

from playwright.sync_api import expect

from tests.browser.plugin import DESK, LOOKS
from tests.browser.screen import arrive, flaws_in_looks, turn_to, walk

ASKED = "print?lesson=ai-and-gpt-4o-mini&seed=k7q2m&day=2026-11-21&what="
PAPER = {"A4": 680, "Letter": 703}
"""The width that a printer leaves: 210 mm or 216 mm, less 15 mm on either side."""
AROUND = ("stSidebar", "stHeader", "stButton", "stSelectbox", "stHeading")


def pages(page, paper="A4"):
    """How many pages the browser makes of it."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


def test_the_button_prints_only_the_sheet_and_on_white(kept_server, calm_page):
    calm_page.emulate_media(color_scheme="dark")
    page = arrive(calm_page, f"{kept_server.url}/{ASKED}quiz")
    page.evaluate("() => { window.print = () => { document.title = 'printed' } }")
    page.get_by_role("button", name="Print or save as PDF").click()
    expect(page).to_have_title("printed")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    page.emulate_media(media="print")
    for each in AROUND:
        expect(page.get_by_test_id(each).locator("visible=true")).to_have_count(0)
    expect(page.get_by_role("button").locator("visible=true")).to_have_count(0)
    sheet = page.locator(".sheet")
    expect(sheet).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(sheet.locator(".stem p").first).to_have_css("color", "rgb(0, 0, 0)")
    expect(sheet.locator("li.q").last).to_be_visible()


def test_every_sheet_begins_on_a_page_of_its_own_and_fits_paper_and_screen(kept_server, calm_page):
    page = calm_page
    single, sheets = 0, {"lesson": LOOKS, "quiz": LOOKS[1:], "key": LOOKS[:1]}
    asked = [ASKED + what for what in sheets]
    for what, wanted in zip(walk(page, kept_server.url, asked), sheets.values(), strict=True):
        single += pages(page)
        assert (what, flaws_in_looks(page, wanted)) == (what, [])
    page.set_viewport_size(DESK)
    assert pages(turn_to(page, f"{kept_server.url}/{ASKED}pack")) == single > 6
    page.emulate_media(media="print")
    assert {paper: _wider(page, width) for paper, width in PAPER.items()} == {
        "A4": [],
        "Letter": [],
    }


def _wider(page, width):
    """What is wider than the paper."""
    page.set_viewport_size({"width": width, "height": 900})
    return page.locator(".sheet *").evaluate_all(
        f"(all) => all.filter((each) => each.getBoundingClientRect().right > {width + 1})"
        ".map((each) => each.className)"
    )
