"""Other ways of looking at a page: by its name, by keyboard, narrow, in high contrast, on paper."""

from itertools import pairwise

from playwright.sync_api import expect

from tests.browser.plugin import LOOKS, NARROW
from tests.browser.screen import arrive, flaws_in_looks, settled, too_wide, turn_to, visit
from tests.browser.test_every_page import NAMES

PART = "lesson?lesson=ai-and-gpt-4o-mini&part=two-surprises-on-the-bill"
GROWS = """(box) => new Promise((done) => {
  box.querySelector('summary').click()
  setTimeout(() => {
    const first = box.offsetHeight
    setTimeout(() => done(box.offsetHeight - first), 500)
  }, 100)
})"""
"""By how much an expander still grows a tenth of a second after the press that opens it."""
RING = "(each) => getComputedStyle(each).outlineStyle"
PAPER = "rgb(255, 255, 255)"


def test_a_part_of_a_lesson_has_a_name_headings_in_order_and_white_paper(kept_server, calm_page):
    calm_page.emulate_media(color_scheme="dark")
    page = arrive(calm_page, f"{kept_server.url}/{PART}")
    expect(page).to_have_title("Two surprises on the bill · AI and GPT-4o mini: match the model "
                               "size to the task size · Sizewise")  # fmt: skip
    levels = page.locator("[data-testid=stMain] :is(h1, h2, h3)").evaluate_all(
        "(all) => all.map((each) => Number(each.tagName[1]))"
    )
    assert levels[:2] == [1, 2]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    app = page.get_by_test_id("stApp")
    expect(app).not_to_have_css("background-color", PAPER)
    page.emulate_media(media="print")
    expect(app).to_have_css("background-color", PAPER)
    page.emulate_media(media="screen")
    page.set_viewport_size(NARROW)
    assert not too_wide(page)


def test_an_open_word_bank_has_no_barrier(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lesson")
    about = page.locator("[data-testid=stExpander] details", has_text="What you can do afterwards")
    assert about.evaluate(GROWS) == 0  # whoever asks for no motion presses what stands still
    page.get_by_role("button", name="Word bank").click()
    expect(page.get_by_role("region", name="Words of this lesson")).to_be_visible()
    assert flaws_in_looks(page, LOOKS) == []


def test_high_contrast_shows_what_is_chosen_and_where_a_token_ends(kept_server, calm_page):
    calm_page.emulate_media(forced_colors="active")
    page = arrive(calm_page, f"{kept_server.url}/quiz")
    chosen, other = page.locator("[class*=st-key-pick_] label:has(input)").all()
    assert (chosen.evaluate(RING), other.evaluate(RING)) == ("solid", "none")
    turn_to(page, f"{kept_server.url}/lab")
    assert page.locator(".tk").first.evaluate(RING) == "solid"


def test_the_link_under_the_keyboard_has_a_ring_and_takes_the_focus_to_a_heading(calm_server, page):
    visit(page, f"{calm_server.url}/you")
    for _ in range(4):
        page.keyboard.press("Tab")
    link = page.locator("[data-testid=stSidebarNavLink]:focus")
    expect(link).to_have_count(1)
    assert link.evaluate(RING) == "solid"
    for name, title in (("Catalogue", "Model catalogue"), ("Glossary", "Glossary"), ("Quiz", "")):
        page.get_by_role("link", name=name, exact=True).press("Enter")
        heading = page.locator("[data-testid=stMain] h1", has_text=title)
        expect(heading).to_be_focused()


def test_the_navigation_of_a_narrow_window_leaves_a_page_that_is_opened_or_loaded_again(
    calm_server, open_page
):
    page = visit(open_page(NARROW), f"{calm_server.url}/glossary")
    bar = page.get_by_test_id("stSidebar")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(bar).to_have_attribute("data-collapsed", "false")
    page.reload()
    expect(bar).to_have_attribute("data-collapsed", "true")
    settled(page)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Your progress").click()
    expect(page).to_have_title(NAMES["you"])
    settled(page)
    expect(bar).to_have_attribute("data-collapsed", "true")
