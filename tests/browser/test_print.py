"""What leaves the printer: the sheets alone, black on white, each on pages of its own."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import DESK, PHONE
from tests.browser.screen import barriers, too_wide, visit

ASKED = "print?lesson=ai-and-gpt-4o-mini&seed=k7q2m&day=2026-11-21&what="
AROUND = ("stSidebar", "stHeader", "stButton", "stSelectbox", "stHeading")


def pages(page, paper="A4"):
    """How many pages the browser makes of it."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


def test_only_the_sheet_is_printed_and_on_white(calm_server, open_page):
    page = visit(open_page(DESK, "dark"), f"{calm_server.url}/{ASKED}quiz")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    page.emulate_media(media="print")
    for each in AROUND:
        expect(page.get_by_test_id(each).locator("visible=true")).to_have_count(0)
    expect(page.get_by_role("button").locator("visible=true")).to_have_count(0)
    sheet = page.locator(".sheet")
    expect(sheet).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(sheet.locator(".stem p").first).to_have_css("color", "rgb(0, 0, 0)")
    expect(sheet.locator("li.q").last).to_be_visible()


def test_every_sheet_of_a_pack_begins_on_a_page_of_its_own(calm_server, page):
    single = 0
    for what in ("lesson", "quiz", "key"):
        single += pages(visit(page, f"{calm_server.url}/{ASKED}{what}"))
    assert pages(visit(page, f"{calm_server.url}/{ASKED}pack")) == single > 6


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_nothing_is_wider_than_the_paper(calm_server, open_page, paper):
    """The width that a printer leaves: 210 mm or 216 mm, less 15 mm on either side."""
    width = {"A4": 680, "Letter": 703}[paper]
    page = visit(open_page({"width": width, "height": 900}), f"{calm_server.url}/{ASKED}pack")
    page.emulate_media(media="print")
    over = page.locator(".sheet *").evaluate_all(
        f"(all) => all.filter((each) => each.getBoundingClientRect().right > {width + 1})"
        ".map((each) => each.className)"
    )
    assert over == []


@pytest.mark.parametrize(
    ("viewport", "scheme", "what"),
    [(DESK, "light", "lesson"), (PHONE, "dark", "lesson"), (PHONE, "light", "quiz"),
     (DESK, "dark", "key")],
)  # fmt: skip
def test_the_page_that_prints_has_no_barrier(calm_server, open_page, viewport, scheme, what):
    page = visit(open_page(viewport, scheme), f"{calm_server.url}/{ASKED}{what}")
    assert barriers(page) == ""
    assert not too_wide(page)


def test_the_button_opens_the_printer(calm_server, page):
    visit(page, f"{calm_server.url}/{ASKED}quiz")
    page.evaluate("() => { window.print = () => { document.title = 'printed' } }")
    page.get_by_role("button", name="Print or save as PDF").click()
    expect(page).to_have_title("printed")
