"""Blocks of lessons in a browser: by keyboard, without a barrier once answered, and on paper."""

import re
from itertools import cycle

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import LOOKS
from tests.browser.screen import arrive, flaws_in_looks, settled, walk
from tests.ours import ours

READING = 450
"""Milliseconds that a quick reader takes between two answers."""


@pytest.fixture(scope="module")
def places():
    """Where each kind of block stands first: kind -> the address of its part."""
    found = {}
    for lesson in ours().lessons.values():
        for part in lesson.parts:
            for piece in part.pieces:
                if piece.kind == "block":
                    place = f"lesson?lesson={lesson.id}&part={part.anchor}"
                    found.setdefault(piece.block.kind, place)
    return found


def break_it(page):
    page.get_by_label("The reply: change anything").fill("{")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("A program cannot use this: 1 problem.")).to_be_visible()


def rate(page):
    scales = page.get_by_role("radiogroup", name=re.compile("Your rating"))
    for number in range(2):
        scales.nth(number).get_by_role("radio").first.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        expect(scales.nth(number).get_by_role("radio", checked=True)).to_have_count(1)
        page.wait_for_timeout(READING)
        settled(page)
    page.get_by_role("button", name="Show what they are").press("Enter")
    expect(page.get_by_text("Their median").first).to_be_visible()


def mark(page):
    page.get_by_role("checkbox", name=re.compile("^Line ")).first.press(" ")
    page.get_by_role("button", name="Check my lines").press("Enter")
    expect(page.get_by_text("leaks found")).to_be_visible()


def judge(page):
    page.get_by_role("radio", name="Out of date").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("right at first go")).to_be_visible()


def plan(page):
    page.get_by_role("switch").or_(page.locator("input[type=checkbox]")).first.press(" ")
    expect(page.get_by_text("A good plan says:")).to_be_visible()


DEEDS = {
    "break-the-json": break_it,
    "blind-rating": rate,
    "spot-the-key": mark,
    "still-true": judge,
    "budget-plan": plan,
}


AT_STEP = {"budget-plan": "&step=4"}
"""Where a block shows one of several steps: that of its deed."""


def test_each_block_is_answered_by_keyboard_and_then_has_no_barrier(kept_server, calm_page, places):
    page = calm_page
    paths = [places[kind] + AT_STEP.get(kind, "") for kind in DEEDS]
    turns = zip(DEEDS, walk(page, kept_server.url, paths), cycle(LOOKS), strict=False)
    for kind, _, look in turns:
        DEEDS[kind](page)
        assert (kind, flaws_in_looks(settled(page), [look])) == (kind, [])


def test_the_plan_waits_while_its_page_is_left_and_is_printed_alone_on_one_sheet(
    kept_server, calm_page, places
):
    page = arrive(calm_page, f"{kept_server.url}/{places['budget-plan']}&step=2")
    pupils = page.get_by_label("Pupils")
    pupils.fill("123")
    pupils.press("Enter")
    expect(page.locator(".plan-page")).to_contain_text("123 pupils")
    page.get_by_role("link", name="Catalogue").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("catalogue")
    page.go_back()
    expect(page.locator(".plan-page")).to_contain_text("123 pupils")
    settled(page).emulate_media(color_scheme="dark")
    sheets = page.pdf(format="A4", margin={"top": "12mm", "bottom": "12mm"})
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 1
    page.emulate_media(media="print")
    expect(page.locator(".plan-page")).to_be_visible()
    for hidden in (page.get_by_label("Pupils"), page.get_by_role("heading", level=2)):
        expect(hidden.first).to_be_hidden()


def test_what_is_set_in_a_block_stays_set_when_its_part_is_left(kept_server, calm_page, places):
    page = arrive(calm_page, f"{kept_server.url}/{places['context-window']}")
    slider = page.locator("[data-testid=stMain]").get_by_role("slider").first
    before = slider.input_value()
    slider.press("ArrowRight")
    expect(slider).not_to_have_value(before)
    settled(page)
    after = slider.input_value()
    page.get_by_role("button", name="Next part").or_(
        page.get_by_role("button", name="Back")
    ).first.click()
    expect(page.locator(".st-key-read :is(h1, h2):focus")).to_be_visible()
    settled(page)
    page.go_back()
    expect(slider).to_have_value(after)
