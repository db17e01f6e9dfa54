"""Other ways of looking at a page: by its name, by keyboard, narrow, in high contrast, on paper."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import DESK
from tests.browser.screen import barriers, settled, too_wide, visit

NARROW = {"width": 320, "height": 740}
"""A desk screen at 400 % zoom."""
PART = "lesson?lesson=ai-and-gpt-4o-mini&part=two-surprises-on-the-bill"
NAMES = {
    "": "Sizewise",
    "quiz": "Quiz · Sizewise",
    "lab": "Token and cost lab · Sizewise",
    "you": "Your progress · Sizewise",
}
RING = "(each) => getComputedStyle(each).outlineStyle"
PAPER = "rgb(255, 255, 255)"


@pytest.mark.parametrize(("path", "name"), NAMES.items())
def test_the_tab_says_what_is_open(calm_server, page, path, name):
    visit(page, f"{calm_server.url}/{path}")
    expect(page).to_have_title(name)


def test_a_part_of_a_lesson_has_a_name_and_headings_in_order(calm_server, page):
    visit(page, f"{calm_server.url}/{PART}")
    expect(page).to_have_title("Two surprises on the bill · AI and GPT-4o mini: match the model "
                               "size to the task size · Sizewise")  # fmt: skip
    levels = page.locator("[data-testid=stMain] :is(h1, h2, h3)").evaluate_all(
        "(all) => all.map((each) => Number(each.tagName[1]))"
    )
    assert levels[:2] == [1, 2]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_link_under_the_keyboard_has_a_ring(calm_server, page):
    visit(page, f"{calm_server.url}/lab")
    for _ in range(4):
        page.keyboard.press("Tab")
    link = page.locator("[data-testid=stSidebarNavLink]:focus")
    expect(link).to_have_count(1)
    assert link.evaluate(RING) == "solid"


def test_another_page_takes_the_focus_to_its_heading(calm_server, page):
    visit(page, f"{calm_server.url}/you")
    for name, title in (("Catalogue", "Model catalogue"), ("Glossary", "Glossary"), ("Quiz", "")):
        page.get_by_role("link", name=name, exact=True).press("Enter")
        heading = page.locator("[data-testid=stMain] h1", has_text=title)
        expect(heading).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_word_bank_has_no_barrier(calm_server, open_page, scheme):
    page = visit(open_page(DESK, scheme), f"{calm_server.url}/lesson")
    page.get_by_text("What you can do afterwards").click()
    page.get_by_role("button", name="Word bank").click()
    expect(page.get_by_role("region", name="Words of this lesson")).to_be_visible()
    assert barriers(page) == ""


def test_the_navigation_of_a_narrow_window_leaves_the_page_it_opened(calm_server, open_page):
    page = visit(open_page(NARROW), calm_server.url)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Your progress").click()
    expect(page).to_have_title(NAMES["you"])
    settled(page)
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")


def test_a_page_loaded_again_does_not_begin_behind_the_navigation(calm_server, open_page):
    page = visit(open_page(NARROW), f"{calm_server.url}/glossary")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")
    page.reload()
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")


@pytest.mark.parametrize("path", ["", PART, "quiz", "lab", "you"])
def test_a_page_at_four_hundred_percent_needs_no_sideways_scrolling(calm_server, open_page, path):
    page = visit(open_page(NARROW), f"{calm_server.url}/{path}")
    assert not too_wide(page)


def test_high_contrast_shows_what_is_chosen_and_where_a_token_ends(calm_server, open_page):
    page = visit(open_page(DESK, forced_colors="active"), f"{calm_server.url}/quiz")
    chosen, other = page.locator("[class*=st-key-pick_] label:has(input)").all()
    assert (chosen.evaluate(RING), other.evaluate(RING)) == ("solid", "none")
    visit(page, f"{calm_server.url}/lab")
    assert page.locator(".tk").first.evaluate(RING) == "solid"


def test_the_dark_theme_prints_on_white(calm_server, open_page):
    page = visit(open_page(DESK, "dark"), f"{calm_server.url}/{PART}")
    app = page.get_by_test_id("stApp")
    expect(app).not_to_have_css("background-color", PAPER)
    page.emulate_media(media="print")
    expect(app).to_have_css("background-color", PAPER)
