"""The lab's views in a browser: no barrier in any state, reached by keyboard, taken along."""

from playwright.sync_api import expect

from sizewise.ui.lab.views import VIEWS
from tests.browser.plugin import LOOKS, PHONE
from tests.browser.screen import (
    arrive,
    barriers,
    crowded,
    faint,
    fits,
    flaws_in_looks,
    settled,
    visit,
)

LAB = [(view, look) for turn, look in enumerate(LOOKS) for view in [*VIEWS][turn::2]]
"""Every view in one of the two looks, and those of one look together."""


def test_every_view_opens_from_another_has_no_barrier_and_fits_its_screen(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab?view={LAB[-1][0]}")
    for view, look in LAB:
        page.get_by_role("radio", name=VIEWS[view][0]).click()
        expect(page.get_by_role("radio", name=VIEWS[view][0])).to_be_checked()
        settled(page)
        found = (flaws_in_looks(page, [look]), faint(page), crowded(page))
        assert (view, *found) == (view, [], [], [])
        expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_view_is_chosen_with_arrow_and_enter_and_a_guess_hides_its_tokens(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab")
    page.get_by_role("radio", name="Price a prompt").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="X-ray")).to_be_visible()
    assert "view=x-ray" in page.url
    _guess(page)


def _guess(page):
    """A guess hides the tokens until it is made."""
    page.get_by_text("Guess first").click()
    expect(page.locator(".ray")).to_have_count(0)
    assert barriers(settled(page)) == ""
    page.get_by_role("button", name="Show the tokens").click()
    expect(page.locator(".guessed")).to_contain_text("your guess is")
    assert barriers(settled(page)) == ""


def test_a_broken_response_is_told_at_its_place_and_long_names_fit_a_phone(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab?view=bill&model={'W' * 80}")
    field = page.get_by_label("The response, as JSON")
    field.fill('{\n  "usage": {"prompt_tokens": 3,}\n}')
    field.blur()
    expect(page.get_by_test_id("stAlert")).to_contain_text("Line 2, column")
    assert barriers(settled(page)) == ""
    page.set_viewport_size(PHONE)
    expect(page.locator(".lab-notices")).to_contain_text("W" * 20)
    fits(page)
    field.fill(
        f'{{"model": "{"W" * 60}", "usage": {{"prompt_tokens": 2000, "completion_tokens": 9}}}}'
    )
    field.blur()
    expect(page.locator(".trust").filter(has_text="W" * 60)).to_be_visible()
    fits(page)


def test_a_receipt_is_saved_as_a_picture_and_as_a_table(kept_server, calm_page, tmp_path):
    page = arrive(calm_page, f"{kept_server.url}/lab?calls=9000")
    for button, name, start in (
        ("Save as PNG picture", "sizewise-gpt-4o-mini.png", b"\x89PNG"),
        ("Save as CSV table", "sizewise-gpt-4o-mini.csv", b"\xef\xbb\xbfmodel,line"),
    ):
        with page.expect_download() as saved:
            page.get_by_role("button", name=button).click()
        assert saved.value.suggested_filename == name
        saved.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)


def test_the_link_is_the_address_and_brings_the_scenario_back(kept_server, calm_page):
    calm_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    address = "lab?calls=9000&cur=EUR&rate=0.92&rated=2026-11-20"
    page = arrive(calm_page, f"{kept_server.url}/{address}")
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator(".share [role=status]")).to_have_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")
    page.context.clear_permissions()
    receipt = page.locator(".rc").inner_text()
    page.goto("about:blank")
    assert visit(page, link).locator(".rc").inner_text() == receipt
    assert "in EUR" in receipt
