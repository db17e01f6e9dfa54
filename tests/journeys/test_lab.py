"""A learner prices prompts of their own, strange ones too."""

import re
from datetime import UTC, datetime

from playwright.sync_api import expect

from sizewise.library.kinds import MISSION
from sizewise.sizing.missions.solve import solvable, solve
from tests.browser.plugin import LOOKS, forget
from tests.browser.screen import arrive, barriers, flaws_in_looks, settled, visit
from tests.journeys.past import LIBRARY

STRANGE = (
    "<script>alert(1)</script> is it $5 or $6? <|endoftext|> 👩‍👩‍👧‍👦 {{price gpt-4o-mini input}}"
)


def test_the_bill_follows_the_inputs_and_the_address_keeps_them(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab")
    before = page.locator(".rc").first.inner_text()
    calls = page.get_by_role("spinbutton", name="Calls per month")
    calls.fill("123456")
    calls.press("Enter")
    expect(page).to_have_url(re.compile("calls=123456"))
    settled(page)
    after = page.locator(".rc").first.inner_text()
    assert after != before
    page.reload()
    settled(page)
    expect(page.get_by_role("spinbutton", name="Calls per month")).to_have_value("123456")
    assert page.locator(".rc").first.inner_text().split() == after.split()


def test_a_plan_follows_its_slider_and_its_link_brings_it_back(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab?view=plan")
    receipt = page.locator(".st-key-lab_plan_receipt .rc")
    before = receipt.inner_text()
    growth = page.get_by_role("slider", name="More calls every month")
    growth.press("ArrowRight")
    expect(page).to_have_url(re.compile("grow=11"))
    settled(page)
    after = receipt.inner_text()
    assert after != before  # twelve months of 11% growth are not those of 10%
    page.reload()
    settled(page)
    expect(growth).to_have_value("11")
    assert receipt.inner_text().split() == after.split()


def test_a_call_grows_with_its_question_and_its_bill_with_it(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab?view=call")
    bill = page.locator(".rc").first
    before = bill.inner_text()
    question = page.get_by_label("The new question")
    question.fill("Which of these two letters was written first, and how can you tell?" * 20)
    question.blur()
    expect(bill).not_to_have_text(before, use_inner_text=True)
    assert "letters" not in settled(page).url  # no text ever goes into the address


def test_a_strange_prompt_is_shown_as_typed_and_breaks_nothing(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab")
    field = page.get_by_label("Your prompt")
    field.fill(STRANGE)
    field.blur()
    expect(page.locator(".counts")).to_contain_text(f"{len(STRANGE):,}")
    chips = settled(page).get_by_test_id("stMain").inner_text()
    for piece in ("script", "endoftext", "👩‍👩‍👧‍👦"):
        assert piece in chips
    assert page.locator(".katex").count() == 0
    assert flaws_in_looks(page, LOOKS[1:]) == []


def test_a_solved_mission_stays_solved_after_the_browser_was_closed(kept_server, calm_page):
    name, day = "ten-dollars", datetime.now(UTC).date()
    given = solvable(LIBRARY.all(MISSION), LIBRARY.catalogue, day)
    right = solve(given[name], LIBRARY.catalogue, day)
    page = arrive(calm_page, f"{kept_server.url}/lab?view=missions&mission={name}")
    page.get_by_label("Your answer").fill(f"{right.value:.0f}")
    page.get_by_role("button", name="Check my answer").click()
    expect(page.locator(".mission-told")).to_be_visible()
    assert barriers(settled(page)) == ""
    forget(page)
    visit(page, f"{kept_server.url}/lab?view=missions")
    expect(page.get_by_text(f"1 of {len(given)} solved")).to_be_visible()


def test_a_paste_of_two_million_characters_is_cut_with_a_sentence(server, page):
    visit(page, f"{server.url}/lab")
    field = page.get_by_label("Your prompt")
    field.focus()
    field.evaluate(
        """(box) => {
          const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set
          set.call(box, 'word '.repeat(400_000))
          box.dispatchEvent(new Event('input', {bubbles: true}))
        }"""
    )
    field.blur()
    expect(page.get_by_test_id("stAlert")).to_contain_text("2,000,000 characters")
    expect(page.locator(".counts")).to_contain_text("200,000")
    assert "Traceback" not in server.log
