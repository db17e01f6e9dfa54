"""The lab's views in a browser: no barrier in any state, reached by keyboard, taken along."""

from itertools import cycle

import pytest
from playwright.sync_api import expect

from sizewise.ui.lab.views import VIEWS
from tests.browser.plugin import DESK, PHONE
from tests.browser.screen import barriers, faint, settled, too_wide, visit

IN_TURN = list(zip(VIEWS, cycle(((DESK, "light"), (PHONE, "dark"))), strict=False))


@pytest.mark.parametrize(
    ("view", "viewport", "scheme"), [pytest.param(view, *look, id=view) for view, look in IN_TURN]
)
def test_a_view_has_no_barrier_and_fits_its_screen(calm_server, open_page, view, viewport, scheme):
    page = visit(open_page(viewport, scheme), f"{calm_server.url}/lab?view={view}")
    assert barriers(page) == ""
    assert faint(page) == []
    assert not too_wide(page)


def test_every_view_opens_from_another(calm_server, page):
    visit(page, f"{calm_server.url}/lab?view=x-ray")
    for view in (*VIEWS, "x-ray"):
        page.get_by_role("radio", name=VIEWS[view][0]).click()
        expect(page.get_by_role("radio", name=VIEWS[view][0])).to_be_checked()
        settled(page)
        expect(page.get_by_test_id("stException")).to_have_count(0)
    assert "Traceback" not in calm_server.log


def test_a_view_is_chosen_with_arrow_and_enter(calm_server, page):
    visit(page, f"{calm_server.url}/lab")
    page.get_by_role("radio", name="Price a prompt").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="X-ray")).to_be_visible()
    assert "view=x-ray" in page.url


def test_a_guess_hides_the_tokens_until_it_is_made(calm_server, page):
    visit(page, f"{calm_server.url}/lab?view=x-ray")
    page.get_by_text("Guess first").click()
    expect(page.locator(".ray")).to_have_count(0)
    assert barriers(settled(page)) == ""
    page.get_by_role("button", name="Show the tokens").click()
    expect(page.locator(".guessed")).to_contain_text("your guess is")
    assert barriers(settled(page)) == ""


def test_a_broken_response_is_told_at_its_place(calm_server, page):
    visit(page, f"{calm_server.url}/lab?view=bill")
    field = page.get_by_label("The response, as JSON")
    field.fill('{\n  "usage": {"prompt_tokens": 3,}\n}')
    field.blur()
    expect(page.get_by_test_id("stAlert")).to_contain_text("Line 2, column")
    assert barriers(settled(page)) == ""


def test_a_receipt_is_saved_as_a_picture_and_as_a_table(calm_server, page, tmp_path):
    visit(page, f"{calm_server.url}/lab?calls=9000")
    for button, name, start in (
        ("Save as PNG picture", "sizewise-gpt-4o-mini.png", b"\x89PNG"),
        ("Save as CSV table", "sizewise-gpt-4o-mini.csv", b"\xef\xbb\xbfmodel,line"),
    ):
        with page.expect_download() as saved:
            page.get_by_role("button", name=button).click()
        assert saved.value.suggested_filename == name
        saved.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)


def test_the_link_is_the_address_and_brings_the_scenario_back(calm_server, open_page):
    page = open_page(DESK, "light", permissions=["clipboard-read", "clipboard-write"])
    visit(page, f"{calm_server.url}/lab?calls=9000&cur=EUR&rate=0.92&rated=2026-11-20")
    settled(page)
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator(".share [role=status]")).to_have_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")
    receipt = page.locator(".rc").inner_text()
    assert visit(open_page(), link).locator(".rc").inner_text() == receipt
    assert "in EUR" in receipt


def test_a_file_of_five_thousand_rows_is_counted(calm_server, page, tmp_path):
    prompts = tmp_path / "prompts.csv"
    prompts.write_text("text\n" + "Hello world\n" * 5_000)
    visit(page, f"{calm_server.url}/lab?view=many")
    page.locator("input[type=file]").set_input_files(prompts)
    expect(page.locator(".counts")).to_contain_text("10,000")
    assert barriers(settled(page)) == ""
