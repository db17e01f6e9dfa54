"""A learner looks for a model, opens it, and finds the way back."""

import re
from itertools import cycle

from playwright.sync_api import expect

from tests.browser.plugin import DESK, PHONE
from tests.browser.screen import arrive, flaws_in_looks, settled, walk

ADDRESSES = (
    "models?model=gpt-4o-mini",
    "models?model=gemini-4-argon",
    "models?model=no-such-model",
    "compare?models=gpt-4o-mini,gpt-4o,gpt-6-luna,nova-micro&on=2027-02-01",
    "choose?volume=bulk&difficulty=steps&latency=tomorrow&images=one&privacy=own&budget=ten",
)

TURNS = ((DESK, "light"), (PHONE, "dark"), (DESK, "dark"), (PHONE, "light"))


def test_no_page_of_models_has_a_barrier_and_each_fits_its_screen(kept_server, calm_page):
    page = calm_page
    for address, look in zip(walk(page, kept_server.url, ADDRESSES), cycle(TURNS), strict=False):
        assert (address, flaws_in_looks(page, [look])) == (address, [])


def test_a_search_by_keyboard_leads_to_a_profile_in_the_same_page_and_back_to_its_filters(
    kept_server, calm_page
):
    page = arrive(calm_page, f"{kept_server.url}/models?size=small")
    page.evaluate("window.sizewiseStayed = true")
    page.get_by_label("Search by name or maker").press_sequentially("gpt-4o mini")
    expect(page.locator(".found")).to_contain_text("1 of")
    expect(page).to_have_url(re.compile("search=gpt-4o"))
    searched = settled(page).url
    page.get_by_role("link", name="GPT-4o mini", exact=True).press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("GPT-4o mini")
    expect(heading).to_be_focused()
    assert page.evaluate("window.sizewiseStayed")
    settled(page)
    page.go_back()
    expect(page.locator(".found")).to_contain_text("1 of")
    expect(page).to_have_url(searched)
    assert page.evaluate("window.sizewiseStayed")


def test_an_announced_day_is_one_press_away(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/compare?models=gemini-4-argon,gpt-4o")
    page.get_by_role("link", name="14 January 2027").click()
    expect(page.get_by_role("heading", name="What sets them apart")).to_contain_text(
        "on 14 January 2027"
    )
    settled(page)
    page.get_by_role("link", name="Back to today").click()
    expect(page.get_by_role("heading", name="What sets them apart")).to_contain_text("today")


def test_an_answer_by_keyboard_changes_the_first_choice(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/choose")
    page.get_by_role("radio", name="Recordings of speech or other sound").focus()
    page.keyboard.press("Space")
    expect(page.locator(".chs h2")).to_contain_text("models fit")
    expect(page.get_by_text("1 of 6 answered")).to_be_visible()
    expect(page.get_by_text("It cannot read sound.")).to_be_attached()
